"""Count how often each way of reading a claim was right, and fit what else bears on its confidence.

    scripts/calibrate DATA_FOLDER --score SCORE_PY --weights FOLDER [--rows FILE]

DATA_FOLDER holds annotated articles as JSON lines; SCORE_PY is the scorer that says which of our statements are right.
A statement is counted where the annotation is exhaustive for its relation.  Statements about actors that are only
described are left out where the annotation has names only.

FOLDER holds what scripts/train made: ``news-0`` … ``news-4``, each of which has not seen one fold of the news articles,
and none of which has seen fold 0 of the others.  What is fitted to the learned reader's opinion is fitted on articles
that it had not seen, with the reliability of rules as the other four folds give it.

Writes ontology/reliability.tsv and ontology/calibration.tsv, and prints how well confidence fits the share that is
right.  FILE keeps the judged statements, so that a second run fits without reading.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import astuple
from pathlib import Path

import numpy as np

from actorgraph.extraction.knowledge.reliability import (
    INTERCEPT,
    RELIABILITY,
    RULE,
    Reliability,
    kind_of,
    logit,
)
from actorgraph.model import LEARNED
from training.corpora import FOLDS
from training.judging import Row, collect

ROOT = Path(__file__).resolve().parents[2]
COUNTS, CALIBRATION = (
    ROOT / "ontology" / "reliability.tsv",
    ROOT / "ontology" / "calibration.tsv",
)
HEADER_OF_COUNTS = (
    "# Claims right and wrong on development articles, by template, relation and trigger word; "
    "made by scripts/calibrate.\n"
    "template\trelation\tword\tright\twrong\n"
)
HEADER_OF_CALIBRATION = "# What bears on the confidence of a claim, and how much; made by scripts/calibrate.\nway\tsignal\tweight\n"

#: The learned reader may propose a relation alone, with or without a word for it, if so many of its claims were judged,
#: and this share of them was right; such a kind of claim is a signal of its own.
LEAST_CLAIMS, LEAST_RIGHT = 30, 0.2
#: Of the ridge penalty, which draws all weights but the intercept towards 0.
RIDGE = 2.0
#: The corpora of news count so much more than the others, for news is what is read.
NEWS_WEIGHT = 3.0
#: Bins of the reliability diagram.
BINS = 10

Weights = dict[tuple[str, str], float]


def main() -> int:
    """Read the data, count, fit, write the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--score", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument(
        "--rows", type=Path, help="where the judged statements are kept"
    )
    parser.add_argument(
        "--names",
        nargs="+",
        default=["closereading", "dwie", "knowledgenet", "conll04", "redocred"],
    )
    options = parser.parse_args()
    rows = kept(options.rows)
    if not rows:
        rows = list(
            collect(options.data, options.score, options.weights, options.names)
        )
        if options.rows:
            options.rows.write_text(
                "".join(json.dumps(astuple(row)) + "\n" for row in rows),
                encoding="utf-8",
            )
    write(
        COUNTS,
        HEADER_OF_COUNTS,
        ((*key, *pair) for key, pair in sorted(count(rows).items())),
    )
    write(
        CALIBRATION,
        HEADER_OF_CALIBRATION,
        ((*key, f"{one:.3f}") for key, one in sorted(fit(rows).items())),
    )
    report(rows)
    return 0


