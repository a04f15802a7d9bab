"""Commands for SPARQL: query and questions."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import printing
from actorgraph.cli.parameters import DEFAULT_FOLDER, AsJson, Folder
from actorgraph.cli.registry import example
from actorgraph.errors import UsageError

if TYPE_CHECKING:
    from actorgraph.dataset.queries import NamedQuery


@example('actorgraph query "SELECT * { ?who ag:envoyOf ?whose }" --format csv')
def query(
    sparql: Annotated[
        str | None, typer.Argument(metavar="SPARQL", help="SPARQL 1.1 query.")
    ] = None,
    *,
    file: Annotated[
        Path | None,
        typer.Option(
            "--file",
            metavar="F.rq",
            help="Read the query from a file, or from standard input (-).",
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="NAME", help="Run a named question."),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            help="Output format: table, csv, tsv, json, xml or turtle "
            "[default: table; turtle for a graph].",
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option("--limit", metavar="N", min=1, help="Maximum number of rows."),
    ] = None,
    seconds: Annotated[
        float | None,
        typer.Option("--seconds", metavar="S", help="Time limit in seconds."),
    ] = None,
    graph: Folder = DEFAULT_FOLDER,
    json: AsJson = False,
) -> None:
    """Run a SPARQL query or a named question.

    Prefixes such as ag: need no declaration.
    """
    from actorgraph.dataset import queries
    from actorgraph.dataset.store import open_graph

    text = _query_text(sparql, file, name)
    time_limit = seconds if seconds is not None else queries.TIME_LIMIT
    result = queries.run_query(
        open_graph(graph), text, max_rows=limit, time_limit=time_limit
    )
    form = form or ("json" if json else None)
    if form is None and result.kind == "graph":
        form = "turtle"
    if form in (None, "table") and sys.stdout.isatty():
        print(result.table(), end="")
    else:
        answer = result.serialize(form or "table").rstrip(b"\n")
        sys.stdout.buffer.write(answer + b"\n")
    if result.truncated:
        printing.warn(f"there are more than {limit} rows; raise --limit to see them")


def _query_text(sparql: str | None, file: Path | None, name: str | None) -> str:
    from actorgraph.dataset.queries import named_question

    if [sparql, file, name].count(None) != 2:
        raise UsageError(
            "give one query: as an argument, with --file F.rq or with --name NAME"
        )
    if name is not None:
        return named_question(name).text
    return _file_text(file) if file is not None else sparql or ""


def _file_text(file: Path) -> str:
    try:
        if file == Path("-"):
            return sys.stdin.read()
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read the query {file}: {error}") from error


@example("actorgraph questions")
def questions(json: AsJson = False) -> None:
    """List the named questions for query --name."""
    from actorgraph.dataset.queries import named_questions

    listed = named_questions()
    if json:
        printing.print_json([_record(question) for question in listed])
        return
    width = max((len(question.name) for question in listed), default=0)
    for question in listed:
        print(f"{question.name:{width}}  {printing.clean(question.title)}")


def _record(question: NamedQuery) -> dict[str, str]:
    return {"name": question.name, "title": question.title, "help": question.help}
