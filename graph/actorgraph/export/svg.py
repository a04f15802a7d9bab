"""A picture of the graph as SVG, for a report: it opens in browsers and drawing programs.

It shows what the page shows first, in the same places: no posts, no dates, no uncertain relations.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Any, BinaryIO
from xml.sax.saxutils import escape

from actorgraph.export import looks
from actorgraph.export.characters import printable
from actorgraph.export.page.data import Payload, build_payload
from actorgraph.export.page.layout import ends_of, is_firm
from actorgraph.export.registry import Content, Exporter, Material

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Room around the picture, in pixels.
MARGIN = 90
#: Actors that are named, the most named in the texts first: more names would cover each other.
NAMED = 120
#: Relations of a picture whose lines carry their words.
WORDED = 70
#: Characters of a name that are drawn.
LETTERS = 28
#: Greatest width of a line, in pixels, and the room for an arrow's tip at its end.
THICKEST, TIP = 6, 2
INK, LINE = "#1b1a18", "#8d8a83"

_HEAD = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="{{frame}}" role="img" \
font-family="Helvetica, Arial, sans-serif">
<title>{{title}}</title>
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" \
markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="{LINE}"/></marker></defs>
"""
_LINES = f'<g stroke="{LINE}" stroke-opacity="0.7">\n'
_HALO = 'stroke="#fff" stroke-width="3" paint-order="stroke"'
_WORDS = f'</g>\n<g fill="{LINE}" {_HALO} font-style="italic">\n'
_DISCS = "</g>\n<g>\n"
_NAMES = f'</g>\n<g fill="{INK}" {_HALO} text-anchor="middle">\n'
_END = "</g>\n</svg>\n"

Record = dict[str, Any]


def write(material: Material, target: BinaryIO) -> None:
    """Write the picture, an empty one of a graph without actors.

    Characters that XML cannot hold are left out.
    """
    payload = build_payload(material.corpus, material.network, material.vocabulary)
    target.writelines(map(str.encode, _Picture(payload).lines()))


EXPORTER = Exporter(
    "svg",
    "Picture as SVG, for reports",
    "graph.svg",
    write,
    opens="browsers, drawing programs",
    keeps=frozenset({Content.RESERVED, Content.PLACES}),
)


class _Picture:
    """What is drawn of a payload: the actors and relations that the page shows first."""

    def __init__(self, payload: Payload) -> None:
        tables = payload["tables"]
        self._title = tables["title"]
        self._words = tables["relations"]
        self._edges = _shown_edges(payload)
        ends = ends_of(self._edges)
        self._nodes = {
            node["id"]: node for node in payload["nodes"] if node["id"] in ends
        }

    def lines(self) -> Iterator[str]:
        """Yield the picture: lines first, then words, discs and names on top of each other."""
        nodes = list(self._nodes.values())
        yield _HEAD.format(frame=_frame(nodes), title=_text(self._title))
        yield _LINES
        yield from map(self._edge, self._edges)
        yield _WORDS
        yield from map(self._word, _worded(self._edges))
        yield _DISCS
        yield from map(_disc, nodes)
        yield _NAMES
        yield from map(_name, nodes[:NAMED])
        yield _END

    def _ends(self, edge: Record) -> tuple[Record, Record]:
        return self._nodes[edge["from"]], self._nodes[edge["to"]]

    def _edge(self, edge: Record) -> str:
        """Return a line from rim to rim.

        It ends in an arrow where the relation has a direction, and is dashed where the texts
        deny it or are not firm about it.
        """
        place = _rim_to_rim(*self._ends(edge))
        if not place:
            return ""
        width = min(1 + edge["w"] / 2, THICKEST)
        is_symmetric = self._words[edge["r"]]["symmetric"]
        arrow = "" if is_symmetric else ' marker-end="url(#arrow)"'
        dashes = ' stroke-dasharray="5 4"' if edge["m"] else ""
        return f'<line {place} stroke-width="{width}"{arrow}{dashes}/>\n'

    def _word(self, edge: Record) -> str:
        subject, object_ = self._ends(edge)
        x = (subject["x"] + object_["x"]) / 2
        y = (subject["y"] + object_["y"]) / 2 - 3
        look = 'font-size="12" text-anchor="middle"'
        label = _text(self._words[edge["r"]]["label"])
        return f'<text x="{x:.0f}" y="{y:.0f}" {look}>{label}</text>\n'


def _shown_edges(payload: Payload) -> list[Record]:
    off = payload["tables"]["off"]
    nodes = payload["nodes"]
    firm = [edge for edge in payload["edges"] if is_firm(edge, nodes, off)]
    return [edge for edge in firm if not edge["geo"]]


def _frame(nodes: Iterable[Record]) -> str:
    """Return left, top, width and height of the picture, with its margins."""
    points = [(node["x"], node["y"]) for node in nodes] or [(0, 0)]
    columns, rows = zip(*points, strict=True)
    left = min(columns) - MARGIN
    top = min(rows) - MARGIN
    width = max(columns) + MARGIN - left
    height = max(rows) + MARGIN - top
    return f"{left} {top} {width} {height}"


def _worded(edges: list[Record]) -> list[Record]:
    """Return the edges with words: in a small picture, the first between every two actors."""
    if len(edges) > WORDED:
        return []
    first: dict[frozenset[int], Record] = {}
    for edge in reversed(edges):
        first[frozenset((edge["from"], edge["to"]))] = edge
    return list(first.values())


def _rim_to_rim(subject: Record, object_: Record) -> str:
    """Return the ends of a line between two discs as attributes; "" if they touch."""
    dx, dy = object_["x"] - subject["x"], object_["y"] - subject["y"]
    length = hypot(dx, dy)
    if length <= subject["size"] + object_["size"]:
        return ""
    start = subject["size"] / length
    end = 1 - (object_["size"] + TIP) / length
    x1, y1 = subject["x"] + dx * start, subject["y"] + dy * start
    x2, y2 = subject["x"] + dx * end, subject["y"] + dy * end
    return f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'


def _disc(node: Record) -> str:
    fill = looks.colour({"community": node["group"]})
    place = f'cx="{node["x"]}" cy="{node["y"]}" r="{node["size"]}"'
    title = f"{_text(node['name'])} ({node['sub'] or node['type']})"
    disc = f'<circle {place} fill="{fill}" stroke="#fff">'
    return f"{disc}<title>{title}</title></circle>\n"


def _name(node: Record) -> str:
    name = node["name"]
    if len(name) > LETTERS:
        name = name[: LETTERS - 1] + "…"
    y = node["y"] + node["size"] + 17
    return f'<text x="{node["x"]}" y="{y}" font-size="15">{_text(name)}</text>\n'


def _text(text: str) -> str:
    return escape(printable(text))
