"""What the shell completes beside commands and options: actors, relations, questions, measures."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from actorgraph.errors import ActorgraphError

if TYPE_CHECKING:
    from actorgraph.dataset.store import StoredGraph

#: Most that a shell offers at once.
MOST = 200
#: What a shell takes apart or gives a meaning, unless a backslash is before it.
_SPECIAL = re.compile(r"([^\w./:@%+-])")


def actors(context: typer.Context, beginning: str) -> list[str]:
    """Return the actors of the graph whose name begins so, or else those whose id does."""
    stored = _graph(context)
    if stored is None:
        return []
    labels = sorted(_labels(stored))
    names, ids = [name for name, _ in labels], [id_ for _, id_ in labels]
    matches = _beginning(beginning, dict.fromkeys(names))
    if not matches:
        return _beginning(beginning, ids)[:MOST]
    return list(map(_Offer, map(_escaped, matches[:MOST])))


def relations(context: typer.Context, beginning: str) -> list[str]:
    """Return the relations of the ontology, with the user's own, whose name begins so."""
    from actorgraph.vocabulary import load_vocabulary

    stored = _graph(context)
    vocabulary = load_vocabulary() if stored is None else stored.vocabulary
    return _beginning(beginning, vocabulary.relations)


def questions(beginning: str) -> list[str]:
    """Return the named questions whose name begins so."""
    from actorgraph.dataset.named_questions import named_questions

    return _beginning(beginning, (question.name for question in named_questions()))


def measures(beginning: str) -> list[str]:
    """Return the measures of ``rank`` whose name begins so."""
    from actorgraph.analysis.questions.rank import MEASURES

    return _beginning(beginning, MEASURES)


def _graph(context: typer.Context) -> StoredGraph | None:
    """Return the graph that a command line names so far, or None if there is none."""
    from actorgraph.dataset.store import open_graph

    try:
        return open_graph(Path(context.params["graph"]))
    except (ActorgraphError, KeyError):
        return None


def _labels(stored: StoredGraph) -> Iterable[tuple[str, str]]:
    """Yield the name and the id of each actor, without reading the graph."""
    import pyoxigraph as ox

    from actorgraph.identifiers import prefixes
    from actorgraph.turtle import RDFS

    label = ox.NamedNode(f"{RDFS}label")
    actor = prefixes(stored.manifest.base)["actor"]
    quads = stored.store.quads_for_pattern(None, label, None, ox.DefaultGraph())
    for subject, _, name, _ in quads:
        if isinstance(subject, ox.NamedNode) and subject.value.startswith(actor):
            yield name.value, subject.value.removeprefix(actor)


def _beginning(beginning: str, names: Iterable[str]) -> list[str]:
    start = beginning.casefold()
    return [name for name in names if name.casefold().startswith(start)]


def _escaped(name: str) -> str:
    """Return a name as bash has to read it; other shells, and quotation marks, see to that."""
    is_bash = os.environ.get("_ACTORGRAPH_COMPLETE", "").endswith("bash")
    if not is_bash:
        return name
    words = os.environ.get("COMP_WORDS", "").splitlines() or [""]
    is_open = words[-1].startswith(('"', "'"))
    if is_open:
        return name
    return _SPECIAL.sub(r"\\\1", name)


class _Offer(str):
    """What is offered as it is: typer would drop what differs from the typed letters in case."""

    __slots__ = ()

    def startswith(self, *_: object) -> bool:
        """Whether typer may offer it."""
        return True
