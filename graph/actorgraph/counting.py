"""A number with its noun, for a reader."""

from __future__ import annotations


def count(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun.

    >>> count(1, "actor"), count(2000, "actor"), count(0, "pair of actors", "pairs of actors")
    ('1 actor', '2,000 actors', '0 pairs of actors')
    """
    if number != 1:
        noun = plural or f"{noun}s"
    return f"{number:,} {noun}"
