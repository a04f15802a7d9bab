"""Triples as a store gives them back, written as ``dataset.quads`` writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from actorgraph.dataset.terms import OA, decimal, literal
from actorgraph.identifiers import ONTOLOGY

if TYPE_CHECKING:
    import pyoxigraph as ox

#: Predicate → datatype of its values, where a store may keep another.
_DATATYPES = {
    f"{OA}start": "nonNegativeInteger",
    f"{OA}end": "nonNegativeInteger",
    f"{ONTOLOGY}mentionCount": "integer",
    f"{ONTOLOGY}confidence": "decimal",
    f"{ONTOLOGY}direct": "boolean",
}


def parsed_triples(text: str) -> list[str]:
    """Return statements without the stop at their end."""
    import pyoxigraph as ox

    quads = ox.parse(text, format=ox.RdfFormat.N_TRIPLES)
    return [_as_written(quad.triple) for quad in quads]


def _as_written(triple: ox.Triple) -> str:
    """Return a triple as ``dataset.quads`` writes it: stores keep numbers by their value only."""
    import pyoxigraph as ox

    predicate = triple.predicate.value
    object_ = triple.object
    datatype = _DATATYPES.get(predicate)
    if datatype is None or not isinstance(object_, ox.Literal):
        return str(triple)
    value = _SPELLINGS[datatype](object_.value)
    return f"{triple.subject} {triple.predicate} {literal(value, datatype)}"


def _truth(value: str) -> str:
    return {"1": "true", "0": "false"}.get(value, value)


def _number(value: str) -> str:
    return decimal(float(value))


#: Datatype → how its values are written.
_SPELLINGS: Mapping[str, Callable[[str], str]] = {
    "boolean": _truth,
    "decimal": _number,
    "integer": _number,
    "nonNegativeInteger": _number,
}
