"""Sentences that begin where a full stop is lost: "left on Friday In 2010 Roth came back".

Pages that were cut together run a paragraph, or a heading, into the next sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.parse.closed_classes import FUNCTION_WORDS, WEEKDAYS
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Words that have a capital at the beginning of a sentence only.
OPENING = grammar_words("word that opens a sentence")

#: Tags of the words before a lost full stop: nouns, numbers and adverbs.
CLOSING_TAGS = ("NN", "NNS", "CD", "RB")


def lost_stops(doc: Doc) -> Iterator[int]:
    """Yield the tokens that begin a sentence although no full stop is before them."""
    for token in doc[1:-1]:
        if not _opens(token) or not _closes(doc[token.i - 1]):
            continue
        if _goes_on(doc[token.i + 1]):
            yield token.i


def _opens(token: Token) -> bool:
    if not token.is_title:
        return False
    return token.lower_ in OPENING


def _closes(token: Token) -> bool:
    word = token.lower_
    # CASE day, whose name has a capital anywhere: "left on *Friday* In 2010 …"
    if word in WEEKDAYS:
        return True
    is_lower = token.is_lower and token.tag_ in CLOSING_TAGS
    return is_lower and word not in FUNCTION_WORDS


def _goes_on(token: Token) -> bool:
    """Whether a word is no part of a title: "The *Hague*", "After *Dark*"."""
    return bool(token.is_lower or token.is_digit)
