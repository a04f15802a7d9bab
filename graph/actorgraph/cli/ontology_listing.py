"""The command that lists what the ontology has: relations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import completing, printing
from actorgraph.cli.commands import example
from actorgraph.cli.parameters import DEFAULT_FOLDER, AsJson, Folder, load_graph
from actorgraph.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actorgraph.pipeline.ontology_terms import TermUse


@example("actorgraph relations envoyOf")
def relations(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            help="Only what has this in its name or label.",
            autocompletion=completing.relations,
        ),
    ] = None,
    graph: Folder = DEFAULT_FOLDER,
    json: AsJson = False,
) -> None:
    """List the relations and classes of the ontology.

    Each has an example and the number of its claims or actors, and is named as in a query.
    """
    from actorgraph.pipeline.ontology_terms import ontology_terms

    terms = ontology_terms(load_graph(graph).stored)
    chosen = [term for term in terms if name is None or _is_called(term, name)]
    if not chosen:
        raise NotFound(
            f"no relation or class has {name!r} in its name; see: actorgraph relations"
        )
    printing.print_answer(lambda: chosen, _print_terms, json=json)


def _is_called(term: TermUse, text: str) -> bool:
    return text.casefold() in f"{term.name} {term.label}".casefold()


def _print_terms(terms: Sequence[TermUse]) -> None:
    rows = (
        (f"{term.count:,}", term.written, _label(term), term.example) for term in terms
    )
    head = ("number", "name", "label", "example")
    line_format = "{:>7}  {}  {}  {}".format
    printing.print_table(head, rows, line_format)


def _label(term: TermUse) -> str:
    if term.kind != "class":
        return f"{term.label} ({term.group})"
    if not term.group:
        return "class"
    return f"class below {term.group}"
