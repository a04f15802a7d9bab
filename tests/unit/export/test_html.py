"""The interactive page before a browser sees it."""

import base64
import gc
import hashlib
import io
import json
import re
from collections import Counter
from itertools import combinations, pairwise
from math import dist
from operator import mul
from typing import Any

import networkx as nx
import pytest

from actorgraph.export.html import EXPORTER
from actorgraph.export.page.data import build_payload
from actorgraph.export.page.data.claim_rows import SHOWN_PER_EDGE
from actorgraph.export.page.data.manners import is_background, is_weak, manner
from actorgraph.export.page.data.passages import CONTEXT, in_context
from actorgraph.export.page.data.payload import Payload
from actorgraph.export.page.layout.force import place
from actorgraph.export.page.layout.packing import ASPECT, Box, apart, in_rows
from actorgraph.export.page.layout.picture import (
    LARGEST,
    MANY_MENTIONS,
    SMALLEST,
    computed_points,
    given_points,
    radii,
    sizes,
)
from actorgraph.export.page.script import (
    LIBRARY,
    PAGE_PARTS,
    PICTURE_PARTS,
    WEB,
    page_script,
)
from actorgraph.export.registry import Material
from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Claim,
    ClaimId,
    Corpus,
    Document,
    DocumentId,
    Evidence,
    Reading,
)
from actorgraph.vocabulary import Vocabulary

WORDS = Vocabulary(relations={}, classes={})


def document(text: str, name: str = "a.txt", **more: Any) -> Document:
    return Document(DocumentId(name), name, text, **more)


def evidence(source: Document, quote: str) -> Evidence:
    start = source.text.index(quote)
    return Evidence.of(source, start, start + len(quote))


def claim(
    id_: str,
    source: Document,
    quote: str = "Ann met Bo",
    subject: str = "ann",
    object_: str = "bo",
    **more: Any,
) -> Claim:
    return Claim(
        ClaimId(id_),
        ActorId(subject),
        "met",
        ActorId(object_),
        (evidence(source, quote),),
        **more,
    )


def network(*claims: Claim, **edge: Any) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    for rank, name in enumerate(("ann", "bo")):
        graph.add_node(
            name,
            label=name.title(),
            type="Person",
            pagerank=0.6 - 0.2 * rank,
            community=0,
        )
    graph.add_edge(
        "ann",
        "bo",
        key="met",
        relation="met",
        label="met",
        count=len(claims),
        claims=[c.id for c in claims],
        **edge,
    )
    return graph


def material(
    *claims: Claim, source: Document, graph: nx.MultiDiGraph | None = None
) -> Material:
    actors = tuple(
        Actor(ActorId(name), ActorType.PERSON, name.title())
        for name in ("ann", "bo", "cy")
    )
    corpus = Corpus((Reading(source, claims=claims),), actors)
    return Material(
        corpus, network(*claims) if graph is None else graph, WORDS, lambda: ()
    )


def written(given: Material) -> bytes:
    out = io.BytesIO()
    EXPORTER.write(given, out)
    return out.getvalue()


def payload(
    given: Material,
) -> Payload:
    return build_payload(given.corpus, given.network, given.vocabulary)


SOURCE = document(
    "It rained. Ann met Bo in the hall. They left.",
    title="A meeting",
    date="2031-05-06",
)


def test_the_same_material_gives_the_same_bytes_whatever_the_order_of_the_network() -> (
    None
):
    given = material(claim("c1", SOURCE), source=SOURCE)
    turned = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(given.network.nodes(data=True))))
    turned.add_edges_from(given.network.edges(keys=True, data=True))
    assert written(given) == written(
        material(claim("c1", SOURCE), source=SOURCE, graph=turned)
    )


def test_the_network_is_left_as_it_was() -> None:
    given = material(claim("c1", SOURCE), source=SOURCE)
    before = json.dumps(nx.node_link_data(given.network, edges="links"))
    written(given)
    assert json.dumps(nx.node_link_data(given.network, edges="links")) == before


