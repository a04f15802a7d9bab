"""The note of an actor: names, relations with their proofs, and what it said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from actorgraph.counting import count
from actorgraph.export.utterances import Utterance
from actorgraph.export.vault import Vault, front_matter, text
from actorgraph.model import Actor

if TYPE_CHECKING:
    import networkx as nx

#: Subject, object and attributes of an edge.
Edge = tuple[str, str, dict[str, Any]]


def actor_note(
    actor: Actor, vault: Vault, network: nx.MultiDiGraph, words: Sequence[Utterance]
) -> Iterator[str]:
    """Yield the note of an actor in pieces.

    Args:
        actor: The actor that it is about.
        vault: Has the names of all notes.
        network: Has the relations; an actor that it lacks has none.
        words: What the actor said.
    """
    properties = {
        "type": actor.type.value,
        "class": actor.subtype or "",
        "aliases": list(actor.aliases),
        "wikidata": actor.wikidata or "",
        "id": actor.id,
        "mentions": len(actor.mentions),
        "articles": len(actor.documents),
        "tags": [f"actor/{actor.type.value.lower()}"],
    }
    yield front_matter(properties)
    yield f"\n# {text(actor.name)}\n\n"
    mentions = count(len(actor.mentions), "time")
    places = count(len(actor.documents), "document")
    yield f"{actor.subtype or actor.type.value}, named {mentions} in {places}.\n"
    if actor.aliases:
        yield f"\nAlso: {', '.join(map(text, actor.aliases))}.\n"
    if actor.wikidata:
        yield f"\nWikidata: <https://www.wikidata.org/wiki/{actor.wikidata}>\n"
    for note in actor.notes:
        yield f"\nNote: {text(note)}\n"
    yield from _relations(actor.id, vault, network)
    yield from _said(words, vault)
    yield from _articles(sorted(actor.documents), vault)


def _relations(actor: str, vault: Vault, network: nx.MultiDiGraph) -> Iterator[str]:
    """Yield the relations by family, the best attested first."""
    if actor not in network:
        return
    outward = network.out_edges(actor, data=True)
    inward = [edge for edge in network.in_edges(actor, data=True) if edge[0] != actor]
    edges = sorted([*outward, *inward], key=_best_attested)
    for family, group in groupby(edges, key=_family):
        yield f"\n## {text(family)}\n"
        for edge in group:
            yield from _relation(actor, edge, vault, network)


def _relation(
    actor: str, edge: Edge, vault: Vault, network: nx.MultiDiGraph
) -> Iterator[str]:
    subject, object_, attributes = edge
    neighbour = object_ if subject == actor else subject
    names = network.nodes
    arrow = "–" if attributes["symmetric"] else "→"
    relation = f" – {attributes['label']} {arrow} "
    sentence = f"{names[subject]['label']}{relation}{names[object_]['label']}"
    doubt = "" if attributes["accepted"] else " (not accepted)"
    yield f"\n- **{text(sentence)}**{doubt} {vault.link(neighbour)}\n"
    for claim in vault.lookup.existing(attributes["claims"]):
        yield from vault.claim(claim, "    ")


def _said(words: Sequence[Utterance], vault: Vault) -> Iterator[str]:
    if words:
        yield "\n## What they said\n\n"
    for quotation in words:
        yield f"- {vault.words(quotation)}\n"


def _articles(documents: Sequence[str], vault: Vault) -> Iterator[str]:
    if documents:
        yield "\n## Articles\n\n"
    for document in documents:
        yield f"- {vault.link(document)}\n"


def _family(edge: Edge) -> str:
    _, _, attributes = edge
    return str(attributes["family"])


def _best_attested(edge: Edge) -> tuple[str, bool, int, list[str]]:
    """Sort key: by family, accepted edges first, then by the number of documents."""
    attributes = edge[2]
    is_doubtful = not attributes["accepted"]
    return _family(edge), is_doubtful, -attributes["weight"], attributes["claims"]
