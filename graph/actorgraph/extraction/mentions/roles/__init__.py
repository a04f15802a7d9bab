"""Phrases of roles, "the head of *Delmore Bank*", and the people who have them."""
