"""The ontology's tables: tab-separated rows below a comment and a heading."""

from __future__ import annotations

from actorgraph.resources import ontology_file


def table_rows(name: str) -> list[list[str]]:
    """Return the rows of a table of the ontology, without its comment and its heading.

    Args:
        name: File name, such as ``cities.tsv``.

    Raises:
        OntologyError: if there is no such table.
    """
    path = ontology_file(name)
    text = path.read_text(encoding="utf-8")
    rows = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            rows.append(cells)
    return rows[1:]
