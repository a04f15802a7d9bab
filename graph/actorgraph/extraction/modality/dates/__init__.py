"""Expressions of time as dates."""
