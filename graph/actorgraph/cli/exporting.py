"""Commands that write the graph to a file: html and export."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import printing
from actorgraph.cli.commands import example
from actorgraph.cli.parameters import (
    DEFAULT_FOLDER,
    Folder,
    Output,
    find_named,
    load_graph,
)

if TYPE_CHECKING:
    from actorgraph.export import Exporter, Material

STANDARD_OUTPUT = Path("-")


@example('actorgraph html --focus "Yuri Ushakov" --depth 2 -o ushakov.html')
def html(
    focus: Annotated[
        str | None,
        typer.Option(
            "--focus", metavar="ACTOR", help="Only this actor and its surroundings."
        ),
    ] = None,
    depth: Annotated[
        int,
        typer.Option(
            "--depth", metavar="N", min=1, help="Number of steps around --focus."
        ),
    ] = 1,
    output: Output = None,
    graph: Folder = DEFAULT_FOLDER,
) -> None:
    """Write the interactive page."""
    from actorgraph.export import EXPORTERS

    opened = load_graph(graph)
    if focus is None:
        material, name = opened.material(), "graph.html"
    else:
        material = opened.surroundings(find_named(opened, focus), depth)
        name = "focus.html"
    _write(EXPORTERS["html"], material, output or graph / name)


def _formats(beginning: str) -> list[str]:
    """Return the names of formats, for the shell to complete."""
    from actorgraph.export import EXPORTERS

    return [name for name in EXPORTERS if name.startswith(beginning)]


@example("actorgraph export ftm -o graph.ftm.json")
def export(
    form: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="Name of the format; an unknown name lists all.",
            autocompletion=_formats,
        ),
    ],
    output: Output = None,
    graph: Folder = DEFAULT_FOLDER,
) -> None:
    """Write the graph in a format for other programs."""
    from actorgraph.export import exporter_named

    exporter = exporter_named(form)
    _write(exporter, load_graph(graph).material(), output or graph / exporter.file_name)


def _write(exporter: Exporter, material: Material, path: Path) -> None:
    from actorgraph.files import replacing

    if path == STANDARD_OUTPUT:
        exporter.write(material, sys.stdout.buffer)
        return
    with replacing(path) as stream:
        exporter.write(material, stream)
    printing.print_line(f"wrote {path} ({exporter.title})")
