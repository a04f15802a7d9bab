"""Commands that write the graph to a file: html and export."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import printing
from actorgraph.cli.commands import example
from actorgraph.cli.parameters import (
    DEFAULT_FOLDER,
    Folder,
    Output,
    actor_option,
    find_named,
    load_graph,
    number_option,
)
from actorgraph.errors import UsageError

if TYPE_CHECKING:
    from actorgraph.export import Exporter, Material

STANDARD_OUTPUT = Path("-")


@example('actorgraph html --focus "Yuri Ushakov" --depth 2 -o ushakov.html')
def html(
    focus: Annotated[
        str | None,
        actor_option("--focus", "Only this actor and its surroundings."),
    ] = None,
    depth: Annotated[
        int, number_option("--depth", "Number of steps around --focus.")
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


#: The names of ``export.EXPORTERS``, which are not imported for the help.
FORM_NAMES = (
    "html, gexf, graphml, csv, parquet, duckdb, sqlite, cytoscape, graphology, cypher, neo4j, "
    "ftm, markdown, svg, pdf, png, turtle, trig, nquads, jsonld, rdf12, ontology or void"
)
Title = Annotated[
    str | None, typer.Option("--title", metavar="TEXT", help="Title of a picture.")
]
Subtitle = Annotated[
    str | None, typer.Option("--subtitle", metavar="TEXT", help="Line under the title.")
]
Credit = Annotated[
    str | None,
    typer.Option(
        "--credit",
        metavar="TEXT",
        help="Credit line: who made a picture, and from what.",
    ),
]
Date = Annotated[
    str | None,
    typer.Option("--date", metavar="TEXT", help="Date of a picture."),
]
Legend = Annotated[
    bool | None, typer.Option("--no-legend", help="Leave the legend out of a picture.")
]
Dark = Annotated[
    bool | None, typer.Option("--dark", help="Draw a picture on a dark ground.")
]
OfPlaces = Annotated[
    bool | None,
    typer.Option("--places", help="Draw a map of the places instead of the graph."),
]
Sharpness = Annotated[
    int | None,
    typer.Option(
        "--sharpness",
        metavar="N",
        min=1,
        max=4,
        help="Resolution of a PNG: 2 doubles its width and height in pixels [default: 2].",
    ),
]


@example(
    'actorgraph export png --title "Who met whom" --credit "Ann Roth" -o graph.png'
)
def export(
    form: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help=f"{FORM_NAMES}; the README says what opens each.",
            autocompletion=_formats,
        ),
    ],
    *,
    title: Title = None,
    subtitle: Subtitle = None,
    credit: Credit = None,
    date: Date = None,
    no_legend: Legend = None,
    dark: Dark = None,
    places: OfPlaces = None,
    sharpness: Sharpness = None,
    output: Output = None,
    graph: Folder = DEFAULT_FOLDER,
) -> None:
    """Write the graph in a format for other programs, or as a picture."""
    from actorgraph.export import exporter_named

    exporter = exporter_named(form)
    caption = _caption(
        title=title,
        subtitle=subtitle,
        credit=credit,
        date=date,
        legend=no_legend and False,
        scheme=dark and "dark",
        places=places or None,
        sharpness=sharpness,
    )
    if caption and not exporter.has_caption:
        raise UsageError(
            f"{form} is not a picture; titles and the like are for svg, pdf and png"
        )
    material = replace(load_graph(graph).material(exporter), caption=caption)
    _write(exporter, material, output or graph / exporter.file_name)


def _caption(**parts: str | bool | int | None) -> dict[str, str | bool | int]:
    """Return the parts that were given."""
    return {name: part for name, part in parts.items() if part is not None}


def _write(exporter: Exporter, material: Material, path: Path) -> None:
    from actorgraph.files import replacing

    if path == STANDARD_OUTPUT:
        exporter.write(material, sys.stdout.buffer)
        return
    with replacing(path) as stream:
        exporter.write(material, stream)
    printing.print_line(f"wrote {path} ({exporter.title})")
