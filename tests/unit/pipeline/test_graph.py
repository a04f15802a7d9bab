"""A graph that is loaded is the one that was built."""

import inspect
import io
import sys
from pathlib import Path

import pytest

from actorgraph.analysis import questions
from actorgraph.dataset.store import open_graph
from actorgraph.errors import NotFound, UsageError
from actorgraph.export import EXPORTERS
from actorgraph.pipeline.changes import build
from actorgraph.pipeline.graph import Graph, load
from actorgraph.pipeline.graph_questions import GraphQuestions
from tests.unit.conftest import Write


def test_actors_come_back_with_their_mentions(built: Path) -> None:
    okoro = load(built).find("Ines Okoro")
    texts = {document.id: document.text for document in open_graph(built).documents()}
    assert {mention.text for mention in okoro.mentions} >= {"Ines Okoro", "Okoro"}
    assert all(
        texts[one.document][one.start : one.end] == one.text for one in okoro.mentions
    )
    assert load(built).network.nodes[okoro.id]["documents"] == 2


def test_every_question_has_a_method(built: Path) -> None:
    folder = Path(questions.__file__).parent
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    asked = inspect.getsource(GraphQuestions) + inspect.getsource(Graph)
    assert {name for name in files if f".questions.{name} import" not in asked} == set()


def test_a_claim_is_proved_by_its_id(built: Path) -> None:
    graph = load(built)
    (first, *_) = graph.explain("Greta Solheim", "Coast Party")
    assert graph.proof(first.claim.id) == first


def test_an_actor_can_be_given_instead_of_its_name(built: Path) -> None:
    graph = load(built)
    assert graph.profile(graph.find("Greta Solheim")) == graph.profile("Greta Solheim")


def test_a_graph_answers_sparql(built: Path) -> None:
    result = load(built).query("SELECT ?x { ?x ag:leads ?y }", limit=1, seconds=20)
    assert len(result.table().splitlines()) >= 2


@pytest.mark.parametrize(
    "name", [name for name, exporter in EXPORTERS.items() if exporter.from_quads]
)
def test_what_is_made_from_quads_alone_needs_no_more(built: Path, name: str) -> None:
    graph, exporter = load(built), EXPORTERS[name]
    of_quads, of_all = io.BytesIO(), io.BytesIO()
    exporter.write(graph.material(exporter), of_quads)
    assert not {"corpus", "measured"} & vars(graph).keys()
    exporter.write(graph.material(), of_all)
    assert of_quads.getvalue() == of_all.getvalue()


def test_surroundings_grow_with_the_depth(built: Path) -> None:
    graph = load(built)
    sizes = [
        len(graph.surroundings(graph.find("Greta Solheim"), depth).network)
        for depth in (1, 2, 9)
    ]
    assert sizes[0] < sizes[-1] <= len(graph.network)
    assert sizes == sorted(sizes)


def test_an_actor_without_relations_has_no_surroundings(
    write: Write, tmp_path: Path
) -> None:
    text = "Dana Roth met Ada Quint in the afternoon. Peter Hallam slept."
    build([write(nap_txt=text)], tmp_path / "graph")
    graph = load(tmp_path / "graph")

    with pytest.raises(NotFound, match="to another actor, so there is nothing to draw"):
        graph.surroundings(graph.find("Peter Hallam"), 1)


def test_a_notebook_shows_the_whole_page_in_a_frame_of_its_own(built: Path) -> None:
    graph = load(built)
    shown = graph.show(height=300)
    assert "Greta Solheim" in shown.page
    assert shown._repr_html_().startswith('<iframe srcdoc="&lt;!DOCTYPE html&gt;')
    assert 'height="300"' in shown._repr_html_()
    assert (
        shown._repr_html_().count("<") == 2
    )  # nothing of the page stands outside its frame


def test_the_network_that_is_handed_out_is_a_copy(built: Path) -> None:
    graph = load(built)
    mine = graph.to_networkx()
    mine.clear()
    assert len(graph.measured) > 0


def test_rdflib_gets_every_statement(built: Path) -> None:
    graph = load(built)
    assert len(list(graph.to_rdflib().quads())) == len(list(graph.stored.lines()))


def test_tables_hold_every_actor_relation_and_claim_and_refer_to_each_other(
    built: Path,
) -> None:
    graph = load(built)
    actors, relations, claims = graph.to_pandas()
    everything = [
        claim for reading in graph.corpus.readings for claim in reading.claims
    ]

    assert set(actors.index) == set(graph.measured)
    assert len(relations) == graph.measured.number_of_edges()
    assert set(relations["subject"]) | set(relations["object"]) == set(actors.index)
    assert set(claims.index) == {claim.id for claim in everything}
    assert {id_ for ids in relations["claims"] for id_ in ids} == set(claims.index)
    leader = relations.query("relation == 'leads' and label == 'leads'").iloc[0]
    assert actors.loc[leader["subject"], "label"] == "Greta Solheim"
    assert (
        claims.loc[leader["claims"][0], "quote"]
        == "Greta Solheim, the leader of the Coast Party"
    )


def test_tables_of_an_empty_graph_are_empty_and_have_their_columns(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.txt").write_text("It rained all day in the hills.", encoding="utf-8")
    build([str(tmp_path / "a.txt")], tmp_path / "graph")
    tables = load(tmp_path / "graph").to_pandas()

    assert [len(table) for table in tables] == [0, 0, 0]
    assert {"label", "pagerank"} <= set(tables.actors)
    assert "quote" in tables.claims


def test_without_pandas_the_answer_says_how_to_get_it(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)

    with pytest.raises(UsageError, match=r"pip install 'actorgraph\[pandas\]'"):
        load(built).to_pandas()
