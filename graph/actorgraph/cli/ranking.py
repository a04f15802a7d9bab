"""Commands about the shape of the network: rank, communities and brokers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import completing, printing
from actorgraph.cli.commands import example
from actorgraph.cli.option_groups import QuestionOptions
from actorgraph.cli.parameters import (
    DEFAULT_FOLDER,
    AsJson,
    Folder,
    Limit,
    load_graph,
)
from actorgraph.counting import count
from actorgraph.kinds import NOT_ACTING

if TYPE_CHECKING:
    from actorgraph.analysis.questions.brokers import Broker
    from actorgraph.analysis.questions.community_members import Community
    from actorgraph.analysis.questions.rank import Ranked

#: How many members of a community are listed.
MEMBERS = 12


@example("actorgraph rank --measure betweenness --limit 10")
def rank(
    *,
    measure: Annotated[
        str,
        typer.Option(
            "--measure",
            metavar="NAME",
            help="pagerank, betweenness, degree, mentions or documents.",
            autocompletion=completing.measures,
        ),
    ] = "pagerank",
    limit: Limit = 20,
    everything: Annotated[
        bool, typer.Option("--all", help="Include posts and dates.")
    ] = False,
    asking: QuestionOptions,
) -> None:
    """List the most central actors."""
    from actorgraph.analysis.questions.rank import ranking_query

    leave_out = () if everything else NOT_ACTING
    asking.answer(
        lambda: asking.open().rank(measure, limit, leave_out=leave_out),
        _print_ranking,
        lambda: ranking_query(measure, limit, leave_out),
    )


def _print_ranking(ranking: tuple[Ranked, ...]) -> None:
    rows = (
        (str(actor.place), _number(actor.value), actor.name, actor.type)
        for actor in ranking
    )
    head = ("#", "value", "actor", "type")
    printing.print_table(head, rows, "{:>4}  {:>8}  {} ({})".format)


def _number(value: float) -> str:
    is_whole = value % 1 == 0
    if is_whole:
        return f"{value:.0f}"
    return f"{value:.4f}"


@example("actorgraph communities --number 0")
def communities(
    number: Annotated[
        int | None,
        typer.Option("--number", metavar="N", help="List all members of this one."),
    ] = None,
    graph: Folder = DEFAULT_FOLDER,
    json: AsJson = False,
) -> None:
    """List groups of closely linked actors."""
    printing.print_answer(
        lambda: load_graph(graph).communities(number),
        _print_communities if number is None else _print_all_members,
        json=json,
    )


def _print_communities(groups: tuple[Community, ...]) -> None:
    linked = [group for group in groups if len(group.members) > 1]
    _print_members(_row(group, MEMBERS) for group in linked)
    single = len(groups) - len(linked)
    if single:
        printing.print_line(f"{count(single, 'actor')} without a group")


def _print_all_members(groups: tuple[Community, ...]) -> None:
    _print_members(_row(group, len(group.members)) for group in groups)


def _row(group: Community, longest: int) -> tuple[str, str, str]:
    names = [member.name for member in group.members]
    members = printing.enumerate_names(names, longest)
    return str(group.number), str(len(names)), members


def _print_members(rows: Iterator[tuple[str, str, str]]) -> None:
    printing.print_table(("#", "actors", "members"), rows, "{0}: {2}".format)


@example("actorgraph brokers --limit 5")
def brokers(
    limit: Limit = 10, graph: Folder = DEFAULT_FOLDER, json: AsJson = False
) -> None:
    """List the actors that connect groups, by betweenness."""
    printing.print_answer(
        lambda: load_graph(graph).brokers(limit), _print_brokers, json=json
    )


def _print_brokers(ranking: tuple[Broker, ...]) -> None:
    rows = (
        (
            str(broker.place),
            f"{broker.value:.4f}",
            f"{broker.name} ({broker.type})",
            f"{group.known_by}: {printing.enumerate_names(group.links)}",
        )
        for broker in ranking
        for group in broker.groups
    )
    head = ("#", "betweenness", "broker", "group: direct links into it")
    printing.print_table(head, rows, "{:>3}  {}  {}  to the group of {}".format)
