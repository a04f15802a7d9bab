"""Who takes part in an event by doing something there: "Roth said *at the summit*"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.knowledge.relation_lists import CONTEST, VIOLENCE
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.clauses.coordination import complements
from actorgraph.extraction.mentions.clauses.direct_objects import objects
from actorgraph.extraction.modality.factuality.factuality import factuality
from actorgraph.extraction.parse.closed_classes import (
    AT_EVENT,
    AT_PLACE_OR_BODY,
    CONTESTS,
    OF_WHOLE,
)
from actorgraph.extraction.parse.dependents import (
    SUBJECTS,
    dependents,
    is_complement_of,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import is_verb_form
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.events.event_reader import EventReader
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Nouns of events at which people are present: "summit", "debate".
GATHERINGS = grammar_words("noun of a gathering")

#: Before an event in which opponents meet: "beat Marsh *in* the final".
AT_CONTEST = grammar_words("preposition of a contest")

#: Nouns of fights: "clash", and of those who fight: "soldier".
FIGHTS = grammar_words("noun of a fight")
FIGHTERS = grammar_words("noun for a fighter")
#: Nouns of violence by one side: "raid".
VIOLENT_ACTS = grammar_words("noun of a violent act")


#: Verbs that say who was not there: "*skipped* the summit".
AVOIDING = grammar_words("verb of staying away")

#: Nouns of a part of an event: "the *sidelines* of the summit".
PARTS = grammar_words("noun of a part of an event")
#: Before such a part: "*on* the sidelines".
AT_PART = AT_EVENT | grammar_words("preposition before a part of an event")


def occasion_candidates(
    parsed: ParsedText, knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield the participants of the events of a text, in the order of its mentions."""
    for event in parsed.mentions:
        if event.type is ActorType.EVENT:
            reader = _OccasionReader(parsed, event, knowledge)
            yield from reader.present()
            yield from reader.absent()


class _OccasionReader(EventReader):
    """Reads who takes part in an event by doing something there."""

    def present(self) -> Iterator[Candidate]:
        """Yield who does something at the event."""
        noun = self._occasion()
        verb = _verb_of_adjunct(noun)
        if verb is None:
            return
        before = noun.head.lower_
        actors: list[TokenMention] = []
        # CASE contest: "*Roth* beat *Marsh* in the final", but not "ousted Marsh in an uprising"
        if before in AT_CONTEST and self._is_contest(verb):
            actors = arguments(self.parsed, verb, SUBJECTS)
            actors = [*actors, *self._opponents(verb)]
        # CASE fight: "*soldiers* died in a clash", "*Roth* shot Marsh in a raid"
        elif before in AT_CONTEST and self.is_one_of(FIGHTS | VIOLENT_ACTS):
            actors = self._fighters(verb)
        # CASE gathering: "*Roth* said at the summit that …", but not "Roth was shot at the summit"
        elif self._is_attended(noun):
            is_passive = bool(dependents(verb, "auxpass"))
            actors = [] if is_passive else arguments(self.parsed, verb, ("nsubj",))
        yield from self._candidates(Construction.AT_EVENT, verb, actors)

    def absent(self) -> Iterator[Candidate]:
        """Yield who stays away from the event, which the verb then denies of its object."""
        verb = self.noun.head
        if self.noun.dep_ != "dobj" or self.parsed.lemma(verb) not in AVOIDING:
            return
        actors = arguments(self.parsed, verb, ("nsubj",))
        yield from self.participation(Construction.AT_EVENT, self.noun, actors)

    def _occasion(self) -> Token:
        """Return the noun that the verb's preposition introduces: "on the *day* of the match"."""
        whole = self.noun
        if not is_complement_of(whole, OF_WHOLE):
            return whole
        part = whole.head.head
        return part if part.lower_ in PARTS else whole

    def _is_attended(self, noun: Token) -> bool:
        """Whether the clause is about who is at a gathering, or at a part of an event."""
        before = noun.head.lower_
        # CASE part: "*on the sidelines* of the summit", "*on the opening day* of the tournament"
        if noun.i != self.noun.i:
            is_event = self.is_one_of(GATHERINGS | CONTESTS)
            return is_event and before in AT_PART
        return before in AT_EVENT and self.is_one_of(GATHERINGS)

    def _is_contest(self, verb: Token) -> bool:
        """Whether opponents meet in the event, as the verb says."""
        if not self.is_one_of(CONTESTS):
            return False
        lemma = self.parsed.lemma(verb)
        return self.knowledge.lexicon.says(lemma, CONTEST)

    def _fighters(self, verb: Token) -> list[TokenMention]:
        """Return the subjects of a clause that did not only suffer a fight."""
        subjects = arguments(self.parsed, verb, SUBJECTS)
        lemma = self.parsed.lemma(verb)
        is_violent = self.knowledge.lexicon.says(lemma, VIOLENCE)
        if is_violent and dependents(verb, "dobj"):
            return subjects
        # CASE victim: in "soldiers died in a raid" it may have been on them
        if not self.is_one_of(FIGHTS):
            return []
        return [subject for subject in subjects if self._is_fighter(subject)]

    def _is_fighter(self, mention: TokenMention) -> bool:
        noun = self.parsed.head_of(mention)
        return self.parsed.lemma(noun) in FIGHTERS

    def _opponents(self, verb: Token) -> Iterator[TokenMention]:
        """Yield the opponents that the subject of a verb beats, or that beat it."""
        yield from objects(self.parsed, verb)
        for child in dependents(verb, "agent"):
            yield from complements(self.parsed, child)

    def _candidates(
        self, construction: Construction, trigger: Token, actors: list[TokenMention]
    ) -> Iterator[Candidate]:
        # CASE denied: who "did not say at the summit that …" may have been there or not
        polarity, _ = factuality(self.parsed, trigger.i, self.knowledge.lexicon)
        if polarity is not Polarity.DENIED:
            yield from self.participation(construction, trigger, actors)


def _verb_of_adjunct(noun: Token) -> Token | None:
    """Return the verb that a noun belongs to by a preposition, or None."""
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.dep_ != "prep":
        return None
    verb = preposition.head
    # CASE attached too low: "discussed the deal *at* the summit"
    if verb.dep_ == "dobj" and preposition.lower_ in AT_PLACE_OR_BODY:
        verb = verb.head
    return verb if is_verb_form(verb) else None
