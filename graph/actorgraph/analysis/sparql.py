"""Questions of ``questions`` and ``overviews`` as SPARQL 1.1, so that any engine can check an answer.

PageRank, betweenness and communities are not here: SPARQL cannot compute them.  Each function gives a whole query, with
its prefixes.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from actorgraph.analysis.projection import SHARED
from actorgraph.errors import UsageError
from actorgraph.identifiers import NAMESPACES, actor_iri, claim_iri

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actorgraph.model import ActorId, ClaimId
    from actorgraph.vocabulary import Vocabulary

#: Rankings that SPARQL can compute.
RANKINGS = ("degree", "mentions")

#: A claim with its ends and how it is told.
_CLAIM = """
  GRAPH ?document {{
    ?claim rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ;
        ag:polarity ?polarity ; ag:modality ?modality .{more}
  }}
  ?subject rdfs:label ?who . ?object rdfs:label ?whom .
"""
_CLAIM_COLUMNS = "?claim ?who ?relation ?whom ?polarity ?modality"


def claims_of(actor: ActorId, base: str) -> str:
    """The claims that relate an actor to others, as ``profile`` tells them."""
    return _query(
        _CLAIM_COLUMNS, _CLAIM.format(more="") + _about(actor, base), "?claim"
    )


def _about(actor: ActorId, base: str) -> str:
    return f"  FILTER ({_iri(actor, base)} IN (?subject, ?object))\n"


def _iri(actor: ActorId, base: str) -> str:
    return f"<{actor_iri(actor, base)}>"


def claims_between(left: ActorId, right: ActorId, base: str) -> str:
    """The claims that relate two actors, in either direction, as ``edge_proofs`` tells them."""
    one, two = _iri(left, base), _iri(right, base)
    where = (
        f"  VALUES (?subject ?object) {{ ({one} {two}) ({two} {one}) }}"
        + _CLAIM.format(more="")
    )
    return _query(_CLAIM_COLUMNS, where, "?claim")


def claim_with_quotes(claim: ClaimId, base: str) -> str:
    """One claim with its quotes, as ``claim_proof`` tells it."""
    more = "\n    ?claim prov:wasDerivedFrom/oa:hasSelector/oa:exact ?quote ."
    where = f"  VALUES ?claim {{ <{claim_iri(claim, base)}> }}" + _CLAIM.format(
        more=more
    )
    return _query(f"{_CLAIM_COLUMNS} ?quote", where, "?quote")


def dated_claims(actor: ActorId | None, base: str) -> str:
    """The claims of one actor or of all that stand on a day, their own or that of publication, as in ``timeline``."""
    where = (
        _CLAIM.format(more="\n    FILTER NOT EXISTS { ?claim ag:premise ?premise }")
        + "  OPTIONAL { GRAPH ?document { ?claim ag:validFrom ?from } }\n"
        + "  OPTIONAL { GRAPH ?document { ?claim ag:validUntil ?until } }\n"
        + "  OPTIONAL { ?document dcterms:date ?published }\n"
        + "  BIND (COALESCE(?from, ?until, ?published) AS ?day)\n  FILTER (BOUND(?day))\n"
    )
    if actor is not None:
        where += _about(actor, base)
    return _query(f"?day {_CLAIM_COLUMNS}", where, "STR(?day) ?claim")


def chains(start: ActorId, end: ActorId, length: int, base: str) -> str:
    """Every chain of so many accepted relations between two actors; ``length`` is one at least."""
    nodes = [
        _iri(start, base),
        *(f"?via{i}" for i in range(1, length)),
        _iri(end, base),
    ]
    links = [
        _link(left, right, i)
        for i, (left, right) in enumerate(pairwise(nodes), start=1)
    ]
    named = "".join(f"  {node} rdfs:label {node}Name .\n" for node in nodes[1:-1])
    columns = " ".join(f"{node}Name" for node in nodes[1:-1]) or "?relation1"
    return _query(columns, "".join(links) + named, columns)


def _link(left: str, right: str, number: int) -> str:
    """Some accepted relation between two actors, in either direction, that is no post or date."""
    guards = "".join(
        f"  FILTER NOT EXISTS {{ {end} a ag:{type_} }}\n"
        for end in (left, right)
        for type_ in sorted(SHARED)
    )
    return (
        f"  {{ {left} ?relation{number} {right} }} UNION {{ {right} ?relation{number} {left} }}\n"
        f"  {left} ag:mentionCount ?count{number} . {right} ag:mentionCount ?other{number} .\n"
        f"  FILTER ({left} != {right})\n{guards}"
    )


def shared_neighbours(left: ActorId, right: ActorId, base: str) -> str:
    """Whom accepted relations link to both actors, as ``compare`` tells it."""
    one, two = _iri(left, base), _iri(right, base)
    where = (
        f"  {{ {one} ?first ?actor }} UNION {{ ?actor ?first {one} }}\n"
        f"  {{ {two} ?second ?actor }} UNION {{ ?actor ?second {two} }}\n"
        "  ?actor ag:mentionCount ?count ; rdfs:label ?name .\n"
        f"  FILTER (?actor NOT IN ({one}, {two}))\n"
    )
    return _query("?actor ?name", where, "?name ?actor")


def members(
    event: ActorId, relations: Iterable[str], vocabulary: Vocabulary, base: str
) -> str:
    """Who is related to an event or a body by one of these relations or one below, as ``delegation`` tells it."""
    wanted = set(relations)
    below = (
        one
        for name, one in vocabulary.relations.items()
        if vocabulary.ancestors(name) & wanted
    )
    values = " ".join(f"<{one.iri}>" for one in below)
    where = (
        f"  VALUES ?relation {{ {values} }}\n  VALUES ?object {{ {_iri(event, base)} }}"
    )
    return _query(_CLAIM_COLUMNS, where + _CLAIM.format(more=""), "?who ?claim")


def ranking(measure: str, limit: int, leave_out: Iterable[str] = ()) -> str:
    """The actors with the highest value of a measure, at most ``limit``, as ``questions.ranking`` tells them.

    Raises:
        UsageError: if the measure is not one of ``RANKINGS``.
    """
    if measure not in RANKINGS:
        raise UsageError(
            f"SPARQL cannot compute {measure}; with --sparql rank by one of {', '.join(RANKINGS)}"
        )
    types = "".join(
        f"  FILTER NOT EXISTS {{ ?actor a ag:{type_} }}\n" for type_ in leave_out
    )
    related = (
        "  FILTER EXISTS { GRAPH ?any { ?claim rdf:subject|rdf:object ?actor } }\n"
    )
    where = (
        "  ?actor rdfs:label ?name ; ag:mentionCount ?mentions .\n" + types + related
    )
    if measure == "mentions":
        return _query("?actor ?name ?mentions", where, "DESC(?mentions) ?actor", limit)
    where += f"  OPTIONAL {{\n{_link('?actor', '?other', 1)}  }}\n"
    columns = "?actor ?name (COUNT(DISTINCT ?other) AS ?degree)"
    return _query(columns, where, "DESC(?degree) ?actor", limit, group="?actor ?name")


def _query(
    columns: str, where: str, order: str, limit: int | None = None, group: str = ""
) -> str:
    body = f"SELECT DISTINCT {columns}\nWHERE {{\n{where.strip(chr(10))}\n}}\n"
    body += f"GROUP BY {group}\n" if group else ""
    body += f"ORDER BY {order}\n" + (f"LIMIT {limit}\n" if limit is not None else "")
    used = {name: iri for name, iri in NAMESPACES.items() if f"{name}:" in body}
    return (
        "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in used.items()) + "\n" + body
    )
