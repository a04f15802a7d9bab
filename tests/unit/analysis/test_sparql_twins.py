"""Every question of analysts and its SPARQL twin give the same rows about hundreds of claims."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest

from actorgraph.analysis.questions.compare import compare_query
from actorgraph.analysis.questions.delegation import delegation_query
from actorgraph.analysis.questions.path import PATHS, path_query
from actorgraph.analysis.questions.profile import profile_query
from actorgraph.analysis.questions.proof import claim_query, edge_query
from actorgraph.analysis.questions.quoted_words import quotations_query
from actorgraph.analysis.questions.rank import SPARQL_MEASURES, ranking_query
from actorgraph.analysis.questions.timeline import timeline_query
from actorgraph.dataset.graph_writer import write_graph
from actorgraph.errors import NotFound
from actorgraph.identifiers import DEFAULT_BASE
from actorgraph.pipeline.graph import Graph, load
from actorgraph.settings import CONFIDENCE_THRESHOLD
from actorgraph.vocabulary import load_vocabulary
from benchmarks.invented_claims import corpus_of

#: How many claims are invented, and about how many of the most linked actors it is asked.
CLAIMS, ASKED = 300, 8
Row = tuple[str, ...]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    folder = tmp_path_factory.mktemp("invented")
    vocabulary = load_vocabulary()
    write_graph(
        folder,
        corpus_of(CLAIMS, vocabulary),
        vocabulary,
        base=DEFAULT_BASE,
        threshold=CONFIDENCE_THRESHOLD,
    )
    return load(folder)


@pytest.fixture(scope="module")
def central(graph: Graph) -> list[Any]:
    return [graph.find(place.id) for place in graph.rank("degree", ASKED)]


def rows(graph: Graph, query: str, *columns: str) -> list[Row]:
    """The sorted rows of a query; of IRIs only what follows the last sign that sets it off."""
    result = graph.query(query)
    places = [result.variables.index(column) for column in columns]
    cells = [
        [getattr(row[place], "value", "") for place in places] for row in result.rows()
    ]
    return sorted(tuple(map(_end, row)) for row in cells)


def _end(cell: str) -> str:
    return cell.rpartition("#" if "#" in cell else "/")[2] if "://" in cell else cell


def test_show(graph: Graph, central: list[Any]) -> None:
    for actor in central:
        profile = graph.profile(actor)
        relations = [one for group in profile.groups for one in group.relations]
        ids = sorted((claim.id,) for one in relations for claim in one.claims)
        assert rows(graph, profile_query(actor.id, graph.base), "claim") == ids
        assert ids


def test_said(graph: Graph, central: list[Any]) -> None:
    answers = 0
    for actor in [graph.find(place.id) for place in graph.rank("degree", 3 * ASKED)]:
        words = [
            (quote.text, quote.source)
            for said in graph.said(actor)
            for quote in said.quotes
        ]
        twin = quotations_query(actor.id, graph.base)
        assert rows(graph, twin, "quote", "document") == sorted(words)
        answers += len(words)
    assert answers > 3


def test_explain(graph: Graph, central: list[Any]) -> None:
    for first, second in _related(graph, central):
        proofs = graph.explain(first, second)
        twin = edge_query(first.id, second.id, graph.base)
        assert rows(graph, twin, "claim") == [(proof.claim.id,) for proof in proofs]
        for proof in proofs:
            quotes = sorted({(quote.text,) for quote in proof.claim.quotes})
            assert (
                rows(graph, claim_query(proof.claim.id, graph.base), "quote") == quotes
            )


def _related(graph: Graph, actors: list[Any]) -> Iterator[tuple[Any, Any]]:
    """Yield each of some actors with one that a claim relates it to."""
    for actor in actors:
        group = graph.profile(actor).groups[0]
        yield actor, graph.find(group.relations[0].other)


def test_path(graph: Graph, central: list[Any]) -> None:
    lengths = set()
    for first, second in combinations(central[:6], 2):
        try:
            paths = graph.path(first, second, over_places=True)
        except NotFound:
            continue
        names = sorted(
            tuple(graph.find(step.end).name for step in path[:-1]) for path in paths
        )
        twin = path_query(first.id, second.id, len(paths[0]), graph.base)
        columns = [f"via{number}Name" for number in range(1, len(paths[0]))]
        chains = rows(graph, twin, *columns) if columns else [()]
        assert set(names) <= set(chains)
        assert len(names) == min(PATHS, len(chains))
        lengths.add(len(paths[0]))
    assert max(lengths) > 1


@pytest.mark.parametrize("measure", SPARQL_MEASURES)
def test_rank(graph: Graph, measure: str) -> None:
    places = graph.rank(measure, CLAIMS)
    expected = sorted((place.id, str(place.value)) for place in places)
    twin = ranking_query(measure, CLAIMS, ("Role", "Time"))
    assert rows(graph, twin, "actor", measure) == expected
    assert len(expected) > CLAIMS // 4


def test_timeline(graph: Graph, central: list[Any]) -> None:
    for actor in (None, *central):
        dated = sorted((one.date, one.claim.id) for one in graph.timeline(actor))
        twin = timeline_query(None if actor is None else actor.id, graph.base)
        assert rows(graph, twin, "day", "claim") == dated
        assert dated


def test_compare(graph: Graph, central: list[Any]) -> None:
    shared = 0
    for first, second in combinations(central, 2):
        common = graph.compare(first, second).shared
        twin = compare_query(first.id, second.id, graph.base)
        expected = sorted((neighbour.id, neighbour.name) for neighbour in common)
        assert rows(graph, twin, "actor", "name") == expected
        shared += len(common)
    assert shared > ASKED


def test_delegation(graph: Graph, central: list[Any]) -> None:
    members = 0
    bodies = [
        actor
        for actor in graph.corpus.actors
        if actor.type.value in ("Event", "Organization")
    ]
    for body in bodies:
        delegates = graph.delegation(body)
        expected = sorted(
            (delegate.name, claim.id)
            for delegate in delegates
            for claim in delegate.part
        )
        twin = delegation_query(body.id, graph.vocabulary, graph.base)
        assert rows(graph, twin, "who", "claim") == expected
        members += len(expected)
    assert members > 3
