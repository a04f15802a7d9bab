"""Corpora of claims about actors that do not exist.

Each document states some claims. The more often an actor was named, the more often it is named
again. The same seed gives the same corpus.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from random import Random

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
from benchmarks import invented_names

SEED = 20_261_122
CLAIMS_A_DOCUMENT, QUOTATIONS_A_DOCUMENT = 10, 2
#: Share of names that were named before.
REPEATED = 0.75
PREMISED, ATTRIBUTED = 0.1, 0.2
#: Values of a claim's properties; the frequent ones are repeated.
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
#: How a name is invented; a type that is not listed gets the name of a body.
INVENTORS: Mapping[ActorType, invented_names.Invent] = {
    ActorType.PERSON: invented_names.person,
    ActorType.PLACE: invented_names.country,
    ActorType.TIME: lambda chance: str(chance.randint(1900, 2026)),
}


def corpus_of(claims: int, vocabulary: Vocabulary, seed: int = SEED) -> Corpus:
    """Return a corpus with this many claims, rounded up to whole documents.

    Every quote occurs in the text of its document.
    """
    writer = CorpusWriter(Random(seed), vocabulary)
    documents = -(-claims // CLAIMS_A_DOCUMENT)
    readings = [writer.reading(number) for number in range(documents)]
    readings.sort(key=lambda reading: reading.document.id)
    return Corpus(tuple(readings), tuple(writer.actors()))


@dataclass
class SentencePlan:
    """What a sentence claims, and where it and its two names are, before its document exists."""

    subject: ActorId
    relation: Relation
    object: ActorId
    text: str
    span: Span
    names: tuple[Span, Span]

    def attribution(self) -> Attribution:
        """Return the sentence as direct speech of its subject."""
        return Attribution(self.names[0], self.subject, None, (self.span,), direct=True)


@dataclass
class CorpusWriter:
    """Writes documents, and keeps who was named in them and how often."""

    chance: Random
    vocabulary: Vocabulary
    _drawn: dict[ActorType, list[ActorId]] = field(
        default_factory=lambda: {type_: [] for type_ in ActorType}
    )
    _named: dict[ActorId, tuple[ActorType, str]] = field(default_factory=dict)
    _mentions: dict[ActorId, list[Mention]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._ends = {
            term.name: self._allowed_ends(term)
            for term in self.vocabulary.relations.values()
        }
        self._relations = [
            term for term in self.vocabulary.relations.values() if self._ends[term.name]
        ]

    def actors(self) -> Iterator[Actor]:
        """Yield every actor that was named, sorted by id, with its mentions."""
        for id_, (type_, name) in sorted(self._named.items()):
            aliases = (name.split()[-1],) if " " in name else ()
            mentions = tuple(sorted(self._mentions[id_]))
            yield Actor(id_, type_, name, aliases=aliases, mentions=mentions)

    def reading(self, number: int) -> Reading:
        """Return a document with one sentence for each of its claims, and these claims."""
        plans: list[SentencePlan] = []
        text = ""
        for _ in range(CLAIMS_A_DOCUMENT):
            plans.append(self._sentence_plan(len(text)))
            text += plans[-1].text
        document = _document(number, text)
        claims = self._claims(document, plans)
        quoted = plans[:QUOTATIONS_A_DOCUMENT]
        return Reading(
            document,
            claims=tuple(claims[id_] for id_ in sorted(claims)),
            attributions=tuple(plan.attribution() for plan in quoted),
        )

    def _allowed_ends(self, term: Relation) -> list[tuple[ActorType, ActorType]]:
        """Return the pairs of types between which a relation may hold."""
        objection = self.vocabulary.objection
        pairs = product(ActorType, ActorType)
        return [pair for pair in pairs if objection(term.name, *pair) is None]

    def _sentence_plan(self, start: int) -> SentencePlan:
        """Plan the sentence "NAME relation NAME. " at an offset of the text."""
        relation = self.chance.choice(self._relations)
        subject_type, object_type = self.chance.choice(self._ends[relation.name])
        subject = self._draw(subject_type)
        object_ = self._draw_unlike(subject, object_type)
        subject_name, object_name = self._named[subject][1], self._named[object_][1]
        text = f"{subject_name} {relation.label} {object_name}. "
        subject_end = start + len(subject_name)
        object_start = subject_end + len(relation.label) + 2
        object_end = object_start + len(object_name)
        return SentencePlan(
            subject,
            relation,
            object_,
            text,
            span=(start, object_end + 1),
            names=((start, subject_end), (object_start, object_end)),
        )

    def _draw(self, type_: ActorType) -> ActorId:
        """Draw an actor of a type: one that was named before, or a new one."""
        drawn = self._drawn[type_]
        is_repeated = drawn and self.chance.random() < REPEATED
        drawn.append(self.chance.choice(drawn) if is_repeated else self._new(type_))
        return drawn[-1]

    def _draw_unlike(self, actor: ActorId, type_: ActorType) -> ActorId:
        """Draw until the result is another actor."""
        while (drawn := self._draw(type_)) == actor:
            pass
        return drawn

    def _new(self, type_: ActorType) -> ActorId:
        name = INVENTORS.get(type_, invented_names.body)(self.chance)
        id_ = actor_id(type_, f"{name} {len(self._named)}", name)
        self._named[id_] = (type_, name)
        self._mentions[id_] = []
        return id_

    def _claims(
        self, document: Document, plans: list[SentencePlan]
    ) -> dict[ClaimId, Claim]:
        claims: dict[ClaimId, Claim] = {}
        previous: ClaimId | None = None
        for plan in plans:
            claim = self._claim(document, plan, previous)
            claims[claim.id] = claim
            previous = claim.id
            self._add_mention(document, plan.subject, plan.names[0])
            self._add_mention(document, plan.object, plan.names[1])
        return claims

    def _add_mention(self, document: Document, actor: ActorId, span: Span) -> None:
        name = document.text[slice(*span)]
        mention = Mention(document.id, *span, MentionKind.NAME, name)
        self._mentions[actor].append(mention)

    def _claim(
        self, document: Document, plan: SentencePlan, previous: ClaimId | None
    ) -> Claim:
        """Return the claim of a sentence; a few follow from the claim before."""
        chance, term = self.chance, plan.relation
        method = chance.choice(METHODS)
        is_derived = previous is not None and chance.random() < PREMISED
        return Claim(
            id=claim_id(document.id, term.name, *plan.names, method),
            subject=plan.subject,
            relation=term.name,
            object=plan.object,
            evidence=(Evidence.of(document, *plan.span),),
            polarity=chance.choice(POLARITIES),
            modality=chance.choice(MODALITIES),
            status=chance.choice(STATUSES) if term.lasting else None,
            valid_from=chance.choice(YEARS) if term.lasting else None,
            attributed_to=self._source(),
            confidence=chance.randint(40, 99) / 100,
            method=f"{'rule' if is_derived else method}: {term.label}",
            premises=(previous,) if is_derived and previous is not None else (),
        )

    def _source(self) -> ActorId | None:
        """Return a person for every fifth claim."""
        is_attributed = self.chance.random() < ATTRIBUTED
        return self._draw(ActorType.PERSON) if is_attributed else None


def _document(number: int, text: str) -> Document:
    """Return a text as a document; its date depends on its number."""
    month, day = number % 12 + 1, number % 28 + 1
    date = f"20{20 + number % 7}-{month:02d}-{day:02d}"
    id_ = document_id(text, None, date, None)
    return Document(id_, f"document-{number:06d}", text, date=date)