def kept(path: Path | None) -> list[Row]:
    """The judged statements of an earlier run."""
    if path is None or not path.exists():
        return []
    return [
        Row(*json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()
    ]


def count(rows: Iterable[Row]) -> dict[tuple[str, str, str], tuple[int, int]]:
    """Right and wrong claims of each rule."""
    found: dict[tuple[str, str, str], Counter[bool]] = {}
    for row in rows:
        if row.template != LEARNED:
            found.setdefault((row.template, row.relation, row.word), Counter())[
                row.right
            ] += 1
    return {key: (one[True], one[False]) for key, one in found.items()}


def fit(rows: list[Row]) -> Weights:
    """Weights of the signals, from claims about articles that the learned reader had not seen."""
    known = [row for row in rows if row.unseen and row.signals]
    reliabilities = {
        fold: Reliability(count(row for row in rows if row.fold != fold))
        for fold in range(FOLDS)
    }
    beside = [row for row in known if row.template != LEARNED]
    rules = [
        reliabilities[row.fold].of_rule(row.template, row.relation, row.word)
        for row in beside
    ]
    given = [
        {INTERCEPT: 1.0, RELIABILITY: logit(rule), **row.signals}
        for row, rule in zip(beside, rules, strict=True)
    ]
    alone = [row for row in known if row.template == LEARNED]
    heard = _worth_hearing(alone)
    alone = [row for row in alone if _kind(row) in heard]
    own = [{INTERCEPT: 1.0, **row.signals, _kind(row): 1.0} for row in alone]
    return {
        **{(RULE, name): weight for name, weight in regress(given, beside).items()},
        **{(LEARNED, name): weight for name, weight in regress(own, alone).items()},
    }


def _worth_hearing(alone: list[Row]) -> set[str]:
    """Kinds of claims; a relation that is worth hearing is so where a word tells it, else it must be without words."""
    kinds = [(kind, row.right) for row in alone for kind in {row.relation, _kind(row)}]
    judged, right = (
        Counter(kind for kind, _ in kinds),
        Counter(kind for kind, is_right in kinds if is_right),
    )
    return {
        one
        for one, number in judged.items()
        if number >= LEAST_CLAIMS and right[one] >= LEAST_RIGHT * number
    }


def _kind(row: Row) -> str:
    return kind_of(row.relation, row.signals)


def regress(signals: list[dict[str, float]], rows: list[Row]) -> dict[str, float]:
    """Logistic regression by Newton's method, with a ridge penalty."""
    names = [
        INTERCEPT,
        *sorted({name for one in signals for name in one} - {INTERCEPT}),
    ]
    x = np.array([[one.get(name, 0.0) for name in names] for one in signals])
    y = np.array([row.right for row in rows], dtype=float)
    importance = np.array(
        [
            NEWS_WEIGHT if row.dataset in ("dwie", "closereading") else 1.0
            for row in rows
        ]
    )
    weights, penalty = (
        np.zeros(len(names)),
        np.diag([1e-6, *[RIDGE] * (len(names) - 1)]),
    )
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (importance * (y - p)) - penalty @ weights
        weights += np.linalg.solve(
            (x * (importance * p * (1 - p))[:, None]).T @ x + penalty, gradient
        )
    return dict(zip(names, weights.tolist(), strict=True))


def report(rows: list[Row]) -> None:
    """Print a reliability diagram: each fold by what was fitted on the other four."""
    told: list[tuple[str, float, bool]] = []
    for fold in range(FOLDS):
        rest = [row for row in rows if row.fold != fold]
        reliability = (
            Reliability(count(rest), fit(rest))
            if any(row.unseen for row in rest)
            else Reliability(count(rest))
        )
        told += [
            (
                row.dataset,
                reliability.confidence(
                    row.template, row.relation, row.word, row.signals
                ),
                row.right,
            )
            for row in rows
            if row.fold == fold
            and row.unseen
            and (
                row.template != LEARNED or reliability.knows(row.relation, row.signals)
            )
        ]
    diagram("all", [(confidence, right) for _, confidence, right in told])
    for name in sorted({name for name, *_ in told}):
        diagram(
            name,
            [
                (confidence, right)
                for dataset, confidence, right in told
                if dataset == name
            ],
        )


def diagram(name: str, told: list[tuple[float, bool]]) -> None:
    """Print the claims of each bin of confidence, and the expected calibration error (Naeini et al. 2015)."""
    print(
        f"\n{name}\n\n| confidence | claims | mean | right |\n| --- | ---: | ---: | ---: |"
    )
    error = 0.0
    for low in range(BINS):
        inside = [
            (c, right)
            for c, right in told
            if low <= min(c * BINS, BINS - 1e-9) < low + 1
        ]
        if inside:
            mean, share = (
                sum(values) / len(inside) for values in zip(*inside, strict=True)
            )
            error += len(inside) / len(told) * abs(mean - share)
            print(
                f"| {low / BINS:.1f}–{(low + 1) / BINS:.1f} | {len(inside)} | {mean:.2f} | {share:.2f} |"
            )
    print(
        f"\nexpected calibration error {error:.3f} on {len(told)} claims, each fold by the other four"
    )


def write(path: Path, header: str, rows: Iterable[tuple[object, ...]]) -> None:
    """Write a table."""
    path.write_text(
        header + "".join("\t".join(map(str, row)) + "\n" for row in rows),
        encoding="utf-8",
    )


if __name__ == "__main__":
    raise SystemExit(main())
