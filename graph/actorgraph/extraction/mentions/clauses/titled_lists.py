"""Lists of people with titles, which the parse takes for one name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import NOUN_MODIFIERS
from actorgraph.extraction.parse.parsed_text import ParsedText

if TYPE_CHECKING:
    from spacy.tokens import Token


def names_before(parsed: ParsedText, noun: Token) -> Iterator[Token]:
    """Yield the people before a name: "Mayor *Dana Roth* and Governor Peter Hallam"."""
    for child in noun.children:
        name = parsed.actor_at(child.i) if child.dep_ in NOUN_MODIFIERS else None
        if name is None or not name.is_name:
            continue
        is_listed = any(child.i < word.i < noun.i for word in child.conjuncts)
        if is_listed and name.is_person:
            yield child
