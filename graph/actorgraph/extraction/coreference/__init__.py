"""Mentions to entities: which names, descriptions and pronouns of one document refer to the same actor."""
