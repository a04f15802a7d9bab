"""Demands in reported speech: "the union *must* act", says the minister."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.mentions.arguments import arguments
from actorgraph.extraction.modality.dependents import dependents
from actorgraph.extraction.modality.speech import Speech
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.template import Template
from actorgraph.grammar import grammar_words
from actorgraph.model import MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Conjunctions before an indirect question: "asked *whether* the union must act".
OF_QUESTION = grammar_words("conjunction of an indirect question")


def demand_candidates(
    parsed: ParsedText, speeches: list[Speech], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield the speakers' demands on named actors: who, in their words, must do something."""
    obligations = knowledge.lexicon.cues[Cue.OBLIGATION]
    for speech in speeches:
        if speech.speaker is None:
            continue
        for i in speech.content:
            modal = parsed.doc[i]
            if modal.dep_ == "aux" and parsed.lower[i] in obligations:
                for addressee in _addressees(parsed, speech, modal):
                    yield from _demands(speech.speaker, addressee, modal, knowledge)


def _addressees(
    parsed: ParsedText, speech: Speech, modal: Token
) -> Iterator[TokenMention]:
    """Yield the named subjects of a modal verb that are part of the speech."""
    # CASE question: "must the union act?", "whether the union must act" demand nothing
    for child in modal.head.children:
        if child.dep_ == "nsubj" and child.i > modal.i:
            return
        if child.dep_ == "mark" and child.lower_ in OF_QUESTION:
            return
    # CASE passive: "the union must be stopped" demands it of others
    if dependents(modal.head, "auxpass"):
        return
    for subject in arguments(parsed, modal.head, ("nsubj",)):
        named = subject.kind is not MentionKind.PRONOUN
        if named and subject.start in speech.content:
            yield subject


def _demands(
    speaker: TokenMention, addressee: TokenMention, modal: Token, knowledge: Knowledge
) -> Iterator[Candidate]:
    construction = Construction.MODAL_IN_SPEECH
    for sense in knowledge.lexicon.constructions.get(construction, ()):
        fits = knowledge.fits(addressee, sense.object_types)
        if fits and knowledge.fits(speaker, sense.subject_types):
            template = Template(construction)
            yield Candidate(
                speaker, sense.relation, addressee, modal.i, template, modal.lower_
            )