def test_the_policy_allows_exactly_the_scripts_that_the_page_carries() -> None:
    page = written(material(source=SOURCE, graph=nx.MultiDiGraph())).decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    sums = {
        base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        for script in scripts
    }
    assert set(re.findall(r"'sha256-([^']+)'", policy)) == sums
    assert len(sums) == 2
    assert policy.startswith("default-src 'none'")
    assert "script-src 'sha256-" in policy
    assert re.findall(
        r"\s(?:src|href)=\"([^\"]*)\"", page.replace("".join(scripts), "")
    ) == ["data:,"]


def test_the_data_can_not_leave_its_block() -> None:
    hostile = "</script><!--<script>&'\""
    source = document(f"{hostile} Ann met Bo", title=hostile)
    page = written(
        material(claim("c1", source, method=hostile), source=source)
    ).decode()
    (block,) = re.findall(r'id="data">(.*?)</script>', page, re.DOTALL)
    assert "<" not in block
    assert json.loads(block)["tables"]["title"] == hostile


def test_a_name_that_is_not_unicode_does_not_stop_the_page() -> None:
    source = document("Ann met Bo", title="half \ud800 pair")
    assert b"half ? pair" in written(material(claim("c1", source), source=source))


def test_the_drawing_library_is_the_one_that_was_vetted() -> None:
    found = hashlib.sha256((WEB / LIBRARY).read_bytes()).hexdigest()
    assert found in (WEB / "README.md").read_text(encoding="utf-8")


def test_every_script_file_is_part_of_the_page() -> None:
    parts = (*PICTURE_PARTS, *PAGE_PARTS)
    assert sorted(parts) == sorted(path.stem for path in (WEB / "script").glob("*.js"))


def test_no_two_script_files_declare_the_same_name() -> None:
    declared: list[str] = []
    for path in sorted((WEB / "script").glob("*.js")):
        text = path.read_text(encoding="utf-8")
        declared += re.findall(r"(?m)^(?:function|const|let) (\w+)", text)
    assert [name for name, count in Counter(declared).items() if count > 1] == []


def test_the_page_carries_no_comments_of_its_script() -> None:
    script = page_script()
    assert not re.search(r"(?m)^ *(\*|//)", script)
    assert "/** @type {HTMLInputElement} */ (" in script  # within a line it may be code


@pytest.mark.parametrize(
    "writer",
    [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "Function(",
    ],
)
def test_no_script_turns_text_into_markup_or_code(writer: str) -> None:
    assert all(
        writer not in (WEB / "script" / f"{part}.js").read_text(encoding="utf-8")
        for part in (*PICTURE_PARTS, *PAGE_PARTS)
    )


def test_garbage_is_collected_again_after_a_page_that_could_not_be_written() -> None:
    broken = nx.MultiDiGraph()
    broken.add_node("ann")
    with pytest.raises(KeyError):
        written(material(source=SOURCE, graph=broken))
    assert gc.isenabled()


def test_the_most_named_actor_comes_first_and_is_largest() -> None:
    graph = network(claim("c1", SOURCE))
    graph.nodes["ann"]["mentions"], graph.nodes["bo"]["mentions"] = 2, 9
    nodes = payload(material(claim("c1", SOURCE), source=SOURCE, graph=graph))["nodes"]
    assert [node["name"] for node in nodes] == ["Bo", "Ann"]
    assert nodes[0]["size"] == LARGEST > nodes[1]["size"]


def test_an_actor_named_once_is_small_even_where_nobody_is_named_more() -> None:
    assert (
        sizes([{"mentions": 1}, {"mentions": 1}])[0]
        < sizes([{"mentions": MANY_MENTIONS}])[0]
        == LARGEST
    )


def test_actors_are_numbered_by_rank_and_the_central_one_is_largest() -> None:
    nodes = payload(material(claim("c1", SOURCE), source=SOURCE))["nodes"]
    assert [(node["id"], node["name"]) for node in nodes] == [(0, "Ann"), (1, "Bo")]
    assert nodes[0]["size"] == LARGEST > nodes[1]["size"]


def column(payload: Payload, name: str) -> list[Any]:
    """The values that the claims of a payload have in a column."""
    place = payload["tables"]["columns"]["claims"].index(name)
    return [row[place] for row in payload["tables"]["claims"]]


