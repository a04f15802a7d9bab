"""The graph in other programs' formats, one writer per format."""

from __future__ import annotations

from actorgraph.export import (
    cypher,
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
    rdf,
    spreadsheet,
)
from actorgraph.export.registry import Exporter, Material

__all__ = ["EXPORTERS", "Exporter", "Material", "formats_table"]

#: By name, in the order in which help lists them.
EXPORTERS: dict[str, Exporter] = {
    exporter.name: exporter
    for exporter in (
        html.EXPORTER,
        gephi.EXPORTER,
        graphml.EXPORTER,
        spreadsheet.EXPORTER,
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
