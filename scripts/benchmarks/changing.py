"""What one article more, and one merge, cost as a graph grows."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from pathlib import Path
from statistics import median

from actorgraph.dataset.queries import run_query
from actorgraph.dataset.store import open_graph
from actorgraph.model import Document
from benchmarks.invented_articles import articles, write_articles
from benchmarks.measuring import Scale, cost, python, wall
from benchmarks.memory import peak_of
from benchmarks.table import Comparison, at_most

#: What a change of a grown graph may take at most, in MiB: 1 GB.
BOUND = 1e9 / 2**20
PEOPLE = """
PREFIX ag: <https://w3id.org/actorgraph/ontology#>
SELECT ?person { ?person a ag:Person } ORDER BY ?person
"""


def changing(scale: Scale) -> Iterator[Comparison]:
    """Compare adding an article and merging two people with reading that article alone.

    All are whole commands, by wall time and in turns, on graphs of more and more articles.  Page
    and exports are left to whoever asks for them.
    """
    rounds, largest = scale.rounds, scale.grown[-1]
    # Each graph takes in one article a round, and so does the one whose memory is measured.
    supply = articles(largest + rounds * len(scale.grown) + 1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for before, count in pairwise((0, *scale.grown)):
            _grow(folder, list(islice(supply, count - before)))
            yield from _changes(folder, list(islice(supply, rounds)), count)
        adding = _command("add", _written(folder, list(supply)), folder)
        peak = peak_of(*adding)
    what = f"peak of adding an article to {largest:,}; other: the most allowed"
    yield Comparison(what, peak, BOUND, at_most(1), unit="MiB")


def _changes(
    folder: Path, fresh: Sequence[Document], count: int
) -> Iterator[Comparison]:
    """Take turns in reading an article, adding it, and merging two people."""
    reading, adding, merging = [], [], []
    for article, pair in zip(fresh, _pairs(folder), strict=False):
        source = _written(folder, [article])
        reading.append(_seconds("extract", str(source)))
        adding.append(_seconds(*_command("add", source, folder), "--no-outputs"))
        merging.append(_seconds(*_command("merge", *pair, folder)))
    for what, seconds in (
        ("adding an article", adding),
        ("merging two people", merging),
    ):
        name = f"{what}, {count:,} articles; other: reading one article"
        yield Comparison(name, median(seconds), median(reading), at_most(2))


def _grow(folder: Path, more: Sequence[Document]) -> None:
    """Add articles to the graph; the first ones make it."""
    verb = "add" if _graph(folder).exists() else "build"
    command = _command(verb, _written(folder, more), folder)
    python("-m", "actorgraph", *command, "--no-outputs", "--workers", "2")()


def _pairs(folder: Path) -> list[tuple[str, str]]:
    """Return pairs of ids of people; no one is in two pairs."""
    answer = run_query(open_graph(_graph(folder)), PEOPLE)
    ids = [str(person).strip("<>").rpartition("/")[2] for (person,) in answer.rows()]
    return list(zip(ids[::2], ids[1::2], strict=False))


def _command(verb: str, *arguments: Path | str) -> list[str]:
    """Return the arguments of a command about the graph in a folder, which comes last."""
    *others, folder = arguments
    return [verb, *map(str, others), "--graph", str(_graph(Path(folder)))]


def _seconds(*arguments: str) -> float:
    return cost(python("-m", "actorgraph", *arguments), wall)


def _written(folder: Path, texts: Sequence[Document]) -> Path:
    path = folder / "articles.jsonl"
    write_articles(texts, path)
    return path


def _graph(folder: Path) -> Path:
    return folder / "graph"
