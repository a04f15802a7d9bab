"""Whether something is still to come: "will meet", "is to visit", "plans talks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.modality.factuality.factuality import factuality
from actorgraph.extraction.parse.closed_classes import PERFECT
from actorgraph.extraction.parse.dependents import AUXILIARIES, dependents, verb_above
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import PRESENT_TAGS, is_verb_form
from actorgraph.model import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Modalities of what has not happened yet.
AHEAD = frozenset({Modality.PLANNED, Modality.DEMANDED, Modality.POSSIBLE})


def is_ahead(parsed: ParsedText, token: Token, lexicon: Lexicon) -> bool:
    """Whether a verb or noun is about something that is to happen after publication.

    Args:
        parsed: The text.
        token: The verb or noun that expresses what happens.
        lexicon: The words that express modality.
    """
    if is_verb_form(token):
        return _verb_is_ahead(parsed, _first_conjunct(token), lexicon)
    _, modality = factuality(parsed, token.i, lexicon)
    # CASE possibility in the past: "may have held talks", "feared an attack"
    if modality is Modality.POSSIBLE and _is_past(parsed, verb_above(token.head)):
        return False
    # CASE noun: "plans talks", "will hold talks", "a planned visit"
    return modality in AHEAD


def _verb_is_ahead(parsed: ParsedText, verb: Token, lexicon: Lexicon) -> bool:
    # CASE past: "met", "was met", "has met", "may have met"; also "asked whether Roth met Marsh"
    if _is_past(parsed, verb):
        return False
    # CASE present progressive: with a day it is a plan: "is visiting Oslo on Tuesday"
    if verb.tag_ == "VBG" and any(
        word.tag_ in PRESENT_TAGS for word in _auxiliaries(verb)
    ):
        return True
    # CASE plan, demand, possibility: "will meet", "is to meet", "must meet", "may meet"
    _, modality = factuality(parsed, verb.i, lexicon)
    return modality in AHEAD


def _first_conjunct(verb: Token) -> Token:
    """Return the verb whose auxiliary a bare infinitive shares: "will *meet* and *praise*"."""
    while verb.dep_ == "conj" and verb.tag_ == "VB" and not _auxiliaries(verb):
        verb = verb.head
    return verb


def _is_past(parsed: ParsedText, verb: Token) -> bool:
    if verb.tag_ == "VBD":
        return True
    for auxiliary in _auxiliaries(verb):
        if auxiliary.tag_ == "VBD" or parsed.lemma(auxiliary) in PERFECT:
            return True
    return False


def _auxiliaries(verb: Token) -> list[Token]:
    return dependents(verb, *AUXILIARIES)
