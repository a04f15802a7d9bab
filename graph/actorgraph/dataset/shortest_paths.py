"""Which pairs of actors lie on the shortest chains between two, found in the store itself.

The search goes from both ends, so it sees a small part of a large graph.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from operator import attrgetter

import pyoxigraph as ox

from actorgraph.dataset.corpus import id_in
from actorgraph.dataset.matching_quads import matching_quads
from actorgraph.dataset.statements import Pair
from actorgraph.dataset.store import StoredGraph
from actorgraph.identifiers import actor_iri
from actorgraph.model import ActorId, ActorType
from actorgraph.turtle import RDF

_CURRENT = ox.DefaultGraph()
_TYPE = ox.NamedNode(RDF + "type")


def pairs_on_shortest_paths(
    stored: StoredGraph,
    start: ActorId,
    end: ActorId,
    not_linking: Collection[str],
    *,
    over_places: bool = True,
) -> set[Pair]:
    """Return the pairs of actors that are steps of a shortest chain of direct triples.

    Args:
        stored: The graph.
        start, end: Two different actors.
        not_linking: Classes of actors that no chain leads through.
        over_places: Whether a chain may lead from an actor to a place where it belongs.

    Returns:
        The pairs, smaller id first; none if no chain connects the two.
    """
    links = _Links.of(stored, not_linking, over_places=over_places)
    base = stored.manifest.base
    here, there = _Side.at(start, base), _Side.at(end, base)
    while not here.steps.keys() & there.steps.keys():
        smaller = here if len(here.front) <= len(there.front) else there
        if not smaller.front:
            return set()
        smaller.grow(links)
    # Where the sides meet at first, every shortest chain leads through one of these actors.
    middle = here.steps.keys() & there.steps.keys()
    return here.pairs_back(middle, links) | there.pairs_back(middle, links)


@dataclass(slots=True)
class _Side:
    """What was reached from one end.

    Attributes:
        steps: Actor → number of steps from the end.
        front: Those that are farthest.
    """

    steps: dict[ox.NamedNode, int]
    front: set[ox.NamedNode]

    @classmethod
    def at(cls, actor: ActorId, base: str) -> _Side:
        """Return the side of an actor from which no step was made."""
        node = ox.NamedNode(actor_iri(actor, base))
        return cls({node: 0}, {node})

    def grow(self, links: _Links) -> None:
        """Go one step further."""
        distance = max(self.steps.values()) + 1
        reached: set[ox.NamedNode] = set()
        for node in self.front:
            reached |= links.neighbours(node)
        self.front = reached - self.steps.keys()
        self.steps.update(dict.fromkeys(self.front, distance))

    def pairs_back(self, nodes: Iterable[ox.NamedNode], links: _Links) -> set[Pair]:
        """Return the steps of all shortest ways from some actors back to the end."""
        pairs: set[Pair] = set()
        waiting = set(nodes)
        while waiting:
            node = waiting.pop()
            for before in links.neighbours(node):
                if self.steps.get(before) == self.steps[node] - 1:
                    left, right = sorted(
                        ActorId(id_in(n.value)) for n in (node, before)
                    )
                    pairs.add((left, right))
                    waiting.add(before)
        return pairs


@dataclass(frozen=True, slots=True)
class _Links:
    """Which actors direct triples link.

    Attributes:
        relations: IRIs of the relations that link.
        belonging: Those of them that do not link an actor to a place.
        place: The class of places.
    """

    store: ox.Store
    relations: frozenset[str]
    belonging: frozenset[str]
    place: ox.NamedNode
    not_linking: frozenset[ox.NamedNode]
    _neighbours: dict[ox.NamedNode, set[ox.NamedNode]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, stored: StoredGraph, not_linking: Collection[str], *, over_places: bool
    ) -> _Links:
        vocabulary = stored.vocabulary
        relations = map(attrgetter("iri"), vocabulary.relations.values())
        belonging = () if over_places else vocabulary.belonging()
        classes = vocabulary.class_iris
        return cls(
            stored.store,
            relations=frozenset(relations),
            belonging=frozenset(belonging),
            place=ox.NamedNode(classes[ActorType.PLACE.value]),
            not_linking=frozenset(ox.NamedNode(classes[name]) for name in not_linking),
        )

    def neighbours(self, node: ox.NamedNode) -> set[ox.NamedNode]:
        """Return the actors that an accepted relation links with one, in any direction."""
        if node not in self._neighbours:
            is_linking = self._is_linking(node)
            self._neighbours[node] = self._linked(node) if is_linking else set()
        return self._neighbours[node]

    def _linked(self, node: ox.NamedNode) -> set[ox.NamedNode]:
        linked: set[object] = set()
        for quad in matching_quads(self.store, node, None, None, _CURRENT):
            if self._links(quad):
                linked.add(quad.object)
        for quad in matching_quads(self.store, None, None, node, _CURRENT):
            if self._links(quad):
                linked.add(quad.subject)
        actors = {item for item in linked if isinstance(item, ox.NamedNode)}
        return set(filter(self._is_linking, actors - {node}))

    def _links(self, quad: ox.Quad) -> bool:
        relation = quad.predicate.value
        if relation in self.belonging:
            return not any(map(self._is_place, (quad.subject, quad.object)))
        return relation in self.relations

    def _is_place(self, node: object) -> bool:
        if not isinstance(node, ox.NamedNode):
            return False
        return self.place in self._types(node)

    def _is_linking(self, node: ox.NamedNode) -> bool:
        types = self._types(node)
        return self.not_linking.isdisjoint(types)

    def _types(self, node: ox.NamedNode) -> set[object]:
        types = matching_quads(self.store, node, _TYPE, None, _CURRENT)
        return {quad.object for quad in types}
