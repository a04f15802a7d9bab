"""Commands that write the graph for people and other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import printing
from actorgraph.cli.parameters import DEFAULT_FOLDER, Folder, Output
from actorgraph.errors import UsageError

if TYPE_CHECKING:
    from actorgraph.export import Exporter, Material

STANDARD_OUTPUT = Path("-")


def html(
    focus: Annotated[
        str | None,
        typer.Option(
            "--focus", metavar="ACTOR", help="Only what surrounds this actor."
        ),
    ] = None,
    depth: Annotated[
        int,
        typer.Option("--depth", metavar="N", min=1, help="How many relations away."),
    ] = 1,
    output: Output = None,
    graph: Folder = DEFAULT_FOLDER,
) -> None:
    """Write the interactive page."""
    from actorgraph.export import EXPORTERS
    from actorgraph.pipeline.graph import load

    whole = load(graph)
    material = (
        whole.material()
        if focus is None
        else whole.surroundings(whole.find(focus), depth)
    )
    name = "graph.html" if focus is None else "focus.html"
    _write(EXPORTERS["html"], material, output or graph / name)


def _formats(beginning: str) -> list[str]:
    """Names of formats, for the shell to complete."""
    from actorgraph.export import EXPORTERS

    return [name for name in EXPORTERS if name.startswith(beginning)]


def export(
    format: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="Its name; a wrong one lists all.",
            autocompletion=_formats,
        ),
    ],
    output: Output = None,
    graph: Folder = DEFAULT_FOLDER,
) -> None:
    """Write the graph in another program's format."""
    from actorgraph.export import EXPORTERS
    from actorgraph.pipeline.graph import load

    if format not in EXPORTERS:
        raise UsageError(
            f"there is no format {format!r}; choose one of {', '.join(EXPORTERS)}"
        )
    exporter = EXPORTERS[format]
    _write(exporter, load(graph).material(), output or graph / exporter.file_name)


COMMANDS = (html, export)


def _write(exporter: Exporter, material: Material, path: Path) -> None:
    from actorgraph.files import replacing

    if path == STANDARD_OUTPUT:
        exporter.write(material, sys.stdout.buffer)
        return
    with replacing(path) as stream:
        exporter.write(material, stream)
    printing.say(f"wrote {path} ({exporter.title})")
