import io
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from lxml import etree

from tests.unit.export.conftest import NetworkBuilder

GEPHI = Path(__file__).resolve().parents[2] / "gephi"
NAMESPACES = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}


def elements(data: bytes, path: str) -> list[Any]:
    return etree.fromstring(data).xpath(path, namespaces=NAMESPACES)


def read_by_networkx(data: bytes) -> nx.DiGraph:
    return nx.read_gexf(io.BytesIO(data))


def read_by_graphology(data: bytes, folder: Path) -> dict[str, Any]:
    """What the library behind Gephi Lite reads; needs the node packages of ``tests/gephi``."""
    if not (GEPHI / "node_modules" / "graphology-gexf").is_dir():
        pytest.fail(
            "the node packages are not there: run scripts/test, "
            f"or npm install --no-package-lock in {GEPHI}"
        )
    path = folder / "graph.gexf"
    path.write_bytes(data)
    found = subprocess.run(
        ["node", GEPHI / "read.mjs", path], capture_output=True, text=True, check=True
    )
    return json.loads(found.stdout)


def assert_valid(data: bytes) -> None:
    schema = etree.RelaxNG(etree.parse(GEPHI / "schema" / "gexf.rng"))
    schema.assertValid(etree.fromstring(data))


def test_the_file_is_valid_gexf(parallel: NetworkBuilder) -> None:
    parallel.actor(
        "dan", x=-1.5, y=2, aliases=["D", "Danny"], wikidata="Q1", community=99
    )
    assert_valid(parallel.export("gexf"))


def test_an_empty_network_is_valid_gexf(graph: NetworkBuilder) -> None:
    assert_valid(graph.export("gexf"))


def test_the_schema_refuses_a_damaged_file(parallel: NetworkBuilder) -> None:
    with pytest.raises(etree.DocumentInvalid):
        assert_valid(parallel.export("gexf").replace(b' source="ann"', b"", 1))


def test_networkx_reads_it_back_with_parallel_edges_apart(
    parallel: NetworkBuilder,
) -> None:
    back = read_by_networkx(parallel.export("gexf"))
    assert list(back) == ["ann", "bob", "cleo"]
    assert sorted(
        (a, b, data["label"], data["weight"]) for a, b, data in back.edges(data=True)
    ) == [
        ("ann", "bob", "aunt of", 2.0),
        ("ann", "bob", "teacher of", 5.0),
        ("bob", "ann", "aunt of", 2.0),
    ]


@pytest.mark.gephi
def test_gephi_lite_reads_it_with_parallel_relations_apart(
    parallel: NetworkBuilder, tmp_path: Path
) -> None:
    found = read_by_graphology(parallel.export("gexf"), tmp_path)
    assert [node["id"] for node in found["nodes"]] == ["ann", "bob", "cleo"]
    assert sorted(
        (edge["source"], edge["target"], edge["kind"], edge["weight"])
        for edge in found["edges"]
    ) == [
        ("ann", "bob", "aunt", 2),
        ("ann", "bob", "teacher", 5),
        ("bob", "ann", "aunt", 2),
    ]


@pytest.mark.gephi
def test_gephi_lite_reads_every_attribute_with_its_type(
    graph: NetworkBuilder, tmp_path: Path
) -> None:
    sources = ["a, b.txt", 'c "d" | e.txt', "f\\g.txt"]
    graph.actor("ann", 'Ann "A" <Marsh>', aliases=["A. M."], community=1)
    graph.edge(
        "ann", "aunt", "bob", sources=sources, first_date="2024-01-02", accepted=False
    )
    data = graph.export("gexf")
    place = elements(data, "//viz:position")[0]
    x, y = float(place.get("x")), float(place.get("y"))
    found = read_by_graphology(data, tmp_path)
    node, edge = found["nodes"][0], found["edges"][0]
    assert node["label"] == 'Ann "A" <Marsh>'
    assert (node["aliases"], node["betweenness"], node["community"]) == (
        ["A. M."],
        0.25,
        1,
    )
    assert (node["x"], node["y"]) == (pytest.approx(x), pytest.approx(y))
    assert node["color"] == "rgb(230,159,0)"
    assert (edge["first_date"], edge["accepted"], edge["confidence"]) == (
        "2024-01-02",
        False,
        0.75,
    )
    assert edge["sources"] == sources


def test_the_kind_of_an_edge_is_its_relation(parallel: NetworkBuilder) -> None:
    assert elements(parallel.export("gexf"), "//g:edge/@kind") == [
        "aunt",
        "teacher",
        "aunt",
    ]


def test_no_two_edges_share_an_id(parallel: NetworkBuilder) -> None:
    ids = elements(parallel.export("gexf"), "//g:edge/@id")
    assert len(set(ids)) == 3


def test_a_symmetric_relation_is_marked_in_a_column(parallel: NetworkBuilder) -> None:
    marks = elements(parallel.export("gexf"), "//g:attvalue[@for='symmetric']/@value")
    assert marks == ["false", "true", "false"]


def test_no_column_has_a_type_that_gephi_drops(parallel: NetworkBuilder) -> None:
    types = set(elements(parallel.export("gexf"), "//g:attribute/@type"))
    assert types == {"string", "liststring", "integer", "double", "boolean"}


def test_a_column_is_named_only_once(parallel: NetworkBuilder) -> None:
    for class_ in ("node", "edge"):
        titles = elements(
            parallel.export("gexf"),
            f"//g:attributes[@class='{class_}']/g:attribute/@title",
        )
        assert len(titles) == len(set(titles))


