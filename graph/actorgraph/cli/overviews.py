"""Commands for questions about more than one relation: who stands between groups, what happened when, who was there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import printing
from actorgraph.cli.parameters import (
    DEFAULT_FOLDER,
    AsJson,
    AsSparql,
    Folder,
    Limit,
    graph_of,
)

if TYPE_CHECKING:
    from actorgraph.analysis.answers import ClaimAnswer
    from actorgraph.analysis.overviews import Comparison, Delegate

#: Names of a list that are told.
NAMES = 12


def brokers(
    limit: Limit = 10, graph: Folder = DEFAULT_FOLDER, json: AsJson = False
) -> None:
    """List those who connect groups, by betweenness, with the groups that each connects."""
    from actorgraph.analysis import overviews

    found = overviews.brokers(graph_of(graph).measured, limit)
    if json:
        printing.as_json(found)
        return
    rows = (
        (
            str(one.place),
            f"{one.value:.4f}",
            f"{one.name} ({one.type})",
            f"{group.known_by}: {printing.listing(group.links)}",
        )
        for one in found
        for group in one.groups
    )
    head = ("#", "betweenness", "broker", "group, and whom the broker knows in it")
    printing.table(head, rows, "{:>3}  {}  {}  to the group of {}".format)


def timeline(
    actor: Annotated[
        str | None,
        typer.Argument(metavar="ACTOR", help="Only what is about this actor."),
    ] = None,
    graph: Folder = DEFAULT_FOLDER,
    json: AsJson = False,
    sparql: AsSparql = False,
) -> None:
    """Tell what is claimed in the order of the days it is about; a day in brackets is when the article appeared."""
    from actorgraph.analysis import overviews
    from actorgraph.analysis.sparql import dated_claims

    whole = graph_of(graph)
    about = whole.find(actor) if actor else None
    if sparql:
        print(dated_claims(about.id if about else None, whole.base), end="")
        return
    found = overviews.timeline(whole.corpus, whole.vocabulary, about)
    if json:
        printing.as_json(found)
        return
    if not found:
        printing.say("No claim has a date, and no document either.")
        return
    rows = (
        (
            f"({one.date})" if one.by_document else one.date,
            one.claim.sentence,
            _quoted(one.claim),
        )
        for one in found
    )
    printing.table(("day", "claim", "quote"), rows, "{:<12}  {}  {}".format)


def compare(
    left: Annotated[str, typer.Argument(metavar="A", help="An actor.")],
    right: Annotated[str, typer.Argument(metavar="B", help="Another one.")],
    graph: Folder = DEFAULT_FOLDER,
    json: AsJson = False,
    sparql: AsSparql = False,
) -> None:
    """Tell what two actors have to do with each other, whom both are related to, and whom only one is."""
    from actorgraph.analysis import overviews
    from actorgraph.analysis.sparql import shared_neighbours

    whole = graph_of(graph)
    ends = whole.find(left), whole.find(right)
    if sparql:
        print(shared_neighbours(ends[0].id, ends[1].id, whole.base), end="")
        return
    found = overviews.compare(whole.corpus, whole.network, whole.vocabulary, *ends)
    printing.as_json(found) if json else _tell_comparison(found)


def delegation(
    event: Annotated[
        str,
        typer.Argument(metavar="EVENT", help="An event, a delegation, or any body."),
    ],
    graph: Folder = DEFAULT_FOLDER,
    json: AsJson = False,
    sparql: AsSparql = False,
) -> None:
    """Tell who takes part in an event or belongs to a body, and for whom each of them is there."""
    from actorgraph.analysis import overviews
    from actorgraph.analysis.sparql import members

    whole = graph_of(graph)
    one = whole.find(event)
    if sparql:
        print(
            members(one.id, overviews.TAKING_PART, whole.vocabulary, whole.base), end=""
        )
        return
    found = overviews.delegation(whole.corpus, whole.vocabulary, one)
    printing.as_json(found) if json else _tell_delegation(found)


COMMANDS = (brokers, timeline, compare, delegation)


def _tell_comparison(found: Comparison) -> None:
    printing.say(f"{found.left} and {found.right}")
    for claim in found.direct:
        _tell_claim(claim)
    if not found.direct:
        printing.indented("no claim relates them")
    for one in found.shared:
        printing.say()
        printing.say(f"Both: {one.name}")
        for claim in (*one.left, *one.right):
            _tell_claim(claim)
    for name, only in ((found.left, found.only_left), (found.right, found.only_right)):
        if only:
            printing.say()
            printing.say(f"Only {name}: {printing.listing(only, NAMES)}")


def _tell_delegation(found: tuple[Delegate, ...]) -> None:
    if not found:
        printing.say("Nobody is said to take part in it or to belong to it.")
    for one in found:
        printing.say(one.name)
        for claim in (*one.part, *one.stands_for):
            _tell_claim(claim)


def _tell_claim(claim: ClaimAnswer) -> None:
    printing.indented(claim.sentence)
    printing.indented(_quoted(claim), 2)


def _quoted(claim: ClaimAnswer) -> str:
    quote = claim.quotes[0]
    return f"“{printing.cut(quote.text)}” ({quote.source}, {quote.start}–{quote.end})"
