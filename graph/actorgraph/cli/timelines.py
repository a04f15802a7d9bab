"""The command that sorts claims by day: timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import printing, quoting
from actorgraph.cli.commands import example
from actorgraph.cli.parameters import (
    DEFAULT_FOLDER,
    AsJson,
    AsSparql,
    Folder,
    find_named,
    load_graph,
)

if TYPE_CHECKING:
    from actorgraph.analysis.questions.timeline import Dated


@example('actorgraph timeline "Vladimir Putin"')
def timeline(
    actor: Annotated[
        str | None,
        typer.Argument(metavar="ACTOR", help="List only claims about this actor."),
    ] = None,
    graph: Folder = DEFAULT_FOLDER,
    json: AsJson = False,
    sparql: AsSparql = False,
) -> None:
    """List claims in chronological order.

    A day in brackets is the day of publication, for a claim without a date.
    """
    from actorgraph.analysis.questions.timeline import timeline_query

    opened = load_graph(graph)
    subject = find_named(opened, actor) if actor else None
    id_ = subject.id if subject else None
    printing.print_answer(
        lambda: opened.timeline(subject),
        _print_timeline,
        json=json,
        query=(lambda: timeline_query(id_, opened.base)) if sparql else None,
    )


def _print_timeline(timeline: tuple[Dated, ...]) -> None:
    if not timeline:
        printing.print_line("Neither the claims nor their documents have a date.")
        return
    rows = (
        (_day(dated), dated.claim.sentence, quoting.first_quote(dated.claim))
        for dated in timeline
    )
    printing.print_table(("day", "claim", "quote"), rows, "{:<12}  {}  {}".format)


def _day(dated: Dated) -> str:
    return f"({dated.date})" if dated.by_document else dated.date
