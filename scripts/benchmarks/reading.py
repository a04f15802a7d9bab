"""What reading costs beside the parser alone, and a second reading beside the first."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from actorgraph.pipeline.options import Options, settle
from actorgraph.pipeline.reading_cache import ReadingCache
from actorgraph.pipeline.workers import read_each
from actorgraph.settings import DEFAULT_PIPELINE, ReaderMode
from actorgraph.vocabulary import load_vocabulary
from benchmarks.invented_articles import articles, write_articles
from benchmarks.measuring import (
    Costs,
    Scale,
    drain,
    in_turns,
    medians,
    python,
    second_and_first_cost,
)
from benchmarks.table import Comparison, at_least, at_most

if TYPE_CHECKING:
    from actorgraph.extraction import Reader
    from actorgraph.model import Document

#: Documents that are read before the clock runs, so that everything is loaded.
WARM_UP = 2


def reading(scale: Scale) -> Iterator[Comparison]:
    """Compare the whole extraction, in two modes, with spaCy's stock pipeline."""
    import spacy

    from actorgraph.extraction import Reader

    documents = list(articles(scale.articles))
    texts = [document.text for document in documents]
    stock = spacy.load(DEFAULT_PIPELINE)
    drain(stock.pipe(texts[:WARM_UP]))
    for mode, most in ((ReaderMode.RULES, 1.5), (ReaderMode.BOTH, 3.0)):
        reader = Reader(mode=mode)
        _read(reader, documents[:WARM_UP])
        ours = partial(_read, reader, documents)
        costs = in_turns(ours, lambda: drain(stock.pipe(texts)), scale.rounds)
        other = "spaCy's stock pipeline alone"
        what = f"reading {len(texts)} articles, {mode}; other: {other}"
        yield Comparison(what, *costs, at_most(most))


def _read(reader: Reader, documents: list[Document]) -> None:
    drain(reader.read(documents))


def again(scale: Scale) -> Iterator[Comparison]:
    """Compare the second build of the same articles with the first: its reading, and all of it."""
    with tempfile.TemporaryDirectory() as name:
        yield _recall(scale, Path(name))
        yield _rebuild(scale, Path(name))


def _recall(scale: Scale, folder: Path) -> Comparison:
    documents, settings = list(articles(scale.articles)), settle(Options(), folder)
    drain(read_each(documents[:WARM_UP], settings, None))

    def costs(turn: int) -> Costs:
        path = folder / f"{turn}.sqlite"
        cache = ReadingCache(path, "benchmark", load_vocabulary())
        return second_and_first_cost(
            lambda: drain(read_each(documents, settings, cache))
        )

    what = f"{len(documents)} articles again, their reading; other: the first time"
    return _against_first(what, costs, scale.rounds, bound=50)


def _rebuild(scale: Scale, folder: Path) -> Comparison:
    source, graph = folder / "articles.jsonl", folder / "graph"
    write_articles(articles(scale.articles), source)
    build = python("-m", "actorgraph", "build", str(source), "--graph", str(graph))

    def costs(_: int) -> Costs:
        shutil.rmtree(graph, ignore_errors=True)
        return second_and_first_cost(build)

    what = f"{scale.articles} articles again, the whole command; other: the first time"
    return _against_first(what, costs, scale.rounds, bound=1)


def _against_first(
    what: str, costs: Callable[[int], Costs], rounds: int, *, bound: float
) -> Comparison:
    """Return the medians over rounds of what the second and the first time cost."""
    second, first = medians(map(costs, range(rounds)))
    return Comparison(what, second, first, at_least(bound))
