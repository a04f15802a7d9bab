"""Which actor somebody means by a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.errors import NotFound
from actorgraph.names import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actorgraph.model import Actor, Corpus

#: Least similarity, 0–100, of a name to one that is typed with a slip; 85 lets one letter in seven differ.
SIMILAR = 85
#: How many names an error message lists.
LISTED = 5


def find_actor(corpus: Corpus, text: str) -> Actor:
    """The one actor that is meant by an id or a name.

    Tried in this order, case and accents aside; the first way that gives one actor decides, and one that gives several
    refuses to guess: the exact id, a whole name or alias, the beginnings of words of a name ("vlad put"), a similar
    spelling.

    Raises:
        NotFound: if no actor or more than one is meant, with the candidates' ids or the nearest names.
    """
    for actor in corpus.actors:
        if actor.id == text:
            return actor
    wanted = fold_name(text)
    for matches in (_same_name, _word_beginnings, _similar):
        found = matches(corpus.actors, wanted) if wanted else []
        if len(found) == 1:
            return found[0]
        if found:
            raise NotFound(f"{text!r} may be {_list(found)}; give the id")
    raise NotFound(f"no actor is called {text!r}{_nearest(corpus.actors, wanted)}")


def names(actor: Actor) -> tuple[str, ...]:
    """All names of an actor, as ``fold_name`` writes them, the canonical one first."""
    return tuple(fold_name(name) for name in (actor.name, *actor.aliases))


def _same_name(actors: Iterable[Actor], wanted: str) -> list[Actor]:
    return [actor for actor in actors if wanted in names(actor)]


def _word_beginnings(actors: Iterable[Actor], wanted: str) -> list[Actor]:
    beginnings = wanted.split()
    return [
        actor
        for actor in actors
        if any(_begin(beginnings, name.split()) for name in names(actor))
    ]


def _begin(beginnings: list[str], words: list[str]) -> bool:
    """Whether the beginnings open words of a name, in the same order."""
    rest = iter(words)
    return all(
        any(word.startswith(beginning) for word in rest) for beginning in beginnings
    )


def _similar(actors: Iterable[Actor], wanted: str) -> list[Actor]:
    from rapidfuzz import fuzz

    return [
        actor
        for actor in actors
        if any(fuzz.ratio(wanted, name) >= SIMILAR for name in names(actor))
    ]


def _list(actors: list[Actor]) -> str:
    listed = " or ".join(
        f"{actor.name} ({actor.type}, {actor.id})" for actor in actors[:LISTED]
    )
    return listed + (f" or {len(actors) - LISTED} more" if len(actors) > LISTED else "")


def _nearest(actors: Iterable[Actor], wanted: str) -> str:
    from rapidfuzz import fuzz, process

    known = {actor.name: fold_name(actor.name) for actor in actors}
    near = [
        name
        for name, _, _ in process.extract(
            wanted, list(known), scorer=fuzz.WRatio, processor=fold_name, limit=3
        )
    ]
    return (
        f"; the nearest names are {', '.join(near)}"
        if near
        else "; the graph has no actors"
    )
