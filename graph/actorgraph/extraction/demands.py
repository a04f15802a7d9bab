"""Demands inside what somebody says: "the union *must* act", says the minister."""

from __future__ import annotations

from collections.abc import Iterator

from actorgraph.extraction.arguments import arguments
from actorgraph.extraction.attribution import Speech
from actorgraph.extraction.candidates import Candidate
from actorgraph.extraction.lexicon import Lexicon
from actorgraph.extraction.page import Page
from actorgraph.extraction.relations import fits
from actorgraph.model import MentionKind
from actorgraph.vocabulary import Vocabulary


def demand_candidates(
    page: Page, speeches: list[Speech], vocabulary: Vocabulary, lexicon: Lexicon
) -> Iterator[Candidate]:
    """What speakers say that a named actor must do is a demand on that actor."""
    for speech in speeches:
        for i in speech.content if speech.speaker is not None else ():
            if page.lower[i] in lexicon.cues["obligation"] and page.doc[i].dep_ == "aux":
                for addressee in arguments(page, page.doc[i].head, ("nsubj",)):
                    for sense in lexicon.constructions.get("modal in speech", ()):
                        assert speech.speaker is not None
                        named = addressee.kind is not MentionKind.PRONOUN and addressee.start in speech.content
                        if (
                            named
                            and fits(speech.speaker, sense.subject_types, vocabulary)
                            and fits(addressee, sense.object_types, vocabulary)
                        ):
                            yield Candidate(
                                speech.speaker, sense.relation, addressee, i, "modal in speech", page.lower[i]
                            )
