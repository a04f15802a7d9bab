"""Claims that the network proposes, beside those that the rules read.

What bears on whether one is right, besides the network's own probability:

- ``reverse``: log-odds of the same relation the other way round;
- ``rival``: the highest log-odds of the same relation between the subject and anybody else;
- ``related``: 1 where a rule reads another relation between the two;
- ``elsewhere``: 1 where a rule reads the same relation of the subject and somebody else;
- ``described``: 1 where one of the two mentions is no name;
- ``unworded``: 1 where words express the relation, and none of them stands in the passage.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.lexicon import LEADING
from actorgraph.extraction.knowledge.reliability import (
    PROBABILITY,
    UNWORDED,
    Signals,
    logit,
)
from actorgraph.extraction.knowledge.triggers import is_worded
from actorgraph.extraction.learned.pair_scores import PairScore, PairScores
from actorgraph.extraction.mentions.entities import Entities, number_of
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.model import LEARNED, Claim, MentionKind, Status
from actorgraph.settings import LEARNED_FLOOR, LEARNED_SURE

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Actors, as numbers, and what relates them.
Fact = tuple[int, str, int]
#: How many words before the first mention still belong to how it is told: "the bank's former head Ada Quint".
WORDS_BEFORE = 3


def learned_candidates(
    entities: Entities,
    pair_scores: PairScores,
    claims: Iterable[Claim],
    knowledge: Knowledge,
) -> Iterator[Candidate]:
    """The most specific relations that are likely enough and that no claim says or implies, in order of the actors."""
    vocabulary = knowledge.vocabulary
    said = _Said(
        (number_of(claim.subject), claim.relation, number_of(claim.object))
        for claim in claims
    )
    rivals = _rivals(pair_scores)
    known = {one for fact in said.facts for one in vocabulary.implied(*fact)}
    for (subject, object_), held in sorted(
        pair_scores.items(), key=lambda item: item[0]
    ):
        unworded = {
            one: float(_is_unworded(entities, one, held[one], knowledge))
            for one in _likely(held)
        }
        likely = {
            one
            for one, flag in unworded.items()
            if knowledge.reliability.knows(one, {UNWORDED: flag})
        }
        implied = {
            above
            for relation in likely
            for above in vocabulary.ancestors(relation) - {relation}
        }
        for relation in sorted(likely - implied):
            fact = subject, relation, object_
            if fact not in known and not _said_otherwise(fact, said, knowledge):
                known.update(
                    vocabulary.implied(*fact)
                    if vocabulary.relation(relation).symmetric
                    else ()
                )
                signals = {
                    **_signals(fact, pair_scores, rivals, said),
                    UNWORDED: unworded[relation],
                }
                yield _candidate(entities, relation, held[relation], signals, knowledge)


def _likely(held: Mapping[str, PairScore]) -> set[str]:
    """The likeliest relation of two actors, those that it implies aside, and all others that are likelier than not."""
    found = {
        relation
        for relation, pair_score in held.items()
        if pair_score.probability >= LEARNED_SURE
    }
    best = max(
        held, key=lambda relation: (held[relation].probability, relation), default=None
    )
    if not found and best is not None and held[best].probability >= LEARNED_FLOOR:
        found.add(best)
    return found


class _Said:
    """What the rules read, so that what is said of two actors, or of one, is found at once."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.facts = set(facts)
        self.between: dict[frozenset[int], set[str]] = defaultdict(set)
        self.objects: dict[tuple[int, str], set[int]] = defaultdict(set)
        self.subjects: dict[tuple[str, int], set[int]] = defaultdict(set)
        for subject, relation, object_ in self.facts:
            self.subjects[relation, object_].add(subject)
            self.between[frozenset((subject, object_))].add(relation)
            self.objects[subject, relation].add(object_)


