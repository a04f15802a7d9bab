"""Which claims of one reading are right by the annotation of its article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from actorgraph.model import (
    LEARNED,
    Actor,
    ActorId,
    Claim,
    MentionKind,
    Polarity,
    Reading,
)
from training.scorer import Scorer, ScorerObject


@dataclass(frozen=True)
class Judge:
    """Compares one reading with the annotation of its article.

    Attributes:
        names_only: Whether the annotation leaves out actors that are only described.
        by_passage: Whether entities are mentions of one passage.
    """

    scorer: Scorer
    gold: ScorerObject
    reading: Reading
    names_only: bool
    by_passage: bool

    def verdicts(self) -> Iterator[tuple[Claim, bool]]:
        """Yield the claims that the annotation decides, each with whether it is right."""
        for claim in self.reading.claims:
            if self._is_comparable(claim):
                terms = self._judged_terms(claim)
                right = self._is_right(claim, terms)
                if terms and not self._is_too_vague(claim, terms, right=right):
                    yield claim, right

    def _is_comparable(self, claim: Claim) -> bool:
        """Whether the annotation could contain a claim at all."""
        if claim.polarity is Polarity.DENIED or self._follows_from_learned(claim):
            return False
        if self.scorer.vocabulary.resolve(claim.relation) is None:
            return False
        ends = (self._actors[claim.subject], self._actors[claim.object])
        return not self.names_only or all(map(is_named, ends))

    def _follows_from_learned(self, claim: Claim) -> bool:
        """Whether a premise is learned: derivations are judged where their premises are sure."""
        premises = (self._claims[premise] for premise in claim.premises)
        return any(premise.method.startswith(LEARNED) for premise in premises)

    def _judged_terms(self, claim: Claim) -> ScorerObject:
        """Return the relations by which the annotation decides a claim; empty if by none."""
        evidence = [(passage.start, passage.end) for passage in claim.evidence]
        is_loose = False
        relation = self.scorer.module.Relation(
            claim.subject,
            claim.relation,
            claim.object,
            is_loose,
            claim.confidence,
            evidence,
        )
        return self._graph.judged_at(
            relation, *self._entity_pair(claim), *self._aligned_pair(claim)
        )

    def _is_right(self, claim: Claim, terms: ScorerObject) -> bool:
        holds = self._graph.holds
        pairs = self._pairs(claim)
        return any(
            holds(claim.relation, term, *pair) for term in terms for pair in pairs
        )

    def _is_too_vague(self, claim: Claim, terms: ScorerObject, *, right: bool) -> bool:
        """Whether an annotation says too little about a claim of the learned reader.

        An employee need not be a founder: a vaguer relation neither proves nor disproves a claim.
        """
        if not claim.method.startswith(LEARNED):
            return False
        if self.scorer.vocabulary.canonical_term(claim.relation) not in terms:
            return True
        return right and not self._is_annotated(claim)

    def _is_annotated(self, claim: Claim) -> bool:
        """Whether the annotation has just this relation between the two."""
        key, true = self.scorer.vocabulary.key, self._graph.true
        pairs = self._pairs(claim)
        return any(
            key(claim.relation, subject, object_) in true
            for subject, object_ in pairs
            if subject and object_
        )

    def _pairs(self, claim: Claim) -> list[tuple[ScorerObject, ScorerObject]]:
        """Return the pairs of annotated entities that the ends of a claim may be."""
        if not self.by_passage:
            return [self._aligned_pair(claim)]
        subject, object_ = self._entity_pair(claim)
        objects = list(self._graph.touched(object_))
        return [
            (left, right) for left in self._graph.touched(subject) for right in objects
        ]

    def _entity_pair(self, claim: Claim) -> tuple[ScorerObject, ScorerObject]:
        return self._entities[claim.subject], self._entities[claim.object]

    def _aligned_pair(self, claim: Claim) -> tuple[ScorerObject, ScorerObject]:
        return self._aligned.get(claim.subject), self._aligned.get(claim.object)

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self.reading.claims}

    @cached_property
    def _actors(self) -> dict[ActorId, Actor]:
        return {actor.id: actor for actor in self.reading.actors}

    @cached_property
    def _entities(self) -> dict[ActorId, ScorerObject]:
        """The actors as the scorer's entities."""
        entities = {}
        for id_, actor in self._actors.items():
            mentions = [(mention.start, mention.end) for mention in actor.mentions]
            entities[id_] = self.scorer.module.Entity(id_, actor.type.value, mentions)
        return entities

    @cached_property
    def _graph(self) -> ScorerObject:
        return self.scorer.module.GoldGraph(self.gold, self.scorer.vocabulary)

    @cached_property
    def _aligned(self) -> dict[str, ScorerObject]:
        """Actor → the annotated entity that it is."""
        module, gold = self.scorer.module, self.gold
        entities = list(self._entities.values())
        predicted = module.Document(
            gold.id, gold.dataset, gold.text, entities, [], attributions=[]
        )
        pairs = module.align(gold, predicted)
        return {ours: self._graph.canon[theirs] for ours, theirs in pairs.items()}


def is_named(actor: Actor) -> bool:
    """Whether the text names the actor."""
    return any(mention.kind is MentionKind.NAME for mention in actor.mentions)
