"""The graph in other programs' formats, one writer per format."""

from __future__ import annotations

from actorgraph.export import cypher, ftm, gephi, graphml, html, json_graphs, markdown, rdf, svg, tables
from actorgraph.export.registry import Exporter, Material

__all__ = ["EXPORTERS", "Exporter", "Material"]

#: By name, in the order in which they are offered.
EXPORTERS: dict[str, Exporter] = {
    exporter.name: exporter
    for exporter in (
        html.EXPORTER,
        gephi.EXPORTER,
        graphml.EXPORTER,
        tables.EXPORTER,
        *json_graphs.EXPORTERS,
        cypher.EXPORTER,
        ftm.EXPORTER,
        markdown.EXPORTER,
        svg.EXPORTER,
        *rdf.EXPORTERS,
    )
}
