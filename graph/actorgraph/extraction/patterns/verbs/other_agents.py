"""Verbs whose subject lets somebody else do it: "Marsh replaced Hale *with Roth*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import VerbFrame
from actorgraph.extraction.mentions.coordination import introduced
from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Slots of a frame.
SUBJECT = "subject"
OBJECT = "object"


def without_causers(
    parsed: ParsedText, verb: Token, frames: list[VerbFrame]
) -> list[VerbFrame]:
    """Return frames without those that say of the subject what somebody else does."""
    of_others = {
        frame.sense.relation for frame in frames if _is_of_other(parsed, verb, frame)
    }
    return [
        frame
        for frame in frames
        if frame.subject != SUBJECT or frame.sense.relation not in of_others
    ]


def _is_of_other(parsed: ParsedText, verb: Token, frame: VerbFrame) -> bool:
    """Whether a verb has all that a frame needs that says nothing of its subject."""
    if SUBJECT in (frame.subject, frame.object):
        return False
    # CASE without object: "*Roth* flew to Oslo", but not "Marsh flew *Roth* to Oslo"
    if OBJECT in (frame.subject, frame.object) and not dependents(verb, "dobj"):
        return False
    return bool(introduced(parsed, verb, frame.prepositions))
