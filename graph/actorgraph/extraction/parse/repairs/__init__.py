"""Repairs of what the parser gets wrong, each of one wording; ``parser`` calls them in order."""
