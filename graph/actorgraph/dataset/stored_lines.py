"""The statements of a store as the lines that it was filled with.

The engine keeps integers of all kinds as ``xsd:integer``; the offsets of a passage, which are never
negative, are the only statements that it gives back otherwise than they were written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from actorgraph.dataset.matching_quads import matching_quads
from actorgraph.dataset.terms import OA, XSD

_INTEGER = f"^^<{XSD}integer>"
_NARROWER = f"^^<{XSD}nonNegativeInteger>"
_OFFSETS = frozenset({OA + "start", OA + "end"})


def stored_lines(store: ox.Store) -> Iterator[str]:
    """Yield all N-Quads lines of a store, sorted by code point, without line ends.

    Only the subjects are kept in memory.
    """
    subjects = {quad.subject for quad in matching_quads(store)}
    for subject in sorted(subjects, key=str):
        quads = matching_quads(store, subject, None, None)
        yield from sorted(map(line_of, quads))


def line_of(quad: ox.Quad) -> str:
    """Return a stored quad as it was written."""
    line = f"{quad} ."
    if quad.predicate.value in _OFFSETS:
        return line.replace(_INTEGER, _NARROWER)
    return line


def quads_of(lines: Iterable[str]) -> set[ox.Quad]:
    """Return lines as the quads that the engine makes of them when it stores them."""
    text = "\n".join(line.replace(_NARROWER, _INTEGER) for line in lines)
    return set(ox.parse(text, format=ox.RdfFormat.N_QUADS))
