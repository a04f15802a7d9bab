"""The graph as small plain records, which is what the page reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypedDict

from actorgraph.export.looks import NO_COMMUNITY
from actorgraph.export.page.data.articles import ARTICLE_COLUMNS, articles
from actorgraph.export.page.data.atlas import place_on_map, world
from actorgraph.export.page.data.backbone import backbone
from actorgraph.export.page.data.claim_rows import COLUMNS, ClaimTables
from actorgraph.export.page.data.geography import mark_folded
from actorgraph.export.page.data.manners import (
    MANNERS,
    is_background,
    is_weak,
    manner,
)
from actorgraph.export.page.data.relation_words import (
    classes_above,
    relation_words,
)
from actorgraph.export.page.data.word_rows import (
    WORD_COLUMNS,
    silent_speakers,
    word_rows,
)
from actorgraph.export.page.layout import (
    LABEL,
    LARGEST,
    SMALLEST,
    computed_points,
    given_points,
    sizes,
)
from actorgraph.model import BACKGROUND_METHODS, NOT_ACTING, ClaimId, Corpus

if TYPE_CHECKING:
    import networkx as nx

    from actorgraph.vocabulary import Vocabulary

#: Names in the page's title, and characters of each.
TITLE_NAMES, TITLE_LETTERS = 2, 40
#: What the script shares with the layout: radii in pixels, and characters in a line of a name.
LOOK = {"smallest": SMALLEST, "largest": LARGEST, "letters": LABEL}

Record = dict[str, Any]
Attributes = dict[str, Any]
Node = tuple[str, Attributes]
Link = tuple[str, str, str, Attributes]


class Payload(TypedDict):
    """What the page reads: a record for each actor and each relation, and their tables.

    ``web/types.d.ts`` describes the fields.
    """

    nodes: list[Record]
    edges: list[Record]
    tables: Record


def build_payload(
    corpus: Corpus, network: nx.MultiDiGraph, vocabulary: Vocabulary
) -> Payload:
    """Return all that the page shows.

    Actors who only speak are nodes too, so that their words are found.  Nodes are numbered from
    the most named to the least, those named equally often by falling PageRank, and edges are
    sorted by falling weight, so that equal input gives an equal payload whatever the order of the
    network.
    """
    speakers = silent_speakers(corpus, network.nodes)
    ranked = sorted([*network.nodes(data=True), *speakers], key=_most_named)
    links = sorted(network.edges(keys=True, data=True), key=_weightiest)
    numbers = _numbers(ranked)
    claims = ClaimTables(corpus, numbers)
    edges = [_edge(link, numbers, claims) for link in links]
    words = relation_words(links, vocabulary)
    _fold(edges, words, ranked)
    off = _off_at_first(ranked, edges)
    shown = [_is_shown_first(edge, ranked, off) for edge in edges]
    proofs = list(map(_proofs, links))
    tables = {
        "title": _title(corpus, ranked, off),
        "words": word_rows(corpus, numbers, claims),
        "dates": _dates(corpus),
        "read": len(corpus.readings),
        "manners": MANNERS,
        "off": off,
        "background": sorted(BACKGROUND_METHODS),
        "backbone": backbone(edges, shown),
        "relations": words,
        "classes": classes_above(ranked, vocabulary),
        "articles": articles(corpus, numbers, enumerate(proofs)),
        "columns": {**COLUMNS, "articles": ARTICLE_COLUMNS, "words": WORD_COLUMNS},
        "look": LOOK,
        **claims.tables(),
    }
    nodes = _nodes(ranked, edges, off, _notes(corpus))
    place_on_map(nodes, edges, words)
    tables["world"] = world(nodes)
    return {"nodes": nodes, "edges": edges, "tables": tables}


def _notes(corpus: Corpus) -> Mapping[str, Sequence[str]]:
    return {actor.id: actor.notes for actor in corpus.actors if actor.notes}


def _fold(
    edges: list[Record], words: Mapping[str, Record], ranked: Sequence[Node]
) -> None:
    """Mark the edges that the first picture folds."""
    families = [words[edge["r"]]["family"] for edge in edges]
    types = [_types(edge, ranked) for edge in edges]
    mark_folded(edges, families, types)


def _types(edge: Record, ranked: Sequence[Node]) -> tuple[str, str]:
    """Return the types of the ends of an edge."""
    (_, subject), (_, object_) = ranked[edge["from"]], ranked[edge["to"]]
    return subject["type"], object_["type"]


def _most_named(node: Node) -> tuple[int, float, str]:
    key, facts = node
    return -int(facts.get("mentions", 0)), -float(facts.get("pagerank", 0.0)), key


def _numbers(ranked: Sequence[Node]) -> dict[str, int]:
    """Return the number of each node by its key."""
    return {key: number for number, (key, _) in enumerate(ranked)}


def _proofs(link: Link) -> Sequence[ClaimId]:
    claims: Sequence[ClaimId] = link[-1].get("claims", ())
    return claims


def _weightiest(link: Link) -> tuple[int, int, str, str, str]:
    subject, object_, relation, facts = link
    weight, count = int(facts.get("weight", 1)), int(facts.get("count", 1))
    return -weight, -count, subject, relation, object_


def _nodes(
    ranked: Sequence[Node],
    edges: list[Record],
    off: list[str],
    notes: Mapping[str, Sequence[str]],
) -> list[Record]:
    facts = [attributes for _, attributes in ranked]
    nodes = [_node(*node) for node in ranked]
    for number, (node, radius) in enumerate(zip(nodes, sizes(facts), strict=True)):
        node.update(id=number, size=radius, notes=list(notes.get(node["key"], ())))
    points = given_points(facts) or computed_points(nodes, edges, off)
    for node, (x, y) in zip(nodes, points, strict=True):
        node["x"], node["y"] = round(x), round(y)
    return nodes


def _node(key: str, facts: Attributes) -> Record:
    return {
        "id": 0,
        "key": key,
        "name": facts["label"],
        "type": facts["type"],
        "sub": facts.get("subtype", ""),
        "group": int(facts.get("community", 0)),
        "size": 0,
        "aliases": list(facts.get("aliases", ())),
        "wikidata": facts.get("wikidata", ""),
        "mentions": int(facts.get("mentions", 0)),
        "documents": int(facts.get("documents", 0)),
    }


def _edge(link: Link, numbers: dict[str, int], claims: ClaimTables) -> Record:
    subject, object_, relation, facts = link
    ids = facts.get("claims", ())
    return {
        "from": numbers[subject],
        "to": numbers[object_],
        "r": relation,
        "m": MANNERS.index(manner(facts)),
        "weak": int(is_weak(facts)),
        "bg": int(is_background(facts, claims.methods(ids))),
        "w": int(facts.get("weight", 1)),
        "n": int(facts.get("count", 1)),
        "p": round(100 * float(facts.get("confidence", 1.0))),
        "c": claims.best(ids),
        "k": claims.sayings(ids),
    }


def _is_shown_first(edge: Record, ranked: Sequence[Node], off: list[str]) -> bool:
    """Whether an edge is neither weak, background nor folded, and its ends are of types on."""
    if edge["weak"] or edge["bg"] or edge["geo"]:
        return False
    types = _types(edge, ranked)
    return set(off).isdisjoint(types)


def _off_at_first(ranked: Sequence[Node], edges: list[Record]) -> list[str]:
    """Return the types left out at first; none if nothing would be left to see.

    Posts and dates outnumber people and powers.
    """
    is_on = [facts["type"] not in NOT_ACTING for _, facts in ranked]
    if any(is_on[edge["from"]] and is_on[edge["to"]] for edge in edges):
        return list(NOT_ACTING)
    return []


def _title(corpus: Corpus, ranked: Sequence[Node], off: list[str]) -> str:
    """Return the title of the only document, or else the most important actors."""
    if len(corpus.readings) == 1 and corpus.readings[0].document.title:
        return corpus.readings[0].document.title
    drawn = [facts for _, facts in ranked if facts.get("community") != NO_COMMUNITY]
    names = [str(facts["label"]) for facts in drawn if facts["type"] not in off]
    if not names:
        return "No actors found"
    first = list(map(_short, names[:TITLE_NAMES]))
    if len(names) <= TITLE_NAMES:
        return " and ".join(first)
    return f"{', '.join(first)} and others"


def _short(name: str) -> str:
    if len(name) <= TITLE_LETTERS:
        return name
    return name[: TITLE_LETTERS - 1] + "…"


def _dates(corpus: Corpus) -> list[str]:
    """Return the first and last day of publication; empty when no document is dated."""
    dates = [reading.document.date for reading in corpus.readings]
    days = sorted(filter(None, dates))
    if not days:
        return []
    first = days[0]
    last = days[-1]
    return [first, last]
