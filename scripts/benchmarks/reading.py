"""What reading costs, beside the parser alone, and what a second reading costs beside the first."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from articles import articles, write_articles
from measuring import Scale, drain, in_turns, medians, python, twice_cost
from table import Row, at_least, at_most

from actorgraph.pipeline.options import Options, settle
from actorgraph.pipeline.reading_cache import ReadingCache
from actorgraph.pipeline.workers import read_each
from actorgraph.settings import DEFAULT_PIPELINE, ReaderMode

if TYPE_CHECKING:
    from actorgraph.extraction import Reader
    from actorgraph.model import Document


def reading(scale: Scale) -> Iterator[Row]:
    """All of extraction, by rules and with the learned reader, beside the stock pipeline with its default settings."""
    import spacy

    from actorgraph.extraction import Reader

    documents = list(articles(scale.articles))
    texts = [document.text for document in documents]
    stock = spacy.load(DEFAULT_PIPELINE)
    drain(stock.pipe(texts[:2]))
    for mode, most in ((ReaderMode.RULES, 1.5), (ReaderMode.BOTH, 3.0)):
        reader = Reader(mode=mode)
        drain(reader.read(documents[:2]))
        whole = in_turns(
            partial(_read, reader, documents),
            lambda: drain(stock.pipe(texts)),
            scale.rounds,
        )
        yield Row(
            f"reading {len(texts)} articles, {mode}; other: spaCy's stock pipeline alone",
            *whole,
            at_most(most),
        )


def _read(reader: Reader, documents: list[Document]) -> None:
    drain(reader.read(documents))


def again(scale: Scale) -> Iterator[Row]:
    """A build of articles that were read before beside the first one: what is spent on reading, and all of it."""
    with tempfile.TemporaryDirectory() as name:
        yield _recalled(scale, Path(name))
        yield _built(scale, Path(name))


def _recalled(scale: Scale, folder: Path) -> Row:
    documents, settings = list(articles(scale.articles)), settle(Options(), folder)
    drain(
        read_each(documents[:2], settings, None)
    )  # the parser is there before the clock runs

    def twice(turn: int) -> tuple[float, float]:
        memory = ReadingCache(folder / str(turn), "benchmark")
        return twice_cost(lambda: drain(read_each(documents, settings, memory)))

    second, first = medians(map(twice, range(scale.rounds)))
    return Row(
        f"{len(documents)} articles again, their reading; other: the first time",
        second,
        first,
        at_least(50),
    )


def _built(scale: Scale, folder: Path) -> Row:
    source, graph = folder / "articles.jsonl", folder / "graph"
    write_articles(scale.articles, source)
    build = python("-m", "actorgraph", "build", str(source), "--graph", str(graph))

    def twice(_: int) -> tuple[float, float]:
        shutil.rmtree(graph, ignore_errors=True)
        return twice_cost(build)

    second, first = medians(map(twice, range(scale.rounds)))
    return Row(
        f"{scale.articles} articles again, the whole command; other: the first time",
        second,
        first,
        at_least(1),
    )
