"""Commands for SPARQL stores: push and pull."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import printing
from actorgraph.cli.commands import example
from actorgraph.cli.parameters import DEFAULT_FOLDER, Folder, load_graph
from actorgraph.counting import count
from actorgraph.identifiers import DEFAULT_BASE

if TYPE_CHECKING:
    from actorgraph.export.graph_store import GraphStore

#: The environment variable with the password of a store.
PASSWORD = "ACTORGRAPH_STORE_PASSWORD"  # noqa: S105  its name

Address = Annotated[
    str,
    typer.Argument(
        metavar="URL", help="Where the store speaks the Graph Store Protocol."
    ),
]
User = Annotated[
    str | None,
    typer.Option(
        "--user",
        metavar="NAME",
        help=f"User of the store; the password is read from the variable {PASSWORD}.",
    ),
]
DefaultGraph = Annotated[
    str | None,
    typer.Option(
        "--default-graph",
        metavar="IRI",
        help="Named graph for what is in the default graph, for stores without one.",
    ),
]


@example("actorgraph push http://localhost:7878/store")
def push(
    url: Address,
    graph: Folder = DEFAULT_FOLDER,
    user: User = None,
    default_graph: DefaultGraph = None,
    replace: Annotated[
        bool,
        typer.Option(
            "--replace",
            help="Replace the default graph of the store even if it holds other data.",
        ),
    ] = False,
    again: Annotated[
        bool,
        typer.Option(
            "--again", help="Send everything again, to a store that lost data."
        ),
    ] = False,
) -> None:
    """Write the graph into a SPARQL store.

    Only what changed is sent, and a push that was stopped goes on where it was. Each document is a
    named graph. Oxigraph speaks the protocol at /store, Fuseki at /DATASET/data, Virtuoso at
    /sparql-graph-crud-auth.
    """
    from actorgraph.pipeline import publication

    opened = load_graph(graph)
    with printing.progress() as progress:
        pushed = publication.push(
            opened,
            _store(url, user),
            progress,
            default_graph=default_graph,
            replace=replace,
            again=again,
        )
    graphs = count(pushed.graphs, "graph")
    statements = count(pushed.statements, "statement")
    printing.print_line(
        f"the store has {graphs} with {statements}; "
        f"{pushed.sent:,} sent, {pushed.removed:,} removed"
    )


@example("actorgraph pull http://localhost:7878/store -o graph.nq")
def pull(
    url: Address,
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FILE", help="File, or - for standard output."
        ),
    ] = Path("-"),
    base: Annotated[
        str, typer.Option("--base", metavar="IRI", help="Base IRI of the data.")
    ] = DEFAULT_BASE,
    user: User = None,
    default_graph: DefaultGraph = None,
) -> None:
    """Read the graph back from a SPARQL store.

    The result is N-Quads, sorted as those of export nquads.
    """
    from actorgraph.files import replacing
    from actorgraph.pipeline import publication

    lines = publication.pull(_store(url, user), base, default_graph)
    data = "".join(f"{line}\n" for line in lines).encode()
    if output == Path("-"):
        sys.stdout.buffer.write(data)
        return
    with replacing(output) as stream:
        stream.write(data)
    printing.print_line(f"wrote {output} ({count(len(lines), 'statement')})")


def _store(url: str, user: str | None) -> GraphStore:
    from actorgraph.export.graph_store import GraphStore

    return GraphStore(url, user, os.environ.get(PASSWORD, ""))
