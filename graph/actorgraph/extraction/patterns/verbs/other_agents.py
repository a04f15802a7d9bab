"""Verbs whose subject has another do it: "Marsh replaced Hale *with Roth*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import VerbFrame
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.patterns.verbs.verb_slots import fill_slots

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECT = "subject"


def without_causers(
    parsed: ParsedText, verb: Token, frames: list[VerbFrame]
) -> list[VerbFrame]:
    """Return frames without those that give the subject the act of another."""
    of_others = {
        frame.sense.relation for frame in frames if _is_of_others(parsed, verb, frame)
    }
    return [
        frame
        for frame in frames
        if frame.subject != SUBJECT or frame.sense.relation not in of_others
    ]


def _is_of_others(parsed: ParsedText, verb: Token, frame: VerbFrame) -> bool:
    """Whether the ends of a frame are there, and the subject of the verb is neither."""
    if SUBJECT in (frame.subject, frame.object):
        return False
    slots = fill_slots(parsed, verb, frame)
    return bool(slots[frame.subject] and slots[frame.object])
