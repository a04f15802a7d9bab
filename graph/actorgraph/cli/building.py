"""Commands that create and change a graph: build, add, remove and extract."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import printing
from actorgraph.cli.commands import example
from actorgraph.cli.option_groups import BuildOptions, ChangeOptions, ReadingOptions
from actorgraph.cli.parameters import (
    DEFAULT_FOLDER,
    AsJson,
    Folder,
    Inputs,
    Judgements,
    WithOutputs,
    Workers,
)
from actorgraph.errors import DocumentError

if TYPE_CHECKING:
    from actorgraph.model import Omission, RefusedDocument
    from actorgraph.pipeline.report import Report


@example("actorgraph build stories/ --workers 2")
def build(
    inputs: Inputs,
    *,
    graph: Folder = DEFAULT_FOLDER,
    options: BuildOptions,
    json: AsJson = False,
) -> None:
    """Read documents and build a graph.

    The graph folder then contains the store, graph.html, graph.gexf and graph.trig.
    """
    from actorgraph.pipeline import changes

    with printing.progress() as progress:
        report = changes.build(inputs, graph, options.options(), progress)
    _finish(report, json)


@example("actorgraph add stories/monday.txt")
def add(
    inputs: Inputs,
    *,
    graph: Folder = DEFAULT_FOLDER,
    options: ChangeOptions,
    json: AsJson = False,
) -> None:
    """Read more documents into an existing graph.

    Options that you leave out keep the values that the graph was built with.
    """
    from actorgraph.pipeline import changes

    with printing.progress() as progress:
        report = changes.add(inputs, graph, options.options(), progress)
    _finish(report, json)


@example("actorgraph remove monday.txt")
def remove(
    documents: Annotated[
        list[str],
        typer.Argument(metavar="DOCUMENT…", help="Names or ids of documents."),
    ],
    *,
    graph: Folder = DEFAULT_FOLDER,
    judgements: Judgements = None,
    outputs: WithOutputs = None,
    json: AsJson = False,
) -> None:
    """Remove documents and everything that only they support."""
    from actorgraph.pipeline import changes
    from actorgraph.pipeline.options import Options

    options = Options(judgements=judgements, outputs=outputs)
    with printing.progress() as progress:
        report = changes.remove(documents, graph, options, progress)
    _finish(report, json)


def _finish(report: Report, json: bool) -> None:
    from actorgraph.cli.reporting import print_report

    print_report(report, json)
    if report.refused:
        raise typer.Exit(DocumentError.exit_code)


@example("actorgraph extract stories/*.txt > claims.jsonl")
def extract(
    inputs: Inputs,
    *,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORM",
            help="jsonl, or record: all that was read, of which a graph can be built.",
        ),
    ] = "jsonl",
    reading: ReadingOptions,
    workers: Workers = 1,
) -> None:
    """Print claims as JSON lines, without building a graph.

    Each line is an object with the actors, claims and quotations of one document.
    """
    from actorgraph.pipeline import extract_jsonl

    options = reading.options(workers=workers)
    refused: list[RefusedDocument] = []
    omitted: list[Omission] = []
    with printing.progress() as progress:
        for row in extract_jsonl.extract(
            inputs,
            options,
            refuse=refused.append,
            omit=omitted.append,
            progress=progress,
            form=form,
        ):
            printing.print_json_line(row)
    for omission in omitted:
        printing.warn(f"left out of {omission.name}: {omission.content}")
    printing.warn_of_refused(refused)
    if refused:
        raise typer.Exit(DocumentError.exit_code)
