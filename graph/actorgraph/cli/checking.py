"""Commands that check what is stored: validate and verify."""

from __future__ import annotations

import typer

from actorgraph.cli import printing
from actorgraph.cli.commands import example
from actorgraph.cli.parameters import DEFAULT_FOLDER, AsJson, Folder
from actorgraph.errors import InvalidData


@example("actorgraph validate")
def validate(graph: Folder = DEFAULT_FOLDER, json: AsJson = False) -> None:
    """Check the graph against the SHACL shapes."""
    from actorgraph.dataset.store import open_graph
    from actorgraph.dataset.validation import document_violations

    violations = list(document_violations(open_graph(graph)))
    if json:
        printing.print_json(violations)
    _finish(list(map(str, violations)), "The graph conforms to the shapes.", quiet=json)


@example("actorgraph verify")
def verify(graph: Folder = DEFAULT_FOLDER, json: AsJson = False) -> None:
    """Re-check every quote and all other guarantees."""
    from actorgraph.dataset import verification
    from actorgraph.dataset.store import open_graph

    problems = verification.verify(open_graph(graph))
    if json:
        printing.print_json(problems)
    _finish(
        problems,
        "Every quote is in its text, and every edge follows from its claims.",
        quiet=json,
    )


def _finish(problems: list[str], success: str, *, quiet: bool) -> None:
    if not quiet:
        for problem in problems or [success]:
            printing.print_line(problem)
    if problems:
        raise typer.Exit(InvalidData.exit_code)
