"""Score what is read in annotated articles.

Precision is the share of what was read that is right, recall the share of what is marked that was
read.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from actorgraph.errors import ActorgraphError
from actorgraph.model import RefusedDocument
from actorgraph.pipeline.extract_jsonl import extract
from actorgraph.pipeline.options import Options
from training.scorer import ROLES

#: Name of a measure → its path in the scorer's answer.
MEASURES: Mapping[str, tuple[str, ...]] = {
    "names and types of actors": ("ner", "actors"),
    "mentions of actors": ("mentions", "actors overlap"),
    "who is who (average of MUC, B³, CEAFe)": ("coreference",),
    "relations, actors aligned": ("relations", "aligned"),
    "relations, by passage": ("relations", "text"),
    "related pairs": ("relations", "entity pairs"),
    "who speaks": ("attributions", "source overlap"),
    "what is said": ("attributions", "content tokens"),
    "who says what": ("attributions", "source and content pairing"),
}
HEAD = """\
| data | measure | precision | recall | F1 |
| --- | --- | ---: | ---: | ---: |"""


def main() -> int:
    """Score each data set and print its rows as soon as they are there."""
    arguments = parse_arguments()
    print(HEAD)
    with tempfile.TemporaryDirectory() as folder:
        for gold in data_sets(arguments.folder, arguments.names):
            predictions = Path(folder) / gold.name
            predict(gold, predictions, arguments.workers)
            scored = scores(arguments.score, gold, predictions)
            for row in table_rows(gold.stem, scored):
                print(row, flush=True)
    return 0


def parse_arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(prog="scripts/evaluate", description=__doc__)
    add = parser.add_argument
    add("folder", type=Path, help="annotated articles, .jsonl")
    add("names", nargs="*", help="files of the folder, without .jsonl; default all")
    add("--score", type=Path, help="the scorer; default score.py beside the folder")
    add("--workers", type=int, default=1, help="processes that read")
    arguments = parser.parse_intermixed_args()
    if arguments.score is None:
        arguments.score = arguments.folder.resolve().parent / "score.py"
    return arguments


def data_sets(folder: Path, names: Sequence[str]) -> list[Path]:
    """Return the files to score, in the order of their names; all of them if none is named.

    Raises:
        SystemExit: if a named file does not exist.
    """
    present = {path.stem: path for path in sorted(folder.glob("*.jsonl"))}
    if missing := sorted(set(names) - present.keys()):
        available = ", ".join(present) or "no .jsonl file"
        raise SystemExit(
            f"evaluate: {folder} has no {', '.join(missing)}; it has {available}"
        )
    return [path for stem, path in present.items() if stem in names or not names]


def predict(gold: Path, predictions: Path, workers: int) -> None:
    """Read the articles of a file and write the readings, one JSON object a line."""
    with predictions.open("w", encoding="utf-8") as file:
        for row in extract([gold], Options(workers=workers), refuse=report_refused):
            file.write(json.dumps(row) + "\n")


def report_refused(refused: RefusedDocument) -> None:
    """Print that an article was not read; the scorer counts it as read without a result."""
    message = f"evaluate: {refused.name} was not read: {refused.reason}"
    print(message, file=sys.stderr)


def scores(
    scorer: Path, gold: Path, predictions: Path, options: Sequence[str] = ()
) -> dict[str, Any]:
    """Return the scorer's answer for one data set; ``options`` go to the scorer.

    Raises:
        SystemExit: if the scorer fails; it has printed the reason.
    """
    vocabulary = scorer.parent / "relations.json"
    files = [str(scorer), str(gold), str(predictions), "--relations", str(vocabulary)]
    command = [sys.executable, *files, "--json", *options]
    process = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if process.returncode:
        raise SystemExit(f"evaluate: {scorer} failed on {gold.name}")
    answer: dict[str, dict[str, Any]] = json.loads(process.stdout)
    return answer["ALL"] if "ALL" in answer else next(iter(answer.values()))


def table_rows(data: str, scored: Mapping[str, Any]) -> Iterator[str]:
    """Yield a row for each measure that the annotations of a data set allow."""
    for name, path in MEASURES.items():
        if measured := within(scored, path):
            f1 = measured.get("f1", measured.get("average f1"))
            yield table_row(data, name, (measured.get("p"), measured.get("r"), f1))
    if terms := within(scored, ("relations", "by relation")):
        yield role_row(data, [terms[role] for role in ROLES if role in terms])


def within(scored: Mapping[str, Any], path: Sequence[str]) -> Mapping[str, Any]:
    """Return the value at a path of keys, or an empty mapping.

    >>> within({"ner": {"actors": {"p": 0.5}}}, ("ner", "actors"))
    {'p': 0.5}
    """
    for key in path:
        scored = scored.get(key, {})
    return scored


def role_row(data: str, terms: Sequence[Mapping[str, float]]) -> str:
    """Return the row of all roles together, weighted by their number of claims."""
    totals = term_totals(terms)
    precision = share(totals["correct"], totals["predicted"])
    recall = share(totals["found"], totals["gold"])
    name = f"roles ({totals['correct']:.0f} of {totals['predicted']:.0f} right)"
    return table_row(data, name, (precision, recall, f1_of(precision, recall)))


def term_totals(terms: Iterable[Mapping[str, float]]) -> Mapping[str, float]:
    """Add up the scorer's counts of some relations.

    >>> counts = {"correct": 1, "predicted": 2, "found": 1, "gold": 4}
    >>> term_totals([counts, counts])
    {'correct': 2.0, 'predicted': 4.0, 'found': 2.0, 'gold': 8.0}
    """
    totals = dict.fromkeys(("correct", "predicted", "found", "gold"), 0.0)
    for term in terms:
        for key in totals:
            totals[key] += term[key]
    return totals


def share(part: float, total: float) -> float | None:
    """Return a fraction; None of nothing."""
    return part / total if total else None


def f1_of(precision: float | None, recall: float | None) -> float | None:
    """Return the harmonic mean of precision and recall; None where one is missing or both are 0."""
    if precision is None or recall is None:
        return None
    return share(2 * precision * recall, precision + recall)


def table_row(data: str, measure: str, values: Iterable[float | None]) -> str:
    """Return a row of the table in per cent; a dash marks what is not measured.

    >>> table_row("stories", "relations", (0.5, 0.25, None))
    '| stories | relations | 50.0 | 25.0 | – |'
    """
    cells = ["–" if value is None else f"{100 * value:.1f}" for value in values]
    return f"| {data} | {measure} | {' | '.join(cells)} |"


if __name__ == "__main__":
    try:
        sys.exit(main())
    except ActorgraphError as error:
        sys.exit(f"evaluate: {error}")
