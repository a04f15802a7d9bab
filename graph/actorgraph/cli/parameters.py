"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import completing
from actorgraph.settings import (
    CONFIDENCE_FLOOR,
    CONFIDENCE_THRESHOLD,
    DOCUMENTS_WITH_OUTPUTS,
    FORMATS,
    ReaderMode,
)

if TYPE_CHECKING:
    from actorgraph.model import Actor
    from actorgraph.pipeline.graph import Graph

DEFAULT_FOLDER = Path("output")


def option(name: str, metavar: str, text: str) -> object:
    """Return an option with a value, for ``Annotated``.

    Args:
        name: With its dashes.
        metavar: What the value is, in capitals.
        text: Its help.
    """
    return typer.Option(name, metavar=metavar, help=text)


def actor_argument(metavar: str, text: str) -> object:
    """Return an argument that names an actor, for ``Annotated``; the shell completes it."""
    return typer.Argument(metavar=metavar, help=text, autocompletion=completing.actors)


def actor_option(name: str, text: str) -> object:
    """Return an option that names an actor, for ``Annotated``; the shell completes it."""
    return typer.Option(
        name, metavar="ACTOR", help=text, autocompletion=completing.actors
    )


def confidence_option(name: str, text: str) -> object:
    """Return an option with a confidence, for ``Annotated``."""
    return typer.Option(name, metavar="X", min=0, max=1, help=text)


def number_option(name: str, text: str) -> object:
    """Return an option with a number from 1 on, for ``Annotated``."""
    return typer.Option(name, metavar="N", min=1, help=text)


Folder = Annotated[
    Path, typer.Option("--graph", "-g", metavar="DIR", help="Graph folder.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
AsSparql = Annotated[
    bool,
    typer.Option(
        "--sparql",
        help="Print a SPARQL query for the answer instead of the answer.",
    ),
]
Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT…",
        help=f"Files of {FORMATS}; folders of them; or - for standard input.",
    ),
]
Ontology = Annotated[
    list[Path] | None,
    option(
        "--ontology",
        "FILE",
        "Turtle file with your own relations; can be repeated.",
    ),
]
Pipeline = Annotated[
    str | None,
    option("--pipeline", "NAME", "Name of an installed spaCy pipeline."),
]
Mode = Annotated[
    ReaderMode | None,
    typer.Option(
        "--reader",
        help="What proposes names and claims: hand-written rules, the trained model, "
        f"or both [default: {ReaderMode.BOTH}].",
    ),
]
Floor = Annotated[
    float | None,
    confidence_option(
        "--min-confidence",
        f"Discard claims below this confidence [default: {CONFIDENCE_FLOOR}].",
    ),
]
Workers = Annotated[int, number_option("--workers", "Number of worker processes.")]
Threshold = Annotated[
    float | None,
    confidence_option(
        "--threshold",
        f"Minimum confidence for an edge [default: {CONFIDENCE_THRESHOLD}].",
    ),
]
Base = Annotated[
    str | None,
    option("--base", "IRI", "Base IRI of the data, ending in / or #."),
]
Judgements = Annotated[
    Path | None,
    option(
        "--judgements",
        "FILE",
        "File of your decisions [default: DIR.judgements.jsonl].",
    ),
]
WithOutputs = Annotated[
    bool | None,
    typer.Option(
        "--outputs/--no-outputs",
        help="Write graph.html, graph.gexf and graph.trig too, or not [default: yes, except "
        f"when a graph of more than {DOCUMENTS_WITH_OUTPUTS} documents is changed].",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Output file, or - for standard output."
    ),
]
Name = Annotated[str, actor_argument("ACTOR", "Name, beginning of a name, or id.")]
ExactName = Annotated[str, actor_argument("ACTOR", "Exact name, or id.")]
FirstName = Annotated[str, actor_argument("A", "First actor, by name or id.")]
SecondName = Annotated[str, actor_argument("B", "Second actor, by name or id.")]
Limit = Annotated[int, number_option("--limit", "Maximum number of rows.")]


Why = Annotated[str, option("--why", "TEXT", "Reason, stored with the decision.")]
By = Annotated[str, option("--by", "NAME", "Your name, stored with the decision.")]


def load_graph(folder: Path) -> Graph:
    """Open the graph of a folder.

    Raises:
        StoreError: if there is none, or it is damaged.
    """
    from actorgraph.pipeline.graph import load

    return load(folder)


def find_named(graph: Graph, text: str) -> Actor:
    """Return the actor that a name means, and say so on standard error if it is a guess.

    Raises:
        NotFound: if it means none, or several.
    """
    from actorgraph.analysis.finding import is_guess
    from actorgraph.cli import printing

    actor = graph.find(text)
    if is_guess(actor, text):
        printing.warn(f"“{text}” is taken for {actor.name} ({actor.id})")
    return actor
