"""The command that says how well the product reads articles that its user annotated."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import printing
from actorgraph.cli.parameters import (
    AsJson,
    Floor,
    Mode,
    Ontology,
    Pipeline,
    Workers,
    options_of,
)

if TYPE_CHECKING:
    from actorgraph.pipeline.evaluation import Evaluation, RelationScores, ScoredFact


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD", help="Annotated articles, one JSON object a line."
        ),
    ],
    *,
    least: Floor = None,
    errors: Annotated[
        int,
        typer.Option(
            "--errors", metavar="N", min=0, help="Wrong and missed ones to list."
        ),
    ] = 10,
    ontology: Ontology = None,
    pipeline: Pipeline = None,
    reader: Mode = None,
    workers: Workers = 1,
    json: AsJson = False,
) -> None:
    """Measure the reading against annotated articles: precision, recall, F1 with intervals, and what went wrong."""
    from actorgraph.pipeline.evaluation import evaluate as measure

    options = options_of(ontology, pipeline, workers, reader=reader, floor=least)
    with printing.progress() as progress:
        found = measure(gold, options, progress)
    printing.as_json(found) if json else _tell(found, errors)


COMMANDS = (evaluate,)


def _tell(found: Evaluation, errors: int) -> None:
    printing.say(
        f"{printing.counted(found.articles, 'article')}; in brackets, 95 % bootstrap intervals over articles"
    )
    print(
        f"{'relation':22}{'gold':>6}{'judged':>8}{'right':>7}  {'precision':22}{'recall':22}{'F1':22}".rstrip()
    )
    for one in found.relations:
        print(
            f"{one.relation:22}{one.gold:>6}{one.judged:>8}{one.right:>7}  {_ratios(one)}".rstrip()
        )
    for title, verdicts in (
        ("Wrong", found.wrong),
        ("Missed", found.missed),
        ("Wrong modality or status", found.misstated),
    ):
        if verdicts and errors:
            causes = Counter(str(verdict.cause) for verdict in verdicts)
            told = ", ".join(
                f"{cause} {number}" for cause, number in causes.most_common()
            )
            print(
                f"\n{title} ({min(errors, len(verdicts))} of {len(verdicts)}; {told})"
            )
            for verdict in verdicts[:errors]:
                _tell_verdict(verdict)


def _ratios(one: RelationScores) -> str:
    values = zip(
        (one.precision, one.recall, one.f1),
        one.intervals,
        (one.judged, one.gold, 1),
        strict=True,
    )
    told = (
        f"{value:.1%} [{low:.1%}, {high:.1%}]" if whole else "–"
        for value, (low, high), whole in values
    )
    return "".join(f"{ratio:22}" for ratio in told)


def _tell_verdict(one: ScoredFact) -> None:
    how = (
        f" ({one.method}, confidence {one.confidence:.2f})"
        if one.confidence is not None
        else ""
    )
    cause = f"{one.cause} ({one.difference})" if one.difference else f"{one.cause}"
    printing.indented(
        f"{cause}: {one.document}: {one.subject} – {one.relation} → {one.object}{how}"
    )
    printing.indented(f"“{printing.cut(one.passage)}”", 2)
