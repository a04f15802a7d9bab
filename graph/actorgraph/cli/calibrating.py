"""The command that makes confidence follow a person's decisions: calibrate."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import printing
from actorgraph.cli.commands import example
from actorgraph.cli.parameters import DEFAULT_FOLDER, AsJson, Folder, Output

if TYPE_CHECKING:
    from actorgraph.pipeline.judged_ways import JudgedWay, Recalibrated

NOTHING = "No claim of this graph was rejected, corrected or confirmed."
COUNTS = ("rejected", "corrected", "confirmed")
#: A row where there is no terminal.
PLAIN = "{}, {}: {} rejected, {} corrected, {} confirmed of {} claims; confidence {}"
CAUTION = (
    "These are the claims that somebody judged: mostly those that looked wrong. "
    "Confirm what is right too."
)


@example("actorgraph calibrate --judgements")
def calibrate(
    *,
    judgements: Annotated[  # noqa: ARG001  there is no other source; it may be named
        bool,
        typer.Option(
            "--judgements",
            help="Count your decisions. May be left out: nothing else is counted.",
            show_default=False,
        ),
    ] = True,
    output: Output = None,
    graph: Folder = DEFAULT_FOLDER,
    json: AsJson = False,
) -> None:
    """Make confidence follow your decisions.

    Your rejections, corrections and confirmations are added to the counts of how often each way of
    reading was right on annotated articles. The result is a Turtle file, beside the graph folder
    unless --output names another; build with --ontology FILE to use it.
    """
    from actorgraph.pipeline.judged_ways import recalibrate

    folder = graph.resolve()
    target = output or folder.with_name(f"{folder.name}.calibration.ttl")
    printing.print_answer(
        lambda: recalibrate(graph, target),
        lambda changes: _print_changes(changes, target),
        json=json,
    )


def print_judged_ways(ways: tuple[JudgedWay, ...]) -> None:
    """Print how often each way of reading was rejected, corrected and confirmed."""
    if not ways:
        printing.print_line(NOTHING)
        return
    head = ("way", "relation", *COUNTS, "of claims", "stated")
    rows = (
        (
            judged.way.method,
            judged.way.relation,
            str(judged.rejected),
            str(judged.corrected),
            str(judged.confirmed),
            str(judged.claims),
            f"{judged.stated:.2f}",
        )
        for judged in ways
    )
    printing.print_table(head, rows, PLAIN.format)
    printing.print_line(CAUTION)


def _print_changes(changes: tuple[Recalibrated, ...], target: Path) -> None:
    if not changes:
        printing.print_line(NOTHING)
        return
    for change in changes:
        judged = change.judged
        counts = f"{judged.wrong} wrong, {judged.confirmed} right"
        share = f"expected to be right {change.before:.2f} → {change.after:.2f}"
        way = judged.way
        name = f"{way.method}, {way.relation}"
        line = f"{name}: {counts}; {share}"
        printing.print_line(line)
    printing.print_line(CAUTION)
    next_step = f"to go by it, build with --ontology {target}"
    printing.print_line(f"wrote {target}; {next_step}")
