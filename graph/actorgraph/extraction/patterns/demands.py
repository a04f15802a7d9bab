"""Demands inside what somebody says: "the union *must* act", says the minister."""

from __future__ import annotations

from collections.abc import Iterator

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.mentions.arguments import arguments
from actorgraph.extraction.modality.speech import Speech
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.model import MentionKind

TEMPLATE = "modal in speech"


def demand_candidates(
    parsed: ParsedText, speeches: list[Speech], knowledge: Knowledge
) -> Iterator[Candidate]:
    """What speakers say that a named actor must do is a demand on that actor."""
    for speech in speeches:
        for i in speech.content:
            if (
                parsed.lower[i] in knowledge.lexicon.cues["obligation"]
                and parsed.doc[i].dep_ == "aux"
            ):
                for addressee in _addressees(parsed, speech, i):
                    yield from _demand(
                        speech.speaker, addressee, i, parsed.lower[i], knowledge
                    )


def _addressees(parsed: ParsedText, speech: Speech, modal: int) -> list[TokenMention]:
    """The named subjects of a modal verb, if they stand in the speech too and before it: "must it act" only asks."""
    subjects = arguments(parsed, parsed.doc[modal].head, ("nsubj",))
    if any(
        child.dep_ == "nsubj" and child.i > modal
        for child in parsed.doc[modal].head.children
    ):
        return []
    return [
        mention
        for mention in subjects
        if mention.kind is not MentionKind.PRONOUN and mention.start in speech.content
    ]


def _demand(
    speaker: TokenMention | None,
    addressee: TokenMention,
    i: int,
    word: str,
    knowledge: Knowledge,
) -> Iterator[Candidate]:
    for sense in (
        knowledge.lexicon.constructions.get(TEMPLATE, ()) if speaker is not None else ()
    ):
        admitted = knowledge.fits(addressee, sense.object_types)
        if (
            speaker is not None
            and admitted
            and knowledge.fits(speaker, sense.subject_types)
        ):
            yield Candidate(speaker, sense.relation, addressee, i, TEMPLATE, word)
