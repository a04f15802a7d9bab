"""A picture of the graph as SVG, for a report: it opens in browsers and drawing programs, and prints sharply.

It shows what the page shows first, in the same places: no posts, no dates, no uncertain relations.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Any, BinaryIO
from xml.sax.saxutils import escape

from actorgraph.export import looks
from actorgraph.export.characters import printable
from actorgraph.export.page.data import build_payload
from actorgraph.export.registry import Exporter, Material

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
INK, LINE = "#1b1a18", "#8d8a83"

Record = dict[str, Any]


def write(material: Material, target: BinaryIO) -> None:
    """Write the picture, an empty one of a graph without actors.  Characters that XML cannot hold are left out."""
    payload = build_payload(material.corpus, material.network, material.vocabulary)
    hidden = {
        node["id"]
        for node in payload["nodes"]
        if node["type"] in payload["tables"]["off"]
    }
    edges = [
        one
        for one in payload["edges"]
        if not one["weak"] and not {one["from"], one["to"]} & hidden
    ]
    shown = {end for edge in edges for end in (edge["from"], edge["to"])}
    nodes = {node["id"]: node for node in payload["nodes"] if node["id"] in shown}
    target.writelines(line.encode() for line in _lines(nodes, edges, payload["tables"]))


EXPORTER = Exporter("svg", "Picture as SVG, for reports", "graph.svg", write)


def _lines(
    nodes: dict[int, Record], edges: list[Record], tables: Record
) -> Iterator[str]:
    left, top, width, height = _frame(nodes.values())
    words, title = tables["relations"], tables["title"]
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left} {top} {width} {height}" role="img" '
        f'font-family="Helvetica, Arial, sans-serif">\n<title>{_text(title)}</title>\n'
        f'<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        f'<path d="M0 0 8 4 0 8z" fill="{LINE}"/></marker></defs>\n<g stroke="{LINE}" stroke-opacity="0.7">\n'
    )
    yield from (
        _edge(nodes[edge["from"]], nodes[edge["to"]], edge, words) for edge in edges
    )
    yield f'</g>\n<g fill="{LINE}" stroke="#fff" stroke-width="3" paint-order="stroke" font-style="italic">\n'
    yield from (
        _word(nodes[edge["from"]], nodes[edge["to"]], words[edge["r"]])
        for edge in _told(edges)
    )
    yield "</g>\n<g>\n"
    yield from (_disc(node) for node in nodes.values())
    yield f'</g>\n<g fill="{INK}" stroke="#fff" stroke-width="3" paint-order="stroke" text-anchor="middle">\n'
    yield from (_name(node) for node in list(nodes.values())[:NAMED])
    yield "</g>\n</svg>\n"


def _frame(nodes: Iterable[Record]) -> tuple[int, int, int, int]:
    points = [(node["x"], node["y"]) for node in nodes] or [(0, 0)]
    (left, right), (top, bottom) = (
        (min(axis), max(axis)) for axis in zip(*points, strict=True)
    )
    return (
        left - MARGIN,
        top - MARGIN,
        right - left + 2 * MARGIN,
        bottom - top + 2 * MARGIN,
    )


def _told(edges: list[Record]) -> list[Record]:
    """Edges that carry their words: of a small picture, the first between every two actors."""
    first = {frozenset((edge["from"], edge["to"])): edge for edge in reversed(edges)}
    return list(first.values()) if len(edges) <= WORDED else []


def _word(subject: Record, object_: Record, words: Record) -> str:
    x, y = (subject["x"] + object_["x"]) / 2, (subject["y"] + object_["y"]) / 2
    return f'<text x="{x:.0f}" y="{y - 3:.0f}" font-size="12" text-anchor="middle">{_text(words["label"])}</text>\n'


def _edge(subject: Record, object_: Record, edge: Record, words: Record) -> str:
    """A line from rim to rim; an arrow where the relation has a direction, dashes where the texts deny or doubt it."""
    x, y = object_["x"] - subject["x"], object_["y"] - subject["y"]
    length = hypot(x, y)
    if length <= subject["size"] + object_["size"]:
        return ""
    near, far = subject["size"] / length, 1 - (object_["size"] + 2) / length
    ends = (
        subject["x"] + x * near,
        subject["y"] + y * near,
        subject["x"] + x * far,
        subject["y"] + y * far,
    )
    arrow = "" if words[edge["r"]]["symmetric"] else ' marker-end="url(#arrow)"'
    dashes = ' stroke-dasharray="5 4"' if edge["m"] else ""
    place = " ".join(
        f'{name}="{value:.1f}"'
        for name, value in zip(("x1", "y1", "x2", "y2"), ends, strict=True)
    )
    return (
        f'<line {place} stroke-width="{min(1 + edge["w"] / 2, 6)}"{arrow}{dashes}/>\n'
    )


def _disc(node: Record) -> str:
    fill = looks.colour({"community": node["group"]})
    return (
        f'<circle cx="{node["x"]}" cy="{node["y"]}" r="{node["size"]}" fill="{fill}" stroke="#fff">'
        f"<title>{_text(node['name'])} ({node['sub'] or node['type']})</title></circle>\n"
    )


def _name(node: Record) -> str:
    name = (
        node["name"]
        if len(node["name"]) <= LETTERS
        else node["name"][: LETTERS - 1] + "…"
    )
    return f'<text x="{node["x"]}" y="{node["y"] + node["size"] + 17}" font-size="15">{_text(name)}</text>\n'


def _text(text: str) -> str:
    return escape(printable(text))
