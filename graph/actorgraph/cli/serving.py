"""The command that serves the graph to other programs: serve."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from actorgraph.cli.commands import example
from actorgraph.cli.parameters import DEFAULT_FOLDER, Folder, Judgements, Limit
from actorgraph.files import text_of
from actorgraph.serving.server_options import (
    DEFAULT_HOST,
    DEFAULT_PORT,
    DEFAULT_ROWS,
    DEFAULT_SECONDS,
    ServerOptions,
)

#: Environment variable that may have the token.
TOKEN_VARIABLE = "ACTORGRAPH_TOKEN"  # noqa: S105  a name, not a token


Host = Annotated[
    str, typer.Option("--host", metavar="ADDRESS", help="Address to listen at.")
]
Port = Annotated[
    int,
    typer.Option(
        "--port", metavar="N", min=0, max=65535, help="Port; 0 for any free one."
    ),
]
TokenFile = Annotated[
    Path | None,
    typer.Option(
        "--token-file",
        metavar="FILE",
        help="File with the token that clients present to post judgements, and to read "
        f"from other machines [default: the variable {TOKEN_VARIABLE}].",
    ),
]
Cors = Annotated[
    list[str] | None,
    typer.Option(
        "--cors",
        metavar="ORIGIN",
        help="Let web pages of this origin ask too; can be repeated.",
    ),
]
Seconds = Annotated[
    float,
    typer.Option("--seconds", metavar="S", min=0.1, help="Time limit of an answer."),
]


@example("actorgraph serve --port 7878")
def serve(
    *,
    graph: Folder = DEFAULT_FOLDER,
    host: Host = DEFAULT_HOST,
    port: Port = DEFAULT_PORT,
    token_file: TokenFile = None,
    cors: Cors = None,
    seconds: Seconds = DEFAULT_SECONDS,
    limit: Limit = DEFAULT_ROWS,
    judgements: Judgements = None,
) -> None:
    """Serve the graph: a SPARQL endpoint, pages, and JSON answers.

    Only programs on this machine can ask, unless --host says otherwise. A graph that is built
    meanwhile is served from the next request on.
    """
    from actorgraph.serving.running import run

    options = ServerOptions(
        folder=graph,
        host=host,
        port=port,
        token=_token(token_file),
        origins=tuple(cors or ()),
        judgements=judgements,
        seconds=seconds,
        rows=limit,
    )
    run(options, _announce)


def _token(file: Path | None) -> str:
    if file is None:
        return os.environ.get(TOKEN_VARIABLE, "").strip()
    return text_of(file).strip()


def _announce(address: str) -> None:
    print(f"serving at {address}, until Ctrl-C", flush=True)
