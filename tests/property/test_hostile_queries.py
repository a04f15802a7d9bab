"""Whatever a query says, it is answered or refused in one line, in time, and on this machine.

``ACTORGRAPH_EXAMPLES`` sets how many queries of each kind are tried; ``scripts/fuzz`` sets many.
"""

from __future__ import annotations

import os
import random
import select
import socket
import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actorgraph.dataset.graph_writer import write_graph
from actorgraph.dataset.queries import run_query
from actorgraph.dataset.store import StoredGraph, open_graph
from actorgraph.errors import QueryRefused, QueryStopped, UsageError
from actorgraph.identifiers import DEFAULT_BASE
from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Corpus,
    Document,
    DocumentId,
    Reading,
)
from actorgraph.resources import ontology_folder
from actorgraph.vocabulary import load_vocabulary

EXAMPLES = int(os.environ.get("ACTORGRAPH_EXAMPLES", "40"))
#: Seconds that a query may take, and what stopping it may take besides on a busy machine.
TIME_LIMIT, DELAY = 1.0, 20.0

WORDS = """
SELECT ASK CONSTRUCT DESCRIBE WHERE FROM NAMED GRAPH SERVICE SILENT LOAD INSERT DELETE DATA OPTIONAL
UNION MINUS FILTER EXISTS NOT BIND VALUES UNDEF GROUP BY HAVING ORDER LIMIT OFFSET DISTINCT COUNT
GROUP_CONCAT REGEX IRI STR AS IN PREFIX BASE a
""".split()
SIGNS = r"""
{ } ( ) [ ] < > << >> <<( )>> . ; , * / | ^ + - ? ! = != <= && || ' " ''' \""" \ # @ ^^ $
""".split()
TERMS = [
    "?s", "?p", "?o", "?s ?p ?o", "ag:Claim", "ag:leads", "rdfs:label", "ag:none", "_:b", "1",
    "1e9999", '"x"', "'abc'", "<'abc>", "<a:b>", "<there>", "\\u0053ERVICE", "?a\u203f", "\0",
    "\n", "#'\n", "\ud800", "\U0001f600", "(" * 300, "{" * 300, "x" * 3000,
]  # fmt: skip
PIECES = st.sampled_from([*WORDS, *SIGNS, *TERMS])
NOISE = st.one_of(
    st.lists(PIECES, max_size=30).map(" ".join),
    st.lists(PIECES, max_size=30).map("".join),
    st.lists(PIECES, max_size=20).map(
        lambda pieces: f"SELECT * {{ ?s ?p ?o . {' '.join(pieces)} }}"
    ),
    st.tuples(PIECES, st.integers(1, 20_000)).map(lambda pair: pair[0] * pair[1]),
    st.text(max_size=300),
)
NAMED = sorted(
    path.read_text(encoding="utf-8")
    for path in (ontology_folder() / "queries").glob("*.rq")
)


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> StoredGraph:
    """A graph of one actor and one document."""
    folder = tmp_path_factory.mktemp("graph")
    document = Document(DocumentId("d1"), "a.txt", "Ada Lind spoke.")
    actor = Actor(ActorId("ada-1"), ActorType.PERSON, "Ada Lind")
    corpus = Corpus((Reading(document),), (actor,))
    write_graph(folder, corpus, load_vocabulary(), base=DEFAULT_BASE, threshold=0.5)
    return open_graph(folder)


@pytest.fixture(scope="module")
def listener() -> Iterator[socket.socket]:
    """A server on this machine that nobody may call."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server


def check_that_it_costs_only_itself(
    stored: StoredGraph, query: str, listener: socket.socket
) -> None:
    there = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    start, refusal = time.monotonic(), "none"
    try:
        run_query(stored, query.replace("<there>", f"<{there}>"), time_limit=TIME_LIMIT)
    except (QueryRefused, QueryStopped, UsageError) as error:
        refusal = str(error)
    assert len(refusal.splitlines()) == 1
    assert time.monotonic() - start < TIME_LIMIT + DELAY
    assert not select.select([listener], [], [], 0)[0]


def test_a_query_of_anything_is_answered_or_refused(
    stored: StoredGraph, listener: socket.socket
) -> None:
    @settings(max_examples=EXAMPLES, deadline=None)
    @given(NOISE)
    def check(query: str) -> None:
        check_that_it_costs_only_itself(stored, query, listener)

    check()


@settings(max_examples=EXAMPLES, deadline=None)
@given(query=st.sampled_from(NAMED), seed=st.integers())
def test_a_damaged_query_is_answered_or_refused(
    stored: StoredGraph, listener: socket.socket, query: str, seed: int
) -> None:
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(query) + 1)
        piece = chance.choice([*WORDS, *SIGNS, *TERMS])
        query = query[:place] + piece + query[place + chance.randrange(8) :]
    check_that_it_costs_only_itself(stored, query, listener)
