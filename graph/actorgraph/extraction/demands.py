"""Demands inside what somebody says: "the union *must* act", says the minister."""

from __future__ import annotations

from collections.abc import Iterator

from actorgraph.extraction.arguments import arguments
from actorgraph.extraction.attribution import Speech
from actorgraph.extraction.candidates import Candidate
from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.page import Chunk, Page
from actorgraph.model import MentionKind

TEMPLATE = "modal in speech"


def demand_candidates(page: Page, speeches: list[Speech], knowledge: Knowledge) -> Iterator[Candidate]:
    """What speakers say that a named actor must do is a demand on that actor."""
    for speech in speeches:
        for i in speech.content:
            if page.lower[i] in knowledge.lexicon.cues["obligation"] and page.doc[i].dep_ == "aux":
                for addressee in _addressees(page, speech, i):
                    yield from _demand(speech.speaker, addressee, i, page.lower[i], knowledge)


def _addressees(page: Page, speech: Speech, modal: int) -> list[Chunk]:
    """The named subjects of a modal verb, if they stand in the speech too and before it: "must it act" only asks."""
    subjects = arguments(page, page.doc[modal].head, ("nsubj",))
    if any(child.dep_ == "nsubj" and child.i > modal for child in page.doc[modal].head.children):
        return []
    return [chunk for chunk in subjects if chunk.kind is not MentionKind.PRONOUN and chunk.start in speech.content]


def _demand(speaker: Chunk | None, addressee: Chunk, i: int, word: str, knowledge: Knowledge) -> Iterator[Candidate]:
    for sense in knowledge.lexicon.constructions.get(TEMPLATE, ()) if speaker is not None else ():
        admitted = knowledge.fits(addressee, sense.object_types)
        if speaker is not None and admitted and knowledge.fits(speaker, sense.subject_types):
            yield Candidate(speaker, sense.relation, addressee, i, TEMPLATE, word)
