"""The parts that the SPARQL twins of the questions are made of.

Every question that SPARQL 1.1 can compute has a twin in its file, a whole query with its prefixes,
so that any engine can check the answer.
"""

from __future__ import annotations

from collections.abc import Iterable

from actorgraph.identifiers import NAMESPACES, actor_iri
from actorgraph.model import NOT_ACTING, ActorId, ActorType

#: The columns of a query for claims, as ``claim_pattern`` binds them.
CLAIM_COLUMNS = "?claim ?who ?relation ?whom ?polarity ?modality"


def actor_term(actor: ActorId, base: str) -> str:
    """Return the IRI of an actor in angle brackets.

    Args:
        base: The base IRI of the data.
    """
    return f"<{actor_iri(actor, base)}>"


def claim_pattern(more: str = "") -> str:
    """Return the pattern of a claim with its two actors, its polarity and its modality.

    Args:
        more: Further lines within the graph of the claim's document.
    """
    return (
        "\n  GRAPH ?document {\n"
        "    ?claim rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ;\n"
        f"        ag:polarity ?polarity ; ag:modality ?modality .{more}\n"
        "  }\n"
        "  ?subject rdfs:label ?who . ?object rdfs:label ?whom .\n"
    )


def about_actor(actor: ActorId, base: str) -> str:
    """Return the filter that keeps the claims whose subject or object is an actor."""
    term = actor_term(actor, base)
    return f"  FILTER ({term} IN (?subject, ?object))\n"


def not_of_types(variable: str, types: Iterable[str]) -> str:
    """Return filters that leave out what has one of these types."""
    return "".join(
        f"  FILTER NOT EXISTS {{ {variable} a ag:{type_} }}\n" for type_ in types
    )


def link_pattern(
    left: str, right: str, number: int, *, belonging: Iterable[str] = ()
) -> str:
    """Return the pattern of any accepted relation between two actors, in either direction.

    Posts and dates link nobody, as in ``projection.simple_projection``.

    Args:
        left: A variable or an IRI in angle brackets.
        right: The same.
        number: Keeps the variables of several patterns in one query apart.
        belonging: IRIs of the relations that do not count where one of the actors is a place.
    """
    guards = not_of_types(left, NOT_ACTING) + not_of_types(right, NOT_ACTING)
    guards += _not_belonging(left, right, number, belonging)
    return (
        f"  {{ {left} ?relation{number} {right} }} UNION {{ {right} ?relation{number} {left} }}\n"
        f"  {left} ag:mentionCount ?count{number} . {right} ag:mentionCount ?other{number} .\n"
        f"  FILTER ({left} != {right})\n{guards}"
    )


def _not_belonging(left: str, right: str, number: int, relations: Iterable[str]) -> str:
    """Return the filter that leaves out relations to places; empty without relations."""
    iris = ", ".join(f"<{iri}>" for iri in sorted(relations))
    if not iris:
        return ""
    place = ActorType.PLACE.value
    ends = (
        f"NOT EXISTS {{ {left} a ag:{place} }} && NOT EXISTS {{ {right} a ag:{place} }}"
    )
    return f"  FILTER (?relation{number} NOT IN ({iris}) || ({ends}))\n"


def select_query(
    columns: str, where: str, order: str, limit: int | None = None, group: str = ""
) -> str:
    r"""Return a SELECT query with the prefixes that it uses.

    >>> print(select_query("?name", "  ?actor rdfs:label ?name .", "?name", limit=3))
    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    <BLANKLINE>
    SELECT DISTINCT ?name
    WHERE {
      ?actor rdfs:label ?name .
    }
    ORDER BY ?name
    LIMIT 3
    <BLANKLINE>
    """
    pattern = where.strip("\n")
    lines = [f"SELECT DISTINCT {columns}", "WHERE {", pattern, "}"]
    if group:
        lines.append(f"GROUP BY {group}")
    lines.append(f"ORDER BY {order}")
    if limit is not None:
        lines.append(f"LIMIT {limit}")
    body = "\n".join(lines)
    return f"{_prefixes(body)}\n{body}\n"


def _prefixes(body: str) -> str:
    return "".join(
        f"PREFIX {name}: <{iri}>\n"
        for name, iri in NAMESPACES.items()
        if f"{name}:" in body
    )
