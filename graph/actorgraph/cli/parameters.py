"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.pipeline.options import Options
from actorgraph.settings import (
    CONFIDENCE_FLOOR,
    CONFIDENCE_THRESHOLD,
    DEFAULT_READER,
    ReaderMode,
)

if TYPE_CHECKING:
    from actorgraph.pipeline.graph import Graph

Folder = Annotated[
    Path, typer.Option("--graph", "-g", metavar="DIR", help="The graph folder.")
]
DEFAULT_FOLDER = Path("output")
AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON, for programs.")]
AsSparql = Annotated[
    bool,
    typer.Option(
        "--sparql", help="Print a SPARQL query that checks the answer, instead of it."
    ),
]
Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT…", help="Files, folders, or - for standard input."),
]
Ontology = Annotated[
    list[Path] | None,
    typer.Option(
        "--ontology",
        metavar="FILE",
        help="Turtle file with relations of your own; may be repeated.",
    ),
]
Pipeline = Annotated[
    str | None,
    typer.Option("--pipeline", metavar="NAME", help="An installed spaCy pipeline."),
]
Mode = Annotated[
    ReaderMode | None,
    typer.Option(
        "--reader",
        help=f"Who proposes names and claims [default: {DEFAULT_READER.value}].",
    ),
]
Floor = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        metavar="X",
        min=0,
        max=1,
        help=f"Discard claims below this confidence [default: {CONFIDENCE_FLOOR}].",
    ),
]
Workers = Annotated[
    int, typer.Option("--workers", metavar="N", min=1, help="Processes that read.")
]
Threshold = Annotated[
    float | None,
    typer.Option(
        "--threshold",
        metavar="X",
        min=0,
        max=1,
        help=f"Minimum confidence for an edge [default: {CONFIDENCE_THRESHOLD}].",
    ),
]
Base = Annotated[
    str | None, typer.Option("--base", metavar="IRI", help="Base IRI of the data.")
]
Judgements = Annotated[
    Path | None,
    typer.Option(
        "--judgements",
        metavar="FILE",
        help="Your judgements; DIR.judgements.jsonl unless given.",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Where to write; - is standard output."
    ),
]
Name = Annotated[
    str, typer.Argument(metavar="ACTOR", help="A name, the beginning of one, or an id.")
]
Limit = Annotated[
    int, typer.Option("--limit", metavar="N", min=1, help="At most so many.")
]


def graph_of(folder: Path) -> Graph:
    from actorgraph.pipeline.graph import load

    return load(folder)


def options_of(
    ontology: list[Path] | None = None,
    pipeline: str | None = None,
    workers: int = 1,
    *,
    threshold: float | None = None,
    base: str | None = None,
    judgements: Path | None = None,
    reader: ReaderMode | None = None,
    floor: float | None = None,
) -> Options:
    extensions = tuple(ontology) if ontology else None
    return Options(
        extensions, pipeline, threshold, base, workers, judgements, reader, floor
    )
