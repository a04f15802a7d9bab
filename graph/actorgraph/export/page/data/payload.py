"""The graph as small plain records, which is what the page reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypedDict

from actorgraph.export.page.data.articles import articles
from actorgraph.export.page.data.backbone import backbone
from actorgraph.export.page.data.claim_rows import ClaimTables
from actorgraph.export.page.layout.picture import computed_points, given_points, sizes
from actorgraph.model import BACKGROUND_METHODS, ActorType, Corpus

if TYPE_CHECKING:
    import networkx as nx

    from actorgraph.vocabulary import Relation, Vocabulary

#: Types that the page leaves out until they are asked for: they outnumber the people and powers.
OFF_AT_FIRST = (ActorType.ROLE.value, ActorType.TIME.value)
#: Families of relations that tell little by themselves: where somebody or something is.
QUIET_FAMILIES = frozenset({"Location"})
#: How a relation is put, in the order of the page's legend.
MANNERS = (
    "stated",
    "disputed",
    "denied",
    "planned",
    "possible",
    "alleged",
    "demanded",
    "designate",
    "former",
)
#: Names in the page's title, and characters of each.
TITLE_NAMES, TITLE_LETTERS = 2, 40

Record = dict[str, Any]
Attributes = dict[str, Any]
Node = tuple[str, Attributes]
Link = tuple[str, str, str, Attributes]


class Payload(TypedDict):
    """What the page reads: a record for each actor and for each relation between two, and the tables they refer to."""

    nodes: list[Record]
    edges: list[Record]
    tables: Record


def build_payload(
    corpus: Corpus, network: nx.MultiDiGraph, vocabulary: Vocabulary
) -> Payload:
    """All that the page shows.

    Nodes are numbered from the most named to the least, those named equally often by falling PageRank, and edges sorted
    by falling weight, so that equal input gives an equal payload whatever the order of the network.
    """
    ranked = sorted(network.nodes(data=True), key=_most_named)
    links = sorted(network.edges(keys=True, data=True), key=_weightiest)
    numbers = {key: number for number, (key, _) in enumerate(ranked)}
    claims = ClaimTables(corpus, numbers)
    edges = [_edge(link, numbers, claims) for link in links]
    off = _off_at_first(ranked, edges)
    tables = {
        "title": _title(corpus, ranked, off),
        "dates": _dates(corpus),
        "read": len(corpus.readings),
        "manners": MANNERS,
        "off": off,
        "background": sorted(BACKGROUND_METHODS),
        "backbone": backbone(edges, [_is_told(edge, ranked, off) for edge in edges]),
        "relations": _relations(links, vocabulary),
        "articles": articles(
            corpus,
            numbers,
            ((i, link[3].get("claims", ())) for i, link in enumerate(links)),
        ),
        **claims.tables(),
    }
    return {"nodes": _nodes(ranked, edges, off), "edges": edges, "tables": tables}


def manner(facts: Attributes) -> str:
    """How an edge is put, one of ``MANNERS``: denial outranks modality, which outranks status."""
    if facts.get("polarity") == "denied":
        return "denied"
    if facts.get("modality", "asserted") != "asserted":
        return str(facts["modality"])
    if facts.get("status") in ("former", "designate"):
        return str(facts["status"])
    return "disputed" if facts.get("polarity") == "mixed" else "stated"


def is_weak(facts: Attributes) -> bool:
    """Whether an edge is put as a plain fact and yet is not accepted: its confidence lies below the threshold."""
    return not facts.get("accepted", True) and manner(facts) in ("stated", "disputed")


def is_background(facts: Attributes, methods: Iterable[str]) -> bool:
    """Whether an edge is known anyway: no text says it, or it only says where something is and follows from others."""
    derived = bool(facts.get("derived")) and facts.get("family") in QUIET_FAMILIES
    found = set(methods)
    return derived or (bool(found) and found <= BACKGROUND_METHODS)


def _most_named(node: Node) -> tuple[int, float, str]:
    key, facts = node
    return -int(facts.get("mentions", 0)), -float(facts.get("pagerank", 0.0)), key


def _weightiest(link: Link) -> tuple[int, int, str, str, str]:
    subject, object_, relation, facts = link
    return (
        -int(facts.get("weight", 1)),
        -int(facts.get("count", 1)),
        subject,
        relation,
        object_,
    )


def _nodes(ranked: Sequence[Node], edges: list[Record], off: list[str]) -> list[Record]:
    every = [facts for _, facts in ranked]
    radii = sizes(every)
    nodes = [
        _node(number, key, facts, radii[number])
        for number, (key, facts) in enumerate(ranked)
    ]
    points = given_points(every) or computed_points(nodes, edges, off)
    for node, (x, y) in zip(nodes, points, strict=True):
        node["x"], node["y"] = round(x), round(y)
    return nodes


def _node(number: int, key: str, facts: Attributes, size: int) -> Record:
    return {
        "id": number,
        "key": key,
        "name": facts["label"],
        "type": facts["type"],
        "sub": facts.get("subtype", ""),
        "group": int(facts.get("community", 0)),
        "size": size,
        "aliases": list(facts.get("aliases", ())),
        "wikidata": facts.get("wikidata", ""),
        "mentions": int(facts.get("mentions", 0)),
        "documents": int(facts.get("documents", 0)),
    }


def _edge(link: Link, numbers: dict[str, int], claims: ClaimTables) -> Record:
    subject, object_, relation, facts = link
    return {
        "from": numbers[subject],
        "to": numbers[object_],
        "r": relation,
        "m": MANNERS.index(manner(facts)),
        "weak": int(is_weak(facts)),
        "bg": int(is_background(facts, claims.methods(facts.get("claims", ())))),
        "w": int(facts.get("weight", 1)),
        "n": int(facts.get("count", 1)),
        "p": round(100 * float(facts.get("confidence", 1.0))),
        "c": claims.best(facts.get("claims", ())),
        "k": claims.sayings(facts.get("claims", ())),
    }


def _is_told(edge: Record, ranked: Sequence[Node], off: list[str]) -> bool:
    """Whether an edge is shown at first: neither doubtful nor known anyway, between actors of types that are shown."""
    types = (ranked[edge[end]][1]["type"] for end in ("from", "to"))
    return not (edge["weak"] or edge["bg"] or any(type_ in off for type_ in types))


def _off_at_first(ranked: Sequence[Node], edges: list[Record]) -> list[str]:
    """Types left out at first; none when nothing would be left to see."""
    seen = [facts["type"] not in OFF_AT_FIRST for _, facts in ranked]
    return (
        list(OFF_AT_FIRST)
        if any(seen[edge["from"]] and seen[edge["to"]] for edge in edges)
        else []
    )


def _relations(links: Sequence[Link], vocabulary: Vocabulary) -> dict[str, Record]:
    """Words of each relation that the network has or a premise may need, and the family it is coloured by."""
    found = {
        name: _known_words(relation) for name, relation in vocabulary.relations.items()
    }
    for _, _, name, facts in links:
        if name not in found:
            found[name] = _plain_words(facts)
    return dict(sorted(found.items()))


def _known_words(relation: Relation) -> Record:
    inverse = relation.label if relation.symmetric else relation.inverse_label
    return {
        "label": relation.label,
        "inverse": inverse,
        "family": relation.family,
        "symmetric": int(relation.symmetric),
        "quiet": int(relation.family in QUIET_FAMILIES),
    }


def _plain_words(facts: Attributes) -> Record:
    label, symmetric = (
        str(facts.get("label", facts["relation"])),
        bool(facts.get("symmetric")),
    )
    inverse = label if symmetric else f"inverse of {label}"
    family = facts.get("family", "Other")
    quiet = int(family in QUIET_FAMILIES)
    return {
        "label": label,
        "inverse": inverse,
        "family": family,
        "symmetric": int(symmetric),
        "quiet": quiet,
    }


def _title(corpus: Corpus, ranked: Sequence[Node], off: list[str]) -> str:
    """The title of the only document, or else who the graph is most about."""
    if len(corpus.readings) == 1 and corpus.readings[0].document.title:
        return corpus.readings[0].document.title
    names = [
        _short(str(facts["label"])) for _, facts in ranked if facts["type"] not in off
    ]
    if not names:
        return "No actors found"
    more = len(names) - TITLE_NAMES
    return ", ".join(names[:TITLE_NAMES]) + (f" and {more} more" if more > 0 else "")


def _short(name: str) -> str:
    return name if len(name) <= TITLE_LETTERS else name[: TITLE_LETTERS - 1] + "…"


def _dates(corpus: Corpus) -> list[str]:
    """First and last day of publication; empty when no document is dated."""
    dates = sorted(
        reading.document.date for reading in corpus.readings if reading.document.date
    )
    return [dates[0], dates[-1]] if dates else []
