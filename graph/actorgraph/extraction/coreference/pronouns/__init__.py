"""Whom a pronoun refers to: "she", "its", "they", "I"."""
