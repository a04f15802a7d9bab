"""Claims that the network proposes, beside those that the rules read.

Whether one is right depends on these signals, besides the network's own probability:

- ``reverse``: log-odds of the same relation in the other direction;
- ``rival``: the highest log-odds of the same relation between the subject and another object;
- ``related``: 1 if a rule reads another relation between the two;
- ``elsewhere``: 1 if a rule reads the same relation between the subject and another object;
- ``described``: 1 if one of the two mentions is not a name;
- ``unworded``: 1 if words express the relation, and the passage has none of them;
- the family of the relation, such as ``Affiliation``: 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import LEADING
from actorgraph.extraction.knowledge.relation_lists import LOCATION, relation_list
from actorgraph.extraction.knowledge.reliability import (
    PROBABILITY,
    UNWORDED,
    Signals,
    logit,
)
from actorgraph.extraction.knowledge.triggers import is_worded
from actorgraph.extraction.learned.pair_scores import PairScore, PairScores
from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.parse.dependents import verb_above
from actorgraph.extraction.parse.word_tags import PREPOSITION_TAGS, is_verb_form
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.network.best_objects import best_objects
from actorgraph.extraction.patterns.network.counterevidence import speaks_against
from actorgraph.extraction.patterns.network.exclusions import Exclusions
from actorgraph.extraction.patterns.network.noun_phrases import share_any_phrase
from actorgraph.extraction.patterns.network.rule_facts import Fact, RuleFacts
from actorgraph.extraction.patterns.roles.posts import POST_FAMILY
from actorgraph.extraction.patterns.template import Pattern, Template
from actorgraph.extraction.patterns.verbs.voice import is_past
from actorgraph.model import Claim, Status
from actorgraph.settings import LEARNED_EXACT, LEARNED_FLOOR, LEARNED_SURE

if TYPE_CHECKING:
    from spacy.tokens import Token

FOUNDING = relation_list("founding")
SEAT = relation_list("seat of a body")
#: Relations that say too little to be claimed without words for them; where they are the most
#: probable, no more specific one is either.
VAGUE = relation_list("too vague to propose")

#: The scores of the relations between two actors.
Scores = Mapping[str, PairScore]

#: A relation is proposed rather than a more general one, which cannot be less probable, if its
#: probability is at least this share of that of the general one.
MORE_SPECIFIC = 0.6

#: Number of words before the first mention that can still say how a relation is stated:
#: "the bank's former head Ada Quint".
WORDS_BEFORE = 3


def learned_candidates(
    entities: Entities,
    pair_scores: PairScores,
    claims: Iterable[Claim],
    exclusions: Exclusions,
    knowledge: Knowledge,
) -> Iterator[Candidate]:
    """Yield the relations that are probable enough and that no claim expresses or implies.

    Where one relation implies another, only the more specific one is proposed.

    Args:
        pair_scores: The network's probabilities for pairs of actors; empty where it did not read.
        claims: What the rules read.
        exclusions: What the words exclude.
    """
    reader = _LearnedReader(entities, pair_scores, claims, exclusions, knowledge)
    for actors in sorted(pair_scores):
        yield from reader.candidates(*actors)


class _LearnedReader:
    """Chooses among the network's proposals for one document."""

    def __init__(
        self,
        entities: Entities,
        pair_scores: PairScores,
        claims: Iterable[Claim],
        exclusions: Exclusions,
        knowledge: Knowledge,
    ) -> None:
        self.entities = entities
        self.exclusions = exclusions
        self.pair_scores = pair_scores
        self.knowledge = knowledge
        self.vocabulary = knowledge.vocabulary
        self.by_rules = RuleFacts(claims)
        self.rivals = best_objects(pair_scores)
        self.implied: set[Fact] = set()
        for fact in self.by_rules.facts:
            self.implied |= self._implied(fact)

    def candidates(self, subject: int, object_: int) -> Iterator[Candidate]:
        """Yield the network's relations between two actors, in alphabetical order."""
        scores = self.pair_scores[subject, object_]
        for relation, unworded in sorted(self._most_specific(scores).items()):
            fact = subject, relation, object_
            if fact in self.implied or self._is_ruled_out(fact):
                continue
            if self._is_dated_otherwise(fact):
                continue
            if self.exclusions.excludes(relation, scores[relation]):
                continue
            if self.vocabulary.relation(relation).symmetric:
                self.implied |= self._implied(fact)
            signals = {**self._signals(fact), UNWORDED: unworded}
            yield self._candidate(relation, scores[relation], signals)

    def _implied(self, fact: Fact) -> set[Fact]:
        return set(self.vocabulary.implied(*fact))

    def _most_specific(self, scores: Scores) -> dict[str, float]:
        """Map the probable relations that none of them implies to the signal ``unworded``."""
        unworded: dict[str, float] = {}
        for relation in _probable(scores):
            signal = float(self._is_unworded(relation, scores[relation]))
            # CASE day: "Delmore moved to Oslo in 2009", when it was not founded
            if signal and scores[relation].object.is_time:
                continue
            if self.knowledge.reliability.knows(self._family(relation)):
                unworded[relation] = signal
        for relation in sorted(unworded):
            general = self.vocabulary.ancestors(relation) & unworded.keys() - {relation}
            least = MORE_SPECIFIC * max(
                (scores[name].probability for name in general), default=0.0
            )
            # CASE general: "Roth rejects the claims of Marsh" criticises, and hardly accuses
            if scores[relation].probability < least:
                del unworded[relation]
            else:
                for name in general:
                    del unworded[name]
        for relation in VAGUE & unworded.keys():
            del unworded[relation]
        return unworded

    def _family(self, relation: str) -> str:
        return self.vocabulary.relation(relation).family

    def _is_unworded(self, relation: str, score: PairScore) -> bool:
        words = self.knowledge.triggers.get(relation)
        if words is None:
            return False
        roots = score.subject.root, score.object.root
        return not is_worded(self.entities.parsed, min(roots), max(roots), words)

    def _is_ruled_out(self, fact: Fact) -> bool:
        """Whether a rule reads what excludes a relation, or says all that the text says."""
        subject, relation, object_ = fact
        by_rules = self.by_rules
        general = self.vocabulary.ancestors(relation)
        # CASE other leader: who leads the bank, if the text says that someone else does?
        leaders = by_rules.subjects[LEADING, object_]
        if LEADING in general and leaders - {subject}:
            return True
        # CASE other founder: "Roth met Marsh, the founder of the bank"
        if FOUNDING & general and by_rules.subjects[relation, object_] - {subject}:
            return True
        # CASE counterevidence: "Roth met Norwegian officials", "Roth and his fiancée, Quint"
        score = self.pair_scores[subject, object_][relation]
        if speaks_against(self.entities, by_rules, fact, score):
            return True
        # CASE place of others: "Delmore asked Norway's minister", "from Oslo to Sweden"
        is_place = self.entities.all[subject].is_place
        is_seat = relation in (SEAT | LOCATION if is_place else SEAT)
        if is_seat and not share_any_phrase(self.entities, subject, object_):
            return True
        # CASE other relation of the kind: the bank's spokesman does not lead it
        for other_relation in self._read_instead(fact, general):
            if self.vocabulary.ancestors(other_relation) & general:
                return True
        return False

    def _read_instead(self, fact: Fact, general: frozenset[str]) -> set[str]:
        """Return what rules read that may exclude it: "Roth of the bank" hardly says more."""
        subject, relation, object_ = fact
        relations = self.by_rules.between[frozenset((subject, object_))]
        if not self.vocabulary.relation(relation).lasting:
            return relations - general
        score = self.pair_scores[subject, object_][relation]
        is_exact = score.probability >= LEARNED_EXACT
        return relations - (VAGUE & general) if is_exact else relations

    def _is_dated_otherwise(self, fact: Fact) -> bool:
        """Whether a rule reads another day: "founded in 1961, it moved to Oslo in 2009"."""
        subject, relation, object_ = fact
        days = self.by_rules.objects[subject, relation]
        return bool(days) and self.entities.all[object_].is_time

    def _signals(self, fact: Fact) -> Signals:
        subject, relation, object_ = fact
        score = self.pair_scores[subject, object_][relation]
        reverse = self.pair_scores.get((object_, subject), {}).get(relation)
        rival = self.rivals[subject, relation].without(object_)
        by_rules = self.by_rules
        is_named = score.subject.is_name and score.object.is_name
        return {
            PROBABILITY: logit(score.probability),
            "reverse": logit(reverse.probability if reverse is not None else 0.0),
            "rival": logit(rival),
            self._family(relation): 1.0,
            "related": float(bool(by_rules.between[frozenset((subject, object_))])),
            "elsewhere": float(bool(by_rules.objects[subject, relation] - {object_})),
            "described": float(not is_named),
        }

    def _candidate(
        self, relation: str, score: PairScore, signals: Signals
    ) -> Candidate:
        trigger = self._common_governor(score)
        lasting = self.vocabulary.relation(relation).lasting
        return Candidate(
            score.subject,
            relation,
            score.object,
            trigger.i,
            Template(Pattern.LEARNED),
            status=self._status(relation, score) if lasting else None,
            stated_by=self._stating_word(relation, score, trigger).i,
            is_in_clause=is_verb_form(trigger),
            signals=signals,
        )

    def _stating_word(self, relation: str, score: PairScore, trigger: Token) -> Token:
        """Return the word around which it says how a relation is stated.

        That is the lowest word above the object that expresses the relation, as "murder" in "was
        charged with the murder of Roth"; without such a word, the verb that governs both, or the
        object itself. What lasts is stated by no such verb: "will meet Roth (of *Delmore*)".
        """
        object_ = self.entities.parsed.head_of(score.object)
        words = self.knowledge.triggers.get(relation, frozenset())
        heads = {word.rsplit(" ", 1)[-1] for word in words}
        for token in object_.ancestors:
            is_preposition = token.tag_ in PREPOSITION_TAGS
            if self.entities.parsed.lemma(token) in heads and not is_preposition:
                return token
            if token.i == trigger.i:
                break
        is_verb = is_verb_form(trigger)
        lasting = self.vocabulary.relation(relation).lasting
        return trigger if is_verb and not lasting else object_

    def _common_governor(self, score: PairScore) -> Token:
        """Return the lowest word of the parse tree that governs both mentions."""
        doc = self.entities.parsed.doc
        subject, object_ = doc[score.subject.root], doc[score.object.root]
        above_subject = {subject, *subject.ancestors}
        for token in (object_, *object_.ancestors):
            if token in above_subject:
                return token
        return object_

    def _status(self, relation: str, score: PairScore) -> Status:
        """Return ``FORMER`` if a word around the mentions says so of a role, or a verb does.

        The former president of a country is still its citizen.
        """
        parsed, cues = self.entities.parsed, self.knowledge.lexicon.cues
        # CASE state in the past tense: "*grew* up in Amsel, Norland"
        verb = verb_above(parsed.head_of(score.object))
        is_state = parsed.lemma(verb) in cues[Cue.STATE]
        if is_state and is_past(verb) and not score.subject.is_place:
            return Status.FORMER
        if self.vocabulary.relation(relation).family != POST_FAMILY:
            return Status.CURRENT
        subject, object_ = score.subject, score.object
        first = min(subject.start, object_.start) - WORDS_BEFORE
        last = max(subject.end, object_.end)
        words = parsed.lower[max(0, first) : last]
        # CASE left: "Roth quit the *Harbour Party*", whose member she was
        is_former = (subject.actor, object_.actor) in self.by_rules.parted
        is_former |= not cues[Cue.FORMER].isdisjoint(words)
        return Status.FORMER if is_former else Status.CURRENT


def _probable(scores: Scores) -> set[str]:
    """Return the relations above ``LEARNED_SURE``; else the best, if above ``LEARNED_FLOOR``."""
    sure = {name for name in scores if scores[name].probability >= LEARNED_SURE}
    if sure or not scores:
        return sure
    best = max(scores, key=lambda name: (scores[name].probability, name))
    return {best} if scores[best].probability >= LEARNED_FLOOR else set()
