"""The rows of ``columns.TABLES``: every actor, claim, passage, document and quotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from actorgraph.codec import to_row
from actorgraph.columns import CLAIMS, MEASURES, TABLES, column_names
from actorgraph.model import Actor, Attribution, Claim, Corpus, Document, Reading

if TYPE_CHECKING:
    import networkx as nx

Row = dict[str, Any]

_CLAIM_COLUMNS = tuple(
    column for column in CLAIMS if column.name in column_names(TABLES["claims"])
)
_MEASURES = column_names(MEASURES)


def table_rows(corpus: Corpus, network: nx.MultiDiGraph) -> dict[str, list[Row]]:
    """Return the rows of all tables of a corpus, in its order.

    Args:
        corpus: Resolved, so that ids are global.
        network: The measures of the actors that are in it.
    """
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    for actor in corpus.actors:
        measures = network.nodes.get(actor.id, {})
        rows["actors"].append(actor_row(actor, measures))
    for reading in corpus.readings:
        for name, row in rows_of_reading(reading):
            rows[name].append(row)
    return rows


def actor_row(actor: Actor, measures: Mapping[str, object]) -> Row:
    """Return the row of an actor.

    Args:
        actor: With all its mentions.
        measures: Its attributes in the network, if it has any edge.
    """
    row = to_row(actor, {"mentions"})
    row["label"] = row.pop("name")
    row["mentions"] = len(actor.mentions)
    row["documents"] = len(actor.documents)
    return row | {name: measures.get(name) for name in _MEASURES}


def rows_of_reading(reading: Reading) -> Iterator[tuple[str, Row]]:
    """Yield the rows of a reading with global ids, each with the name of its table."""
    document = reading.document
    yield "documents", to_row(document)
    for claim in reading.claims:
        yield "claims", _claim_row(claim, document)
        for row in _evidence_rows(claim):
            yield "evidence", row
    for attribution in reading.attributions:
        yield "quotations", _quotation_row(attribution, document)


def _claim_row(claim: Claim, document: Document) -> Row:
    row: Row = {"id": claim.id}
    for column in _CLAIM_COLUMNS:
        row[column.name] = _value(column.value_of(claim))
    return row | {"said_by": claim.attributed_to, "document": document.id}


def _value(value: object) -> object:
    """Return a value of a column as tables have it: nothing is null, a tuple a list."""
    if value == "":
        return None
    return list(value) if isinstance(value, tuple) else value


def _evidence_rows(claim: Claim) -> Iterator[Row]:
    for passage in claim.passages:
        is_trigger = passage is claim.trigger
        yield {"claim": claim.id, **to_row(passage), "is_trigger": is_trigger}


def _quotation_row(attribution: Attribution, document: Document) -> Row:
    cue = attribution.cue
    return {
        "document": document.id,
        "speaker": attribution.speaker,
        "cue": None if cue is None else document.text[slice(*cue)],
        "direct": attribution.direct,
        "content": " … ".join(_passages(attribution.content, document)),
        "start": attribution.content[0][0],
        "end": attribution.content[-1][1],
    }


def _passages(spans: Iterable[tuple[int, int]], document: Document) -> Iterator[str]:
    for start, end in spans:
        yield document.text[start:end]
