"""Relations that nouns of acts and events express, as the frames of the lexicon say."""
