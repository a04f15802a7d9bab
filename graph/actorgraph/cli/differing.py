"""Commands about what does not agree: diff and conflicts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import printing, quoting
from actorgraph.cli.commands import example
from actorgraph.cli.parameters import (
    DEFAULT_FOLDER,
    AsJson,
    Folder,
    actor_argument,
    find_named,
    load_graph,
)
from actorgraph.errors import UsageError

if TYPE_CHECKING:
    from actorgraph.analysis.questions.difference import EdgeDifference, GraphDifference
    from actorgraph.analysis.questions.disagreements import ConflictAnswer


@example("actorgraph diff last-week output")
def diff(
    before: Annotated[
        Path | None, typer.Argument(metavar="A", help="Folder of the earlier graph.")
    ] = None,
    after: Annotated[
        Path | None, typer.Argument(metavar="B", help="Folder of the later graph.")
    ] = None,
    *,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DAY", help="First day, YYYY-MM-DD."),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DAY", help="Last day, YYYY-MM-DD.")
    ] = None,
    graph: Folder = DEFAULT_FOLDER,
    json: AsJson = False,
) -> None:
    """Show what changed between two graphs or two days.

    Lists actors and relations that are new, gone, or stated otherwise: another status, polarity,
    date or speaker. With --since or --until instead of two folders, one graph is compared with
    itself: what the documents published on these days changed.
    """
    days = (since, until)
    if any(days) and before is None:
        answer = load_graph(graph).changes_since(*days)
    elif before is not None and after is not None and not any(days):
        answer = load_graph(after).changes_from(load_graph(before))
    else:
        raise UsageError(
            "give either two graph folders, or --since DAY or --until DAY for the graph of -g"
        )
    printing.print_answer(lambda: answer, _print_difference, json=json)


def _print_difference(answer: GraphDifference) -> None:
    if answer.is_empty:
        printing.print_line("Nothing changed.")
    _print_changes("documents", answer.new_documents, answer.gone_documents)
    _print_changes("actors", answer.new_actors, answer.gone_actors)
    _print_edges("new relations", "+", answer.new)
    _print_edges("relations gone", "-", answer.gone)
    _print_edges("relations stated otherwise", "~", answer.changed)


def _print_changes(noun: str, new: tuple[str, ...], gone: tuple[str, ...]) -> None:
    if not new and not gone:
        return
    printing.print_line(f"{noun}: {len(new):,} new, {len(gone):,} gone")
    printing.print_names("+", new)
    printing.print_names("-", gone)


def _print_edges(heading: str, sign: str, edges: tuple[EdgeDifference, ...]) -> None:
    if edges:
        printing.print_line(f"{heading}: {len(edges):,}")
    for edge in edges:
        printing.print_line(f"{sign} {edge.sentence}{_manners(edge)}", 1)
        printing.print_line(quoting.first_quote(edge.claims[0]), 3)


def _manners(edge: EdgeDifference) -> str:
    """Return how a relation is stated, if that is not plain: ``: stated → former``."""
    before = ", ".join(edge.before)
    after = ", ".join(edge.after)
    if before and after:
        return f": {before} → {after}"
    manner = before or after
    if manner == "stated":
        return ""
    return f" ({manner})"


@example("actorgraph conflicts")
def conflicts(
    actor: Annotated[
        str | None,
        actor_argument("ACTOR", "List only conflicts about this actor."),
    ] = None,
    graph: Folder = DEFAULT_FOLDER,
    json: AsJson = False,
) -> None:
    """List what the articles say that cannot all be so.

    That is: relations that one passage affirms and another denies, two holders of a post that only
    one person can hold at a time, and impossible dates. Which side is right is for you to find out.
    """
    opened = load_graph(graph)
    subject = find_named(opened, actor) if actor else None
    printing.print_answer(
        lambda: opened.conflicts(subject), _print_conflicts, json=json
    )


def _print_conflicts(answer: tuple[ConflictAnswer, ...]) -> None:
    if not answer:
        printing.print_line("The articles do not contradict each other.")
    for conflict in answer:
        printing.print_line(f"{conflict.kind.capitalize()}: {conflict.sentence}")
        claims = (*conflict.left, *conflict.right)
        for claim in claims:
            printing.print_line(claim.sentence, 1)
            for quote in claim.quotes:
                quoting.print_quote(quote, 2)
