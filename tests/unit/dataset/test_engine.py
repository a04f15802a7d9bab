"""A store is opened where the engine can write it; elsewhere it is refused, never waited for."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from actorgraph.dataset.graph_writer import write_graph
from actorgraph.dataset.store import StoredGraph
from actorgraph.errors import ActorgraphError
from actorgraph.identifiers import DEFAULT_BASE
from actorgraph.model import Corpus
from actorgraph.pipeline.changes import add, build, remove
from actorgraph.pipeline.repair import repair
from actorgraph.vocabulary import load_vocabulary

#: Seconds after which a child counts as one that waits for ever.
FOR_EVER = 60


def _change(folder: Path, results: Connection) -> None:
    changes: dict[str, Callable[[], object]] = {
        "write": lambda: write_graph(
            folder, Corpus((), ()), load_vocabulary(), base=DEFAULT_BASE, threshold=0.5
        ),
        "build": lambda: build((), folder),
        "add": lambda: add((), folder),
        "remove": lambda: remove("envoy.txt", folder),
        "repair": lambda: repair(folder),
    }
    for name, change in changes.items():
        try:
            change()
            results.send((name, "done"))
        except ActorgraphError as error:
            results.send((name, str(error)))


def _outcomes_in_fork(folder: Path) -> dict[str, str]:
    """Return what becomes of changes in a fork of this process."""
    context = multiprocessing.get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    child = context.Process(target=_change, args=(folder, sending))
    child.start()
    sending.close()
    outcomes: dict[str, str] = {}
    try:
        while receiving.poll(FOR_EVER):
            name, outcome = receiving.recv()
            outcomes[name] = outcome
    except EOFError:
        return outcomes
    finally:
        child.kill()
        child.join()
    pytest.fail(f"the child waits for ever after {outcomes}")


def test_a_fork_of_a_process_with_an_open_graph_is_told_that_it_cannot_change_one(
    stored: StoredGraph,
) -> None:
    folder = stored.folder.parent.parent
    outcomes = _outcomes_in_fork(folder)
    assert set(outcomes) == {"write", "build", "add", "remove", "repair"}
    for outcome in outcomes.values():
        assert "forked from one that had a graph open" in outcome
        assert "\n" not in outcome
    assert sorted(path.name for path in (folder / "generations").iterdir()) == [
        "000001"
    ]
