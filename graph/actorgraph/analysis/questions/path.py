"""How are two actors connected?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from actorgraph.analysis.answers import Quote
from actorgraph.analysis.projection import simple_projection, without_belonging
from actorgraph.analysis.sparql import actor_term, link_pattern, select_query
from actorgraph.analysis.wording import Wording
from actorgraph.errors import NotFound
from actorgraph.model import Actor, ActorId, ClaimId, Corpus
from actorgraph.vocabulary import Vocabulary

if TYPE_CHECKING:
    import networkx as nx

#: How many paths of equal length are returned; there can be very many.
PATHS = 5


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path.

    Attributes:
        sentence: Read in the direction of the path: ``A – aide to → B``, or ``A ← aide to – B``.
        forward: Whether the relation runs in the direction of the path; true for a symmetric one.
        quote: A passage that proves the relation, of its best proof.
        other_relations: Names of further accepted relations between the two actors, sorted.
    """

    start: ActorId
    end: ActorId
    sentence: str
    relation: str
    forward: bool
    quote: Quote
    other_relations: tuple[str, ...] = ()


def shortest_paths(
    corpus: Corpus,
    network: nx.MultiDiGraph,
    vocabulary: Vocabulary,
    start: Actor,
    end: Actor,
    *,
    over_places: bool = True,
) -> tuple[tuple[Step, ...], ...]:
    """Return the shortest chains of accepted relations, in any direction, between two actors.

    Args:
        over_places: Whether two actors may be linked by belonging to one place.

    Returns:
        At most ``PATHS`` paths of equal length, the same ones on every run. From an actor to itself
        there is one path without steps.

    Raises:
        NotFound: if no chain of accepted relations connects them.
    """
    import networkx as nx

    wording = Wording(corpus, vocabulary)
    if not over_places:
        network = without_belonging(network, vocabulary)
    projection = simple_projection(network)
    try:
        paths = list(islice(nx.all_shortest_paths(projection, start.id, end.id), PATHS))
    except (nx.NodeNotFound, nx.NetworkXNoPath):
        raise NotFound(
            f"no chain of accepted relations connects {start.name} and {end.name}"
        ) from None
    return tuple(tuple(_steps(wording, network, path)) for path in paths)


def path_query(
    start: ActorId, end: ActorId, length: int, base: str, belonging: Iterable[str] = ()
) -> str:
    """Return the SPARQL query for all chains of accepted relations of one length.

    Args:
        start, end: The actors.
        length: Number of steps, at least 1.
        base: The base IRI of the data.
        belonging: IRIs of the relations over which no chain leads to or from a place.
    """
    first = actor_term(start, base)
    last = actor_term(end, base)
    between = [f"?via{number}" for number in range(1, length)]
    links = pairwise([first, *between, last])
    where = ""
    for number, (left, right) in enumerate(links, start=1):
        where += link_pattern(left, right, number, belonging=belonging)
    for node in between:
        where += f"  {node} rdfs:label {node}Name .\n"
    columns = " ".join(f"{node}Name" for node in between) or "?relation1"
    return select_query(columns, where, columns)


class _Link(NamedTuple):
    """An accepted edge, with its direction as seen from the path."""

    relation: str
    forward: bool
    symmetric: bool
    derived: bool
    weight: int
    confidence: float
    claims: list[ClaimId]

    @property
    def strength(self) -> tuple[bool, int, float, str, bool]:
        """Sort key that puts the best supported edge first."""
        return (
            self.derived,
            -self.weight,
            -self.confidence,
            self.relation,
            not self.forward,
        )


def _steps(
    wording: Wording, network: nx.MultiDiGraph, path: list[ActorId]
) -> Iterator[Step]:
    for left, right in pairwise(path):
        yield _step(wording, network, left, right)


def _step(
    wording: Wording, network: nx.MultiDiGraph, left: ActorId, right: ActorId
) -> Step:
    forward = _links(network, left, right, forward=True)
    backward = _links(network, right, left, forward=False)
    links = [*forward, *backward]
    best, *further = sorted(links, key=attrgetter("strength"))
    sentence = wording.step(left, best.relation, right, forward=best.forward)
    proof = wording.best_proof(best.claims)
    other_relations = set(map(attrgetter("relation"), further))
    return Step(
        start=left,
        end=right,
        sentence=sentence,
        relation=best.relation,
        forward=best.forward or best.symmetric,
        quote=wording.quotes(proof)[0],
        other_relations=tuple(sorted(other_relations)),
    )


def _links(
    network: nx.MultiDiGraph, subject: ActorId, object_: ActorId, *, forward: bool
) -> Iterator[_Link]:
    for data in network.get_edge_data(subject, object_, default={}).values():
        if data["accepted"]:
            yield _Link(
                relation=data["relation"],
                forward=forward,
                symmetric=data["symmetric"],
                derived=data["derived"],
                weight=data["weight"],
                confidence=data["confidence"],
                claims=data["claims"],
            )
