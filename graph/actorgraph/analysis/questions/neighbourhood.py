"""Which actors are related to one, as a small graph to draw?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from actorgraph.analysis.answers import relation_sentence
from actorgraph.analysis.network import edges_of
from actorgraph.model import Actor, ActorId

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class NamedActor:
    """An actor by name."""

    id: ActorId
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class NeighbourLink:
    """A relation between two of its actors.

    Attributes:
        label: The relation in words.
        family: Family of the relation.
        weight: Number of documents that support it.
        accepted: Whether at least one of its claims is accepted.
        symmetric: Whether it has no direction.
        sentence: As in ``RelationAnswer``.
    """

    subject: ActorId
    relation: str
    object: ActorId
    label: str
    family: str
    weight: int
    accepted: bool
    symmetric: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """An actor, those that it is related to, and how.

    Attributes:
        centre: Id of the actor asked about.
        actors: Sorted by id, the centre among them.
        links: The accepted and best supported first.
    """

    centre: ActorId
    actors: tuple[NamedActor, ...]
    links: tuple[NeighbourLink, ...]


def neighbourhood(network: nx.MultiDiGraph, actor: Actor) -> Neighbourhood:
    """Return an actor and those that it is related to.

    Args:
        network: With all edges of the actor.
        actor: The centre.
    """
    links: list[NeighbourLink] = []
    names = {actor.id: (actor.name, actor.type.value)}
    for subject, object_, data in edges_of(network, actor.id):
        for end in (subject, object_):
            node = network.nodes[end]
            names[end] = node["label"], node["type"]
        link = _link(subject, object_, data, names)
        links.append(link)
    links.sort(key=_order)
    actors = (NamedActor(id_, *names[id_]) for id_ in sorted(names))
    return Neighbourhood(actor.id, tuple(actors), tuple(links))


def _link(
    subject: ActorId,
    object_: ActorId,
    data: dict[str, Any],
    names: dict[ActorId, tuple[str, str]],
) -> NeighbourLink:
    sentence = relation_sentence(
        names[subject][0],
        data["label"],
        names[object_][0],
        symmetric=data["symmetric"],
    )
    return NeighbourLink(
        subject,
        data["relation"],
        object_,
        label=data["label"],
        family=data["family"],
        weight=data["weight"],
        accepted=data["accepted"],
        symmetric=data["symmetric"],
        sentence=sentence,
    )


def _order(link: NeighbourLink) -> tuple[bool, int, str, ActorId, ActorId]:
    return not link.accepted, -link.weight, link.relation, link.subject, link.object
