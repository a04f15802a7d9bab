"""What is answered from a part of the store is what the whole corpus would answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from actorgraph.analysis.measures import _MEASURES as MEASURES
from actorgraph.analysis.questions.rank import MEASURES as RANKED_BY
from actorgraph.errors import NotFound, StoreError
from actorgraph.model import ClaimId
from actorgraph.pipeline.graph import Graph, load
from actorgraph.pipeline.graph_questions import GraphQuestions

QUESTIONS: dict[str, Callable[[Graph, str], object]] = {
    "profile": Graph.profile,
    "timeline": Graph.timeline,
    "explain": lambda graph, actor: graph.explain(actor, "Ines Okoro"),
    "compare": lambda graph, actor: graph.compare(actor, "Pavel Brandt"),
    "find": Graph.find,
    "path": lambda graph, actor: graph.path(actor, "Pavel Brandt"),
    "path over places": lambda graph, actor: graph.path(
        actor, "Pavel Brandt", over_places=True
    ),
    "path elsewhere": lambda graph, actor: graph.path(
        actor, "Pavel Brandt", over_places=False
    ),
    "said": Graph.said,
}


@pytest.fixture
def read(built: Path) -> Graph:
    """The graph of the stories with its corpus at hand."""
    graph = load(built)
    assert graph.corpus.claims
    return graph


@pytest.fixture
def unread(built: Path, monkeypatch: pytest.MonkeyPatch) -> Graph:
    """The same graph, whose corpus must not be read."""

    def refuse(_: GraphQuestions) -> None:
        pytest.fail("the whole corpus was read")

    monkeypatch.setattr(GraphQuestions, "corpus", property(refuse))
    return load(built)


def answer(question: Callable[[Graph, str], object], graph: Graph, name: str) -> object:
    try:
        return question(graph, name)
    except NotFound as error:
        return str(error)


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_a_part_answers_as_the_whole(
    read: Graph, question: Callable[[Graph, str], object], built: Path
) -> None:
    for actor in read.corpus.actors:
        for name in (actor.id, actor.name, actor.name.upper()):
            expected = answer(question, read, name)
            assert answer(question, load(built), name) == expected


def test_each_claim_has_the_same_proof(read: Graph, built: Path) -> None:
    for claim in read.corpus.claims:
        assert load(built).proof(claim.id) == read.proof(claim.id)
    with pytest.raises(NotFound, match="no claim"):
        load(built).proof(ClaimId("0" * 16))


def test_lookups_read_only_their_part(unread: Graph) -> None:
    assert unread.profile("Ines Okoro").groups
    assert unread.explain("Ines Okoro", "Pavel Brandt")
    assert unread.timeline("ines okoro") is not None
    assert unread.compare("Ines Okoro", "Pavel Brandt").direct


@pytest.mark.parametrize("name", ["names.tsv", "documents.jsonl", "mentions.jsonl"])
def test_damage_is_noticed_by_a_lookup(graph: Path, name: str) -> None:
    opened = load(graph)
    path = opened.stored.folder / name
    content = path.read_bytes()
    path.write_bytes(content[:-2] + b" \n")
    with pytest.raises(StoreError, match="damaged"):
        opened.profile("Ines Okoro")


def test_only_the_measure_that_is_asked_is_taken(
    read: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    for measure in ("betweenness", "pagerank", "community"):
        monkeypatch.setitem(MEASURES, measure, lambda _: pytest.fail("not asked for"))
    assert read.rank("degree")


def test_a_misspelt_name_is_found_without_reading_all(unread: Graph) -> None:
    assert unread.find("Ines Okoroo").name == "Ines Okoro"
    assert unread.find("ines").mentions
    with pytest.raises(NotFound, match="the nearest name is Pavel Brandt"):
        unread.find("Pawl Brxxdt")


def test_half_a_character_is_in_no_name_and_no_damage(unread: Graph) -> None:
    with pytest.raises(NotFound, match="no actor is called"):
        unread.find("Xyl\udce9")


@pytest.fixture
def measured(built: Path) -> Graph:
    """The graph with its corpus and all measures at hand."""
    graph = load(built)
    assert graph.measured
    return graph


@pytest.mark.parametrize("measure", RANKED_BY)
def test_actors_are_ranked_without_reading_the_words(
    measured: Graph, unread: Graph, measure: str
) -> None:
    assert unread.rank(measure, 99) == measured.rank(measure, 99)


def test_groups_are_measured_without_reading_the_words(
    measured: Graph, unread: Graph
) -> None:
    assert unread.communities() == measured.communities()
    assert unread.brokers() == measured.brokers()
