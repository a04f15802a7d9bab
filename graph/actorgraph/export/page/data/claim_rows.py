"""The claims behind the edges as rows of numbers and strings, each document, passage and claim once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from actorgraph.export.page.data.passages import in_context
from actorgraph.model import (
    ActorId,
    Claim,
    ClaimId,
    Corpus,
    Document,
    DocumentId,
    Evidence,
    Polarity,
)

#: Claims shown for one relation between two actors; the page says how many more there are.
SHOWN_PER_EDGE = 12
#: Passages shown for one claim.
PASSAGES = 3

Row = list[Any]


class ClaimTables:
    """Collects the claims that the page shows.

    Args:
        corpus: Where the claims, their documents and the names of speakers come from.
        nodes: Number of each actor that is drawn; others are added to the table of names behind them.
    """

    def __init__(self, corpus: Corpus, nodes: Mapping[str, int]) -> None:
        self._documents = {
            reading.document.id: reading.document for reading in corpus.readings
        }
        self._claims = {
            claim.id: claim for reading in corpus.readings for claim in reading.claims
        }
        self._names = {actor.id: actor.name for actor in corpus.actors}
        self._nodes = nodes
        self._extra: dict[ActorId, int] = {}
        self._document_rows: dict[DocumentId, Row] = {}
        self._document_numbers: dict[DocumentId, int] = {}
        self._passages: dict[Evidence, int] = {}
        self._passage_rows: list[Row] = []
        self._numbers: dict[ClaimId, int] = {}
        self._rows: list[Row] = []

    def best(self, ids: Iterable[ClaimId]) -> list[int]:
        """Numbers of the claims to show for an edge: the firmest and surest first, ``SHOWN_PER_EDGE`` at most.

        An id that the corpus lacks is left out.
        """
        claims = sorted(
            (self._claims[id_] for id_ in ids if id_ in self._claims),
            key=lambda claim: claim.proof_order,
        )
        return [self._number(claim) for claim in claims[:SHOWN_PER_EDGE]]

    def sayings(self, ids: Iterable[ClaimId]) -> list[Row]:
        """Who says it, in which document, and how sure the surest such claim is: [document, speaker or -1, per cent].

        For the page's filters, so of all claims, not only of those that it shows.
        """
        found: dict[tuple[int, int], int] = {}
        for claim in (self._claims[id_] for id_ in ids if id_ in self._claims):
            key = (
                self._document(self._documents[claim.evidence[0].document]),
                self._speaker(claim),
            )
            found[key] = max(found.get(key, 0), round(100 * claim.confidence))
        return [[*key, percent] for key, percent in sorted(found.items())]

    def methods(self, ids: Iterable[ClaimId]) -> set[str]:
        """How the claims of an edge were read, leaving out ids that the corpus lacks."""
        return {self._claims[id_].method for id_ in ids if id_ in self._claims}

    def tables(self) -> dict[str, Any]:
        """The rows of ``documents``, ``passages`` and ``claims``, and the ``names`` of actors that are not drawn.

        A document is: title, name, date, URL.  A passage is: document, text before, quote, text after.
        A claim is: subject, relation, object, passages, number of passages left out, speaker or -1, modality,
        1 if denied, status, confidence in per cent, method, from, until, premises.
        """
        return {
            "documents": list(self._document_rows.values()),
            "passages": self._passage_rows,
            "claims": self._rows,
            "names": [self._names.get(actor, actor) for actor in self._extra],
        }

    def _number(self, claim: Claim) -> int:
        if claim.id not in self._numbers:
            self._numbers[claim.id] = len(self._rows)
            row: Row = []
            self._rows.append(row)
            row.extend(self._row(claim))
        return self._numbers[claim.id]

    def _row(self, claim: Claim) -> Row:
        return [
            self._actor(claim.subject),
            claim.relation,
            self._actor(claim.object),
            [self._passage(evidence) for evidence in claim.evidence[:PASSAGES]],
            max(0, len(claim.evidence) - PASSAGES),
            self._speaker(claim),
            claim.modality.value,
            int(claim.polarity is Polarity.DENIED),
            claim.status.value if claim.status else "",
            round(100 * claim.confidence),
            claim.method,
            claim.valid_from or "",
            claim.valid_until or "",
            [
                self._number(self._claims[premise])
                for premise in claim.premises
                if premise in self._claims
            ],
        ]

    def _speaker(self, claim: Claim) -> int:
        return -1 if claim.attributed_to is None else self._actor(claim.attributed_to)

    def _actor(self, actor: ActorId) -> int:
        if actor in self._nodes:
            return self._nodes[actor]
        return self._extra.setdefault(actor, len(self._nodes) + len(self._extra))

    def _passage(self, evidence: Evidence) -> int:
        if evidence not in self._passages:
            document = self._documents[evidence.document]
            self._passages[evidence] = len(self._passage_rows)
            self._passage_rows.append(
                [self._document(document), *in_context(document.text, evidence)]
            )
        return self._passages[evidence]

    def _document(self, document: Document) -> int:
        if document.id not in self._document_numbers:
            self._document_numbers[document.id] = len(self._document_numbers)
            self._document_rows[document.id] = [
                document.title or "",
                document.name,
                document.date or "",
                document.url or "",
            ]
        return self._document_numbers[document.id]
