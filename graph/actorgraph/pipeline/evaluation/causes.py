"""Why a claim was wrong, or a fact was missed: one word for each, so that they can be counted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from actorgraph.model import Reading, Span
from actorgraph.pipeline.evaluation.gold import Fact, Gold
from actorgraph.vocabulary import Vocabulary

#: Mentions further apart than this, in characters, are hardly related by what one passage says.
FAR = 300


class Cause(StrEnum):
    """What went wrong first, on the way from a mention to a claim."""

    MENTION = "mention"  # nothing of ours stands where the annotation has an actor, or nothing of theirs where we have
    COREFERENCE = "coreference"  # the mentions were seen, but taken for somebody else's
    TYPE = "type"  # one of the two was taken for something that cannot be so related: a place for a person
    DIRECTION = "direction"  # the relation holds the other way round
    RELATION = "relation"  # something else holds between the two
    REFUSED = "refused"  # it was read, and not believed
    APART = "apart"  # the two are nowhere named near each other
    PROPERTY = "property"  # it was read, and told otherwise: as done what is planned, as current what is over
    UNREAD = "unread"  # they stand near each other, and nothing was read; or was, where nothing is annotated


@dataclass(frozen=True, slots=True)
class Causes:
    """Finds causes in one article.

    Attributes:
        theirs: Our actors → annotated entities.
        true, said: Facts that hold and that we claim, between annotated entities, closed under the ontology.
    """

    gold: Gold
    reading: Reading
    theirs: Mapping[str, str]
    true: Collection[Fact]
    said: Collection[Fact]
    vocabulary: Vocabulary

    def of_wrong(self, fact: Fact) -> Cause:
        """Why a claim, between annotated entities as far as they are, is wrong."""
        subject, _, object_ = fact
        if subject not in self.gold.mentions or object_ not in self.gold.mentions:
            return Cause.MENTION
        return self._confusion(fact, self.true) or Cause.UNREAD

    def of_missed(self, fact: Fact) -> Cause:
        """Why a fact was not found."""
        subject, _, object_ = fact
        if not (self._is_seen(subject) and self._is_seen(object_)):
            return Cause.MENTION
        if not {subject, object_} <= set(self.theirs.values()):
            return Cause.COREFERENCE
        confusion = self._confusion(fact, self.said)
        if confusion is not None:
            return confusion
        if self._is_mistyped(fact):
            return Cause.TYPE
        if self._is_refused(fact):
            return Cause.REFUSED
        return Cause.UNREAD if self._distance(subject, object_) <= FAR else Cause.APART

    def _confusion(self, fact: Fact, facts: Collection[Fact]) -> Cause | None:
        subject, relation, object_ = fact
        if (object_, relation, subject) in facts:
            return Cause.DIRECTION
        related = any({one[0], one[2]} == {subject, object_} for one in facts)
        return Cause.RELATION if related else None

    def _is_mistyped(self, fact: Fact) -> bool:
        """Whether the ontology forbids the relation between what we took the two for."""
        subject, relation, object_ = fact
        ours = {
            self.theirs[actor.id]: actor
            for actor in self.reading.actors
            if actor.id in self.theirs
        }
        classes = [
            self.vocabulary.class_of(ours[end].type, ours[end].subtype)
            for end in (subject, object_)
        ]
        return self.vocabulary.objection(relation, *classes) is not None

    def _is_seen(self, entity: str) -> bool:
        ours = [
            (mention.start, mention.end)
            for actor in self.reading.actors
            for mention in actor.mentions
        ]
        return any(
            _overlap(span, one) for span in self.gold.mentions[entity] for one in ours
        )

    def _is_refused(self, fact: Fact) -> bool:
        subject, relation, object_ = fact
        known = self.vocabulary.ancestors(relation)
        return any(
            any(
                _overlap(span, (one.start, one.end))
                for span in self.gold.mentions[subject]
            )
            and any(
                _overlap(span, (one.start, one.end))
                for span in self.gold.mentions[object_]
            )
            for one in self.reading.refusals
            if one.relation in known
            or relation in self.vocabulary.ancestors(one.relation)
        )

    def _distance(self, subject: str, object_: str) -> int:
        pairs = (
            (a, b)
            for a in self.gold.mentions[subject]
            for b in self.gold.mentions[object_]
        )
        return min((max(a[0] - b[1], b[0] - a[1]) for a, b in pairs), default=FAR + 1)


def _overlap(left: Span, right: Span) -> bool:
    return left[0] < right[1] and right[0] < left[1]
