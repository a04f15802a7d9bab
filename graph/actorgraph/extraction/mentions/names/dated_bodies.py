"""Bodies that are named after a day: "the *April 6 Movement*"."""

from __future__ import annotations

from actorgraph.extraction.mentions.names.name_evidence import NameEvidence
from actorgraph.extraction.mentions.names.name_slots import NameSlots
from actorgraph.extraction.parse.closed_classes import DEFINITE
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.parse.word_tags import COMMON_NOUN_TAGS, NAME_TAGS
from actorgraph.model import ActorType

#: A day has a number and a month.
WORDS_OF_DAY = 2


def take_dated_bodies(evidence: NameEvidence, slots: NameSlots) -> None:
    """Join a day to the words for a body after it."""
    for name in slots.names():
        before = evidence.parsed.word(name.start - 1)
        if name.is_time and name.length == WORDS_OF_DAY and before in DEFINITE:
            end = _end_of_body(evidence, slots, name)
            if end is not None:
                slots.take(name.start, end, ActorType.ORGANIZATION)


def _end_of_body(
    evidence: NameEvidence, slots: NameSlots, day: TokenMention
) -> int | None:
    """Return the token after the body whose name begins with a day, or None."""
    end = day.end
    while evidence.parsed.tag(end) in NAME_TAGS:
        other = slots.at(end)
        if other is not None and not other.is_organisation:
            return None
        end += 1
    # CASE day of something else: "the May 5 Security Council *meeting*"
    is_modifier = evidence.parsed.tag(end) in COMMON_NOUN_TAGS
    if end == day.end or is_modifier or not evidence.ends_organisation(end - 1):
        return None
    return end
