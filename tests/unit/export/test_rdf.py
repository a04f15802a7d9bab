import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from actorgraph.export import EXPORTERS, Material
from tests.unit.export.conftest import NetworkBuilder

ANN, BOB = "<https://example.org/ann>", "<https://example.org/bob>"
PICTURE = f'{ANN} <http://www.w3.org/2000/01/rdf-schema#label> "A \\"quoted\\" name \U0001f600" .'
LINK = f"{ANN} <https://w3id.org/actorgraph/ontology#adviserTo> {BOB} ."
GRAPH = "<https://w3id.org/actorgraph/data/document/d1>"
CLAIM = f"{BOB} <http://www.w3.org/ns/prov#value> {ANN} {GRAPH} ."
FORMATS = {
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
}


@pytest.fixture
def stored(graph: NetworkBuilder) -> NetworkBuilder:
    graph.quads = tuple(sorted((PICTURE, LINK, CLAIM)))
    return graph


def statements(data: bytes | str, format_: ox.RdfFormat) -> set[str]:
    return {str(quad) for quad in ox.parse(data, format=format_)}


def expected(*lines: str) -> set[str]:
    return statements("\n".join(lines), ox.RdfFormat.N_QUADS)


@pytest.mark.parametrize("name", FORMATS)
def test_a_dataset_format_holds_every_statement_in_its_graph(
    stored: NetworkBuilder, name: str
) -> None:
    assert statements(stored.export(name), FORMATS[name]) == expected(
        PICTURE, LINK, CLAIM
    )


def test_turtle_holds_the_current_picture_only(stored: NetworkBuilder) -> None:
    assert statements(stored.export("turtle"), ox.RdfFormat.TURTLE) == expected(
        PICTURE, LINK
    )


@pytest.mark.parametrize("name", ["turtle", "trig"])
def test_known_iris_are_shortened(stored: NetworkBuilder, name: str) -> None:
    text = stored.export(name).decode()
    assert re.search(
        r"^@prefix ag: <https://w3id.org/actorgraph/ontology#> \.$", text, re.MULTILINE
    )
    assert "ag:adviserTo" in text


def test_json_ld_shortens_iris_by_a_context_of_its_own(stored: NetworkBuilder) -> None:
    document = json.loads(stored.export("jsonld"))
    assert document["@context"]["ag"] == "https://w3id.org/actorgraph/ontology#"
    assert {"@id": "https://example.org/bob"} in [
        node.get("ag:adviserTo") for node in document["@graph"]
    ]


RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
AG = "https://w3id.org/actorgraph/ontology#"
CLAIM_IRI = "<https://w3id.org/actorgraph/data/claim/c1>"
TOLD = (
    f"{CLAIM_IRI} <{RDF}type> <{RDF}Statement> {ANN} .",
    f"{CLAIM_IRI} <{RDF}subject> {ANN} {ANN} .",
    f"{CLAIM_IRI} <{RDF}predicate> <https://w3id.org/actorgraph/ontology#adviserTo> {ANN} .",
    f"{CLAIM_IRI} <{RDF}object> {BOB} {ANN} .",
    f'{CLAIM_IRI} <https://w3id.org/actorgraph/ontology#method> "verb" {ANN} .',
)


def test_rdf_1_2_reifies_each_claim_and_keeps_what_else_is_told_of_it(
    graph: NetworkBuilder,
) -> None:
    graph.quads = TOLD
    assert statements(graph.export("rdf12"), ox.RdfFormat.TURTLE) == {
        f"{CLAIM_IRI} <{RDF}reifies> <<( {ANN} <{AG}adviserTo> {BOB} )>>",
        f'{CLAIM_IRI} <https://w3id.org/actorgraph/ontology#method> "verb"',
    }


def test_json_ld_lists_are_sorted_so_that_equal_graphs_give_equal_files(
    stored: NetworkBuilder,
) -> None:
    actors = ["https://example.org/z", "https://example.org/y", f"{AG}body"]
    extra = (f"{ANN} <{AG}adviserTo> <{actor}> ." for actor in actors)
    stored.quads = tuple(sorted((*stored.quads, *extra)))
    document = json.loads(stored.export("jsonld"))
    ids = [node["@id"] for node in document["@graph"]]
    assert ids == sorted(ids)
    (ann,) = [node for node in document["@graph"] if len(node) > 2]
    advised = [actor["@id"] for actor in ann["ag:adviserTo"]]
    assert advised == sorted(advised)
    assert advised[0] == "ag:body"
    assert len(advised) == 4


@pytest.mark.parametrize("ending", ["", "\n"])
def test_n_quads_are_written_as_given_one_a_line(
    stored: NetworkBuilder, ending: str
) -> None:
    lines = stored.quads
    stored.quads = tuple(f"{line}{ending}" for line in lines)
    assert stored.export("nquads").decode().splitlines() == list(lines)


@pytest.mark.parametrize("name", ["turtle", *FORMATS])
def test_an_empty_store_gives_a_valid_file(graph: NetworkBuilder, name: str) -> None:
    format_ = FORMATS.get(name, ox.RdfFormat.TURTLE)
    assert statements(graph.export(name), format_) == set()


def test_iris_of_the_data_are_shortened_on_any_base(graph: NetworkBuilder) -> None:
    graph.base = "https://news.example/data/"
    graph.quads = (
        LINK.replace("https://example.org/", "https://news.example/data/actor/"),
    )
    text = graph.export("turtle").decode()
    assert "actor:ann ag:adviserTo actor:bob" in text
    assert "@prefix doc: <https://news.example/data/document/> ." in text


TYPED = f"{ANN} <{RDF}type> <https://w3id.org/actorgraph/ontology#Person> ."


def test_the_description_counts_what_there_is_and_names_what_it_was_made_from(
    told: Material,
) -> None:
    void, prov = "http://rdfs.org/ns/void#", "http://www.w3.org/ns/prov#"
    lines = (TYPED, LINK, CLAIM)
    material = replace(told, quads=lambda: lines, run={"version": "1.2.3"})

    found = statements(_written("void", material), ox.RdfFormat.TURTLE)

    dataset = "<https://w3id.org/actorgraph/data/dataset>"
    number = "http://www.w3.org/2001/XMLSchema#integer"
    assert f'{dataset} <{void}triples> "3"^^<{number}>' in found
    assert f"{dataset} <{prov}wasDerivedFrom> {GRAPH}" in found
    assert any('label> "actorgraph 1.2.3"' in line for line in found)
    person = f"{void}class> <https://w3id.org/actorgraph/ontology#Person>"
    assert any(person in line for line in found)


def test_the_description_depends_on_what_was_read_and_how(told: Material) -> None:
    first = _written("void", replace(told, run={"version": "1"}))

    assert first == _written("void", replace(told, run={"version": "1"}))
    assert first != _written("void", replace(told, run={"version": "2"}))


def test_the_ontology_goes_with_the_data_with_the_relations_of_the_user(
    told: Material, tmp_path: Path
) -> None:
    own = tmp_path / "own.ttl"
    own.write_text("<https://example.org/sponsors> a <https://example.org/Relation> .")

    found = statements(
        _written("ontology", replace(told, extensions=(own,))), ox.RdfFormat.TURTLE
    )

    subjects = {line.split(" ")[0] for line in found}
    assert f"<{AG}envoyOf>" in subjects
    assert "<https://w3id.org/actorgraph/shapes#Claim>" in subjects
    assert "<https://example.org/sponsors>" in subjects


def _written(name: str, material: Material) -> bytes:
    target = io.BytesIO()
    EXPORTERS[name].write(material, target)
    return target.getvalue()
