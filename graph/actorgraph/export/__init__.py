"""The graph in other programs' formats, one writer per format."""

from __future__ import annotations

from actorgraph.errors import UsageError
from actorgraph.export import (
    cypher,
    databases,
    description,
    figure,
    ftm,
    gephi,
    graphml,
    html,
    json_graphs,
    neo4j,
    notes,
    ontology_text,
    parquet_tables,
    rdf,
    spreadsheet,
)
from actorgraph.export.registry import Exporter, Material

__all__ = [
    "EXPORTERS",
    "Exporter",
    "Material",
    "exporter_named",
    "formats_table",
]

#: By name, in the order in which help lists them.
EXPORTERS: dict[str, Exporter] = {
    exporter.name: exporter
    for exporter in (
        html.EXPORTER,
        gephi.EXPORTER,
        graphml.EXPORTER,
        spreadsheet.EXPORTER,
        parquet_tables.EXPORTER,
        *databases.EXPORTERS,
        *json_graphs.EXPORTERS,
        cypher.EXPORTER,
        neo4j.EXPORTER,
        ftm.EXPORTER,
        notes.EXPORTER,
        *figure.EXPORTERS,
        *rdf.EXPORTERS,
        ontology_text.EXPORTER,
        description.EXPORTER,
    )
}


def formats_table() -> str:
    """Return the README's table of formats, as Markdown."""
    rows = ["| Format | What opens it | What it leaves out |", "|---|---|---|"]
    for exporter in EXPORTERS.values():
        missing = ", ".join(exporter.leaves_out) if exporter.keeps else "the data"
        rows.append(f"| `{exporter.name}` | {exporter.opens} | {missing or '–'} |")
    return "\n".join(rows)


def exporter_named(name: str) -> Exporter:
    """Return the exporter of a format.

    Raises:
        UsageError: if there is no such format, with the names of all.
    """
    if name not in EXPORTERS:
        raise UsageError(
            f"there is no format {name!r}; choose one of {', '.join(EXPORTERS)}"
        )
    return EXPORTERS[name]
