"""Corpora of claims about nobody: each document states some, and the more an actor was named, the more it is named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from random import Random

import invention

from actorgraph.identifiers import actor_id, claim_id, document_id
from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Attribution,
    Claim,
    ClaimId,
    Corpus,
    Document,
    Evidence,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Reading,
    Span,
    Status,
)
from actorgraph.vocabulary import Relation, Vocabulary

SEED = 20_261_122
#: Claims and quotations of a document.
STATED, SAID = 10, 2
#: Share of actors that were named before.
KNOWN = 0.75
#: How most claims are put, and how the others are.
POLARITIES = (*[Polarity.AFFIRMED] * 19, Polarity.DENIED)
MODALITIES = (*[Modality.ASSERTED] * 16, *list(Modality)[1:])
STATUSES = (*[None] * 12, *[Status.CURRENT] * 4, *[Status.FORMER] * 3, Status.DESIGNATE)
YEARS = (*[None] * 9, "2019", "2021-03", "2024-05-06")
METHODS = (
    "apposition",
    "compound title",
    "possessive",
    "copula",
    "verb",
    "passive",
    "noun",
)


def corpus_of(claims: int, vocabulary: Vocabulary, seed: int = SEED) -> Corpus:
    """A corpus with this many claims, rounded up to whole documents; every quote stands in its text."""
    cast = _Cast(Random(seed), vocabulary)
    readings = [cast.reading(number) for number in range(-(-claims // STATED))]
    return Corpus(
        tuple(sorted(readings, key=lambda reading: reading.document.id)),
        tuple(cast.actors()),
    )


@dataclass
class _Draft:
    """A claim before its document is there: who, what, whom, and where its sentence and its two names stand."""

    subject: ActorId
    relation: Relation
    object: ActorId
    sentence: Span
    names: tuple[Span, Span]


@dataclass
class _Cast:
    """Those who are named, and how often."""

    chance: Random
    vocabulary: Vocabulary
    _named: dict[ActorType, list[ActorId]] = field(
        default_factory=lambda: {type_: [] for type_ in ActorType}
    )
    _known: dict[ActorId, tuple[ActorType, str]] = field(default_factory=dict)
    _mentions: dict[ActorId, list[Mention]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._ties = [
            (term, ends)
            for term in self.vocabulary.relations.values()
            if (ends := self._ends(term))
        ]

    def actors(self) -> Iterator[Actor]:
        """All that were named, sorted by id, each with its mentions."""
        for id_, (type_, name) in sorted(self._known.items()):
            alias = (name.split()[-1],) if " " in name else ()
            yield Actor(
                id_,
                type_,
                name,
                aliases=alias,
                mentions=tuple(sorted(self._mentions[id_])),
            )

    def reading(self, number: int) -> Reading:
        """A document of one sentence a claim, and what it claims."""
        drafts: list[_Draft] = []
        text = ""
        for _ in range(STATED):
            drafts.append(self._draft(len(text)))
            text += self._sentence(drafts[-1])
        name, date = (
            f"document-{number:06d}",
            f"20{20 + number % 7}-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
        )
        document = Document(document_id(text, None, date, None), name, text, date=date)
        made: list[Claim] = []
        for draft in drafts:
            made.append(self._claim(document, draft, made))
            self._mention(document, draft)
        claims = tuple(
            sorted(
                {claim.id: claim for claim in made}.values(), key=lambda claim: claim.id
            )
        )
        return Reading(
            document, claims=claims, attributions=tuple(map(_said, drafts[:SAID]))
        )

    def _ends(self, term: Relation) -> list[tuple[ActorType, ActorType]]:
        pairs = product(ActorType, ActorType)
        return [
            pair
            for pair in pairs
            if self.vocabulary.objection(term.name, *pair) is None
        ]

    def _draft(self, start: int) -> _Draft:
        relation, ends = self.chance.choice(self._ties)
        types = self.chance.choice(ends)
        subject = self._draw(types[0])
        object_ = next(
            drawn
            for drawn in iter(lambda: self._draw(types[1]), None)
            if drawn != subject
        )
        names = [self._known[id_][1] for id_ in (subject, object_)]
        first = (start, start + len(names[0]))
        second_start = first[1] + len(relation.label) + 2
        second = (second_start, second_start + len(names[1]))
        return _Draft(
            subject, relation, object_, (start, second[1] + 1), (first, second)
        )

    def _sentence(self, draft: _Draft) -> str:
        return f"{self._known[draft.subject][1]} {draft.relation.label} {self._known[draft.object][1]}. "

    def _draw(self, type_: ActorType) -> ActorId:
        named = self._named[type_]
        known = named and self.chance.random() < KNOWN
        named.append(self.chance.choice(named) if known else self._newcomer(type_))
        return named[-1]

    def _newcomer(self, type_: ActorType) -> ActorId:
        name = _NAMES.get(type_, invention.body)(self.chance)
        id_ = actor_id(type_, f"{name} {len(self._known)}", name)
        self._known[id_], self._mentions[id_] = (type_, name), []
        return id_

    def _mention(self, document: Document, draft: _Draft) -> None:
        for actor, (start, end) in zip(
            (draft.subject, draft.object), draft.names, strict=True
        ):
            self._mentions[actor].append(
                Mention(
                    document.id, start, end, MentionKind.NAME, document.text[start:end]
                )
            )

    def _claim(self, document: Document, draft: _Draft, before: list[Claim]) -> Claim:
        chance, term = self.chance, draft.relation
        method = chance.choice(METHODS)
        premises: tuple[ClaimId, ...] = (
            (before[-1].id,) if before and chance.random() < 0.1 else ()
        )
        return Claim(
            id=claim_id(document.id, term.name, *draft.names, method),
            subject=draft.subject,
            relation=term.name,
            object=draft.object,
            evidence=(Evidence.of(document, *draft.sentence),),
            polarity=chance.choice(POLARITIES),
            modality=chance.choice(MODALITIES),
            status=chance.choice(STATUSES) if term.lasting else None,
            valid_from=chance.choice(YEARS) if term.lasting else None,
            attributed_to=self._draw(ActorType.PERSON)
            if chance.random() < 0.2
            else None,
            confidence=chance.randint(40, 99) / 100,
            method=f"{'rule' if premises else method}: {term.label}",
            premises=premises,
        )


def _said(draft: _Draft) -> Attribution:
    return Attribution(
        draft.names[0], draft.subject, None, (draft.sentence,), direct=True
    )


_NAMES: Mapping[ActorType, invention.Invent] = {
    ActorType.PERSON: invention.person,
    ActorType.PLACE: invention.country,
    ActorType.TIME: lambda chance: str(chance.randint(1900, 2026)),
}
