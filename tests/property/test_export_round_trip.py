"""Whatever names strangers give, exports are read back with the same nodes, edges and kinds."""

import csv
import io
import json
import re
import zipfile
from typing import Any

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from actorgraph.columns import stated
from actorgraph.export import EXPORTERS, Material
from actorgraph.export.characters import printable
from actorgraph.model import Corpus
from actorgraph.vocabulary import Vocabulary

#: Pictures are laid out for every example, and machines are busy.
settings.register_profile("exports", deadline=None)
settings.load_profile("exports")

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NAMES = st.text(st.characters(), max_size=12) | st.sampled_from(
    [
        "\x00",
        "\x1b[31m",
        "\ud800",
        "\ufffe",
        "\"'<>&",
        "]]>",
        "-->",
        "עברית",
        "\u202eevil",
        "👩‍🚀",
        "a\r\nb\tc",
        "=1+1",
    ]
)
IDS = st.sampled_from(["ann-1", "bob-2", "cleo-3", "dan-4"])
RELATIONS = st.sampled_from(["adviserTo", "metWith", "worksFor"])


@st.composite
def networks(draw: st.DrawFn) -> nx.MultiDiGraph:
    network = nx.MultiDiGraph()
    for actor in sorted(draw(st.sets(IDS))):
        network.add_node(
            actor,
            label=draw(NAMES),
            type="Person",
            subtype="",
            aliases=draw(st.lists(NAMES, max_size=2)),
            mentions=1,
            documents=1,
            wikidata="",
            degree=0,
            betweenness=0.0,
            pagerank=0.5,
            community=0,
        )
    nodes = st.sampled_from(sorted(network)) if network else st.nothing()
    for subject, object_, relation in sorted(
        draw(st.sets(st.tuples(nodes, nodes, RELATIONS)))
    ):
        network.add_edge(
            subject,
            object_,
            key=relation,
            relation=relation,
            label=draw(NAMES),
            family="F",
            weight=1,
            count=1,
            polarity="affirmed",
            modality="asserted",
            status="",
            confidence=1.0,
            first_date="",
            last_date="",
            valid_from="",
            valid_until="",
            sources=draw(st.lists(NAMES, max_size=2)),
            said_by=draw(st.lists(NAMES, max_size=2)),
            claims=["c"],
            quotes=[draw(NAMES)],
            triggers=[draw(NAMES)],
            accepted=True,
            derived=False,
            symmetric=relation == "metWith",
        )
    return network


def export(network: nx.MultiDiGraph, name: str) -> bytes:
    target = io.BytesIO()
    EXPORTERS[name].write(
        Material(Corpus(), network, Vocabulary({}, {}), lambda: ()), target
    )
    return target.getvalue()


def clean(name: str) -> str:
    return FORBIDDEN.sub("", name)


def whole(
    network: nx.MultiDiGraph,
) -> tuple[list[Any], list[Any]]:
    """All that has a value in a network, in any order."""
    nodes = [(actor, stated(data)) for actor, data in network.nodes(data=True)]
    edges = [
        (a, b, data["relation"], stated(data))
        for a, b, data in network.edges(data=True)
    ]
    return sorted(nodes), sorted(edges)


#: What formats add to the attributes of the network.
ADDED = {"id", "name", "interaction", "source", "target", "x", "y", "color", "size"}


def kept(data: dict[str, Any]) -> dict[str, Any]:
    """What a format read back has of the network's attributes, under their names."""
    return {
        "type" if name == "class" else name: value
        for name, value in data.items()
        if name not in ADDED
    }


def labels(network: nx.DiGraph | nx.MultiDiGraph) -> list[tuple[str, str]]:
    return [
        (actor, clean(label))
        for actor, label in network.nodes(data="label", default="")
    ]


def edges(network: nx.MultiDiGraph) -> list[tuple[str, str, str, str]]:
    return sorted(
        (a, b, key, clean(data["label"]))
        for a, b, key, data in network.edges(keys=True, data=True)
    )


@given(networks())
def test_networkx_reads_the_same_nodes_edges_and_kinds_from_gexf(
    network: nx.MultiDiGraph,
) -> None:
    data = export(network, "gexf")
    back = nx.read_gexf(io.BytesIO(data))
    assert labels(back) == labels(network)
    found = etree.fromstring(data).iterfind(".//{*}edge")
    kinds = sorted(
        (e.get("source"), e.get("target"), e.get("kind"), e.get("label")) for e in found
    )
    assert kinds == edges(network)
    assert back.number_of_edges() == network.number_of_edges()


