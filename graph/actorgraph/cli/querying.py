"""Commands for SPARQL: query and questions."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import completing, printing
from actorgraph.cli.commands import example
from actorgraph.cli.parameters import (
    DEFAULT_FOLDER,
    AsJson,
    Folder,
    actor_option,
    find_named,
    load_graph,
    number_option,
    option,
)
from actorgraph.errors import UsageError
from actorgraph.files import text_of

if TYPE_CHECKING:
    from actorgraph.dataset.named_questions import NamedQuery
    from actorgraph.dataset.results import QueryResult


Sparql = Annotated[
    str | None, typer.Argument(metavar="SPARQL", help="SPARQL 1.1 query.")
]
QueryFile = Annotated[
    Path | None,
    typer.Option(
        "--file",
        metavar="F.rq",
        help="Read the query from a file, or from standard input (-).",
    ),
]
QuestionName = Annotated[
    str | None,
    typer.Option(
        "--name",
        metavar="NAME",
        help="Run a named question.",
        autocompletion=completing.questions,
    ),
]
ActorName = Annotated[
    str | None,
    actor_option("--actor", "With --name: only what concerns this actor."),
]
Day = Annotated[
    str | None, option("--day", "DAY", "With --name: what held on this day.")
]
Since = Annotated[
    str | None,
    option(
        "--since", "DAY", "With --name: only what was reported on or after this day."
    ),
]
Form = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORM",
        help="Output format: table, csv, tsv, json or xml; "
        "of a graph turtle, ntriples, jsonld or rdfxml "
        "[default: table; turtle for a graph].",
    ),
]
MaxRows = Annotated[int | None, number_option("--limit", "Maximum number of rows.")]
Seconds = Annotated[
    float | None, typer.Option("--seconds", metavar="S", help="Time limit in seconds.")
]


@example('actorgraph query "SELECT * { ?who ag:envoyOf ?whose }" --format csv')
def query(
    sparql: Sparql = None,
    *,
    file: QueryFile = None,
    name: QuestionName = None,
    actor: ActorName = None,
    day: Day = None,
    since: Since = None,
    form: Form = None,
    limit: MaxRows = None,
    seconds: Seconds = None,
    graph: Folder = DEFAULT_FOLDER,
    json: AsJson = False,
) -> None:
    """Run a SPARQL query or a named question.

    Prefixes such as ag: need no declaration.
    """
    text = _query_text(sparql, file, name)
    opened = load_graph(graph)
    if name is not None:
        subject = None
        if actor is not None:
            subject = find_named(opened, actor)
        text = opened.question(name, subject, day, since)
    elif actor or day or since:
        raise UsageError("--actor, --day and --since go with --name NAME")
    result = opened.query(text, limit=limit, seconds=seconds)
    if form is None and json:
        form = "jsonld" if result.kind == "graph" else "json"
    _print_result(result, form)
    if result.truncated:
        printing.warn(f"there are more than {limit} rows; raise --limit to see them")
    if result.hint and name is None:
        printing.warn(f"no rows: {result.hint}")


def _print_result(result: QueryResult, form: str | None) -> None:
    if form is None:
        form = "turtle" if result.kind == "graph" else "table"
    if form == "table" and sys.stdout.isatty():
        table = result.table()
        print(table, end="")
        return
    answer = result.serialize(form).rstrip(b"\n")
    sys.stdout.buffer.write(answer + b"\n")


def _query_text(sparql: str | None, file: Path | None, name: str | None) -> str:
    from actorgraph.dataset.named_questions import named_question

    if [sparql, file, name].count(None) != 2:
        raise UsageError(
            "give one query: as an argument, with --file F.rq or with --name NAME"
        )
    if name is not None:
        return named_question(name).text
    return _file_text(file) if file is not None else sparql or ""


def _file_text(file: Path) -> str:
    if file == Path("-"):
        return sys.stdin.read()
    return text_of(file)


@example("actorgraph questions")
def questions(json: AsJson = False) -> None:
    """List the named questions for query --name."""
    from actorgraph.dataset.named_questions import named_questions

    listed = named_questions()
    if json:
        printing.print_json([_record(question) for question in listed])
        return
    width = max((len(question.name) for question in listed), default=0)
    for question in listed:
        title = printing.clean(question.title)
        print(f"{question.name:{width}}  {title}  {_options(question)}".rstrip())


def _options(question: NamedQuery) -> str:
    """Return the parameters of a question as they are typed."""
    return " ".join(f"--{name}" for name in question.parameters)


def _record(question: NamedQuery) -> dict[str, str | list[str]]:
    return {
        "name": question.name,
        "title": question.title,
        "help": question.help,
        "parameters": list(question.parameters),
    }
