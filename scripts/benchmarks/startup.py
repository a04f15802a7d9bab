"""How long a person waits until the command line reacts."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator

from benchmarks.measuring import Scale, in_turns, python, wall
from benchmarks.stored_graphs import stored_graph
from benchmarks.table import Comparison, at_most

#: Starting is quick, so that it can be measured in this many times as many rounds as long work.
MORE_ROUNDS = 4


def startup(scale: Scale) -> Iterator[Comparison]:
    """Compare two commands, by wall time, with a Python that does nothing."""
    rounds = MORE_ROUNDS * scale.rounds
    nothing = python("-c", "pass")
    help_ = python("-m", "actorgraph", "--help")
    costs = in_turns(help_, nothing, rounds, wall)
    yield Comparison("actorgraph --help; other: python -c pass", *costs, at_most(8))
    with tempfile.TemporaryDirectory() as name:
        stored_graph(name, scale.claims)
        query = python("-m", "actorgraph", "query", "--name", "envoys", "--graph", name)
        costs = in_turns(query, nothing, rounds, wall)
        what = f"actorgraph query over {scale.claims:,} claims; other: python -c pass"
        yield Comparison(what, *costs, at_most(15))
