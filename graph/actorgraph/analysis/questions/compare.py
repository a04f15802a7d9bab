"""How are two actors related to each other and to the same others?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actorgraph.analysis.answers import ClaimAnswer
from actorgraph.analysis.network import edges_of
from actorgraph.analysis.sparql import actor_term, select_query
from actorgraph.analysis.wording import Wording
from actorgraph.model import Actor, ActorId, Corpus
from actorgraph.vocabulary import Vocabulary

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class SharedNeighbour:
    """An actor that two actors are both related to, with the claims that relate each of them."""

    id: ActorId
    name: str
    left: tuple[ClaimAnswer, ...]
    right: tuple[ClaimAnswer, ...]


@dataclass(frozen=True, slots=True)
class ActorComparison:
    """Two actors side by side.

    Attributes:
        left: Name of the first actor.
        right: Name of the second.
        direct: Claims that relate them to each other, accepted or not.
        shared: Actors that both are related to, sorted by name.
        only_left: Names of those that only the first is related to, sorted.
        only_right: The same for the second.
    """

    left: str
    right: str
    direct: tuple[ClaimAnswer, ...]
    shared: tuple[SharedNeighbour, ...]
    only_left: tuple[str, ...]
    only_right: tuple[str, ...]


def compare_actors(
    corpus: Corpus,
    network: nx.MultiDiGraph,
    vocabulary: Vocabulary,
    left: Actor,
    right: Actor,
) -> ActorComparison:
    """Return how two actors are related, and to which actors both or only one of them is.

    Only accepted relations count, except between the two themselves: there, all claims are listed.
    """
    wording = Wording(corpus, vocabulary)
    ends = {left.id, right.id}
    lefts = _neighbours(network, wording, left.id)
    rights = _neighbours(network, wording, right.id)
    shared = (
        SharedNeighbour(actor, wording.name(actor), lefts[actor], rights[actor])
        for actor in (lefts.keys() & rights.keys()) - ends
    )
    return ActorComparison(
        left=left.name,
        right=right.name,
        direct=tuple(map(wording.claim, wording.claims_between(left.id, right.id))),
        shared=tuple(sorted(shared, key=_by_name)),
        only_left=_names(wording, lefts.keys() - rights.keys() - ends),
        only_right=_names(wording, rights.keys() - lefts.keys() - ends),
    )


def compare_query(left: ActorId, right: ActorId, base: str) -> str:
    """Return the SPARQL query for the shared neighbours of ``compare_actors``.

    Args:
        base: The base IRI of the data.
    """
    first, second = actor_term(left, base), actor_term(right, base)
    where = (
        f"  {{ {first} ?first ?actor }} UNION {{ ?actor ?first {first} }}\n"
        f"  {{ {second} ?second ?actor }} UNION {{ ?actor ?second {second} }}\n"
        "  ?actor ag:mentionCount ?count ; rdfs:label ?name .\n"
        f"  FILTER (?actor NOT IN ({first}, {second}))\n"
    )
    return select_query("?actor ?name", where, "?name ?actor")


def _neighbours(
    network: nx.MultiDiGraph, wording: Wording, actor: ActorId
) -> dict[ActorId, tuple[ClaimAnswer, ...]]:
    """Return each neighbour of an actor, with the best proof of every accepted relation to it."""
    proofs: dict[ActorId, tuple[ClaimAnswer, ...]] = {}
    for subject, object_, data in edges_of(network, actor):
        if not data["accepted"]:
            continue
        proof = wording.best_proof(data["claims"])
        answer = wording.claim(proof)
        neighbour = object_ if subject == actor else subject
        earlier = proofs.get(neighbour, ())
        proofs[neighbour] = (*earlier, answer)
    return proofs


def _names(wording: Wording, actors: Iterable[ActorId]) -> tuple[str, ...]:
    return tuple(sorted(map(wording.name, actors)))


def _by_name(neighbour: SharedNeighbour) -> tuple[str, ActorId]:
    return neighbour.name, neighbour.id
