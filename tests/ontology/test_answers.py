"""The questions that join many claims give what Python counts from the same claims, one by one."""

from __future__ import annotations

import warnings
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pyoxigraph as ox
import pytest

from actorgraph.dataset.derivation import Triple, direct_triples
from actorgraph.dataset.named_questions import (
    NamedQuery,
    named_question,
    named_questions,
)
from actorgraph.dataset.quads import corpus_lines
from actorgraph.identifiers import DEFAULT_BASE
from actorgraph.model import (
    ActorId,
    Claim,
    ClaimId,
    Corpus,
    Document,
    DocumentId,
    Polarity,
    Reading,
    Status,
)
from actorgraph.settings import CONFIDENCE_THRESHOLD
from actorgraph.vocabulary import load_vocabulary
from benchmarks.invented_claims import corpus_of

Row = tuple[str, ...]
Answer = Callable[["Claims"], Iterable[Row]]
#: How a gazetteer's claims are read; every so many claims and documents are of it, and copies.
BY_GAZETTEER, EVERY = "gazetteer", 7


class Claims:
    """Some hundred claims with their documents; a few of a gazetteer, a few in near-copies."""

    def __init__(self) -> None:
        self.vocabulary = load_vocabulary()
        invented = corpus_of(400, self.vocabulary)
        first = invented.readings[0].document.id
        readings = [
            _altered(reading, first if number % EVERY == 1 else None)
            for number, reading in enumerate(invented.readings)
        ]
        self.corpus = Corpus((*readings,), invented.actors)
        triples = direct_triples(self.corpus, self.vocabulary, CONFIDENCE_THRESHOLD)
        self.triples: set[Triple] = set(triples)
        self.names = {actor.id: actor.name for actor in invented.actors}

    def all(self) -> Iterator[tuple[Claim, Document]]:
        for reading in self.corpus.readings:
            for claim in reading.claims:
                yield claim, reading.document

    def supporting(self) -> dict[Triple, list[tuple[Claim, Document]]]:
        """Return what a text itself states of now, by edge, for every edge of the picture."""
        edges = defaultdict(list)
        for claim, document in self.all():
            edge = claim.subject, claim.relation, claim.object
            is_past = claim.status in (Status.FORMER, Status.DESIGNATE)
            is_stated = (claim.polarity, claim.modality) == ("affirmed", "asserted")
            if edge in self.triples and is_stated and not is_past:
                edges[edge].append((claim, document))
        return edges

    def reported(self) -> Iterator[tuple[Row, list[tuple[Claim, Document]]]]:
        """Yield each edge in words, with what supports it in an article."""
        for (subject, relation, object_), proofs in self.supporting().items():
            articles = [proof for proof in proofs if proof[0].method != BY_GAZETTEER]
            if articles:
                yield (self.names[subject], relation, self.names[object_]), articles

    def words(self, claim: Claim) -> Row:
        return self.names[claim.subject], claim.relation, self.names[claim.object]


def _altered(reading: Reading, copied: DocumentId | None) -> Reading:
    claims = [
        replace(claim, method=BY_GAZETTEER) if number % EVERY == 1 else claim
        for number, claim in enumerate(reading.claims)
    ]
    document = replace(reading.document, copy_of=copied)
    return replace(reading, document=document, claims=(*claims, *_former(claims)))


def _former(claims: list[Claim]) -> Iterator[Claim]:
    """Yield for some claims that the same was so before, in the words of the claim before."""
    for before, claim in pairwise(claims):
        if claim.status is Status.CURRENT:
            yield replace(
                claim,
                id=ClaimId(f"{claim.id}-former"),
                status=Status.FORMER,
                evidence=before.evidence,
            )


def _source(document: Document) -> str:
    return document.copy_of or document.id


def sources(claims: Claims) -> Iterator[Row]:
    for proofs in claims.supporting().values():
        for claim, document in proofs:
            date = document.date or ""
            yield *claims.words(claim), document.name, date, claim.evidence[0].quote


def single_source(claims: Claims) -> Iterator[Row]:
    for proofs in claims.supporting().values():
        articles = [(c, d) for c, d in proofs if c.method != BY_GAZETTEER]
        if len({_source(document) for _, document in articles}) != 1:
            continue
        first = min(document.id for _, document in articles)
        for claim, document in proofs:
            if document.id == first:
                yield *claims.words(claim), document.name, claim.evidence[0].quote


def best_supported(claims: Claims) -> Iterator[Row]:
    for edge, proofs in claims.reported():
        dates = sorted(document.date or "" for _, document in proofs)
        documents = len({_source(document) for _, document in proofs})
        yield *edge, str(documents), dates[0], dates[-1]


def new_since(claims: Claims) -> Iterator[Row]:
    for edge, proofs in claims.reported():
        first = min(document.date or "" for _, document in proofs)
        yield first, *edge, str(len({document.id for _, document in proofs}))


def claims_of_document(claims: Claims) -> Iterator[Row]:
    for claim, document in claims.all():
        stated = claim.polarity.capitalize(), claim.modality.capitalize()
        yield document.name, *claims.words(claim), *stated, str(claim.confidence)


