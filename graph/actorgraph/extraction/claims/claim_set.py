"""From candidates to claims: every candidate becomes a claim with a verbatim proof, or a refusal with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.reliability import PROBABILITY, logit
from actorgraph.extraction.learned import PairScores
from actorgraph.extraction.mentions.entities import (
    Entities,
    Entity,
    local_id,
    number_of,
)
from actorgraph.extraction.modality.factuality import factuality
from actorgraph.extraction.modality.speech import Speech
from actorgraph.extraction.modality.validity import when
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.patterns.candidate import Candidate, method_label
from actorgraph.identifiers import claim_id
from actorgraph.model import (
    ActorType,
    Claim,
    Document,
    Evidence,
    MentionKind,
    Modality,
    Polarity,
    Refusal,
    Status,
)

#: Templates that read a relation off a noun phrase that only describes its subject ("a Dutch lender").
DESCRIPTIONS = ("description", "demonym, description")


@dataclass
class Claims:
    """Collects the claims and refusals of one document.

    A claim is refused when its subject or object is not resolved, when both are the same actor, when the ontology does
    not let the relation hold between their types, or when such claims are rarely right.  The same claim read twice in
    the same words is kept once.

    Attributes:
        opinions: What the learned reader thinks of the actors' relations; empty where it does not read.
        made: Id → claim.
        origins: Id of a claim → the candidate that it was made of.
    """

    document: Document
    entities: Entities
    knowledge: Knowledge
    floor: float
    pair_scores: PairScores = field(default_factory=dict)
    made: dict[str, Claim] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    origins: dict[str, Candidate] = field(default_factory=dict)

    def add_all(self, candidates: Iterable[Candidate]) -> None:
        """Make claims of candidates, in order."""
        for candidate in candidates:
            self.add(candidate)

    def add(self, candidate: Candidate) -> None:
        """Make a claim of a candidate, or note why not."""
        subject, object_ = (
            self.entities.of(candidate.subject),
            self.entities.of(candidate.object),
        )
        reason = self._objection(candidate, subject, object_)
        if reason is not None:
            self._refuse(candidate, reason)
            return
        claim = self._claim(candidate)
        if claim.confidence < self.floor:
            self._refuse(candidate, _doubt(claim))
        elif claim.id not in self.made:
            self.made[claim.id] = claim
            self.origins[claim.id] = candidate

    def add_derived(self, derived: Iterable[Claim]) -> None:
        """Keep claims that follow from others, held to the same rules as those that are read."""
        for claim in derived:
            reason = self._forbidden(claim.relation, *self._ends(claim))
            if reason is None and claim.confidence < self.floor:
                reason = _doubt(claim)
            if reason is None:
                self.made.setdefault(claim.id, claim)
            else:
                self._refuse_derived(claim, reason)
        while baseless := [
            claim
            for claim in self.made.values()
            if not self.made.keys() >= set(claim.premises)
        ]:
            for claim in baseless:
                del self.made[claim.id]
                self._refuse_derived(claim, "it follows from a claim that was refused")

    def _ends(self, claim: Claim) -> tuple[Entity, Entity]:
        subject, object_ = (
            self.entities.all[number_of(actor)]
            for actor in (claim.subject, claim.object)
        )
        return subject, object_

    def _refuse_derived(self, claim: Claim, reason: str) -> None:
        subject, object_ = (
            self._text(entity.mentions[0]) for entity in self._ends(claim)
        )
        passage = claim.evidence[0].start, claim.evidence[0].end
        self._note(
            Refusal(
                self.document.id, subject, claim.relation, object_, reason, *passage
            )
        )

    def resting_on(self, trigger: int) -> Iterator[Claim]:
        """The claims that one word expresses."""
        return (
            claim
            for id_, claim in self.made.items()
            if id_ in self.origins and self._trigger(id_) == trigger
        )

    def _trigger(self, id_: str) -> int:
        return self.origins[id_].trigger

    def _objection(
        self, candidate: Candidate, subject: Entity | None, object_: Entity | None
    ) -> str | None:
        for mention, entity in (
            (candidate.subject, subject),
            (candidate.object, object_),
        ):
            if entity is None:
                doubt = next(
                    (
                        reason
                        for doubted, reason in self.entities.doubts
                        if doubted is mention
                    ),
                    None,
                )
                return doubt or f"cannot tell who “{self._text(mention)}” refers to"
        if candidate.misfit is not None or subject is None or object_ is None:
            return candidate.misfit
        return self._forbidden(candidate.relation, subject, object_)

    def _forbidden(self, relation: str, subject: Entity, object_: Entity) -> str | None:
        if subject is object_:
            return "subject and object are the same actor"
        classes = [
            self.knowledge.vocabulary.class_of(entity.type, entity.subtype)
            for entity in (subject, object_)
        ]
        return self.knowledge.vocabulary.objection(relation, *classes)

    def _refuse(self, candidate: Candidate, reason: str) -> None:
        names = [
            self._text(mention) for mention in (candidate.subject, candidate.object)
        ]
        passage = self._passage(candidate)
        self._note(
            Refusal(
                self.document.id,
                names[0],
                candidate.relation,
                names[1],
                reason,
                *passage,
            )
        )

    def _note(self, refusal: Refusal) -> None:
        if refusal not in self.refused:
            self.refused.append(refusal)

    def attribute(self, speeches: list[Speech]) -> None:
        """Say who says the claims that stand inside somebody's speech; the innermost speaker counts.

        What introduces a person in reported speech ("said that Borduria's president …") is the document's own words.
        """
        for id_, claim in self.made.items():
            speaker = self._speaker_of(
                claim, [speech for speech in speeches if self._is_said(id_, speech)]
            )
            if (
                speaker is not None
                and speaker.actor >= 0
                and local_id(speaker.actor) != claim.subject
            ):
                self.made[id_] = replace(claim, attributed_to=local_id(speaker.actor))

    def _speaker_of(self, claim: Claim, inside: list[Speech]) -> TokenMention | None:
        lasting = self.knowledge.vocabulary.relation(claim.relation).lasting
        saying = [
            speech
            for speech in inside
            if speech.speaker is not None and (speech.direct or not lasting)
        ]
        return (
            min(saying, key=lambda speech: len(speech.content)).speaker
            if saying
            else None
        )

    def drop_bare_descriptions(self, speakers: set[int]) -> None:
        """Drop the claims that only spell out a description.

        "A Dutch lender" is based in the Netherlands by its description.  That is worth a claim only where the lender
        does or says something.
        """
        kept = {
            claim
            for claim, origin in self.origins.items()
            if not origin.template.startswith(DESCRIPTIONS)
        }
        known = {
            number_of(actor)
            for id_ in kept
            for actor in (self.made[id_].subject, self.made[id_].object)
        }
        for number, entity in enumerate(self.entities.all):
            if entity.type is ActorType.EVENT or any(
                mention.kind is MentionKind.NAME for mention in entity.mentions
            ):
                known.add(number)
        for id_ in self.origins.keys() - kept:
            if number_of(self.made[id_].subject) not in known | speakers:
                del self.made[id_], self.origins[id_]

    def _is_said(self, id_: str, speech: Speech) -> bool:
        return not self.origins[id_].background and self._trigger(id_) in speech.content

    def _evidence(self, candidate: Candidate) -> tuple[Evidence, ...]:
        """The passage that says it; two passages where the object is named in another sentence."""
        parsed = self.entities.parsed
        if parsed.doc[candidate.object.root].sent == parsed.doc[candidate.trigger].sent:
            return (Evidence.of(self.document, *self._passage(candidate)),)
        first, last = (
            min(candidate.subject.start, candidate.trigger),
            max(candidate.subject.end, candidate.trigger + 1),
        )
        passages = parsed.chars(first, last), self._span(candidate.object)
        return tuple(
            sorted(Evidence.of(self.document, *passage) for passage in passages)
        )

    def _passage(self, candidate: Candidate) -> tuple[int, int]:
        """From the first to the last word that the claim rests on."""
        mentions = (candidate.subject, candidate.object)
        first = min(*(mention.start for mention in mentions), candidate.trigger)
        last = max(*(mention.end for mention in mentions), candidate.trigger + 1)
        return self.entities.parsed.chars(first, last)

    def _claim(self, candidate: Candidate) -> Claim:
        polarity, modality = Polarity.AFFIRMED, Modality.ASSERTED
        start, end = self._when(candidate)
        probability = self._probability(candidate)
        signals = candidate.signals or (
            {} if probability is None else {PROBABILITY: logit(probability)}
        )
        if candidate.stated_by is not None:
            polarity, modality = factuality(
                self.entities.parsed, candidate.stated_by, self.knowledge.lexicon
            )
        if candidate.negated:
            polarity = Polarity.DENIED
        return Claim(
            id=claim_id(
                self.document.id,
                candidate.relation,
                self._span(candidate.subject),
                self._span(candidate.object),
                candidate.method,
            ),
            subject=local_id(candidate.subject.actor),
            relation=candidate.relation,
            object=local_id(candidate.object.actor),
            evidence=self._evidence(candidate),
            polarity=polarity,
            modality=modality,
            status=candidate.status,
            valid_from=start,
            valid_until=end,
            confidence=self.knowledge.reliability.confidence(
                candidate.template, candidate.relation, candidate.word, signals
            ),
            method=method_label(candidate.method, probability),
        )

    def _probability(self, candidate: Candidate) -> float | None:
        """What the learned reader gives the candidate's relation; None where it has no opinion."""
        if candidate.background:
            return None
        ends = candidate.subject.actor, candidate.object.actor
        symmetric = self.knowledge.vocabulary.relation(candidate.relation).symmetric
        held = [
            self.pair_scores.get(pair, {})
            for pair in ((ends, ends[::-1]) if symmetric else (ends,))
        ]
        return max(
            (
                one[candidate.relation].probability
                for one in held
                if candidate.relation in one
            ),
            default=None,
        )

    def _when(self, candidate: Candidate) -> tuple[str | None, str | None]:
        """Since when and until when, as far as a verb or noun of happening says.

        A point in time is when something happened; it is where what lasts begins, and where what is over ended.
        """
        if candidate.stated_by is None:
            return None, None
        start, end = when(
            self.entities.parsed,
            candidate.stated_by,
            self.document.date,
            self.knowledge.lexicon,
        )
        if (
            start != end
            or not self.knowledge.vocabulary.relation(candidate.relation).lasting
        ):
            return start, end
        return (None, end) if candidate.status is Status.FORMER else (start, None)

    def _span(self, mention: TokenMention) -> tuple[int, int]:
        return self.entities.parsed.chars(mention.start, mention.end)

    def _text(self, mention: TokenMention) -> str:
        return self.entities.parsed.text(mention.start, mention.end)


def _doubt(claim: Claim) -> str:
    return f"“{claim.method}” was right in only about {claim.confidence:.0%} of the cases in which articles were checked"
