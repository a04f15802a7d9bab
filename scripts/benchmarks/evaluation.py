"""How much of what people marked in articles is found, and how much of what is found is right."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from training.judging import ROLES

from actorgraph.errors import ActorgraphError
from actorgraph.model import RefusedDocument
from actorgraph.pipeline.extract_jsonl import extract
from actorgraph.pipeline.options import Options

#: Name of a measure → where the scorer's answer has it.
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
HEAD = (
    "| data | measure | precision | recall | F1 |\n| --- | --- | ---: | ---: | ---: |"
)


def main() -> int:
    """Score every data set and print the table; each row as soon as it is known."""
    asked = arguments()
    print(HEAD)
    with tempfile.TemporaryDirectory() as folder:
        for gold in chosen(asked.folder, asked.names):
            predictions = Path(folder) / gold.name
            predict(gold, predictions, asked.workers)
            for row in rows(gold.stem, scores(asked.score, gold, predictions)):
                print(row, flush=True)
    return 0


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="scripts/evaluate", description=__doc__)
    parser.add_argument("folder", type=Path, help="annotated articles, .jsonl")
    parser.add_argument(
        "names", nargs="*", help="files of the folder, without .jsonl; default all"
    )
    parser.add_argument(
        "--score", type=Path, help="the scorer; default score.py beside the folder"
    )
    parser.add_argument("--workers", type=int, default=1, help="processes that read")
    asked = parser.parse_intermixed_args()
    asked.score = asked.score or asked.folder.resolve().parent / "score.py"
    return asked


def chosen(folder: Path, names: Sequence[str]) -> list[Path]:
    """The files to score, in the order of their names.

    Raises:
        SystemExit: if one that was asked for is not there.
    """
    there = {path.stem: path for path in sorted(folder.glob("*.jsonl"))}
    if unknown := sorted(set(names) - there.keys()):
        raise SystemExit(
            f"evaluate: no {', '.join(unknown)} in {folder}; there are {', '.join(there) or 'no .jsonl'}"
        )
    return [path for stem, path in there.items() if stem in names or not names]


def predict(gold: Path, predictions: Path, workers: int) -> None:
    """Read the articles of a file and write what was found, one JSON object a line."""
    with predictions.open("w", encoding="utf-8") as file:
        for row in extract([gold], Options(workers=workers), refuse=tell):
            file.write(json.dumps(row) + "\n")


def tell(refused: RefusedDocument) -> None:
    """Say which article was not read; the scorer counts it as one in which nothing was found."""
    print(f"evaluate: {refused.name} was not read: {refused.reason}", file=sys.stderr)


def scores(
    scorer: Path, gold: Path, predictions: Path, options: Sequence[str] = ()
) -> dict[str, Any]:
    """Return the scorer's answer for one data set; ``options`` go to the scorer.

    Raises:
        SystemExit: if the scorer fails; it has said why.
    """
    vocabulary = scorer.parent / "relations.json"
    command = [
        sys.executable,
        str(scorer),
        str(gold),
        str(predictions),
        "--relations",
        str(vocabulary),
        "--json",
        *options,
    ]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if done.returncode:
        raise SystemExit(f"evaluate: {scorer} failed on {gold.name}")
    answer: dict[str, dict[str, Any]] = json.loads(done.stdout)
    return answer["ALL"] if "ALL" in answer else next(iter(answer.values()))


def rows(data: str, scored: Mapping[str, Any]) -> Iterator[str]:
    """Rows of the table for the measures that the annotations of a data set allow."""
    for name, path in MEASURES.items():
        if measured := within(scored, path):
            yield row(
                data,
                name,
                measured.get("p"),
                measured.get("r"),
                measured.get("f1", measured.get("average f1")),
            )
    if terms := within(scored, ("relations", "by relation")):
        yield role_row(data, [terms[role] for role in ROLES if role in terms])


def within(scored: Mapping[str, Any], path: Sequence[str]) -> Mapping[str, Any]:
    """What stands at a path of keys, or an empty mapping."""
    for key in path:
        scored = scored.get(key, {})
    return scored


def role_row(data: str, terms: Sequence[Mapping[str, float]]) -> str:
    """The row of all roles together: the sum of what is right over the sum of what is judged, and so for recall."""
    right, judged, found, gold = (
        sum(term[key] for term in terms)
        for key in ("correct", "predicted", "found", "gold")
    )
    precision, recall = (share(right, judged), share(found, gold))
    both = (
        None
        if precision is None or recall is None
        else share(2 * precision * recall, precision + recall)
    )
    return row(
        data, f"roles ({right:.0f} of {judged:.0f} right)", precision, recall, both
    )


def share(part: float, whole: float) -> float | None:
    """A fraction, None of nothing."""
    return part / whole if whole else None


def row(data: str, measure: str, *values: float | None) -> str:
    """A row of the table, shares as per cent; a dash stands for what is not measured."""
    cells = ("–" if value is None else f"{100 * value:.1f}" for value in values)
    return f"| {data} | {measure} | {' | '.join(cells)} |"


if __name__ == "__main__":
    try:
        sys.exit(main())
    except ActorgraphError as error:
        sys.exit(f"evaluate: {error}")
