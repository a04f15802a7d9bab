"""How well a fixed part of annotated articles is read, held against floors.

A floor is only ever raised; whoever lowers one says why beside it in ``quality.toml``.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from actorgraph.errors import ActorgraphError
from benchmarks.evaluation import (
    HEAD,
    predict,
    scores,
    share,
    table_row,
    term_totals,
    within,
)

FLOORS = Path(__file__).resolve().parents[1] / "quality.toml"

#: Relations that do grave harm to a person when they are wrong.
GRAVE = (
    "accused",
    "arrested",
    "attacked",
    "investigated",
    "killed",
    "paid",
    "sanctioned",
    "sentenced",
    "threatened",
)
#: Name of a measure → its path in the scorer's answer.
MEASURES: Mapping[str, tuple[str, ...]] = {
    "actors and their types": ("ner", "actors"),
    "coreference": ("coreference",),
    "relations": ("relations", "aligned"),
    "relations by passage": ("relations", "text"),
    "roles": ("relations", "by family", "role"),
    "states": ("relations", "by family", "state"),
    "happenings": ("relations", "by family", "happening"),
    "who says what": ("attributions", "source and content pairing"),
}
#: Bins of confidence from 0.9 up, by the scorer's names.
SURE = ("0.9-0.95", "0.95-1.0")
#: Precision, recall and F1 by these keys, as shares from 0 to 1.
Values = Mapping[str, float | None]


def main() -> int:
    """Read, score and print the table.

    Returns:
        1 if a figure is below its floor, else 0.
    """
    arguments = parse_arguments()
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    failures: list[str] = []
    print(HEAD)
    for name, expected in floors.items():
        gold = arguments.folder / "dev" / f"{name}.jsonl"
        if not gold.is_file():
            print(f"| {name} | not there: {gold} | | | |")
            continue
        scored = score_part(arguments, gold, expected)
        for measure, values in measures_of(scored):
            cells = (values.get(key) for key in ("p", "r", "f1"))
            print(table_row(name, measure, cells), flush=True)
            failures += shortfalls(name, measure, values, expected.get(measure, {}))
    print("\n".join(failures) or "quality: no figure is below its floor")
    return 1 if failures else 0


def parse_arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(prog="scripts/quality", description=__doc__)
    parser.add_argument("folder", type=Path, help="score.py, relations.json and dev/")
    parser.add_argument("--workers", type=int, default=2, help="processes that read")
    return parser.parse_args()


def score_part(
    arguments: argparse.Namespace, gold: Path, expected: Mapping[str, Any]
) -> dict[str, Any]:
    """Read every n-th article of a set, in the order of the file, and score them."""
    scorer = arguments.folder / "score.py"
    options = ["--text-claims"] if expected.get("text_claims") else []
    with tempfile.TemporaryDirectory() as folder:
        part, predictions = Path(folder) / gold.name, Path(folder) / "read.jsonl"
        lines = gold.read_text(encoding="utf-8").splitlines(keepends=True)
        part.write_text("".join(lines[:: expected.get("every", 1)]), encoding="utf-8")
        predict(part, predictions, arguments.workers)
        return scores(scorer, part, predictions, options)


def measures_of(scored: Mapping[str, Any]) -> Iterator[tuple[str, Values]]:
    """Yield each measure that the annotations allow, as shares from 0 to 1."""
    for name, path in MEASURES.items():
        if measured := within(scored, path):
            f1 = measured.get("f1", measured.get("average f1"))
            yield name, {"p": measured.get("p"), "r": measured.get("r"), "f1": f1}
    if terms := within(scored, ("relations", "by relation")):
        yield "grave relations", _grave(terms)
    if bins := scored.get("precision by confidence"):
        yield "claims at 0.9", {"p": _share_right(bins, SURE)}


def _grave(terms: Mapping[str, Mapping[str, float]]) -> Values:
    totals = term_totals(terms[name] for name in GRAVE if name in terms)
    return {
        "p": share(totals["correct"], totals["predicted"]),
        "r": share(totals["found"], totals["gold"]),
    }


def _share_right(
    bins: Mapping[str, Mapping[str, float]], names: Iterable[str]
) -> float | None:
    """Return the share of claims that are right among those of some bins of confidence."""
    right = judged = 0.0
    for name in names:
        if name in bins:
            right += bins[name]["p"] * bins[name]["judged"]
            judged += bins[name]["judged"]
    return share(right, judged)


def shortfalls(
    data: str, measure: str, values: Values, floors: Mapping[str, float]
) -> Iterator[str]:
    """Yield a sentence for each figure, in per cent, that is below its floor."""
    for key, floor in floors.items():
        value = values.get(key)
        if value is None or round(100 * value, 1) < floor:
            shown = "not measured" if value is None else f"{100 * value:.1f}"
            yield f"quality: {data}, {measure}, {key}: {shown} is below the floor {floor}"


if __name__ == "__main__":
    try:
        sys.exit(main())
    except ActorgraphError as error:
        sys.exit(f"quality: {error}")
