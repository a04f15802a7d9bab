"""Where someone is who does something at an event: "Roth said in a speech *in Oslo* that …"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.clauses.coordination import complements
from actorgraph.extraction.modality.factuality.factuality import factuality
from actorgraph.extraction.parse.closed_classes import (
    AT_EVENT,
    BEFORE_PARTNER,
    OF_WHOLE,
)
from actorgraph.extraction.parse.dependents import dependents, obliques, prepositions
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import is_verb_form
from actorgraph.extraction.patterns.candidate import Candidate, candidates_stated_by
from actorgraph.extraction.patterns.events.occasions import (
    AT_PART,
    AVOIDING,
    GATHERINGS,
    PARTS,
)
from actorgraph.grammar import grammar_words
from actorgraph.model import Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Nouns of what someone does before others: "speech", "interview".
APPEARANCES = grammar_words("noun of an appearance")

#: Before the place of an event: "a speech *in* Oslo".
BEFORE_VENUE = grammar_words("preposition before a venue")


def venue_candidates(parsed: ParsedText, knowledge: Knowledge) -> Iterator[Candidate]:
    """Yield who was where, as the place of an event says, in text order."""
    for verb in parsed.doc:
        if not is_verb_form(verb) or dependents(verb, "auxpass"):
            continue
        for noun in _occasions(parsed, verb):
            yield from _candidates(parsed, verb, noun, knowledge)


def _occasions(parsed: ParsedText, verb: Token) -> Iterator[Token]:
    """Yield the events of a verb: "said at a *meeting*", "told the *meeting*"."""
    # CASE absent: "skipped the meeting in Oslo"
    if parsed.lemma(verb) in AVOIDING:
        return
    events = obliques(verb, AT_EVENT)
    for noun in (*dependents(verb, "dobj"), *events, *_wholes(verb)):
        words = {parsed.lemma(noun), noun.lower_}
        if not words.isdisjoint(GATHERINGS | APPEARANCES):
            yield noun


def _wholes(verb: Token) -> Iterator[Token]:
    """Yield the events that have something in a part: "on the margins of the *summit*"."""
    for part in obliques(verb, AT_PART):
        if part.lower_ in PARTS:
            yield from obliques(part, OF_WHOLE)


def _candidates(
    parsed: ParsedText, verb: Token, noun: Token, knowledge: Knowledge
) -> Iterator[Candidate]:
    venues = list(_venues(parsed, verb, noun))
    lexicon = knowledge.lexicon
    # CASE denied: who "did not speak at the meeting in Oslo" need not have been there
    if not venues or factuality(parsed, verb.i, lexicon)[0] is Polarity.DENIED:
        return
    actors = arguments(parsed, verb, ("nsubj",))
    for actor, venue in product(actors, venues):
        yield from candidates_stated_by(
            verb, parsed, Construction.AT_EVENT_IN_PLACE, actor, venue, knowledge
        )


def _venues(parsed: ParsedText, verb: Token, noun: Token) -> Iterator[TokenMention]:
    """Yield the places of an event: "a speech on peace *in Oslo*"."""
    # CASE partner: "a meeting with leaders *in Oslo*"
    for governor in (noun, verb, *obliques(noun, BEFORE_PARTNER)):
        for preposition in prepositions(governor, BEFORE_VENUE):
            if preposition.i > noun.i:
                yield from complements(parsed, preposition)
