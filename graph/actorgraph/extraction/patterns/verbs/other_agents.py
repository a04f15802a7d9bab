"""Verbs whose subject lets somebody else do it: "Marsh replaced Hale *with Roth*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import VerbFrame
from actorgraph.extraction.mentions.coordination import introduced
from actorgraph.extraction.parse.parsed_text import ParsedText

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECT = "subject"


def without_causers(
    parsed: ParsedText, verb: Token, frames: list[VerbFrame]
) -> list[VerbFrame]:
    """Return frames without those that say of the subject what somebody else does."""
    of_others = {
        frame.sense.relation
        for frame in frames
        if SUBJECT not in (frame.subject, frame.object)
        and introduced(parsed, verb, frame.prepositions)
    }
    return [
        frame
        for frame in frames
        if frame.subject != SUBJECT or frame.sense.relation not in of_others
    ]
