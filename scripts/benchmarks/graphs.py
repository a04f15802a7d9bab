"""Graphs of invented claims, stored by a process of their own, so that the one that measures stays small."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from claims import corpus_of

from actorgraph.dataset.graph_writer import write_graph
from actorgraph.dataset.store import StoredGraph, open_graph
from actorgraph.identifiers import DEFAULT_BASE
from actorgraph.settings import CONFIDENCE_THRESHOLD
from actorgraph.vocabulary import load_vocabulary


def stored_graph(folder: Path | str, claims: int) -> StoredGraph:
    """Make a graph folder that holds this many claims, and open it."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        pool.submit(_store, Path(folder), claims).result()
    return open_graph(Path(folder))


def _store(folder: Path, claims: int) -> None:
    vocabulary = load_vocabulary()
    corpus = corpus_of(claims, vocabulary)
    write_graph(
        folder, corpus, vocabulary, base=DEFAULT_BASE, threshold=CONFIDENCE_THRESHOLD
    )