def _said_otherwise(fact: Fact, said: _Said, knowledge: Knowledge) -> bool:
    """Whether a rule reads another relation of the same kind between the two, or another leader.

    The bank's spokesman does not lead it; and of "Roth of the bank" the text says no more than that.
    """
    vocabulary, relation = knowledge.vocabulary, fact[1]
    above = vocabulary.ancestors(relation)
    if LEADING in above and said.subjects[LEADING, fact[2]] - {fact[0]}:
        return True
    others = said.between.get(frozenset((fact[0], fact[2])), set())
    if not vocabulary.relation(relation).lasting:
        others = others - above
    return any(vocabulary.ancestors(other) & above for other in others)


class _Best:
    """The two highest probabilities of some actors, so that the highest without any one of them is at hand."""

    def __init__(self) -> None:
        self.first, self.actor, self.second = 0.0, -1, 0.0

    def add(self, actor: int, probability: float) -> None:
        if probability > self.first:
            self.first, self.actor, self.second = probability, actor, self.first
        else:
            self.second = max(self.second, probability)

    def without(self, actor: int) -> float:
        """The highest probability of anybody else, 0 if there is nobody."""
        return self.second if actor == self.actor else self.first


def _rivals(pair_scores: PairScores) -> Mapping[tuple[int, str], _Best]:
    """Of each subject and relation, the likeliest objects."""
    found: dict[tuple[int, str], _Best] = defaultdict(_Best)
    for (subject, object_), held in pair_scores.items():
        for relation, pair_score in held.items():
            found[subject, relation].add(object_, pair_score.probability)
    return found


def _is_unworded(
    entities: Entities, relation: str, pair_score: PairScore, knowledge: Knowledge
) -> bool:
    words = knowledge.triggers.get(relation)
    first, last = sorted((pair_score.subject.root, pair_score.object.root))
    return words is not None and not is_worded(entities.parsed, first, last, words)


def _signals(
    fact: Fact,
    pair_scores: PairScores,
    rivals: Mapping[tuple[int, str], _Best],
    said: _Said,
) -> Signals:
    subject, relation, object_ = fact
    pair_score, reverse = (
        pair_scores[subject, object_][relation],
        pair_scores.get((object_, subject), {}).get(relation),
    )
    mentions = (pair_score.subject, pair_score.object)
    return {
        PROBABILITY: logit(pair_score.probability),
        "reverse": logit(reverse.probability if reverse is not None else 0.0),
        "rival": logit(rivals[subject, relation].without(object_)),
        "related": float(frozenset((subject, object_)) in said.between),
        "elsewhere": float(
            bool(said.objects.get((subject, relation), set()) - {object_})
        ),
        "described": float(
            any(mention.kind is not MentionKind.NAME for mention in mentions)
        ),
    }


def _candidate(
    entities: Entities,
    relation: str,
    pair_score: PairScore,
    signals: Signals,
    knowledge: Knowledge,
) -> Candidate:
    trigger = _joint(entities, pair_score)
    lasting = knowledge.vocabulary.relation(relation).lasting
    return Candidate(
        pair_score.subject,
        relation,
        pair_score.object,
        trigger.i,
        LEARNED,
        "",
        status=_status(entities, pair_score, knowledge) if lasting else None,
        stated_by=trigger.i if trigger.tag_.startswith("V") else None,
        signals=signals,
    )


def _joint(entities: Entities, pair_score: PairScore) -> Token:
    """The word that governs both mentions."""
    doc = entities.parsed.doc
    subject, object_ = doc[pair_score.subject.root], doc[pair_score.object.root]
    above = {subject.i, *(token.i for token in subject.ancestors)}
    return next(
        (token for token in (object_, *object_.ancestors) if token.i in above), object_
    )


def _status(entities: Entities, pair_score: PairScore, knowledge: Knowledge) -> Status:
    """Whether the words around the mentions say that it is over."""
    first = min(pair_score.subject.start, pair_score.object.start)
    last = max(pair_score.subject.end, pair_score.object.end)
    words = set(entities.parsed.lower[max(0, first - WORDS_BEFORE) : last])
    return (
        Status.CURRENT
        if words.isdisjoint(knowledge.lexicon.cues[Status.FORMER.value])
        else Status.FORMER
    )
