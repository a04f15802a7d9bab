"""Who takes part in an event that the text mentions, and where events, groups and people are."""
