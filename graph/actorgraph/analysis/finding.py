"""Which actor a user means by a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter

from actorgraph.errors import NotFound
from actorgraph.model import Actor, Corpus
from actorgraph.names import NEAR, NEAREST, SIMILAR, fold_name, has_beginnings

#: How many actors an error message lists.
LISTED = 5


def find_actor(corpus: Corpus, text: str) -> Actor:
    """Return the only actor that an id or a name can mean.

    Four ways are tried in this order, regardless of case and accents: the exact id, a full name or
    alias, the beginnings of words of a name ("vlad put"), a similar spelling. The first way that
    matches decides; if it matches several actors, the function refuses to guess.

    Raises:
        NotFound: if it matches no actor, with the nearest names, or several, with their ids.
    """
    actors = corpus.actors
    for actor in actors:
        if actor.id == text:
            return actor
    wanted = fold_name(text)
    if not wanted:
        raise NotFound(f"no actor is called {text!r}{_nearest(actors, wanted)}")
    for matches in (_is_same, has_beginnings, _is_similar):
        candidates = list(_actors_called(actors, wanted, matches))
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            raise NotFound(f"{text!r} may be {_alternatives(candidates)}; give the id")
    raise NotFound(f"no actor is called {text!r}{_nearest(actors, wanted)}")


def is_guess(actor: Actor, text: str) -> bool:
    """Whether a text means an actor only by a similar spelling, as ``find_actor`` takes it.

    >>> from actorgraph.model import ActorId, ActorType
    >>> dana = Actor(ActorId("dana-roth-5c1e0a9b"), ActorType.PERSON, "Dana Roth")
    >>> is_guess(dana, "dana"), is_guess(dana, "Dana Rothe")
    (False, True)
    """
    if text == actor.id:
        return False
    wanted = fold_name(text)
    names = plain_names(actor)
    return not any(has_beginnings(wanted, name) for name in names)


def find_exactly(corpus: Corpus, text: str) -> Actor:
    """Return the only actor with an id or a full name or alias, regardless of case and accents.

    What is recorded for good never rests on a guess, unlike ``find_actor``.

    Raises:
        NotFound: if there is none, with the nearest names, or several, with their ids.
    """
    wanted = fold_name(text)
    candidates: list[Actor] = []
    for actor in corpus.actors:
        if actor.id == text:
            return actor
        if wanted and wanted in plain_names(actor):
            candidates.append(actor)
    if len(candidates) > 1:
        raise NotFound(f"{text!r} may be {_alternatives(candidates)}; give the id")
    if not candidates:
        raise NotFound(
            f"no actor has the exact name {text!r}{_nearest(corpus.actors, wanted)}"
        )
    return candidates[0]


def plain_names(actor: Actor) -> tuple[str, ...]:
    """Return all names of an actor as ``fold_name`` writes them, the canonical one first."""
    names = (actor.name, *actor.aliases)
    return tuple(map(fold_name, names))


def _actors_called(
    actors: Iterable[Actor], wanted: str, matches: Callable[[str, str], bool]
) -> Iterator[Actor]:
    """Yield the actors with at least one name that matches."""
    for actor in actors:
        if any(matches(wanted, name) for name in plain_names(actor)):
            yield actor


def _is_same(wanted: str, name: str) -> bool:
    return wanted == name


def _is_similar(wanted: str, name: str) -> bool:
    from rapidfuzz import fuzz

    return fuzz.ratio(wanted, name) >= SIMILAR


def _alternatives(actors: list[Actor]) -> str:
    listed = actors[:LISTED]
    words = [f"{actor.name} ({actor.type}, {actor.id})" for actor in listed]
    more = len(actors) - LISTED
    if more > 0:
        words.append(f"{more} more")
    return " or ".join(words)


def _nearest(actors: Iterable[Actor], wanted: str) -> str:
    from rapidfuzz import fuzz, process

    names = list(dict.fromkeys(map(attrgetter("name"), actors)))
    ranked = process.extract(
        wanted,
        names,
        scorer=fuzz.WRatio,
        processor=fold_name,
        limit=NEAREST,
        score_cutoff=NEAR,
    )
    if not ranked:
        return " or anything like it" if names else "; the graph has no actors"
    nearest = [name for name, *_ in ranked]
    verb = "names are" if len(nearest) > 1 else "name is"
    return f"; the nearest {verb} {', '.join(nearest)}"
