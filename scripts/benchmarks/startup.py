"""How long a person waits for the first sign of life."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator

from graphs import stored_graph
from measuring import Scale, in_turns, python, wall
from table import Row, at_most

#: Starting takes a moment, so more rounds than for long work are affordable.
MORE_ROUNDS = 4


def startup(scale: Scale) -> Iterator[Row]:
    """Whole processes by the clock on the wall, beside a Python that does nothing."""
    rounds = MORE_ROUNDS * scale.rounds
    nothing = python("-c", "pass")
    help_ = python("-m", "actorgraph", "--help")
    yield Row(
        "actorgraph --help; other: python -c pass",
        *in_turns(help_, nothing, rounds, wall),
        at_most(8),
    )
    with tempfile.TemporaryDirectory() as name:
        stored_graph(name, scale.claims)
        ask = python("-m", "actorgraph", "query", "--name", "envoys", "--graph", name)
        what = f"actorgraph query over {scale.claims:,} claims; other: python -c pass"
        yield Row(what, *in_turns(ask, nothing, rounds, wall), at_most(15))
