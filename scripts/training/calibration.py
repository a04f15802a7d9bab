"""Count how often each way of reading a claim was right, and fit what else bears on its confidence.

    scripts/calibrate DATA --score SCORE_PY [--weights FOLDER] [--rows FILE] [--names NAME…]

DATA holds annotated articles as JSON lines; SCORE_PY is the scorer that decides which claims are
right. A claim is counted where the annotation is exhaustive for its relation. Claims about actors
that are only described are left out where the annotation has names only.

FOLDER holds what scripts/train wrote: ``news-0`` to ``news-4``, each of which has not seen one fold
of the news articles, and none of which has seen fold 0 of the others. The weight of the learned
reader's opinion is fitted on articles that it had not seen, with the reliability of rules as the
other four folds give it.

Without FOLDER the shipped network reads. Only what concerns the rules is then counted and fitted,
on articles that it has not learned from; the weights of its own proposals stay as they are.

Writes ontology/reliability.tsv and ontology/calibration.tsv, and prints how well confidence fits
the share of right claims. FILE keeps the judged claims, so that a second run fits without reading.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple
from pathlib import Path

from actorgraph.extraction.knowledge.reliability import load_reliability
from actorgraph.model import LEARNED
from training.judging import JudgedClaim, judge_all
from training.regression import count, fit
from training.reliability_diagram import report

ONTOLOGY = Path(__file__).resolve().parents[2] / "ontology"
COUNTS, CALIBRATION = ONTOLOGY / "reliability.tsv", ONTOLOGY / "calibration.tsv"
HEADER_OF_COUNTS = (
    "# Claims right and wrong on development articles, by template, relation and trigger word; "
    "made by scripts/calibrate.\n"
    "template\trelation\tword\tright\twrong\n"
)
HEADER_OF_CALIBRATION = (
    "# What bears on the confidence of a claim, and how much; made by scripts/calibrate.\n"
    "way\tsignal\tweight\n"
)
#: Sets that are counted. ``closereading3`` only teaches the network: it was read faster, and what
#: its readers overlooked would count against the rules.
DEFAULT_NAMES = (
    "closereading",
    "closereading2",
    "dwie",
    "knowledgenet",
    "conll04",
    "redocred",
)


def main() -> int:
    """Read the data, count, fit, write the tables and print the report."""
    options = parse_arguments()
    claims = load_claims(options.rows)
    if not claims:
        places = options.data, options.score, options.weights
        claims = list(judge_all(*places, options.names))
        save_claims(claims, options.rows)
    write_tables(claims, rules_only=options.weights is None)
    report(claims)
    return 0


def parse_arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(
        prog="scripts/calibrate",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("data", type=Path, help="folder of annotated articles, .jsonl")
    add("--score", type=Path, required=True, help="the scorer")
    add("--weights", type=Path, help="folder of news-0 to news-4")
    add("--rows", type=Path, metavar="FILE", help="keeps the judged claims")
    add("--names", nargs="+", default=DEFAULT_NAMES, help="files, without .jsonl")
    return parser.parse_args()


def load_claims(path: Path | None) -> list[JudgedClaim]:
    """Return the judged claims of an earlier run; none without such a file."""
    if path is None or not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [JudgedClaim(*json.loads(line)) for line in lines]


def save_claims(claims: Iterable[JudgedClaim], path: Path | None) -> None:
    """Write judged claims as JSON lines, if a file is named."""
    if path is not None:
        lines = [json.dumps(astuple(claim)) for claim in claims]
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def write_tables(claims: Sequence[JudgedClaim], *, rules_only: bool) -> None:
    """Write what was counted and fitted into the ontology.

    Args:
        rules_only: Keep the weights of the learned reader's own proposals.
    """
    fitted = fit(claims)
    if rules_only:
        shipped = load_reliability().weights
        fitted = {
            key: weights[key]
            for key in {*fitted, *shipped}
            for weights in [shipped if key[0] == LEARNED else fitted]
            if key in weights
        }
    counts = sorted(count(claims).items())
    write(COUNTS, HEADER_OF_COUNTS, ((*way, *pair) for way, pair in counts))
    weights = sorted(fitted.items())
    rows = ((*key, f"{weight:.3f}") for key, weight in weights)
    write(CALIBRATION, HEADER_OF_CALIBRATION, rows)


def write(path: Path, header: str, rows: Iterable[Sequence[object]]) -> None:
    """Write a table of tab-separated values."""
    with path.open("w", encoding="utf-8") as file:
        file.write(header)
        for row in rows:
            file.write("\t".join(map(str, row)) + "\n")


if __name__ == "__main__":
    raise SystemExit(main())