def test_area_follows_importance(graph: NetworkBuilder) -> None:
    for name, rank in (("ann", 0.4), ("bob", 0.1), ("cleo", 0.0)):
        graph.actor(name, pagerank=rank)
    sizes = [
        float(size) for size in elements(graph.export("gexf"), "//viz:size/@value")
    ]
    assert sizes == [40.0, 23.0, 6.0]


def test_small_communities_share_the_last_colour(graph: NetworkBuilder) -> None:
    for name, community in (("ann", 0), ("bob", 7), ("cleo", 400)):
        graph.actor(name, community=community)
    assert elements(graph.export("gexf"), "//viz:color/@r") == ["0", "153", "153"]


def test_white_space_in_a_name_survives(graph: NetworkBuilder) -> None:
    graph.actor("ann", "Ann\tof\nthe Marsh")
    assert (
        read_by_networkx(graph.export("gexf")).nodes["ann"]["label"]
        == "Ann\tof\nthe Marsh"
    )


def test_characters_that_xml_cannot_hold_are_left_out_and_counted(
    graph: NetworkBuilder,
) -> None:
    graph.actor("ann", "A\x00nn\ud800\x1b")
    data = graph.export("gexf")
    assert read_by_networkx(data).nodes["ann"]["label"] == "Ann"
    assert b"left out: 3 -->" in data


def test_a_clean_file_has_no_comment(parallel: NetworkBuilder) -> None:
    assert not re.search(b"<!--", parallel.export("gexf"))


def test_markup_in_a_name_stays_text(graph: NetworkBuilder) -> None:
    graph.actor("ann", '"/></node><script>alert(1)</script>&amp;')
    data = graph.export("gexf")
    assert (
        read_by_networkx(data).nodes["ann"]["label"]
        == '"/></node><script>alert(1)</script>&amp;'
    )
    assert_valid(data)


def spells(data: bytes, relation: str) -> list[tuple[str | None, str | None]]:
    found = elements(data, f"//g:edge[@kind='{relation}']/g:spells/g:spell")
    return [(spell.get("start"), spell.get("end")) for spell in found]


@pytest.mark.parametrize(
    ("start", "end", "spell"),
    [
        ("2012-07-03", "2012-07-03", ("2012-07-03", "2012-07-03")),
        ("2012", "2012", ("2012-01-01", "2012-12-31")),
        ("2012-02", "2013-02", ("2012-02-01", "2013-02-28")),
        ("2012", None, ("2012-01-01", None)),
        (None, "2012-02", (None, "2012-02-29")),
    ],
)
def test_dated_claim_gives_its_edge_a_spell_of_whole_days(
    parallel: NetworkBuilder,
    start: str | None,
    end: str | None,
    spell: tuple[str | None, str | None],
) -> None:
    parallel.dated("c1", start, end)
    data = parallel.export("gexf")

    assert spells(data, "aunt")[0] == spell
    assert elements(data, "//g:graph/@mode") == ["dynamic"]
    assert_valid(data)


def test_edge_has_a_spell_for_each_interval_and_none_for_what_is_not_dated(
    graph: NetworkBuilder,
) -> None:
    graph.edge("ann", "aunt", "bob", claims=["c1", "c2", "c3", "c4"])
    graph.edge("bob", "teacher", "ann", claims=["c4"])
    for id_, year in (("c1", "2015"), ("c2", "2010"), ("c3", "2015"), ("c4", None)):
        graph.dated(id_, year, year)
    data = graph.export("gexf")

    assert spells(data, "aunt") == [
        ("2010-01-01", "2010-12-31"),
        ("2015-01-01", "2015-12-31"),
    ]
    assert spells(data, "teacher") == []


def test_graph_without_dates_is_static(parallel: NetworkBuilder) -> None:
    assert elements(parallel.export("gexf"), "//g:graph/@mode") == []


@pytest.mark.gephi
def test_readers_keep_every_edge_of_a_dynamic_graph(
    parallel: NetworkBuilder, tmp_path: Path
) -> None:
    parallel.dated("c1", "2012", "2012")
    data = parallel.export("gexf")

    assert (
        len(read_by_graphology(data, tmp_path)["edges"])
        == read_by_networkx(data).number_of_edges()
        == 3
    )


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        # Gephi drops the second of two spells that overlap.
        ([("2012", None), ("2015", None)], [("2012-01-01", None)]),
        ([("2026", None), ("2026-01", "2026-01")], [("2026-01-01", None)]),
        ([("2010", "2012"), ("2012", "2014")], [("2010-01-01", "2014-12-31")]),
        ([(None, "2011"), ("2010", "2010")], [(None, "2011-12-31")]),
        # Two years that follow on each other are one stretch.
        ([("2010", "2010"), ("2011", "2011")], [("2010-01-01", "2011-12-31")]),
        (
            [("2010", "2010"), ("2012", "2012")],
            [("2010-01-01", "2010-12-31"), ("2012-01-01", "2012-12-31")],
        ),
    ],
)
def test_spells_of_an_edge_never_overlap(
    graph: NetworkBuilder,
    dates: list[tuple[str | None, str | None]],
    expected: list[tuple[str | None, str | None]],
) -> None:
    ids = [f"c{number}" for number in range(len(dates))]
    graph.edge("ann", "aunt", "bob", claims=ids)
    for id_, (start, end) in zip(ids, dates, strict=True):
        graph.dated(id_, start, end)

    assert spells(graph.export("gexf"), "aunt") == expected
