"""Commands that check what is stored, and mend it: validate, verify and repair."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from actorgraph.cli import printing
from actorgraph.cli.commands import example
from actorgraph.cli.option_groups import BuildOptions
from actorgraph.cli.parameters import DEFAULT_FOLDER, AsJson, Folder
from actorgraph.counting import count
from actorgraph.errors import DocumentError, InvalidData

if TYPE_CHECKING:
    from actorgraph.pipeline.repair import Repair

#: Printed when nothing is damaged.
WHOLE = "Every quote is in its text, and every edge follows from its claims."


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
    _finish(problems, WHOLE, quiet=json)


@example("actorgraph repair")
def repair(
    *,
    graph: Folder = DEFAULT_FOLDER,
    options: BuildOptions,
    json: AsJson = False,
) -> None:
    """Rebuild a damaged graph from what is intact in it.

    Options that you leave out keep the values that the graph was built with.
    """
    from actorgraph.pipeline.repair import repair as repair_graph

    with printing.progress() as progress:
        repaired = repair_graph(graph, options.options(), progress)
    if json:
        printing.print_json(repaired)
    else:
        _print_repair(repaired)
    if repaired.lost:
        raise typer.Exit(DocumentError.exit_code)


def _print_repair(repaired: Repair) -> None:
    for finding in repaired.findings:
        printing.print_line(f"damaged: {finding}")
    if repaired.report is None:
        printing.print_line(f"Nothing is damaged. {WHOLE}")
        return
    documents = count(repaired.report.summary.documents, "document")
    printing.print_line(f"The graph was built again from {documents}, and verified.")
    if not repaired.is_certain:
        printing.warn(
            "its manifest is damaged too: base, threshold and reader may differ from those it was "
            "built with; to set them, run actorgraph build again with these options"
        )
    for document in repaired.lost:
        printing.warn(f"lost {document.name}: {document.reason}; add the article again")


def _finish(problems: list[str], success: str, *, quiet: bool) -> None:
    if not quiet:
        for problem in problems or [success]:
            printing.print_line(problem)
    if problems:
        raise typer.Exit(InvalidData.exit_code)
