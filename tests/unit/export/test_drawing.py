"""Formats of graphs have every actor in its place on the page, what it said, and each source."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest
from lxml import etree

from actorgraph.export import EXPORTERS, Material

GEXF = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}
EVERYBODY = {"ann-1", "bank-2", "bob-3", "dora-5", "oslo-4"}


def archive(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as files:
        return {name: files.read(name).decode() for name in files.namelist()}


def rows(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table, newline="")))


def page_places(told: Material) -> dict[str, tuple[float, float]]:
    return {node["key"]: (node["x"], node["y"]) for node in told.payload["nodes"]}


def cytoscape_places(data: bytes) -> dict[str, tuple[float, float]]:
    nodes = json.loads(data)["elements"]["nodes"]
    places = [(node["data"]["id"], node["position"]) for node in nodes]
    return {id_: (place["x"], place["y"]) for id_, place in places}


def graphology_places(data: bytes) -> dict[str, tuple[float, float]]:
    nodes = json.loads(data)["nodes"]
    places = [(node["key"], node["attributes"]) for node in nodes]
    return {id_: (place["x"], -place["y"]) for id_, place in places}


def graphml_places(data: bytes) -> dict[str, tuple[float, float]]:
    nodes = nx.read_graphml(io.BytesIO(data)).nodes(data=True)
    return {id_: (node["x"], -node["y"]) for id_, node in nodes}


def gexf_places(data: bytes) -> dict[str, tuple[float, float]]:
    places = {}
    for node in etree.fromstring(data).iterfind(".//g:node", GEXF):
        place = node.find("viz:position", GEXF)
        places[node.get("id")] = (float(place.get("x")), -float(place.get("y")))
    return places


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("gexf", gexf_places),
        ("graphml", graphml_places),
        ("cytoscape", cytoscape_places),
        ("graphology", graphology_places),
    ],
)
def test_every_actor_is_where_the_page_draws_it(
    told: Material,
    written: Callable[[str], bytes],
    name: str,
    places: Callable[[bytes], Any],
) -> None:
    found = places(written(name))

    assert found.keys() == EVERYBODY
    assert found == page_places(told)


def test_actors_that_the_page_does_not_draw_are_apart_below_it(told: Material) -> None:
    quiet = told.corpus.readings[0]
    silent = Material(
        type(told.corpus)(
            (type(quiet)(quiet.document, claims=quiet.claims),), told.corpus.actors
        ),
        told.network,
        told.vocabulary,
        told.quads,
    )
    target = io.BytesIO()
    EXPORTERS["cytoscape"].write(silent, target)
    places = cytoscape_places(target.getvalue())

    lowest = max(y for _, y in page_places(silent).values())
    assert places["dora-5"][1] > lowest
    assert len(set(places.values())) == len(EVERYBODY)


def test_what_somebody_said_is_with_them_although_no_edge_leads_there(
    written: Callable[[str], bytes],
) -> None:
    nodes = json.loads(written("graphology"))["nodes"]
    (dora,) = [node["attributes"] for node in nodes if node["key"] == "dora-5"]

    assert (dora["said"], dora["said_in"]) == (["Not bad"], ["a.txt"])
    assert (dora["degree"], dora["community"]) == (0, -1)


def test_each_quote_of_an_edge_names_its_document(
    written: Callable[[str], bytes],
) -> None:
    edges = json.loads(written("cytoscape"))["elements"]["edges"]

    assert edges
    for edge in edges:
        assert len(edge["data"]["quoted_from"]) == len(edge["data"]["quotes"])
        assert set(edge["data"]["quoted_from"]) == {"a.txt"}


def test_the_relation_of_an_edge_is_a_column_for_networkx(
    written: Callable[[str], bytes],
) -> None:
    back = nx.read_gexf(io.BytesIO(written("gexf")))

    relations = {data["relation"] for *_, data in back.edges(data=True)}
    assert relations == {"leads", "metWith", "childOf", "visited"}


def test_sigma_finds_no_renderer_named_after_a_type(
    written: Callable[[str], bytes],
) -> None:
    data = json.loads(written("graphology"))

    assert not any(
        "type" in item["attributes"] for item in data["nodes"] + data["edges"]
    )
    assert {node["attributes"]["class"] for node in data["nodes"]} == {
        "Person",
        "Organization",
        "Place",
    }


@pytest.mark.parametrize("name", ["cypher", "graphml", "cytoscape", "graphology"])
def test_what_has_no_value_is_not_there(
    written: Callable[[str], bytes], name: str
) -> None:
    data = written(name).decode()

    assert data.count("Q585") == 1
    assert not re.search(r'wikidata(["`]: ""|"></data)', data)
    assert len(re.findall(r'wikidata["`]?(?::|">)', data)) == 1


def test_a_spreadsheet_has_a_table_of_quotations(
    written: Callable[[str], bytes],
) -> None:
    tables = archive(written("csv"))

    assert all(table.startswith("\ufeff") for table in tables.values())
    (row,) = rows(tables["quotations.csv"].removeprefix("\ufeff"))
    assert (row["Speaker"], row["Words"], row["Act"], row["Direct"]) == (
        "Dora Lane",
        "Not bad",
        "says",
        "true",
    )
    assert (row["Document"], row["Date"], row["Start"]) == (
        "a.txt",
        "2024-05-01",
        "124",
    )


def test_the_import_tool_of_neo4j_gets_ids_types_and_labels(
    written: Callable[[str], bytes],
) -> None:
    tables = archive(written("neo4j"))
    actors = rows(tables["actors.csv"])
    relations = rows(tables["relations.csv"])

    ids = {row["id:ID(Actor)"] for row in actors}
    assert ids == EVERYBODY
    labels = {row[":LABEL"] for row in actors}
    assert labels == {"Actor;Person", "Actor;Organization", "Actor;Place"}
    assert {row[":TYPE"] for row in relations} == {
        "LEADS",
        "MET_WITH",
        "CHILD_OF",
        "VISITED",
    }
    ends = {row[":START_ID(Actor)"] for row in relations}
    assert ends <= ids
    assert "aliases:string[]" in actors[0]
    (said,), (words,) = rows(tables["said.csv"]), rows(tables["quotations.csv"])
    assert said[":START_ID(Actor)"] == "dora-5"
    assert said[":END_ID(Quotation)"] == words["id:ID(Quotation)"]
    for name in ("actors", "relations", "quotations", "said"):
        assert f"{name}.csv" in tables["import.sh"]


#: Types that the import tool of Neo4j has, and the ends and ids that tables refer to.
NEO4J_TYPES = {
    *("string", "string[]", "long", "double", "boolean", "LABEL", "TYPE"),
    *("ID(Actor)", "ID(Quotation)"),
    *("START_ID(Actor)", "END_ID(Actor)", "END_ID(Quotation)"),
}


@pytest.mark.parametrize("table", ["actors", "quotations", "relations", "said"])
def test_a_header_of_neo4j_has_each_name_once_and_types_that_exist(
    written: Callable[[str], bytes], table: str
) -> None:
    header = archive(written("neo4j"))[f"{table}.csv"].splitlines()[0]
    cells = [cell.split(":") for cell in header.split(",")]

    names = [name for name, _ in cells if name]
    assert len(names) == len(set(names))
    assert {kind for _, kind in cells} <= NEO4J_TYPES


def test_lists_of_neo4j_have_no_semicolon_and_no_line_break_within_an_item(
    told: Material,
) -> None:
    told.network.nodes["ann-1"]["aliases"] = ["A; B", "C\nD"]
    target = io.BytesIO()
    EXPORTERS["neo4j"].write(told, target)
    (ann,) = [
        row
        for row in rows(archive(target.getvalue())["actors.csv"])
        if row["id:ID(Actor)"] == "ann-1"
    ]

    assert ann["aliases:string[]"] == "A； B;C D"


def test_the_script_deletes_what_an_earlier_one_made_and_it_lacks(
    told: Material, written: Callable[[str], bytes]
) -> None:
    before = written("cypher").decode()
    told.network.remove_edge("bob-3", "oslo-4", "visited")
    target = io.BytesIO()
    EXPORTERS["cypher"].write(told, target)
    after = target.getvalue().decode()

    (old,) = set(re.findall(r"`build`: \"(\w+)\"", before))
    (new,) = set(re.findall(r"`build`: \"(\w+)\"", after))
    assert old != new
    for thing, name in (
        ("(:Actor)-[r]->()", "r"),
        ("(q:Quotation)", "q"),
        ("(a:Actor)", "a"),
    ):
        assert f"MATCH {thing} WHERE {name}.build <> '{new}'" in after


def test_the_script_keeps_to_what_every_dialect_of_cypher_reads(
    written: Callable[[str], bytes],
) -> None:
    script = written("cypher").decode()
    statements = [line for line in script.splitlines() if not line.startswith("//")]

    assert not re.search(r"CONSTRAINT|INDEX|IF NOT EXISTS", "\n".join(statements))
    assert "MERGE (s)-[r:SAID {id: row.id}]->(q)" in script
