"""Commands that look at several actors at once: compare and delegation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import printing, quoting
from actorgraph.cli.commands import example
from actorgraph.cli.option_groups import QuestionOptions
from actorgraph.cli.parameters import (
    FirstName,
    SecondName,
    find_named,
)

if TYPE_CHECKING:
    from actorgraph.analysis.questions.compare import ActorComparison, SharedNeighbour
    from actorgraph.analysis.questions.delegation import Delegate

#: How many names are listed.
NAMES = 12


@example('actorgraph compare "Vladimir Putin" "Donald Trump"')
def compare(
    left: FirstName,
    right: SecondName,
    *,
    asking: QuestionOptions,
) -> None:
    """Compare two actors: common and separate relations.

    It lists what relates the two, which actors both are related to, and which only one of them.
    """
    from actorgraph.analysis.questions.compare import compare_query

    opened = asking.open()
    first, second = find_named(opened, left), find_named(opened, right)
    asking.answer(
        lambda: opened.compare(first, second),
        _print_comparison,
        lambda: compare_query(first.id, second.id, opened.base),
    )


def _print_comparison(comparison: ActorComparison) -> None:
    printing.print_line(f"{comparison.left} and {comparison.right}")
    for claim in comparison.direct:
        quoting.print_claim(claim)
    if not comparison.direct:
        printing.print_line("no claim relates them", 1)
    for neighbour in comparison.shared:
        _print_shared(neighbour)
    _print_only(comparison.left, comparison.only_left)
    _print_only(comparison.right, comparison.only_right)


def _print_shared(neighbour: SharedNeighbour) -> None:
    printing.print_line()
    printing.print_line(f"Both: {neighbour.name}")
    claims = (*neighbour.left, *neighbour.right)
    for claim in claims:
        quoting.print_claim(claim)


def _print_only(name: str, neighbours: tuple[str, ...]) -> None:
    if neighbours:
        printing.print_line()
        names = printing.enumerate_names(neighbours, NAMES)
        printing.print_line(f"Only {name}: {names}")


@example('actorgraph delegation "Ukrainian team"')
def delegation(
    event: Annotated[
        str,
        typer.Argument(
            metavar="EVENT", help="An event, a delegation or an organization."
        ),
    ],
    *,
    asking: QuestionOptions,
) -> None:
    """List who takes part in an event, and on whose behalf.

    The same works for the members of a delegation or of an organization.
    """
    from actorgraph.analysis.questions.delegation import delegation_query

    opened = asking.open()
    actor = find_named(opened, event)
    asking.answer(
        lambda: opened.delegation(actor),
        _print_delegation,
        lambda: delegation_query(actor.id, opened.vocabulary, opened.base),
    )


def _print_delegation(delegates: tuple[Delegate, ...]) -> None:
    if not delegates:
        printing.print_line("No claim says that an actor takes part or is a member.")
    for delegate in delegates:
        printing.print_line(delegate.name)
        for claim in (*delegate.part, *delegate.stands_for):
            quoting.print_claim(claim)