def test_a_claim_that_many_texts_repeat_is_shown_a_dozen_times_and_counted_in_full() -> (
    None
):
    claims = [
        claim(f"c{number:02}", SOURCE, confidence=0.5 + number / 100)
        for number in range(30)
    ]
    found = payload(material(*claims, source=SOURCE))
    assert found["edges"][0]["n"] == 30
    assert len(found["edges"][0]["c"]) == SHOWN_PER_EDGE
    assert column(found, "confidence")[:2] == [79, 78]
    assert len(found["tables"]["documents"]) == len(found["tables"]["passages"]) == 1


def test_premises_come_along_with_a_derived_claim_even_in_a_circle() -> None:
    first = claim("c1", SOURCE, premises=(ClaimId("c2"),))
    second = claim("c2", SOURCE, premises=(ClaimId("c1"),), subject="cy")
    found = payload(material(first, second, source=SOURCE, graph=network(first)))
    assert column(found, "premises") == [[1], [0]]
    assert found["tables"]["names"] == ["Cy"]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"polarity": "denied", "modality": "planned"}, "denied"),
        ({"modality": "alleged", "status": "former"}, "alleged"),
        ({"status": "former"}, "former"),
        ({"status": "acting"}, "stated"),
        ({"polarity": "mixed"}, "disputed"),
        ({"said_by": ["Ann"], "accepted": False}, "attributed"),
        ({"said_by": ["Ann"], "accepted": True}, "stated"),
    ],
)
def test_how_an_edge_is_put(facts: dict[str, str], expected: str) -> None:
    assert manner(facts) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"accepted": False}, True),
        ({"accepted": True}, False),
        ({"accepted": False, "modality": "planned"}, False),
    ],
)
def test_only_a_plain_statement_below_the_threshold_is_an_uncertain_reading(
    facts: dict[str, Any], expected: bool
) -> None:
    assert is_weak(facts) is expected


@pytest.mark.parametrize(
    ("facts", "methods", "expected"),
    [
        ({}, {"gazetteer", "home"}, True),
        ({}, {"gazetteer", "verb: lie in"}, False),
        ({}, set(), False),
        ({"derived": True, "family": "Location"}, {"rule: office of a state"}, True),
        (
            {"derived": True, "family": "Affiliation"},
            {"rule: post of its holder"},
            False,
        ),
    ],
)
def test_what_no_text_says_is_background(
    facts: dict[str, Any], methods: set[str], expected: bool
) -> None:
    assert is_background(facts, methods) is expected


@pytest.mark.parametrize(
    ("text", "quote", "before", "after"),
    [
        (
            "It rained. Ann met Bo in the hall. They left.",
            "Ann met Bo",
            "",
            " in the hall.",
        ),
        ("It rained. In May Ann met Ben. They left.", "Ann met Ben", "In May ", "."),
        (
            "It rained. So Mr. Bo fell in the U.S. Senate.",
            "fell",
            "So Mr. Bo ",
            " in the U.S. Senate.",
        ),
        ("A headline\nAnn met Bo\nMore", "Ann met Bo", "", ""),
        ("𝒜nn 😀 met Ben. End.", "met", "𝒜nn 😀 ", " Ben."),
        ("Ann met Bo.", "Ann met Bo.", "", ""),
    ],
)
def test_a_quote_stands_in_the_rest_of_its_sentence(
    text: str, quote: str, before: str, after: str
) -> None:
    assert in_context(text, evidence(document(text), quote)) == (before, quote, after)


def test_an_endless_sentence_is_cut_at_words() -> None:
    text = "very " * 60 + "QUOTE" + " long" * 60
    before, _, after = in_context(text, evidence(document(text), "QUOTE"))
    assert before.startswith("…very")
    assert after.endswith("long…")
    assert len(before) <= CONTEXT + 1
    assert len(after) <= CONTEXT + 1


