"""Relations that verbs express, as the frames of the lexicon say of their arguments."""
