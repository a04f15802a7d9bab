"""Entities to candidates: the relations that grammar, the lexicon and the learned reader find between mentions."""
