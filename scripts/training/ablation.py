"""Measure rules, model and both on articles that the model has not seen, with intervals.

    scripts/ablation DATA --score SCORE_PY --weights FOLDER [--names NAME…] [--readers MODE…]

FOLDER holds what ``scripts/train`` wrote for each fold of the news articles. Of the other sets,
fold 0 is read, which no network has seen. Articles of folds without weights are left out. The
intervals come from 1,000 samples of the articles, with replacement.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from actorgraph.extraction import Reader
from actorgraph.pipeline.extract_jsonl import contract_row
from actorgraph.settings import ReaderMode
from training.corpora import FOLDS, NEWS, UNSEEN
from training.scorer import ROLES, Scorer, ScorerObject, document_of

SAMPLES = 1000
SEED = 7
#: Bounds of the interval, as shares of the samples.
LOWER, UPPER = 0.025, 0.975
DEFAULT_NAMES = (
    "dwie",
    "closereading",
    "closereading2",
    "knowledgenet",
    "polnear",
)
HEAD = """\
| data | measure | reader | precision | recall | F1 |
| --- | --- | --- | ---: | ---: | ---: |"""


class Tally(Protocol):
    """What the scorer counts for one measure."""

    p_num: float
    p_den: float
    r_num: float
    r_den: float


class Counts(NamedTuple):
    """Numerator and denominator of precision, then of recall."""

    right: float = 0
    predicted: float = 0
    recalled: float = 0
    gold: float = 0

    @classmethod
    def of(cls, tally: Tally) -> Counts:
        """Return the counts of the scorer."""
        return cls(tally.p_num, tally.p_den, tally.r_num, tally.r_den)

    def figures(self) -> tuple[float, float, float]:
        """Return precision, recall and F1, 0 of nothing.

        >>> Counts(1, 2, 1, 4).figures()
        (0.5, 0.25, 0.3333333333333333)
        """
        precision = self.right / self.predicted if self.predicted else 0.0
        recall = self.recalled / self.gold if self.gold else 0.0
        total = precision + recall
        return precision, recall, 2 * precision * recall / total if total else 0.0


#: The counts of each part of a measure in one article.
PartCounts = Sequence[Counts]


@dataclass(frozen=True, slots=True)
class Measure:
    """A row of the table.

    Attributes:
        datasets: The sets that it is measured on.
        counts: Gives the counts of its parts from the scores of one article.
    """

    name: str
    datasets: frozenset[str]
    counts: Callable[[ScorerObject], PartCounts]


def _parts(*names: str) -> Callable[[ScorerObject], PartCounts]:
    """Return a function that reads some of the scorer's measures."""
    return lambda scores: [Counts.of(getattr(scores, name)) for name in names]


def _roles(scores: ScorerObject) -> PartCounts:
    by_relation = scores.by_relation
    return [
        total(Counts.of(by_relation[role]) for role in ROLES if role in by_relation)
    ]


MEASURES = (
    Measure("actors and their types", frozenset({"dwie"}), _parts("ner_actor")),
    Measure(
        "who is who, mean of MUC, B³ and CEAF-e",
        frozenset({"dwie", "gum"}),
        _parts("muc", "b3", "ceafe"),
    ),
    Measure("relations", frozenset({"dwie", "closereading"}), _parts("relation")),
    Measure("roles among them", frozenset({"dwie", "closereading"}), _roles),
    Measure("relations, by passage", frozenset({"knowledgenet"}), _parts("text")),
    Measure("who says what", frozenset({"polnear", "closereading"}), _parts("pairing")),
)


def main() -> int:
    """Read, score and print the table."""
    options = parse_arguments()
    scorer = Scorer.load(options.score)
    print(HEAD)
    for name in options.names:
        for mode in options.readers:
            rows = predictions(scorer, options, name, mode)
            scores = scores_by_article(scorer, options.data / f"{name}.jsonl", rows)
            for measure in MEASURES:
                if name in measure.datasets:
                    cells = intervals([measure.counts(score) for score in scores])
                    label = f"{name} ({len(scores)}) | {measure.name} | {mode}"
                    print(f"| {label} | {' | '.join(cells)} |", flush=True)
    return 0


def parse_arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(
        prog="scripts/ablation",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("data", type=Path, help="folder of annotated articles, .jsonl")
    add("--score", type=Path, required=True, help="the scorer")
    add("--weights", type=Path, required=True, help="folder of news-0 to news-4")
    add("--names", nargs="+", default=DEFAULT_NAMES, help="files, without .jsonl")
    add("--readers", nargs="+", type=ReaderMode, default=list(ReaderMode))
    return parser.parse_args()


def scores_by_article(
    scorer: Scorer, gold_file: Path, rows: Iterable[dict[str, Any]]
) -> list[ScorerObject]:
    """Return the scores of each article that was read."""
    module, vocabulary = scorer.module, scorer.vocabulary
    texts = {row["id"]: json.dumps(row) for row in rows}
    gold = scorer.gold(gold_file)
    read = {id_: article for id_, article in gold.items() if id_ in texts}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / gold_file.name
        path.write_text("\n".join(texts.values()) + "\n", encoding="utf-8")
        predicted = module.load_pred(path, read, vocabulary, module.Counter())
    scores = []
    for id_, article in read.items():
        pair = {id_: article}, {id_: predicted[id_]}
        scores.append(module.score_all(*pair, vocabulary)[article.dataset])
    return scores


def predictions(
    scorer: Scorer, options: argparse.Namespace, name: str, mode: ReaderMode
) -> Iterator[dict[str, Any]]:
    """Yield what the network that has not seen an article reads in it."""
    for fold in range(FOLDS) if name in NEWS else (UNSEEN,):
        weights = options.weights / f"news-{fold}"
        if weights.exists():
            reader = Reader(mode=mode, weights=weights)
            records = scorer.records(options.data / f"{name}.jsonl", fold)
            documents = map(document_of, records.values())
            yield from map(contract_row, reader.read(documents))


def intervals(articles: Sequence[PartCounts]) -> Iterator[str]:
    """Yield precision, recall and F1 in per cent, each with its 95 % interval."""
    chance = random.Random(SEED)
    size = len(articles)
    samples = [mean_figures(chance.choices(articles, k=size)) for _ in range(SAMPLES)]
    columns = zip(*samples, strict=True)
    for value, column in zip(mean_figures(articles), columns, strict=True):
        ordered = sorted(column)
        low, high = ordered[int(LOWER * SAMPLES)], ordered[int(UPPER * SAMPLES)]
        yield f"{100 * value:.1f} [{100 * low:.1f}, {100 * high:.1f}]"


def mean_figures(articles: Sequence[PartCounts]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of all articles, as the mean over a measure's parts."""
    figures = [total(part).figures() for part in zip(*articles, strict=True)]
    precision, recall, f1 = (
        sum(column) / len(figures) for column in zip(*figures, strict=True)
    )
    return precision, recall, f1


def total(counts: Iterable[Counts]) -> Counts:
    """Add up counts.

    >>> total([Counts(1, 2, 1, 4), Counts(1, 1, 1, 1)])
    Counts(right=2, predicted=3, recalled=2, gold=5)
    """
    columns = zip(*counts, strict=True)
    return Counts(*map(sum, columns))


if __name__ == "__main__":
    raise SystemExit(main())