def overlaps(points: list[tuple[float, float]], boxes: list[Box]) -> list[Any]:
    def meets(a: int, b: int) -> bool:
        wide = (
            abs(points[a][0] - points[b][0]) < (boxes[a].width + boxes[b].width) / 2 - 1
        )
        return (
            wide
            and abs(points[a][1] - points[b][1])
            < (boxes[a].height + boxes[b].height) / 2 - 1
        )

    return [(a, b) for a in range(len(points)) for b in range(a) if meets(a, b)]


RING = [(number, (number + 1) % 40) for number in range(40)]


def test_boxes_stand_apart_and_separate_parts_stay_close() -> None:
    boxes = [Box(120, 40)] * 50
    points = place(boxes, [*RING, (40, 41), (42, 43), (44, 45)], [0] * 50)
    assert overlaps(points, boxes) == []
    assert max(abs(value) for point in points for value in point) < 40 * 120


def test_a_large_part_is_laid_out_community_by_community() -> None:
    boxes, groups = [Box(40, 40)] * 400, [number // 40 for number in range(400)]
    edges = [
        pair
        for start in range(0, 400, 40)
        for pair in pairwise(range(start, start + 40))
    ]
    points = place(
        boxes, [*edges, *((start, start + 40) for start in range(0, 360, 40))], groups
    )
    assert overlaps(points, boxes) == []


def test_a_crowd_of_boxes_is_pushed_apart_and_a_lone_box_stays() -> None:
    boxes = [Box(30, 20)] * 12
    crowd = [(number % 4 * 6.0, number // 4 * 5.0) for number in range(12)]
    assert overlaps(apart(crowd, boxes), boxes) == []
    assert apart([(3.0, 4.0)], boxes[:1]) == [(3.0, 4.0)]


def test_the_leaves_of_a_star_stand_equally_far_from_its_middle() -> None:
    middle, *leaves = place(
        [Box(1, 1)] * 9, [(0, leaf) for leaf in range(1, 9)], [0] * 9
    )
    lengths = [dist(middle, leaf) for leaf in leaves]
    assert max(lengths) < 1.1 * min(lengths)


def test_rows_of_parts_fill_a_screen() -> None:
    moves = in_rows([(0.0, 0.0, 100.0, 100.0)] * 24)
    wide, high = (max(axis) - min(axis) + 150 for axis in zip(*moves, strict=True))
    assert 0.6 * ASPECT < wide / high < 1.6 * ASPECT
    assert len(set(moves)) == 24


def test_the_picture_is_the_same_every_time() -> None:
    assert place([Box(9, 9)] * 40, RING, [0] * 40) == place(
        [Box(9, 9)] * 40, RING, [0] * 40
    )


def test_nothing_is_placed_nowhere() -> None:
    assert place([], [], []) == []


def test_points_that_the_network_carries_are_kept_and_small_units_enlarged() -> None:
    assert given_points([{"x": 0, "y": 0}, {"x": 900, "y": 50}]) == [
        (0.0, 0.0),
        (900.0, 50.0),
    ]
    points = given_points([{"x": -1, "y": 0}, {"x": 1, "y": 0}])
    assert points is not None
    assert max(points)[0] > 50
    assert given_points([{"x": 0, "y": 0}, {}]) is None


def test_a_picture_is_stretched_to_fill_a_screen_but_not_out_of_shape() -> None:
    node = {"name": "n", "size": 9, "group": 0, "type": "Person"}
    ring = [{"from": a, "to": (a + 1) % 12, "weak": 0, "bg": 0} for a in range(12)]
    xs, ys = zip(*computed_points([node] * 12, ring, []), strict=True)
    assert 1.3 < (max(xs) - min(xs)) / (max(ys) - min(ys)) < 2


def test_what_is_off_at_first_stands_beside_its_neighbour_and_the_unrelated_below() -> (
    None
):
    nodes = [
        {"name": "n", "size": 9, "group": 0, "type": kind}
        for kind in ("Person", "Person", "Role", "Person")
    ]
    edges = [
        {"from": 0, "to": 1, "weak": 0, "bg": 0},
        {"from": 2, "to": 1, "weak": 0, "bg": 0},
    ]
    points = computed_points(nodes, edges, ["Role"])
    assert abs(points[2][0] - points[1][0]) + abs(points[2][1] - points[1][1]) < 200
    assert points[3][1] > max(points[0][1], points[1][1])


def test_what_stands_around_two_actors_does_not_stand_on_each_other() -> None:
    people = [{"name": "n", "size": 9, "group": 0, "type": "Person"} for _ in range(4)]
    posts = [{"name": "n", "size": 7, "group": 0, "type": "Role"} for _ in range(32)]
    ends = [(0, 1), (1, 2), (2, 3), (3, 0), (0, 2)]
    ends += [(post % 4, 4 + post) for post in range(32)]
    edges = [{"from": one, "to": other, "weak": 0, "bg": 0} for one, other in ends]
    points = computed_points([*people, *posts], edges, ["Role"])
    assert min(dist(one, other) for one, other in combinations(points, 2)) > 25


def test_an_actor_known_only_from_background_does_not_stand_in_the_middle() -> None:
    nodes = [{"name": "n", "size": 9, "group": 0, "type": "Person"} for _ in range(3)]
    edges = [
        {"from": 0, "to": 1, "weak": 0, "bg": 0},
        {"from": 2, "to": 1, "weak": 0, "bg": 1},
    ]
    points = computed_points(nodes, edges, [])
    assert points[:2] == computed_points(nodes, edges[:1], [])[:2]
    assert dist(points[2], points[1]) < 200


def test_radii_grow_with_rank_and_survive_a_network_without_ranks() -> None:
    assert radii([0.0, 1.0, 0.25]) == [
        SMALLEST,
        LARGEST,
        SMALLEST + round((LARGEST - SMALLEST) / 2),
    ]
    assert radii([0.0, 0.0]) == [SMALLEST, SMALLEST]


def palette(scheme: str) -> dict[str, str]:
    palettes = json.loads((WEB / "palette.json").read_text(encoding="utf-8"))
    return dict(palettes[scheme])


def linear(colour: str) -> list[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    ]


def luminance(colour: str) -> float:
    return sum(
        share * part
        for share, part in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True)
    )


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_told_from_the_paper(scheme: str) -> None:
    colours = palette(scheme)
    for name in ("ink", "soft", "accent"):
        assert (
            min(
                contrast(colours[name], colours[ground])
                for ground in ("paper", "raised")
            )
            >= 4.5
        ), name
    for name, colour in colours.items():
        if name[0].isupper() or name.startswith("group") or name in {"denied", "cross"}:
            assert contrast(colour, colours["paper"]) >= 3, name
    assert contrast(colours["ink"], colours["mark"]) >= 4.5


#: How linear RGB looks without one kind of cone (Machado, Oliveira, Fernandes 2009, severity 1).
SIGHT = {
    "protanopia": (
        (0.152, 1.053, -0.205),
        (0.115, 0.786, 0.099),
        (-0.004, -0.048, 1.052),
    ),
    "deuteranopia": (
        (0.367, 0.861, -0.228),
        (0.280, 0.673, 0.047),
        (-0.012, 0.043, 0.969),
    ),
    "tritanopia": (
        (1.256, -0.077, -0.179),
        (-0.078, 0.931, 0.148),
        (0.005, 0.691, 0.304),
    ),
}


def lab(
    colour: str,
    sight: tuple[
        tuple[float, float, float],
        tuple[float, float, float],
        tuple[float, float, float],
    ],
) -> tuple[float, float, float]:
    """CIE L*a*b* (D65) of a colour as it is seen."""
    red, green, blue = (
        min(1, max(0, sum(map(mul, row, linear(colour))))) for row in sight
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    x, y, z = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
        for part in (x, y, z)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("sight", SIGHT)
def test_communities_can_be_told_apart_by_the_colour_blind(
    scheme: str, sight: str
) -> None:
    colours = [
        colour for name, colour in palette(scheme).items() if name.startswith("group")
    ]
    seen = [lab(colour, SIGHT[sight]) for colour in colours]
    assert len(seen) == 9
    assert min(dist(one, other) for one, other in combinations(seen, 2)) >= 10
