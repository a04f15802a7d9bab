"""The graph in other programs' formats, one writer per format."""

from __future__ import annotations

from actorgraph.errors import UsageError
from actorgraph.export import (
    cypher,
    databases,
    ftm,
    gephi,
    graphml,
    html,
    json_graphs,
    notes,
    parquet_tables,
    rdf,
    spreadsheet,
    svg,
)
from actorgraph.export.registry import Exporter, Material

__all__ = ["EXPORTERS", "Exporter", "Material", "exporter_named"]

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
        ftm.EXPORTER,
        notes.EXPORTER,
        svg.EXPORTER,
        *rdf.EXPORTERS,
    )
}


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
