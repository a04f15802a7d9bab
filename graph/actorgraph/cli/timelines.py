"""The command that sorts claims by day: timeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import printing, quoting
from actorgraph.cli.commands import example
from actorgraph.cli.option_groups import QuestionOptions
from actorgraph.cli.parameters import (
    actor_argument,
    actor_option,
    find_named,
    option,
)
from actorgraph.errors import UsageError

if TYPE_CHECKING:
    from actorgraph.analysis.questions.timeline import Dated


class ClaimKind(StrEnum):
    """What claims are about."""

    HAPPENINGS = "happenings"
    STATES = "states"


About = Annotated[
    str | None,
    actor_argument("ACTOR", "List only claims about this actor."),
]
SameActor = Annotated[
    str | None, actor_option("--actor", "Same as the argument ACTOR.")
]
FirstDay = Annotated[str | None, option("--from", "DAY", "Earliest day.")]
LastDay = Annotated[str | None, option("--to", "DAY", "Latest day.")]
OnlyKind = Annotated[
    ClaimKind | None,
    typer.Option("--kind", help="Only what happened, or only what was so for a time."),
]


@example('actorgraph timeline "Vladimir Putin" --from 2025-03 --kind happenings')
def timeline(
    actor: About = None,
    *,
    named: SameActor = None,
    first: FirstDay = None,
    last: LastDay = None,
    kind: OnlyKind = None,
    asking: QuestionOptions,
) -> None:
    """List claims in chronological order.

    What happened comes first, then what was so for a time. A day is YYYY, YYYY-MM or YYYY-MM-DD.
    A claim without a date has the day of publication, in brackets.
    """
    from actorgraph.analysis.questions.timeline import timeline_query

    _check(first, last)
    if asking.sparql and (first or last or kind):
        raise UsageError(
            "--sparql prints the query for all claims: leave --from, --to, --kind out"
        )
    if actor and named:
        raise UsageError("name the actor once: as an argument or with --actor")
    name = actor or named
    opened = asking.open()
    subject = find_named(opened, name) if name else None
    id_ = subject.id if subject else None

    asking.answer(
        lambda: list(_chosen(opened.timeline(subject), (first, last), kind)),
        _print_timeline,
        lambda: timeline_query(id_, opened.base),
    )


def _check(*days: str | None) -> None:
    from actorgraph.dataset.named_questions import day_parameter

    for day in days:
        if day is not None:
            day_parameter(day)


def _chosen(
    claims: Iterable[Dated], days: tuple[str | None, str | None], kind: ClaimKind | None
) -> Iterator[Dated]:
    """Yield the claims between two days and of a kind; None does not limit them."""
    for claim in claims:
        if not claim.is_within(*days):
            continue
        if kind in (None, _kind_of(claim)):
            yield claim


def _kind_of(claim: Dated) -> ClaimKind:
    if claim.lasting:
        return ClaimKind.STATES
    return ClaimKind.HAPPENINGS


def _print_timeline(timeline: Sequence[Dated]) -> None:
    if not timeline:
        printing.print_line("No claim has such a day, and neither has its document.")
    for kind in ClaimKind:
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
    if dated.by_document:
        return f"({dated.date})"
    return dated.date
