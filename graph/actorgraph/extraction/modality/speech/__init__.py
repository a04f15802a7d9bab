"""Who says what: by verbs, asides and opinions, in quotations, interviews and transcripts."""
