"""Names listed with another that the parse takes for parts of its phrase."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import (
    BESIDE_NOUN,
    NOUN_MODIFIERS,
    dependents,
)
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import NAME_TAGS
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Coordinates what is named before with what is named after it.
AS_WELL_AS = grammar_words("conjunction of several words")


def names_before(parsed: ParsedText, noun: Token) -> Iterator[Token]:
    """Yield the people before a name: "Mayor *Dana Roth* and Governor Peter Hallam"."""
    for child in noun.children:
        if child.dep_ not in NOUN_MODIFIERS:
            continue
        name = parsed.actor_at(child.i)
        if name is None or not name.is_named_person:
            continue
        if any(child.i < word.i < noun.i for word in child.conjuncts):
            yield child


def added_to(noun: Token) -> Iterator[Token]:
    """Yield what is added to a noun: "Roth *as well as* Marsh"."""
    for child in noun.children:
        start = max(0, child.i - 2)
        words = noun.doc[start : child.i + 1]
        phrase = " ".join(word.lower_ for word in words)
        if phrase in AS_WELL_AS:
            yield from dependents(child, "pobj")


def listed_as_appositions(parsed: ParsedText, noun: Token) -> Iterator[Token]:
    """Yield the names of a list that the parser takes for appositions: "Peru, *Chile and Cuba*"."""
    first = parsed.actor_at(noun.i)
    if first is None or not first.is_name:
        return
    for child in noun.children:
        if child.dep_ not in BESIDE_NOUN or not child.conjuncts:
            continue
        second = parsed.actor_at(child.i)
        if second is not None and second.type is first.type:
            yield from (child, *child.conjuncts)


def is_title_of_several(noun: Token) -> bool:
    """Whether a plural precedes the names of those it describes.

    "arrested *brothers* Dana and Peter Roth"
    """
    is_before = noun.i + 1 < len(noun.doc)
    return noun.tag_ == "NNS" and is_before and noun.nbor(1).tag_ in NAME_TAGS
