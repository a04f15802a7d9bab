"""The command that measures extraction against articles that the user annotated: evaluate."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import calibrating, printing
from actorgraph.cli.commands import example
from actorgraph.cli.option_groups import ReadingOptions
from actorgraph.cli.parameters import DEFAULT_FOLDER, AsJson, Folder, Workers
from actorgraph.counting import count
from actorgraph.errors import UsageError

if TYPE_CHECKING:
    from actorgraph.pipeline.evaluation import Evaluation, RelationScores, ScoredFact


Gold = Annotated[
    Path | None,
    typer.Argument(
        metavar="GOLD", help="Annotated articles, one JSON object per line."
    ),
]
ByJudgements = Annotated[
    bool,
    typer.Option(
        "--judgements", help="How often you rejected what each way of reading found."
    ),
]
Errors = Annotated[
    int,
    typer.Option("--errors", metavar="N", min=0, help="How many errors to list."),
]


@example("actorgraph evaluate annotated.jsonl --reader rules")
def evaluate(
    gold: Gold = None,
    *,
    judgements: ByJudgements = False,
    graph: Folder = DEFAULT_FOLDER,
    errors: Errors = 10,
    reading: ReadingOptions,
    workers: Workers = 1,
    json: AsJson = False,
) -> None:
    """Measure the reading on annotated articles, or by your decisions.

    It prints precision, recall and F1 of each relation with bootstrap intervals, and lists errors
    with their causes. With --judgements it prints how often the claims of each way of reading were
    rejected, corrected and confirmed in a graph.
    """
    from actorgraph.pipeline.evaluation import evaluate as measure

    if judgements == (gold is not None):
        raise UsageError("give annotated articles, GOLD, or --judgements")
    if gold is None:
        _evaluate_by_judgements(graph, json=json)
        return
    options = reading.options(workers=workers)
    with printing.progress() as progress:
        evaluation = measure(gold, options, progress)
    printing.print_answer(
        lambda: evaluation,
        lambda measured: _print_evaluation(measured, errors),
        json=json,
    )


def _evaluate_by_judgements(folder: Path, *, json: bool) -> None:
    from actorgraph.pipeline.judged_ways import judged_ways

    printing.print_answer(
        lambda: judged_ways(folder), calibrating.print_judged_ways, json=json
    )


def _print_evaluation(evaluation: Evaluation, errors: int) -> None:
    articles = count(evaluation.articles, "article")
    printing.print_line(
        f"{articles}; in brackets, 95 % bootstrap intervals over articles"
    )
    _print_row("relation", ("gold", "judged", "right"), ("precision", "recall", "F1"))
    for measured in evaluation.relations:
        counts = (str(measured.gold), str(measured.judged), str(measured.right))
        _print_row(measured.relation, counts, _ratios(measured))
    if errors:
        _print_errors("Wrong", evaluation.wrong, errors)
        _print_errors("Missed", evaluation.missed, errors)
        _print_errors(
            "Wrong modality, status or polarity", evaluation.misstated, errors
        )


def _print_row(
    name: str, counts: tuple[str, str, str], ratios: tuple[str, str, str]
) -> None:
    gold, judged, right = counts
    columns = "".join(f"{ratio:22}" for ratio in ratios)
    line = f"{name:22}{gold:>6}{judged:>8}{right:>7}  {columns}"
    print(line.rstrip())


def _ratios(measured: RelationScores) -> tuple[str, str, str]:
    precision, recall, f1 = measured.intervals
    return (
        _ratio(measured.precision, precision) if measured.judged else "–",
        _ratio(measured.recall, recall) if measured.gold else "–",
        _ratio(measured.f1, f1),
    )


def _ratio(value: float, interval: tuple[float, float]) -> str:
    low, high = interval
    return f"{value:.1%} [{low:.1%}, {high:.1%}]"


def _print_errors(title: str, verdicts: tuple[ScoredFact, ...], limit: int) -> None:
    if not verdicts:
        return
    causes = Counter(str(verdict.cause) for verdict in verdicts)
    counts = ", ".join(f"{cause} {number}" for cause, number in causes.most_common())
    shown = min(limit, len(verdicts))
    print(f"\n{title} ({shown} of {len(verdicts)}; {counts})")
    for verdict in verdicts[:limit]:
        _print_verdict(verdict)


def _print_verdict(verdict: ScoredFact) -> None:
    cause = (
        f"{verdict.cause} ({verdict.difference})"
        if verdict.difference
        else str(verdict.cause)
    )
    triple = f"{verdict.subject} – {verdict.relation} → {verdict.object}"
    line = f"{cause}: {verdict.document}: {triple}"
    if verdict.confidence is not None:
        line += f" ({verdict.method}, confidence {verdict.confidence:.2f})"
    printing.print_line(line, 1)
    printing.print_line(f"“{printing.shorten(verdict.passage)}”", 2)