def doubtful(claims: Claims) -> Iterator[Row]:
    for claim, document in claims.all():
        if claim.confidence < 0.6:
            quote = claim.evidence[0].quote
            confidence = str(claim.confidence)
            yield confidence, *claims.words(claim), claim.method, quote, document.name


def attributed_claims(claims: Claims) -> Iterator[Row]:
    for claim, document in claims.all():
        if claim.attributed_to is not None:
            source, polarity = claims.names[claim.attributed_to], claim.polarity
            quote = claim.evidence[0].quote
            stated = *claims.words(claim), polarity.capitalize(), quote
            yield source, *stated, document.name


def speaks_about(claims: Claims) -> Iterator[Row]:
    counts: Counter[tuple[ActorId, ActorId, str, str]] = Counter()
    for claim, _ in claims.all():
        speaker, polarity = claim.attributed_to, claim.polarity.capitalize()
        for topic in {claim.subject, claim.object} - {speaker}:
            if speaker is not None:
                counts[speaker, topic, claim.relation, polarity] += 1
    for (speaker, about, relation, polarity), count in counts.items():
        ends = claims.names[speaker], claims.names[about]
        yield *ends, relation, polarity, str(count)


def who_said_what(claims: Claims) -> Iterator[Row]:
    for reading in claims.corpus.readings:
        for words in reading.attributions:
            if words.speaker is not None:
                quote = reading.document.text[slice(*words.content[0])]
                name = claims.names[words.speaker]
                yield name, "", str(words.direct).lower(), quote, reading.document.name


#: Relations of posts, as the question has them.
TERMS = (
    "holdsPost headOfStateOf headOfGovernmentOf ministerOf ambassadorOf envoyOf spokespersonOf "
    "chiefExecutiveOf mayorOf commanderOf leads coachOf memberOf worksFor playsFor"
).split()


def terms_of_office(claims: Claims) -> Iterator[Row]:
    for claim, document in claims.all():
        is_term = claim.relation in TERMS and claim.polarity is Polarity.AFFIRMED
        if is_term and claim.valid_from is not None:
            yield *claims.words(claim), claim.valid_from, "", document.name


def dated_claims(claims: Claims) -> Iterator[Row]:
    for claim, document in claims.all():
        if claim.valid_from is not None:
            yield claim.valid_from, "", *claims.words(claim), document.name


ANSWERS: tuple[Answer, ...] = (
    sources, single_source, best_supported, new_since, claims_of_document, doubtful,
    attributed_claims, speaks_about, who_said_what, terms_of_office, dated_claims,
)  # fmt: skip


@pytest.fixture(scope="module")
def claims() -> Claims:
    return Claims()


@pytest.fixture(scope="module")
def store(claims: Claims) -> ox.Store:
    lines = corpus_lines(
        claims.corpus, claims.vocabulary, DEFAULT_BASE, CONFIDENCE_THRESHOLD
    )
    store = ox.Store()
    store.load("\n".join(lines), format=ox.RdfFormat.N_QUADS)
    return store


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer.__name__)
def test_question_gives_what_the_claims_say(
    answer: Answer, claims: Claims, store: ox.Store
) -> None:
    question = named_question(answer.__name__.replace("_", "-"))
    # The first hundred would depend on how the names of equals are sorted.
    rows = store.query(question.text.replace("LIMIT 100", ""))
    texts = [tuple("" if cell is None else cell.value for cell in row) for row in rows]  # type: ignore[union-attr]

    expected = list(answer(claims))
    if "DISTINCT ?" in question.text.split("WHERE")[0]:
        expected = [*dict.fromkeys(expected)]
    assert sorted(texts) == sorted(expected)
    assert len(expected) > 10


#: Claims that rdflib is asked about.
FEW = 100


@pytest.fixture(scope="module")
def elsewhere(claims: Claims) -> Any:
    """Some claims in rdflib's own memory."""
    from rdflib import Dataset

    few = corpus_of(FEW, claims.vocabulary)
    lines = corpus_lines(few, claims.vocabulary, DEFAULT_BASE, CONFIDENCE_THRESHOLD)
    dataset = Dataset()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        dataset.parse(data="\n".join(lines), format="nquads")
    return dataset


@pytest.mark.parametrize(
    "question", named_questions(), ids=lambda question: question.name
)
def test_rdflib_compares_few_rows_with_each_other(
    question: NamedQuery, elsewhere: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It compares each row of one side of a join of joins, or of MINUS, with each of the other."""
    from rdflib.plugins.sparql.sparql import FrozenDict

    compared, compatible = Counter[bool](), FrozenDict.compatible

    def counted(row: FrozenDict, other: FrozenDict) -> bool:
        compared[is_compatible := compatible(row, other)] += 1
        return is_compatible

    monkeypatch.setattr(FrozenDict, "compatible", counted)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        list(elsewhere.query(question.text))

    assert compared.total() < 2 * FEW**2
