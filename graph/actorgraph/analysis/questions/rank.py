"""Who is at the centre?"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actorgraph.analysis.sparql import link_pattern, not_of_types, select_query
from actorgraph.errors import UsageError
from actorgraph.model import ActorId

if TYPE_CHECKING:
    import networkx as nx

#: What actors can be ranked by.
MEASURES = ("pagerank", "betweenness", "degree", "mentions", "documents")
#: Those that SPARQL can compute.
SPARQL_MEASURES = ("degree", "mentions")


@dataclass(frozen=True, slots=True)
class Ranked:
    """A place in a ranking, counted from 1."""

    place: int
    id: ActorId
    name: str
    type: str
    value: float


def rank_actors(
    network: nx.MultiDiGraph,
    measure: str = "pagerank",
    limit: int = 20,
    *,
    leave_out: Collection[str] = (),
) -> tuple[Ranked, ...]:
    """Return the actors with the highest value of a measure; equal ones are sorted by id.

    Args:
        network: Measured, as ``annotate`` returns it.
        measure: One of ``MEASURES``.
        limit: Maximum number of actors.
        leave_out: Types of actors that get no place.

    Raises:
        UsageError: if there is no such measure.
    """
    if measure not in MEASURES:
        raise UsageError(
            f"cannot rank by {measure!r}; choose one of {', '.join(MEASURES)}"
        )
    types = network.nodes(data="type")
    actors = [actor for actor, type_ in types if type_ not in leave_out]
    return ranked_by(network, actors, measure)[:limit]


def ranked_by(
    network: nx.MultiDiGraph, actors: Iterable[ActorId], measure: str
) -> tuple[Ranked, ...]:
    """Return these actors, sorted by a measure that every node of the network has."""
    nodes = network.nodes
    ordered = sorted(actors, key=lambda actor: (-nodes[actor][measure], actor))
    return tuple(
        Ranked(
            place=place,
            id=actor,
            name=nodes[actor]["label"],
            type=nodes[actor]["type"],
            value=nodes[actor][measure],
        )
        for place, actor in enumerate(ordered, start=1)
    )


def ranking_query(measure: str, limit: int, leave_out: Iterable[str] = ()) -> str:
    """Return the SPARQL query for ``rank_actors``.

    Raises:
        UsageError: if SPARQL cannot compute the measure.
    """
    if measure not in SPARQL_MEASURES:
        raise UsageError(
            f"SPARQL cannot compute {measure}; "
            f"with --sparql, rank by one of {', '.join(SPARQL_MEASURES)}"
        )
    where = (
        "  ?actor rdfs:label ?name ; ag:mentionCount ?mentions .\n"
        + not_of_types("?actor", leave_out)
        + "  FILTER EXISTS { GRAPH ?any { ?claim rdf:subject|rdf:object ?actor } }\n"
    )
    if measure == "mentions":
        columns, order = "?actor ?name ?mentions", "DESC(?mentions) ?actor"
        return select_query(columns, where, order, limit)
    where += f"  OPTIONAL {{\n{link_pattern('?actor', '?other', 1)}  }}\n"
    columns = "?actor ?name (COUNT(DISTINCT ?other) AS ?degree)"
    order = "DESC(?degree) ?actor"
    return select_query(columns, where, order, limit, group="?actor ?name")
