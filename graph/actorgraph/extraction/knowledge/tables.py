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
    lines = ontology_file(name).read_text(encoding="utf-8").splitlines()
    content = [line for line in lines if line and not line.startswith("#")]
    return [line.split("\t") for line in content[1:]]
