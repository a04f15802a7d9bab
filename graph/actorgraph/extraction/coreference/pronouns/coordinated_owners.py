"""Whose the second of two things is: "*Ada Quint* and *her* aide"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import POSSESSIVE_TAG

if TYPE_CHECKING:
    from spacy.tokens import Token


def owner_before_conjunct(
    parsed: ParsedText, pronoun: TokenMention
) -> TokenMention | None:
    """Return the resolved name to which a coordinated possessive refers, or None."""
    if parsed.tags[pronoun.root] != POSSESSIVE_TAG:
        return None
    noun = parsed.head_of(pronoun).head
    if noun.dep_ != "conj":
        return None
    name = _first_or_its_owner(parsed, noun.head, pronoun)
    if name is None or not name.is_name or not name.is_resolved:
        return None
    return name if name.end < pronoun.start else None


def _first_or_its_owner(
    parsed: ParsedText, noun: Token, pronoun: TokenMention
) -> TokenMention | None:
    """Return the first of several, or whose it is: "*Norland's* envoy and its minister"."""
    first = parsed.actor_at(noun.i)
    if pronoun.is_person:
        return first
    if noun.dep_ == "appos":
        noun = noun.head
    owners = dependents(noun, "poss")
    if not owners:
        return first
    return parsed.actor_at(owners[0].i)
