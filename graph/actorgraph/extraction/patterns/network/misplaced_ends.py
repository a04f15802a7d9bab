"""Ends of relations that the words put elsewhere, or at another time: "met Marsh in *Oslo*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.actor_types import COUNTRY
from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.relation_lists import VISIT, relation_list
from actorgraph.extraction.learned.pair_scores import PairScore
from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.parse.closed_classes import (
    BEFORE_PARTNER,
    OF_ORIGIN,
    OF_WHOLE,
)
from actorgraph.extraction.parse.dependents import (
    governor_of,
    is_complement_of,
    verb_above,
)
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.parse.word_tags import is_verb_form
from actorgraph.extraction.patterns.verbs.owned_objects import SUFFERED
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Relations of a body to what it is part of.
WHOLE = relation_list("whole of a body")
#: Relations of opposition.
HOSTILITIES = relation_list("attitude against somebody")
STUDY = relation_list("place of study")
#: Where a life begins and ends.
IN_A_LIFE = relation_list("place in a life")
#: What a school gives to those who did not study there.
HONOURS = grammar_words("noun of an honour")


class MisplacedEnds:
    """Says which subjects and objects of a text are not at the place or time of a relation."""

    def __init__(self, entities: Entities, knowledge: Knowledge) -> None:
        self.entities, self.parsed = entities, entities.parsed
        self._triggers = knowledge.triggers
        self._cues = knowledge.lexicon.cues

    def is_misplaced(self, relation: str, score: PairScore) -> bool:
        """Whether the words put the object elsewhere, or at another time."""
        object_ = score.object
        # CASE met there: "Roth met *Marsh* in *Oslo*", where Marsh may live
        if relation in VISIT:
            return self._is_met(score.subject) or self._is_home(object_)
        if relation in HOSTILITIES and self._is_pitied(object_, relation):
            return True
        if relation in STUDY and self._is_giver(object_):
            return True
        if relation in IN_A_LIFE and self._is_of_other_end(relation, object_):
            return True
        if object_.is_time:
            return self._is_day_of_another_act(relation, object_)
        return relation in WHOLE and self._is_body_in_town(score)

    def _is_giver(self, school: TokenMention) -> bool:
        """Whether an honour is from a school, not a degree: "an *award* from *Delmore*"."""
        token = self.parsed.head_of(school)
        if not is_complement_of(token, OF_ORIGIN):
            return False
        return self.parsed.lemma(governor_of(token)) in HONOURS

    def _is_of_other_end(self, relation: str, place: TokenMention) -> bool:
        """Whether a verb says that a life ended, not began, in a place, or the other way round."""
        verb = verb_above(self.parsed.head_of(place))
        return any(self._tells(verb, other) for other in IN_A_LIFE - {relation})

    def _is_day_of_another_act(self, relation: str, day: TokenMention) -> bool:
        """Whether a verb dates something else: "founded in Oslo and *moved* to Bonn in *2009*"."""
        if not self._triggers.get(relation):
            return False
        verb = governor_of(self.parsed.head_of(day))
        return is_verb_form(verb) and not self._tells(verb, relation)

    def _is_pitied(self, person: TokenMention, relation: str) -> bool:
        """Whether a speaker opposes what happened to an end: "condemned *Roth's* arrest"."""
        token = self.parsed.head_of(person)
        if token.dep_ != "poss" and not is_complement_of(token, OF_WHOLE):
            return False
        act = governor_of(token)
        words = act.lower_, self.parsed.lemma(act)
        if SUFFERED.isdisjoint(words):
            return False
        return self._tells(governor_of(act), relation)

    def _tells(self, word: Token, relation: str) -> bool:
        """Whether a word is a trigger of a relation."""
        firsts = {text.split(" ")[0] for text in self._triggers.get(relation, ())}
        return not firsts.isdisjoint((word.lower_, self.parsed.lemma(word)))

    def _is_body_in_town(self, score: PairScore) -> bool:
        """Whether a body would be part of a place: "*Delmore* moved to *Oslo*", where it is based.

        Of a country it may be an institution.
        """
        place = self.entities.of(score.object)
        if place is None or not score.subject.is_organisation:
            return False
        return place.is_place and place.subtype != COUNTRY

    def _is_home(self, place: TokenMention) -> bool:
        """Whether an actor only speaks in a capital, as everyone does who speaks for a country."""
        if not place.capital:
            return False
        lemma = self.parsed.lemma(governor_of(self.parsed.head_of(place)))
        return lemma in self._cues[Cue.CLAUSE] or lemma in self._cues[Cue.DIRECT]

    def _is_met(self, mention: TokenMention) -> bool:
        token = self.parsed.head_of(mention)
        if token.dep_ == "dobj":
            return True
        return is_complement_of(token, BEFORE_PARTNER)
