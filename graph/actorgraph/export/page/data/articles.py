"""The texts of the documents in pieces: who is named in each, and which relations it proves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from actorgraph.model import (
    BACKGROUND_METHODS,
    Claim,
    ClaimId,
    Corpus,
    Document,
    DocumentId,
)

#: Characters of all texts in the page, at most: above that, documents with the fewest relations are left out.
MOST_TEXT = 1_500_000
#: Relations told of one piece: the ones with the shortest proofs.
MOST_RELATIONS = 6

Row = list[Any]


@dataclass(slots=True)
class _Marks:
    """What is marked in a document: (start, end, number) of actors that are named, and of relations that are proved."""

    named: list[tuple[int, int, int]] = field(default_factory=list)
    proved: set[tuple[int, int, int]] = field(default_factory=set)


def articles(
    corpus: Corpus,
    numbers: Mapping[str, int],
    edges: Iterable[tuple[int, Sequence[ClaimId]]],
) -> list[Row]:
    """The documents that prove something, those that prove most first: title, name, date, number of relations, pieces.

    A piece is: text, number of the actor that is named or −1, numbers of the relations that it proves.  Joined, the
    pieces of a document are its text; they are empty where the page has no room for it.

    Args:
        numbers: Number of each actor that is drawn.
        edges: Number of each edge, with the ids of its claims.
    """
    marks = _marks(corpus, numbers, edges)
    documents = [
        reading.document
        for reading in corpus.readings
        if marks[reading.document.id].proved
    ]
    counts = {
        one.id: len({edge for *_, edge in marks[one.id].proved}) for one in documents
    }
    rows, room = list[Row](), MOST_TEXT
    for document in sorted(documents, key=lambda one: (-counts[one.id], one.id)):
        room -= len(document.text)
        pieces = _pieces(document, marks[document.id]) if room >= 0 else []
        rows.append(
            [
                document.title or document.name,
                document.name,
                document.date or "",
                counts[document.id],
                pieces,
            ]
        )
    return rows


def _marks(
    corpus: Corpus,
    numbers: Mapping[str, int],
    edges: Iterable[tuple[int, Sequence[ClaimId]]],
) -> Mapping[DocumentId, _Marks]:
    found: dict[DocumentId, _Marks] = defaultdict(_Marks)
    for actor in corpus.actors:
        for mention in actor.mentions if actor.id in numbers else ():
            found[mention.document].named.append(
                (mention.start, mention.end, numbers[actor.id])
            )
    claims = {
        claim.id: claim
        for reading in corpus.readings
        for claim in reading.claims
        if _is_read(claim)
    }
    for edge, ids in edges:
        for evidence in (
            one for id_ in ids if id_ in claims for one in claims[id_].evidence
        ):
            found[evidence.document].proved.add((evidence.start, evidence.end, edge))
    return found


def _is_read(claim: Claim) -> bool:
    """Whether the text says it, instead of it following from other claims or being known anyway."""
    return not claim.premises and claim.method not in BACKGROUND_METHODS


def _pieces(document: Document, marks: _Marks) -> list[Row]:
    every = [*marks.named, *marks.proved]
    cuts = sorted(
        {
            0,
            len(document.text),
            *(cut for start, end, _ in every for cut in (start, end)),
        }
    )
    named, proved = _by_piece(marks.named, cuts), _by_piece(marks.proved, cuts)
    pieces = []
    for start, end in pairwise(cuts):
        actor = min(named[start], default=(0, -1))[1]
        relations = list(dict.fromkeys(edge for _, edge in sorted(proved[start])))[
            :MOST_RELATIONS
        ]
        pieces.append([document.text[start:end], actor, relations])
    return pieces


def _by_piece(
    marks: Iterable[tuple[int, int, int]], cuts: Sequence[int]
) -> Mapping[int, list[tuple[int, int]]]:
    """For the start of each piece, the marks that cover it, as (length, number)."""
    place = {cut: i for i, cut in enumerate(cuts)}
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for start, end, number in marks:
        for cut in cuts[place[start] : place[end]]:
            found[cut].append((end - start, number))
    return found
