"""Commands for your decisions: merge, split, judge, and judgements, which lists all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import printing
from actorgraph.cli.commands import example
from actorgraph.cli.option_groups import DecisionOptions
from actorgraph.cli.parameters import (
    DEFAULT_FOLDER,
    AsJson,
    FirstName,
    Folder,
    Judgements,
    SecondName,
    Why,
    load_graph,
)
from actorgraph.errors import UsageError

if TYPE_CHECKING:
    from actorgraph.pipeline.listed_judgements import ListedJudgement


@example('actorgraph merge "Witkoff" "Steve Witkoff" --why "one envoy"')
def merge(
    left: FirstName,
    right: SecondName,
    *,
    force: Annotated[
        bool, typer.Option("--force", help="Merge actors of different types.")
    ] = False,
    why: Why = "",
    decision: DecisionOptions,
) -> None:
    """Merge two actors and rebuild the graph.

    Names must be exact. The decision is stored beside the graph folder and applies to all later
    builds; undo takes it back.
    """
    from actorgraph.model import Judgement, Verdict
    from actorgraph.pipeline import judged_pairs

    ids = judged_pairs.judged_pair(
        decision.graph, left, right, decision.judgements, alike=not force
    )
    decision.record(Judgement(*ids, Verdict.SAME), why)


@example('actorgraph split "John Smith" --document monday.txt')
def split(
    left: FirstName,
    right: Annotated[
        str | None,
        typer.Argument(metavar="B", help="Actor that is not the same."),
    ] = None,
    *,
    document: Annotated[
        str | None,
        typer.Option(
            "--document",
            metavar="D",
            help="Move this document's mentions of A to a separate actor.",
        ),
    ] = None,
    why: Why = "",
    decision: DecisionOptions,
) -> None:
    """Keep two actors apart and rebuild the graph.

    With --document instead of B, the mentions of A in that document become an actor of their own.
    """
    from actorgraph.model import Judgement, Verdict
    from actorgraph.pipeline import judged_pairs

    if right is not None and document is None:
        ids = judged_pairs.judged_pair(decision.graph, left, right, decision.judgements)
    elif document is not None and right is None:
        ids = judged_pairs.part_of(decision.graph, left, document)
    else:
        raise UsageError(
            "give either the second actor, or --document D to split off its mentions"
        )
    decision.record(Judgement(*ids, Verdict.DIFFERENT), why)


@example("actorgraph judge decisions.jsonl")
def judge(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="JSON lines, as the page saves them.")
    ],
    *,
    graph: Folder = DEFAULT_FOLDER,
    judgements: Judgements = None,
    json: AsJson = False,
) -> None:
    """Take in a file of decisions, such as the page saves.

    Decisions that are recorded already are passed over.
    """
    from actorgraph.pipeline.judgement_intake import read_file
    from actorgraph.pipeline.options import judgements_beside
    from actorgraph.resolution import judgement_id, read_judgements

    ledger = judgements or judgements_beside(graph)
    recorded = read_judgements(ledger)
    decisions = read_file(file, load_graph(graph), recorded)
    known = set(map(judgement_id, recorded))
    new = [decision for decision in decisions if judgement_id(decision) not in known]
    options = DecisionOptions("", graph, judgements, json)
    options.record_all(new, len(decisions) - len(new))


@example("actorgraph judgements")
def judgements(
    graph: Folder = DEFAULT_FOLDER,
    file: Judgements = None,
    json: AsJson = False,
) -> None:
    """List your decisions by number, with their effect.

    Those that have none are marked: their actor or claim no longer exists, or a later decision
    overrules them.
    """
    from actorgraph.pipeline import listed_judgements

    printing.print_answer(
        lambda: listed_judgements.list_judgements(graph, file),
        _print_judgements,
        json=json,
    )


def _print_judgements(decisions: tuple[ListedJudgement, ...]) -> None:
    if not decisions:
        printing.print_line("No decisions yet; see: actorgraph review")
    for decision in decisions:
        printing.print_line(f"{decision.number}. {decision.sentence}")
        notes = " – ".join(_notes(decision))
        if notes:
            printing.print_line(notes, 2)
    if decisions:
        printing.print_line("To take one back: actorgraph undo NUMBER")


def _notes(decision: ListedJudgement) -> Iterator[str]:
    judged = decision.judgement
    if judged.at:
        yield judged.at[:16].replace("T", " ")
    if judged.by:
        yield f"by {judged.by}"
    if judged.why:
        yield judged.why
    if decision.effect != "in force":
        yield str(decision.effect)
