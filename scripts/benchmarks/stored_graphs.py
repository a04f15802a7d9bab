"""Graphs of invented claims, written by another process so that the measured one stays small."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from actorgraph.dataset.graph_writer import write_graph
from actorgraph.dataset.store import StoredGraph, open_graph
from actorgraph.identifiers import DEFAULT_BASE
from actorgraph.settings import CONFIDENCE_THRESHOLD
from actorgraph.vocabulary import load_vocabulary
from benchmarks.invented_claims import corpus_of


def stored_graph(folder: Path | str, claims: int) -> StoredGraph:
    """Write a graph folder with this many claims, and open it."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        pool.submit(_write, Path(folder), claims).result()
    return open_graph(Path(folder))


def _write(folder: Path, claims: int) -> None:
    vocabulary = load_vocabulary()
    corpus = corpus_of(claims, vocabulary)
    write_graph(
        folder, corpus, vocabulary, base=DEFAULT_BASE, threshold=CONFIDENCE_THRESHOLD
    )
