"""The statements of a store that fit a pattern; what is damaged is said to be."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from actorgraph.errors import StoreError

_Node = ox.NamedNode | ox.BlankNode
#: What the engine raises where a block of a table is not what was written.
ENGINE_ERRORS = (RuntimeError, OSError)


def matching_quads(
    store: ox.Store,
    subject: _Node | ox.Triple | None = None,
    predicate: ox.NamedNode | None = None,
    object_: _Node | ox.Literal | ox.Triple | None = None,
    graph: _Node | ox.DefaultGraph | None = None,
) -> Iterator[ox.Quad]:
    """Yield the statements of a store that fit a pattern; None fits everything.

    Raises:
        StoreError: if the store is damaged.
    """
    try:
        yield from store.quads_for_pattern(subject, predicate, object_, graph)
    except ENGINE_ERRORS as error:
        finding = " ".join(str(error).split())
        raise StoreError(
            f"the graph is damaged: its store cannot be read ({finding}); run: actorgraph repair"
        ) from error