@given(networks())
def test_networkx_reads_the_same_nodes_and_edges_from_graphml(
    network: nx.MultiDiGraph,
) -> None:
    back = nx.read_graphml(
        io.BytesIO(export(network, "graphml")), force_multigraph=True
    )
    assert [actor for actor, _ in labels(back)] == [
        actor for actor, _ in labels(network)
    ]
    found = sorted((a, b, data["relation"]) for a, b, data in back.edges(data=True))
    assert found == [(a, b, relation) for a, b, relation, _ in edges(network)]


@given(networks())
def test_no_cell_of_the_tables_is_a_formula_and_every_name_is_there(
    network: nx.MultiDiGraph,
) -> None:
    with zipfile.ZipFile(io.BytesIO(export(network, "csv"))) as archive:
        rows = list(
            csv.DictReader(
                io.StringIO(archive.read("nodes.csv").decode("utf-8-sig"), newline="")
            )
        )
    assert [(row["Id"], row["Label"].removeprefix("'")) for row in rows] == [
        (actor, label.removeprefix("'")) for actor, label in labels(network)
    ]
    assert not [row for row in rows if row["Label"].startswith(tuple("=+-@\t\r\n"))]


@given(networks())
def test_edges_of_the_tables_are_those_of_the_network_with_their_quotes(
    network: nx.MultiDiGraph,
) -> None:
    with zipfile.ZipFile(io.BytesIO(export(network, "csv"))) as archive:
        rows = list(
            csv.DictReader(
                io.StringIO(archive.read("edges.csv").decode("utf-8-sig"), newline="")
            )
        )

    found = sorted(
        (row["Source"], row["Target"], row["Kind"], row["Type"], plain(row["Quotes"]))
        for row in rows
    )
    assert found == sorted(
        (
            a,
            b,
            key,
            "Undirected" if data["symmetric"] else "Directed",
            plain(printable(data["quotes"][0])),
        )
        for a, b, key, data in network.edges(keys=True, data=True)
    )


def plain(cell: str) -> str:
    """A cell without the apostrophe that keeps it from being a formula."""
    return cell.removeprefix("'")


@given(networks())
def test_graphology_json_gives_back_the_whole_network(network: nx.MultiDiGraph) -> None:
    data = json.loads(export(network, "graphology"))
    back = nx.MultiDiGraph()
    for node in data["nodes"]:
        back.add_node(node["key"], **kept(node["attributes"]))
    for edge in data["edges"]:
        back.add_edge(edge["source"], edge["target"], **edge["attributes"])
    assert whole(back) == whole(network)
    assert len({edge["key"] for edge in data["edges"]}) == len(data["edges"])


@given(networks())
def test_cytoscape_json_gives_back_the_whole_network(network: nx.MultiDiGraph) -> None:
    elements = json.loads(export(network, "cytoscape"))["elements"]
    back = nx.MultiDiGraph()
    for element in elements["nodes"]:
        data = element["data"]
        back.add_node(data["id"], **kept(data))
    for element in elements["edges"]:
        data = element["data"]
        back.add_edge(data["source"], data["target"], **kept(data))
    assert whole(back) == whole(network)


@given(networks())
def test_quotes_come_back_from_gexf_and_graphml(network: nx.MultiDiGraph) -> None:
    quotes = sorted(clean(data["quotes"][0]) for *_, data in network.edges(data=True))
    found = etree.fromstring(export(network, "gexf")).iterfind(
        ".//{*}edge/{*}attvalues/{*}attvalue[@for='quotes']"
    )
    listed = [one.get("value").removeprefix('["').removesuffix('"]') for one in found]
    assert sorted(re.sub(r'\\(["\\])', r"\1", one) for one in listed) == quotes
    graphml = nx.read_graphml(
        io.BytesIO(export(network, "graphml")), force_multigraph=True
    )
    back = graphml.edges(data="quotes", default="")
    assert sorted(quote for *_, quote in back) == quotes


@given(networks())
def test_every_string_of_the_cypher_script_is_closed_and_every_row_is_there(
    network: nx.MultiDiGraph,
) -> None:
    text = export(network, "cypher").decode()
    assert (
        len(re.findall(r"^\{id: ", text, re.MULTILINE))
        == network.number_of_nodes() + network.number_of_edges()
    )
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', '""', text)
    assert bare.count('"') % 2 == 0
    assert bare.count("{") == bare.count("}")


@settings(max_examples=12, deadline=None)
@given(networks())
def test_the_picture_is_well_formed_and_names_the_actors_that_it_draws(
    network: nx.MultiDiGraph,
) -> None:
    picture = etree.fromstring(export(network, "svg"))
    titles = [title.text for title in picture.findall(".//{*}path/{*}title")]
    related = {end for edge in network.edges for end in edge[:2]}
    names = {
        clean(network.nodes[actor]["label"]).replace("\r\n", "\n").replace("\r", "\n")
        for actor in related
    }
    assert {title.removesuffix(" (Person)") for title in titles} <= names
    assert bool(titles) == bool(related)
    assert len(titles) <= len(related)
