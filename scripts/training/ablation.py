"""How well rules, model and both read articles that the model has not seen, with intervals.

    scripts/ablation DATA_FOLDER --score SCORE_PY --weights FOLDER [--names NAME…] [--readers rules model both]

FOLDER holds what ``scripts/train`` made for each fold of the news articles; of the other corpora, fold 0 is read, which
no network has seen.  Where some folds lack weights, their articles are left out.  The intervals are of 1,000 samples of
articles, with replacement.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from actorgraph.extraction import Reader
from actorgraph.pipeline.extract_jsonl import contract_row
from actorgraph.settings import ReaderMode
from training.corpora import FOLDS, fold_of
from training.judging import NEWS, ROLES, UNSEEN, document_of, load_scorer

SAMPLES = 1000

#: Numerator and denominator of precision, then of recall.
Counts = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Measure:
    """A row of the table: its name, the corpora it is for, and what it counts in the scores of one article."""

    name: str
    corpora: frozenset[str]
    counts: Callable[[Any], Sequence[Counts]]


def _of(*names: str) -> Callable[[Any], Sequence[Counts]]:
    return lambda scores: [_counts(getattr(scores, name)) for name in names]


def _roles(scores: Any) -> Sequence[Counts]:
    each = [
        _counts(scores.by_relation[role])
        for role in ROLES
        if role in scores.by_relation
    ]
    return [_total(each)]


def _counts(measured: Any) -> Counts:
    return measured.p_num, measured.p_den, measured.r_num, measured.r_den


MEASURES = (
    Measure("actors and their types", frozenset({"dwie"}), _of("ner_actor")),
    Measure(
        "who is who, mean of MUC, B³ and CEAF-e",
        frozenset({"dwie", "gum"}),
        _of("muc", "b3", "ceafe"),
    ),
    Measure("relations", frozenset({"dwie", "closereading"}), _of("relation")),
    Measure("roles among them", frozenset({"dwie", "closereading"}), _roles),
    Measure("relations, by passage", frozenset({"knowledgenet"}), _of("text")),
    Measure("who says what", frozenset({"polnear", "closereading"}), _of("pairing")),
)


def main() -> int:
    """Read, score, print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--score", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument(
        "--names",
        nargs="+",
        default=["dwie", "closereading", "knowledgenet", "polnear"],
    )
    parser.add_argument(
        "--readers", nargs="+", type=ReaderMode, default=list(ReaderMode)
    )
    options = parser.parse_args()
    scorer = load_scorer(options.score)
    print(
        "| data | measure | reader | precision | recall | F1 |\n| --- | --- | --- | ---: | ---: | ---: |"
    )
    for name in options.names:
        for mode in options.readers:
            scores = list(scored(scorer, options, name, mode))
            for measure in MEASURES:
                if name in measure.corpora:
                    told = " | ".join(
                        intervals([measure.counts(one) for one in scores])
                    )
                    print(
                        f"| {name} ({len(scores)}) | {measure.name} | {mode} | {told} |",
                        flush=True,
                    )
    return 0


def scored(
    scorer: ModuleType, options: argparse.Namespace, name: str, mode: ReaderMode
) -> Iterable[Any]:
    """The scores of each article that the network has not seen."""
    vocabulary = scorer.Vocabulary.load(options.score.parent / "relations.json")
    gold = scorer.load_gold(options.data / f"{name}.jsonl", vocabulary)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for row in predictions(scorer, options, name, mode):
                file.write(json.dumps(row) + "\n")
        read = {
            json.loads(line)["id"]
            for line in path.read_text(encoding="utf-8").splitlines()
        }
        kept = {id_: one for id_, one in gold.items() if id_ in read}
        found = scorer.load_pred(path, kept, vocabulary, scorer.Counter())
    for id_, one in kept.items():
        yield scorer.score_all({id_: one}, {id_: found[id_]}, vocabulary)[one.dataset]


def predictions(
    scorer: ModuleType, options: argparse.Namespace, name: str, mode: ReaderMode
) -> Iterable[dict[str, Any]]:
    """What is read in each article, by the network that has not seen it."""
    records = [
        record for _, record in scorer.read_lines(options.data / f"{name}.jsonl")
    ]
    for fold in range(FOLDS) if name in NEWS else (UNSEEN,):
        weights = options.weights / f"news-{fold}"
        if weights.exists():
            reader = Reader(mode=mode, weights=weights)
            own = (
                document_of(record)
                for record in records
                if fold_of(str(record["id"])) == fold
            )
            yield from map(contract_row, reader.read(own))


def intervals(each: Sequence[Sequence[Counts]]) -> Iterable[str]:
    """Precision, recall and F1 in per cent, each with its 95 % interval."""
    chance = random.Random(7)
    samples = [_ratios(chance.choices(each, k=len(each))) for _ in range(SAMPLES)]
    for i, value in enumerate(_ratios(each)):
        ordered = sorted(sample[i] for sample in samples)
        low, high = ordered[int(0.025 * SAMPLES)], ordered[int(0.975 * SAMPLES)]
        yield f"{100 * value:.1f} [{100 * low:.1f}, {100 * high:.1f}]"


def _ratios(each: Sequence[Sequence[Counts]]) -> tuple[float, float, float]:
    """Mean over the parts of a measure of precision, recall and F1."""
    parts = [_total([one[i] for one in each]) for i in range(len(each[0]))]
    triples = [_f1(*part) for part in parts]
    precision, recall, f1 = (
        sum(column) / len(parts) for column in zip(*triples, strict=True)
    )
    return precision, recall, f1


def _total(each: Sequence[Counts]) -> Counts:
    right, judged, found, gold = (
        (sum(column) for column in zip(*each, strict=True)) if each else (0, 0, 0, 0)
    )
    return right, judged, found, gold


def _f1(
    right: float, judged: float, found: float, gold: float
) -> tuple[float, float, float]:
    precision, recall = (
        (right / judged if judged else 0.0),
        (found / gold if gold else 0.0),
    )
    return (
        precision,
        recall,
        2 * precision * recall / (precision + recall) if precision + recall else 0.0,
    )


if __name__ == "__main__":
    raise SystemExit(main())
