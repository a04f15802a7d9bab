"""The words that depend on a word, by the labels of the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def dependents(token: Token, *labels: str) -> list[Token]:
    """Return the words that depend directly on a word by any of these labels, in text order."""
    return [child for child in token.children if child.dep_ in labels]


def governor_of(token: Token) -> Token:
    """Return the word that governs another, across a preposition: "*talks* with Marsh"."""
    is_complement = token.dep_ in ("pobj", "pcomp")
    return token.head.head if is_complement else token.head


def phrase_of(token: Token) -> list[int]:
    """Return the numbers of a word and of all that depends on it, in text order."""
    return sorted(word.i for word in token.subtree)


def verb_above(token: Token) -> Token:
    """Return the word itself or the next one above it that is a verb; the highest if none is."""
    while not token.tag_.startswith("V"):
        if token.head.i == token.i:
            return token
        token = token.head
    return token
