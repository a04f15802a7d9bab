"""The texts of the documents in pieces: which actor each names and which relations it proves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from actorgraph.export.corpus_lookup import document_title
from actorgraph.model import (
    BACKGROUND_METHODS,
    Claim,
    ClaimId,
    Corpus,
    Document,
    DocumentId,
)

#: Characters of all texts in the page; beyond that, documents with few relations are left out.
MOST_TEXT = 1_500_000
#: Relations listed for one piece: those with the shortest proofs.
MOST_RELATIONS = 6
#: Names of the fields of an article's row.
ARTICLE_COLUMNS = ("title", "name", "date", "relations", "pieces")

Row = list[Any]
#: Start, end and the number of an actor or edge.
Mark = tuple[int, int, int]


@dataclass(slots=True)
class _Marks:
    """What is marked in a document: actors that are named, and relations that are proved."""

    named: list[Mark] = field(default_factory=list)
    proved: set[Mark] = field(default_factory=set)

    @property
    def relations(self) -> int:
        """How many relations the document proves."""
        return len({edge for _, _, edge in self.proved})


def articles(
    corpus: Corpus,
    numbers: Mapping[str, int],
    edges: Iterable[tuple[int, Sequence[ClaimId]]],
) -> list[Row]:
    """Return a row for each document that proves something, those that prove most first.

    Args:
        corpus: The documents, with what was read in them.
        numbers: Number of each actor that is drawn.
        edges: Number of each edge, with the ids of its claims.

    Returns:
        Rows with the fields ``ARTICLE_COLUMNS``.  A piece is: text, number of the actor that it
        names or −1, numbers of the relations that it proves.  Joined, the pieces of a document
        are its text; they are empty where the page has no room for it.
    """
    marks = _marks(corpus, numbers, edges)
    documents = [reading.document for reading in corpus.readings]
    proving = [document for document in documents if marks[document.id].proved]
    proving.sort(key=lambda document: (-marks[document.id].relations, document.id))
    rows, room = list[Row](), MOST_TEXT
    for document in proving:
        room -= len(document.text)
        rows.append(_row(document, marks[document.id], is_whole=room >= 0))
    return rows


def _row(document: Document, marks: _Marks, *, is_whole: bool) -> Row:
    return [
        document_title(document),
        document.name,
        document.date or "",
        marks.relations,
        _pieces(document, marks) if is_whole else [],
    ]


def _marks(
    corpus: Corpus,
    numbers: Mapping[str, int],
    edges: Iterable[tuple[int, Sequence[ClaimId]]],
) -> Mapping[DocumentId, _Marks]:
    marks: dict[DocumentId, _Marks] = defaultdict(_Marks)
    for actor in corpus.actors:
        if actor.id not in numbers:
            continue
        for mention in actor.mentions:
            mark = (mention.start, mention.end, numbers[actor.id])
            marks[mention.document].named.append(mark)
    claims = {claim.id: claim for claim in corpus.claims if _is_read(claim)}
    for edge, ids in edges:
        for claim in filter(None, map(claims.get, ids)):
            for evidence in claim.evidence:
                mark = (evidence.start, evidence.end, edge)
                marks[evidence.document].proved.add(mark)
    return marks


def _is_read(claim: Claim) -> bool:
    """Whether the text says it, rather than other claims or background knowledge."""
    if claim.premises:
        return False
    return claim.method not in BACKGROUND_METHODS


def _pieces(document: Document, marks: _Marks) -> list[Row]:
    cuts = _cuts(document, marks)
    named, proved = _by_piece(marks.named, cuts), _by_piece(marks.proved, cuts)
    pieces = []
    for start, end in pairwise(cuts):
        actor = min(named[start], default=(0, -1))[1]
        relations = dict.fromkeys(edge for _, edge in sorted(proved[start]))
        shortest = list(relations)[:MOST_RELATIONS]
        pieces.append([document.text[start:end], actor, shortest])
    return pieces


def _cuts(document: Document, marks: _Marks) -> list[int]:
    """Return where the text is cut: where it begins and ends and where marks do, sorted."""
    cuts = {0, len(document.text)}
    for start, end, _ in (*marks.named, *marks.proved):
        cuts |= {start, end}
    return sorted(cuts)


def _by_piece(
    marks: Iterable[Mark], cuts: Sequence[int]
) -> Mapping[int, list[tuple[int, int]]]:
    """Return for the start of each piece the marks that cover it, as (length, number)."""
    places = {cut: place for place, cut in enumerate(cuts)}
    covering: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for start, end, number in marks:
        for cut in cuts[places[start] : places[end]]:
            covering[cut].append((end - start, number))
    return covering
