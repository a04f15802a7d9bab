"""The graph in other programs' formats, one writer per format."""

from __future__ import annotations

from actorgraph.export import gephi, graphml, html, rdf, tables
from actorgraph.export.registry import Exporter, Material

__all__ = ["EXPORTERS", "Exporter", "Material"]

#: By name, in the order in which they are offered.
EXPORTERS: dict[str, Exporter] = {
    exporter.name: exporter
    for exporter in (html.EXPORTER, gephi.EXPORTER, graphml.EXPORTER, tables.EXPORTER, *rdf.EXPORTERS)
}
