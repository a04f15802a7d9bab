"""Units of an army that their numbers name, whatever their capitals: "the *72nd rifle brigade*"."""

from __future__ import annotations

import re

from actorgraph.extraction.knowledge.actor_types import ARMED_FORCE
from actorgraph.extraction.mentions.names.name_evidence import NameEvidence
from actorgraph.extraction.mentions.names.name_slots import NameSlots
from actorgraph.extraction.parse.word_tags import may_modify
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

#: Nouns of units that have numbers: "the 72nd rifle *brigade*".
UNITS = grammar_words("noun for a numbered unit")
NUMBER = re.compile(r"\d+(st|nd|rd|th)")
#: Tokens between the number and the noun, at most: "the 3rd *separate tank* brigade".
LONGEST_UNIT = 5


def take_numbered_units(evidence: NameEvidence, slots: NameSlots) -> None:
    """Take the units that have a number for names."""
    for first in evidence.doc:
        start = first.i
        if not NUMBER.fullmatch(first.lower_) or slots.at(start) is not None:
            continue
        end = _end_of_unit(evidence, slots, start)
        if end is not None:
            slots.take(start, end, ActorType.ORGANIZATION, ARMED_FORCE)


def _end_of_unit(evidence: NameEvidence, slots: NameSlots, number: int) -> int | None:
    """Return the token after the noun for a unit whose number is at a token, or None."""
    for word in evidence.doc[number + 1 : number + 2 + LONGEST_UNIT]:
        if slots.at(word.i) is not None:
            return None
        if word.lower_ in UNITS:
            return word.i + 1
        if not may_modify(word):
            return None
    return None
