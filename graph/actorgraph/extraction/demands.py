"""Demands inside what somebody says: "the union *must* act", says the minister."""

from __future__ import annotations

from collections.abc import Iterator

from actorgraph.extraction.arguments import arguments
from actorgraph.extraction.attribution import Speech
from actorgraph.extraction.candidates import Candidate
from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.page import Page
from actorgraph.model import MentionKind


def demand_candidates(page: Page, speeches: list[Speech], knowledge: Knowledge) -> Iterator[Candidate]:
    """What speakers say that a named actor must do is a demand on that actor."""
    for speech in speeches:
        for i in speech.content if speech.speaker is not None else ():
            if page.lower[i] in knowledge.lexicon.cues["obligation"] and page.doc[i].dep_ == "aux":
                for addressee in arguments(page, page.doc[i].head, ("nsubj",)):
                    for sense in knowledge.lexicon.constructions.get("modal in speech", ()):
                        assert speech.speaker is not None
                        named = addressee.kind is not MentionKind.PRONOUN and addressee.start in speech.content
                        if (
                            named
                            and knowledge.fits(speech.speaker, sense.subject_types)
                            and knowledge.fits(addressee, sense.object_types)
                        ):
                            yield Candidate(
                                speech.speaker, sense.relation, addressee, i, "modal in speech", page.lower[i]
                            )
