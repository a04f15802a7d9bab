"""Check claims before they become part of a graph.

The rules are those of ``ontology/shapes.ttl``, asked of the model itself, and the proof of every
quote.

This is the only place that checks claims: a worker asks ``objection`` before a reading leaves it,
so that what is wrong costs its document, and ``check_corpus`` guards what is written.  A claim
costs a few microseconds, since each rule is one comparison and each question to the ontology is
asked once.  ``actorgraph validate`` asks pySHACL, which is slow and knows nothing of this file; the
tests compare the two.  What the types of the model rule out (an unknown modality, two statuses) is
not asked again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from actorgraph.dataset.terms import moment
from actorgraph.errors import InvalidData, UnknownTerm
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
    Reading,
)
from actorgraph.vocabulary import Vocabulary

#: ``YYYY-MM-DD``, in characters.
DAY_LENGTH = 10
_WIKIDATA_ID = re.compile(r"Q[1-9][0-9]*")
MAIN_TYPES = frozenset(map(str, ActorType))


@dataclass(frozen=True, slots=True)
class _Terms:
    """The class of each actor, and why a relation is not allowed between two classes, if so."""

    classes: Mapping[ActorId, str]
    objection: Callable[[str, str, str], str | None]


def objection(reading: Reading, vocabulary: Vocabulary) -> str | None:
    """Return why a reading with its own actors cannot become part of a graph, or None if it can.

    Args:
        reading: Claims, quotations and the actors that they name, all of one document.
        vocabulary: What the claims must fit.

    Returns:
        A sentence that names the document and the claim or actor, for the list of refused
        documents.
    """
    try:
        check_corpus(Corpus((reading,), reading.actors), vocabulary)
    except InvalidData as error:
        return str(error)
    return None


def check_corpus(corpus: Corpus, vocabulary: Vocabulary) -> None:
    """Check a corpus against the rules.

    Args:
        corpus: What is to be stored; an empty one keeps all rules.
        vocabulary: What the claims must fit.

    Raises:
        InvalidData: naming the document and the claim, or the actor, that breaks a rule first, and
            what is allowed.
    """
    _check_ids(corpus.actors)
    _check_ids(_claims(corpus))
    classes: dict[ActorId, str] = {}
    for actor in corpus.actors:
        _check_actor(actor, vocabulary)
        class_ = vocabulary.class_of(actor.type, actor.subtype)
        classes[actor.id] = class_
    objection = cache(vocabulary.objection)
    terms = _Terms(classes, objection)
    for reading in corpus.readings:
        _check_reading(reading, terms)


def _claims(corpus: Corpus) -> Iterator[Claim]:
    for reading in corpus.readings:
        yield from reading.claims


def _check_ids(records: Iterable[Actor | Claim]) -> None:
    first: dict[str, Actor | Claim] = {}
    for record in records:
        if first.setdefault(record.id, record) != record:
            noun = type(record).__name__.lower()
            raise InvalidData(
                f"the id {record.id} belongs to two {noun}s that differ: each {noun} needs an id "
                "of its own"
            )


def _check_actor(actor: Actor, vocabulary: Vocabulary) -> None:
    if not actor.name:
        raise InvalidData(
            f"actor {actor.id}: it has no name: one that is not empty is needed"
        )
    if actor.wikidata is not None and not _WIKIDATA_ID.fullmatch(actor.wikidata):
        raise InvalidData(
            f"actor {actor.id}: {actor.wikidata!r} is not a Wikidata id such as Q42"
        )
    if actor.subtype is None:
        return
    if actor.subtype not in vocabulary.classes:
        raise InvalidData(
            f"actor {actor.id}: the ontology has no class {actor.subtype}"
        )
    if actor.subtype in MAIN_TYPES and actor.subtype != actor.type:
        raise InvalidData(
            f"actor {actor.id}: it is both {actor.type} and {actor.subtype}: one main type is "
            "allowed"
        )


def _check_reading(reading: Reading, terms: _Terms) -> None:
    owner = f"document {reading.document.name or reading.document.id}"
    ids = frozenset(claim.id for claim in reading.claims)
    _check_document(reading.document, owner)
    for attribution in reading.attributions:
        _check_quotation(attribution, reading.document, owner, terms)
    for claim in reading.claims:
        place = f"{owner}, claim {claim.id}"
        _check_ends(claim, place, terms)
        _check_circumstances(claim, place, terms)
        _check_proof(claim, place, reading.document, ids)


def _check_document(document: Document, owner: str) -> None:
    if not document.name:
        raise InvalidData(f"{owner}: it has no name: one that is not empty is needed")
    if document.date is None:
        return
    if len(document.date) != DAY_LENGTH:
        raise InvalidData(
            f"{owner}: its date is {document.date!r}: a day such as 2024-05-31 is needed"
        )
    moment(document.date, owner)


def _check_quotation(
    attribution: Attribution, document: Document, owner: str, terms: _Terms
) -> None:
    if not attribution.content:
        raise InvalidData(
            f"{owner}: a quotation has no passage: at least one is needed"
        )
    for start, end in attribution.content:
        if not 0 <= start < end <= len(document.text):
            raise InvalidData(
                f"{owner}: a quotation runs from {start} to {end}: a passage of the text is needed"
            )
    if attribution.speaker is not None:
        _check_known(
            attribution.speaker,
            "speaker",
            f"{owner}, quotation at {attribution.content[0][0]}",
            terms,
        )


def _check_proof(
    claim: Claim, owner: str, document: Document, ids: frozenset[ClaimId]
) -> None:
    """Check the evidence and the premises, which are claims of the same document."""
    if not claim.evidence:
        raise InvalidData(
            f"{owner}: it has no evidence: at least one passage is needed"
        )
    for passage in claim.passages:
        _check_evidence(passage, owner, document)
    for premise in claim.premises:
        if premise not in ids:
            raise InvalidData(
                f"{owner}: its premise {premise} is not a claim of the document: only those are "
                "allowed"
            )


def _check_ends(claim: Claim, owner: str, terms: _Terms) -> None:
    _check_known(claim.subject, "subject", owner, terms)
    _check_known(claim.object, "object", owner, terms)
    try:
        reason = terms.objection(
            claim.relation, terms.classes[claim.subject], terms.classes[claim.object]
        )
    except UnknownTerm as error:
        raise InvalidData(f"{owner}: {error}") from error
    if reason is not None:
        raise InvalidData(f"{owner}: {reason}")


def _check_circumstances(claim: Claim, owner: str, terms: _Terms) -> None:
    if claim.attributed_to is not None:
        _check_known(claim.attributed_to, "source", owner, terms)
    if not 0 <= claim.confidence <= 1:  # refuses NaN too
        raise InvalidData(
            f"{owner}: its confidence is {claim.confidence}: a number from 0 to 1 is needed"
        )
    _check_period(claim.valid_from, claim.valid_until, owner)


def _check_period(start: str | None, end: str | None, owner: str) -> None:
    """Two dates are compared as far as both go: 2024 may end in 2024-03, and 2024-03 in 2024."""
    for date in (start, end):
        if date is not None:
            moment(date, owner)
    if start is None or end is None:
        return
    is_reversed = start[: len(end)] > end[: len(start)]
    if is_reversed:
        raise InvalidData(
            f"{owner}: it holds from {start} until {end}: the end must not lie before the beginning"
        )


def _check_evidence(evidence: Evidence, owner: str, document: Document) -> None:
    start, end = evidence.start, evidence.end
    if not 0 <= start < end:
        raise InvalidData(
            f"{owner}: its quote runs from {start} to {end}: 0 or more is needed, and an end "
            "after it"
        )
    if len(evidence.quote) != end - start:
        length = len(evidence.quote)
        raise InvalidData(
            f"{owner}: its quote from {start} to {end} has {length} characters, not {end - start}"
        )
    if evidence.document != document.id:
        raise InvalidData(
            f"{owner}: its quote is from document {evidence.document}: only the claim's own "
            "document is allowed"
        )
    if not evidence.holds_in(document):
        raise InvalidData(
            f"{owner}: its quote is not at {start}–{end} of {document.name}"
        )


def _check_known(actor: ActorId, role: str, owner: str, terms: _Terms) -> None:
    if actor not in terms.classes:
        raise InvalidData(
            f"{owner}: its {role} {actor} is not among the actors: only those of the graph are "
            "allowed"
        )
