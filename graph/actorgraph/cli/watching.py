"""The command that adds documents as they come: watch."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import printing
from actorgraph.cli.commands import example
from actorgraph.cli.parameters import DEFAULT_FOLDER, AsJson, Folder, Judgements
from actorgraph.counting import count

if TYPE_CHECKING:
    from actorgraph.pipeline.report import Changes, Report


Settle = Annotated[
    float,
    typer.Option(
        "--settle",
        metavar="S",
        min=0,
        help="Seconds without change after which a file counts as complete.",
    ),
]
Interval = Annotated[
    float,
    typer.Option(
        "--interval",
        metavar="S",
        min=0.1,
        help="Seconds between two checks of the folder.",
    ),
]


@example("actorgraph watch incoming/")
def watch(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder to watch.")],
    *,
    settle: Settle = 2.0,
    interval: Interval = 2.0,
    graph: Folder = DEFAULT_FOLDER,
    judgements: Judgements = None,
    json: AsJson = False,
) -> None:
    """Add documents to a graph as they come into a folder.

    A changed file replaces what it said before; a file that cannot be read is reported and skipped.
    Files that are deleted stay in the graph; remove takes them out. Press Ctrl-C to stop. With
    --json, each change is one line.
    """
    import time

    from actorgraph.pipeline import folder_watch
    from actorgraph.pipeline.options import Options

    watcher = folder_watch.FolderWatch(folder, settle)
    changes = folder_watch.watch(
        folder,
        graph,
        Options(judgements=judgements),
        watcher=watcher,
        pause=lambda: time.sleep(interval),
    )
    printing.warn(f"watching {folder}; press Ctrl-C to stop")
    try:
        for change in changes:
            _print_change(change, json)
    except KeyboardInterrupt:
        printing.warn("stopped; everything reported above is in the graph")


def _print_change(change: Report | str, json: bool) -> None:
    if isinstance(change, str):
        printing.warn(change)
        return
    printing.warn_of_refused(change.refused)
    if json:
        printing.print_json_line(change)
        return
    now = datetime.now().astimezone().strftime("%H:%M:%S")
    documents = count(change.summary.documents, "document")
    claims = count(change.summary.claims, "claim")
    printing.print_line(f"{now} {documents}, {claims}", flush=True)
    if change.changes is not None:
        _print_lines(change.changes)


def _print_lines(changes: Changes) -> None:
    """Print each document, actor and edge that came or went on a line of its own."""
    for noun in ("documents", "actors", "edges"):
        difference = getattr(changes, noun)
        for sign, names in (("+", difference.new), ("-", difference.gone)):
            for name in names:
                printing.print_line(
                    f"{sign} {noun.removesuffix('s')} {name}", 1, flush=True
                )
