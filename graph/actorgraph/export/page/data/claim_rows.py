"""The claims behind the edges as rows; each document, passage and claim is written once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from actorgraph.columns import CLAIMS, column_names
from actorgraph.export.corpus_lookup import Lookup
from actorgraph.export.page.data.passages import in_context
from actorgraph.model import (
    ActorId,
    Claim,
    ClaimId,
    Corpus,
    Document,
    DocumentId,
    Evidence,
)
from actorgraph.remarks import original_name

#: Claims shown for one relation between two actors; the page says how many more there are.
SHOWN_PER_EDGE = 12
#: Passages shown for one claim.
PASSAGES = 3
#: Number that means "nobody": the document itself says so.
NOBODY = -1

Row = list[Any]

_CLAIM_COLUMNS = tuple(column for column in CLAIMS if column.on_page)
#: Names of the fields of each kind of row, which the page receives once.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "documents": ("title", "name", "date", "url", "copy_of"),
    "passages": ("document", "before", "quote", "after"),
    "claims": column_names(_CLAIM_COLUMNS),
}


class ClaimTables:
    """Collects the claims that the page shows.

    Args:
        corpus: Source of the claims, their documents and the names of speakers.
        nodes: Number of each actor that is drawn; the names of all others are added behind them.
    """

    def __init__(self, corpus: Corpus, nodes: Mapping[str, int]) -> None:
        self._lookup = Lookup(corpus)
        self._nodes = nodes
        self._extra: dict[ActorId, int] = {}
        self._document_rows: list[Row] = []
        self._document_numbers: dict[DocumentId, int] = {}
        self._passages: dict[Evidence, int] = {}
        self._passage_rows: list[Row] = []
        self._numbers: dict[ClaimId, int] = {}
        self._rows: list[Row] = []

    def best(self, ids: Iterable[ClaimId]) -> list[int]:
        """Return the numbers of the claims to show for an edge, the best proof first.

        At most ``SHOWN_PER_EDGE``; an id that the corpus lacks is skipped.
        """
        claims = sorted(self._lookup.existing(ids), key=lambda claim: claim.proof_order)
        return [self._number(claim) for claim in claims[:SHOWN_PER_EDGE]]

    def sayings(self, ids: Iterable[ClaimId]) -> list[Row]:
        """Return [document, speaker or -1, per cent of the surest claim] for each such pair.

        They serve the page's filters, so they cover all claims, not only those that it shows.
        """
        surest: dict[tuple[int, int], int] = {}
        for claim in self._lookup.existing(ids):
            document = self._lookup.documents[claim.evidence[0].document]
            key = (self._document(document), self._speaker(claim))
            surest[key] = max(surest.get(key, 0), _per_cent(claim))
        return [[*key, percent] for key, percent in sorted(surest.items())]

    def methods(self, ids: Iterable[ClaimId]) -> set[str]:
        """Return how the claims of an edge were read."""
        return {claim.method for claim in self._lookup.existing(ids)}

    def passages(self, passages: Iterable[Evidence]) -> list[int]:
        """Return the numbers of some passages."""
        return list(map(self._passage, passages))

    def tables(self) -> dict[str, Any]:
        """Return the rows, whose fields ``COLUMNS`` names, and further ``ids`` and ``names``.

        ``ids`` are those of the claims; ``names`` those of actors that are not drawn, numbered
        behind those that are.
        """
        return {
            "documents": self._document_rows,
            "passages": self._passage_rows,
            "claims": self._rows,
            "ids": list(self._numbers),
            "names": list(map(self._lookup.name, self._extra)),
        }

    def _number(self, claim: Claim) -> int:
        known_number = self._numbers.get(claim.id)
        if known_number is not None:
            return known_number
        number = len(self._rows)
        self._numbers[claim.id] = number
        row: Row = []
        self._rows.append(row)  # before its premises take the next numbers
        row.extend(self._row(claim))
        return number

    def _row(self, claim: Claim) -> Row:
        values = {column.name: column.value_of(claim) for column in _CLAIM_COLUMNS}
        passages = claim.evidence[:PASSAGES]
        unshown = len(claim.evidence) - PASSAGES
        premises = self._lookup.existing(claim.premises)
        values |= {
            "subject": self._actor(claim.subject),
            "object": self._actor(claim.object),
            "said_by": self._speaker(claim),
            "confidence": _per_cent(claim),
            "passages": list(map(self._passage, passages)),
            "more": max(0, unshown),
            "reservations": claim.reservations,
            "premises": list(map(self._number, premises)),
        }
        return list(values.values())

    def _speaker(self, claim: Claim) -> int:
        speaker = claim.attributed_to
        if speaker is None:
            return NOBODY
        return self._actor(speaker)

    def _actor(self, actor: ActorId) -> int:
        if actor in self._nodes:
            return self._nodes[actor]
        return self._extra.setdefault(actor, len(self._nodes) + len(self._extra))

    def _passage(self, evidence: Evidence) -> int:
        if evidence not in self._passages:
            document = self._lookup.documents[evidence.document]
            self._passages[evidence] = len(self._passage_rows)
            context = in_context(document.text, evidence)
            self._passage_rows.append([self._document(document), *context])
        return self._passages[evidence]

    def _document(self, document: Document) -> int:
        if document.id not in self._document_numbers:
            self._document_numbers[document.id] = len(self._document_rows)
            title, date, url = document.title, document.date, document.url
            row = [title or "", document.name, date or "", url or ""]
            row.append(original_name(document, self._lookup.documents))
            self._document_rows.append(row)
        return self._document_numbers[document.id]


def _per_cent(claim: Claim) -> int:
    return round(100 * claim.confidence)
