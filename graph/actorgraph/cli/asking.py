"""Commands that ask in SPARQL."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from actorgraph.cli import printing
from actorgraph.cli.parameters import DEFAULT_FOLDER, AsJson, Folder
from actorgraph.errors import UsageError


def query(
    sparql: Annotated[
        str | None, typer.Argument(metavar="SPARQL", help="A query in SPARQL 1.1.")
    ] = None,
    *,
    file: Annotated[
        Path | None,
        typer.Option(
            "--file",
            metavar="F.rq",
            help="Read the query from a file; - is standard input.",
        ),
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="A named question.")
    ] = None,
    format: Annotated[
        str | None,
        typer.Option("--format", help="table, csv, tsv, json, xml or turtle."),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option("--limit", metavar="N", min=1, help="At most so many rows."),
    ] = None,
    seconds: Annotated[
        float | None, typer.Option("--seconds", metavar="S", help="Time allowed.")
    ] = None,
    graph: Folder = DEFAULT_FOLDER,
    json: AsJson = False,
) -> None:
    """Ask the graph in SPARQL; prefixes such as ag: need no declaration."""
    from actorgraph.dataset import queries
    from actorgraph.dataset.store import open_graph

    text = _text(sparql, file, name)
    result = queries.run_query(
        open_graph(graph),
        text,
        max_rows=limit,
        time_limit=seconds if seconds is not None else queries.TIME_LIMIT,
    )
    form = format or ("json" if json else None)
    if form is None and result.kind == "graph":
        form = "turtle"
    if form in (None, "table") and sys.stdout.isatty():
        print(result.table(), end="")
    else:
        sys.stdout.buffer.write(result.serialize(form or "table").rstrip(b"\n") + b"\n")
    if result.truncated:
        printing.warn(f"there are more than {limit} rows; raise --limit to see them")


def questions(json: AsJson = False) -> None:
    """List the named questions, for query --name."""
    from actorgraph.dataset.named_questions import named_questions

    found = named_questions()
    if json:
        printing.as_json(
            [{"name": one.name, "title": one.title, "help": one.help} for one in found]
        )
        return
    width = max((len(one.name) for one in found), default=0)
    for one in found:
        print(f"{one.name:{width}}  {printing.clean(one.title)}")


COMMANDS = (query, questions)


def _text(sparql: str | None, file: Path | None, name: str | None) -> str:
    from actorgraph.dataset.named_questions import named_question

    if [sparql, file, name].count(None) != 2:
        raise UsageError(
            "give one query: as an argument, with --file F.rq or with --name NAME"
        )
    if name is not None:
        return named_question(name).text
    if file is None:
        return sparql or ""
    try:
        return (
            sys.stdin.read() if file == Path("-") else file.read_text(encoding="utf-8")
        )
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read the query {file}: {error}") from error
