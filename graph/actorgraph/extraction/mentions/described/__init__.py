"""Actors without a name: "police", "the mayor of Oslo", "she"."""
