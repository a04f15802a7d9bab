"""From candidates and derived claims to claims: each is accepted, or refused with a reason.

A claim is refused if its subject or object is not resolved, if both are the same actor, if the
ontology does not allow the relation between their types, or if such claims are rarely right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actorgraph.extraction.claims.claim_builder import ClaimBuilder
from actorgraph.extraction.claims.claim_set import ClaimSet
from actorgraph.extraction.claims.evidence_spans import passage_of
from actorgraph.extraction.claims.workplaces import is_visit_to_workplace
from actorgraph.extraction.knowledge.relation_lists import ACTS_ON_NAMED, relation_list
from actorgraph.extraction.mentions.entities import Entities, Entity, number_of
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.model import Claim, Document, Refusal, Span
from actorgraph.vocabulary import Vocabulary

#: Acts that are claimed of actors with a bare description; these or relations below them.
ACTS = relation_list("act of a described actor")

WORKPLACE = "the subject works there, so that it is no visit"
SAME_ACTOR = "subject and object are the same actor"
PREMISE_REFUSED = "it follows from a claim that was refused"


class Acceptance:
    """Decides which claims about the actors of a document are accepted.

    Args:
        floor: Claims of a lower confidence (0–1) are refused.

    Attributes:
        claims: What was accepted and refused so far.
    """

    def __init__(
        self,
        document: Document,
        entities: Entities,
        vocabulary: Vocabulary,
        floor: float,
    ) -> None:
        self.document = document
        self.entities = entities
        self.vocabulary = vocabulary
        self.floor = floor
        self.claims = ClaimSet()

    def add(self, candidates: Iterable[Candidate], builder: ClaimBuilder) -> None:
        """Accept candidates as claims, or refuse them, in order."""
        for candidate in candidates:
            reason = self._objection(candidate)
            if reason is None:
                claim = builder.build(candidate)
                reason = self._doubt(claim)
                if reason is None:
                    self.claims.add(claim, candidate)
            if reason is not None:
                self._refuse_candidate(candidate, reason)

    def add_derived(self, derived: Iterable[Claim]) -> None:
        """Accept claims that follow from others under the same conditions.

        A claim that follows from a refused one is refused as well.
        """
        for claim in derived:
            subject, object_ = self._ends(claim)
            reason = self._misfit(claim.relation, subject, object_)
            reason = reason or self._doubt(claim)
            if reason is None:
                self.claims.add(claim)
            else:
                self._refuse_claim(claim, reason)
        while baseless := list(self._without_premises()):
            for claim in baseless:
                self.claims.remove(claim)
                self._refuse_claim(claim, PREMISE_REFUSED)

    def _objection(self, candidate: Candidate) -> str | None:
        """Return why a candidate cannot be a claim, or None."""
        subject = self.entities.of(candidate.subject)
        if subject is None:
            return self._unresolved(candidate.subject)
        object_ = self.entities.of(candidate.object)
        if object_ is None:
            return self._unresolved(candidate.object)
        if candidate.misfit is not None:
            return candidate.misfit
        # CASE bare description: "the police are based in Norland" does not say whose police
        if not self._is_act(candidate.relation):
            if subject.bare:
                return self._unresolved(candidate.subject)
            if object_.bare:
                return self._unresolved(candidate.object)
        if is_visit_to_workplace(self.entities, candidate.relation, subject, object_):
            return WORKPLACE
        return self._misfit(candidate.relation, subject, object_)

    def _is_act(self, relation: str) -> bool:
        if relation in ACTS_ON_NAMED:
            return False
        return not ACTS.isdisjoint(self.vocabulary.ancestors(relation))

    def _unresolved(self, mention: TokenMention) -> str:
        """Return why a mention refers to no actor; coreference can say more than that."""
        doubt = self.entities.doubt_about(mention)
        if doubt:
            return doubt
        return f"cannot tell who “{self.entities.text(mention)}” refers to"

    def _misfit(self, relation: str, subject: Entity, object_: Entity) -> str | None:
        """Return why a relation is not allowed between two actors, or None."""
        if subject is object_:
            return SAME_ACTOR
        subject_class = self.vocabulary.class_of(subject.type, subject.subtype)
        object_class = self.vocabulary.class_of(object_.type, object_.subtype)
        return self.vocabulary.objection(relation, subject_class, object_class)

    def _doubt(self, claim: Claim) -> str | None:
        """Return why a claim is too uncertain, or None."""
        if claim.confidence >= self.floor:
            return None
        share = f"{claim.confidence:.0%}"
        return f"“{claim.method}” was right in only about {share} of the checked cases"

    def _without_premises(self) -> Iterator[Claim]:
        """Yield the claims that rest on a premise that was not accepted."""
        ids = self.claims.by_id.keys()
        for claim in self.claims:
            if not ids >= set(claim.premises):
                yield claim

    def _ends(self, claim: Claim) -> tuple[Entity, Entity]:
        entities = self.entities.all
        subject = number_of(claim.subject)
        object_ = number_of(claim.object)
        return entities[subject], entities[object_]

    def _refuse_candidate(self, candidate: Candidate, reason: str) -> None:
        parsed = self.entities.parsed
        passage = passage_of(parsed, candidate)
        mentions = candidate.subject, candidate.object
        self._refuse(mentions, candidate.relation, reason, passage)

    def _refuse_claim(self, claim: Claim, reason: str) -> None:
        subject, object_ = self._ends(claim)
        mentions = subject.mentions[0], object_.mentions[0]
        proof = claim.evidence[0]
        passage = proof.start, proof.end
        self._refuse(mentions, claim.relation, reason, passage)

    def _refuse(
        self,
        mentions: tuple[TokenMention, TokenMention],
        relation: str,
        reason: str,
        passage: Span,
    ) -> None:
        subject, object_ = map(self.entities.text, mentions)
        refusal = Refusal(
            self.document.id, subject, relation, object_, reason, *passage
        )
        self.claims.refuse(refusal)
