"""The command that sorts claims by day: timeline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
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
from actorgraph.errors import UsageError

if TYPE_CHECKING:
    from actorgraph.analysis.questions.timeline import Dated

_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


class Kind(StrEnum):
    """What claims are about."""

    HAPPENINGS = "happenings"
    STATES = "states"


@example('actorgraph timeline "Vladimir Putin" --from 2025-03 --kind happenings')
def timeline(
    actor: Annotated[
        str | None,
        typer.Argument(metavar="ACTOR", help="List only claims about this actor."),
    ] = None,
    *,
    named: Annotated[
        str | None, typer.Option("--actor", metavar="ACTOR", help="The same.")
    ] = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DAY", help="Earliest day.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="DAY", help="Latest day.")
    ] = None,
    kind: Annotated[
        Kind | None,
        typer.Option(
            "--kind", help="Only what happened, or only what was so for a time."
        ),
    ] = None,
    graph: Folder = DEFAULT_FOLDER,
    json: AsJson = False,
    sparql: AsSparql = False,
) -> None:
    """List claims in chronological order: first what happened, then what was so for a time.

    A day is YYYY, YYYY-MM or YYYY-MM-DD. A day in brackets is the day of publication, for a claim
    without a date.
    """
    from actorgraph.analysis.questions.timeline import timeline_query

    for day in filter(None, (first, last)):
        _check_day(day)
    if sparql and (first or last or kind):
        raise UsageError(
            "--sparql prints the query for all claims: leave --from, --to, --kind out"
        )
    name = actor or named
    opened = load_graph(graph)
    subject = find_named(opened, name) if name else None
    id_ = subject.id if subject else None

    def chosen() -> list[Dated]:
        claims = opened.timeline(subject)
        within = [claim for claim in claims if claim.is_within(first, last)]
        return [claim for claim in within if kind in (None, _kind_of(claim))]

    printing.print_answer(
        chosen,
        _print_timeline,
        json=json,
        query=(lambda: timeline_query(id_, opened.base)) if sparql else None,
    )


def _check_day(day: str) -> None:
    if not _DAY.fullmatch(day):
        raise UsageError(f"{day!r} is no day: give YYYY, YYYY-MM or YYYY-MM-DD")


def _kind_of(claim: Dated) -> Kind:
    return Kind.STATES if claim.lasting else Kind.HAPPENINGS


def _print_timeline(timeline: Sequence[Dated]) -> None:
    if not timeline:
        printing.print_line("No claim has such a day, and neither has its document.")
    for kind in Kind:
        claims = [claim for claim in timeline if _kind_of(claim) is kind]
        if claims:
            printing.print_line(kind.capitalize())
            _print_claims(claims)


def _print_claims(claims: Sequence[Dated]) -> None:
    rows = (
        (_day(dated), dated.claim.sentence, quoting.first_quote(dated.claim))
        for dated in claims
    )
    printing.print_table(("day", "claim", "quote"), rows, "{:<12}  {}  {}".format)


def _day(dated: Dated) -> str:
    return f"({dated.date})" if dated.by_document else dated.date
