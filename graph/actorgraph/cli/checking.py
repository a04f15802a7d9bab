"""Commands that check what is stored."""

from __future__ import annotations

from dataclasses import asdict

import typer

from actorgraph.cli import printing
from actorgraph.cli.parameters import DEFAULT_FOLDER, AsJson, Folder
from actorgraph.errors import InvalidData


def validate(graph: Folder = DEFAULT_FOLDER, json: AsJson = False) -> None:
    """Hold the graph against its SHACL shapes."""
    from actorgraph.dataset.store import open_graph
    from actorgraph.dataset.validation import document_violations

    found = list(document_violations(open_graph(graph)))
    if json:
        printing.as_json([asdict(one) for one in found])
    _finish([str(one) for one in found], "the graph fits its shapes", quiet=json)


def verify(graph: Folder = DEFAULT_FOLDER, json: AsJson = False) -> None:
    """Look every quote up in its text again, and check every other promise on what is stored."""
    from actorgraph.dataset import validation
    from actorgraph.dataset.store import open_graph

    found = validation.verify(open_graph(graph))
    if json:
        printing.as_json(found)
    _finish(
        found,
        "the graph is whole: every quote is in its text, and every edge follows from its claims",
        quiet=json,
    )


COMMANDS = (validate, verify)


def _finish(findings: list[str], all_well: str, *, quiet: bool) -> None:
    if not quiet:
        for finding in findings or [all_well]:
            printing.say(finding)
    if findings:
        raise typer.Exit(InvalidData.exit_code)
