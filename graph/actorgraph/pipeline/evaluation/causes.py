"""Why a claim is wrong, or a fact was missed: one word for each, so that they can be counted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from actorgraph.model import Reading, Refusal, Span
from actorgraph.pipeline.evaluation.gold import Fact, GoldArticle
from actorgraph.vocabulary import Vocabulary

#: Distance of two mentions, in characters, above which one passage hardly relates them.
FAR = 300


class Cause(StrEnum):
    """What went wrong first, on the way from a mention to a claim."""

    #: A mention was overlooked, or is not annotated.
    MENTION = "mention"
    #: The mentions were recognised, but taken for those of someone else.
    COREFERENCE = "coreference"
    #: An actor has a type that cannot be related in this way, such as a place for a person.
    TYPE = "type"
    #: The relation is true the other way round.
    DIRECTION = "direction"
    #: The two are related in another way.
    RELATION = "relation"
    #: The claim was a candidate, and rejected.
    REFUSED = "refused"
    #: The two are never mentioned close to each other.
    APART = "apart"
    #: The claim is right but wrongly stated, for instance as done instead of planned.
    PROPERTY = "property"
    #: Two close mentions were not related, or only the reading relates them.
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class CauseFinder:
    """Finds the causes of errors in one article.

    Attributes:
        gold: The annotation.
        reading: What was read.
        aligned: Our actors → annotated entities.
        true: Facts that are annotated, closed under the ontology.
        claimed: Facts that we claim, between annotated entities, closed in the same way.
        vocabulary: The ontology.
    """

    gold: GoldArticle
    reading: Reading
    aligned: Mapping[str, str]
    true: Collection[Fact]
    claimed: Collection[Fact]
    vocabulary: Vocabulary

    def of_wrong(self, fact: Fact) -> Cause:
        """Return why a claim is wrong; its ends are annotated entities where they are aligned."""
        subject, _, object_ = fact
        if not {subject, object_} <= self.gold.mentions.keys():
            return Cause.MENTION
        return _confusion(fact, self.true) or Cause.UNREAD

    def of_missed(self, fact: Fact) -> Cause:
        """Return why a fact was missed."""
        subject, _, object_ = fact
        if not (self._is_recognised(subject) and self._is_recognised(object_)):
            return Cause.MENTION
        if not {subject, object_} <= set(self.aligned.values()):
            return Cause.COREFERENCE
        confusion = _confusion(fact, self.claimed)
        if confusion is not None:
            return confusion
        if self._is_mistyped(fact):
            return Cause.TYPE
        refusals = self.reading.refusals
        if any(self._is_refusal_of(refusal, fact) for refusal in refusals):
            return Cause.REFUSED
        if self._distance(subject, object_) > FAR:
            return Cause.APART
        return Cause.UNREAD

    def _is_mistyped(self, fact: Fact) -> bool:
        """Whether the ontology forbids the relation between the types that were read."""
        subject, relation, object_ = fact
        classes: dict[str, str] = {}
        for actor in self.reading.actors:
            entity = self.aligned.get(actor.id)
            if entity is not None:
                class_ = self.vocabulary.class_of(actor.type, actor.subtype)
                classes[entity] = class_
        objection = self.vocabulary.objection(
            relation, classes[subject], classes[object_]
        )
        return objection is not None

    def _is_recognised(self, entity: str) -> bool:
        """Whether any mention of ours overlaps one of the entity's."""
        for actor in self.reading.actors:
            for mention in actor.mentions:
                if self._is_at(entity, (mention.start, mention.end)):
                    return True
        return False

    def _is_refusal_of(self, refusal: Refusal, fact: Fact) -> bool:
        """Whether a candidate of this fact was rejected, for a more or less specific relation."""
        subject, relation, object_ = fact
        vocabulary = self.vocabulary
        is_more_general = refusal.relation in vocabulary.ancestors(relation)
        is_more_special = relation in vocabulary.ancestors(refusal.relation)
        if not (is_more_general or is_more_special):
            return False
        span = (refusal.start, refusal.end)
        return self._is_at(subject, span) and self._is_at(object_, span)

    def _is_at(self, entity: str, span: Span) -> bool:
        start, end = span
        mentions = self.gold.mentions[entity]
        return any(first < end and start < last for first, last in mentions)

    def _distance(self, subject: str, object_: str) -> int:
        """Return the characters between the closest mentions of two entities."""
        mentions = self.gold.mentions
        return min(_gaps(mentions[subject], mentions[object_]), default=FAR + 1)


def _confusion(fact: Fact, facts: Collection[Fact]) -> Cause | None:
    """Return what else relates the two actors of a fact: its inverse, another relation, nothing."""
    subject, relation, object_ = fact
    if (object_, relation, subject) in facts:
        return Cause.DIRECTION
    ends = {subject, object_}
    if any({first, second} == ends for first, _, second in facts):
        return Cause.RELATION
    return None


def _gaps(left: Iterable[Span], right: Iterable[Span]) -> Iterable[int]:
    for (start, end), (other_start, other_end) in product(left, right):
        yield max(start - other_end, other_start - end)
