"""People introduced by a noun with a possessive: "his mentor, *Dana Roth*, left"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import POSSESSIVE_TAG

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Tags of what closes an apposition, or of the end of the text.
CLOSING_TAGS = (",", ".", ":", "")


def find_apposed_people(parsed: ParsedText) -> None:
    """Let a noun with a possessive refer to the person named after it."""
    for noun in parsed.doc:
        if noun.tag_ != "NN" or not noun.is_lower:
            continue
        if parsed.stand_in(noun.i) is not None:
            continue
        name = _person_after(parsed, noun)
        if name is not None:
            parsed.set_stand_in(noun.i, name)


def _person_after(parsed: ParsedText, noun: Token) -> TokenMention | None:
    """Return the person in apposition to a noun of a pronoun, enclosed by commas."""
    owners = dependents(noun, "poss")
    if not any(owner.tag_ == POSSESSIVE_TAG for owner in owners):
        return None
    for child in dependents(noun, "appos"):
        name = parsed.name_at(child.i)
        if name is None or not name.is_person:
            continue
        is_enclosed = parsed.tag(name.end) in CLOSING_TAGS
        if is_enclosed and parsed.word(name.start - 1) == ",":
            return name
    return None
