"""Which actor a user means by a name."""

from __future__ import annotations

import unicodedata
from collections import deque
from collections.abc import Iterable

from actorgraph.errors import NotFound
from actorgraph.model import Actor, Corpus

#: Similarity, 0–100, from which a misspelt name still counts; 85 lets one letter in seven differ.
SIMILAR = 85
#: How many actors an error message lists.
LISTED = 5


def find_actor(corpus: Corpus, text: str) -> Actor:
    """Return the only actor that an id or a name can mean.

    Four ways are tried in this order, regardless of case and accents: the exact id, a full name or
    alias, the beginnings of words of a name ("vlad put"), a similar spelling. The first way that
    matches decides; if it matches several actors, the function refuses to guess.

    Raises:
        NotFound: If it matches no actor, with the nearest names, or several, with their ids.
    """
    for actor in corpus.actors:
        if actor.id == text:
            return actor
    wanted = plain(text)
    if not wanted:
        raise NotFound(f"no actor is called {text!r}{_nearest(corpus.actors, wanted)}")
    for matching in (_of_same_name, _by_word_beginnings, _of_similar_name):
        candidates = matching(corpus.actors, wanted)
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            raise NotFound(f"{text!r} may be {_alternatives(candidates)}; give the id")
    raise NotFound(f"no actor is called {text!r}{_nearest(corpus.actors, wanted)}")


def plain_names(actor: Actor) -> tuple[str, ...]:
    """Return all names of an actor as ``plain`` writes them, the canonical one first."""
    return tuple(map(plain, (actor.name, *actor.aliases)))


def plain(name: str) -> str:
    """Return a name without case, accents and surplus spaces.

    >>> plain("  José   ÁLVAREZ ")
    'jose alvarez'
    """
    decomposed = unicodedata.normalize("NFKD", name)
    letters = (letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join("".join(letters).casefold().split())


def _of_same_name(actors: Iterable[Actor], wanted: str) -> list[Actor]:
    return [actor for actor in actors if wanted in plain_names(actor)]


def _by_word_beginnings(actors: Iterable[Actor], wanted: str) -> list[Actor]:
    beginnings = wanted.split()
    return [actor for actor in actors if _some_name_begins(actor, beginnings)]


def _some_name_begins(actor: Actor, beginnings: list[str]) -> bool:
    return any(_begin(beginnings, name.split()) for name in plain_names(actor))


def _begin(beginnings: list[str], words: list[str]) -> bool:
    """Whether each beginning opens a word of a name, in the same order."""
    remaining = deque(words)
    for beginning in beginnings:
        while remaining and not remaining[0].startswith(beginning):
            remaining.popleft()
        if not remaining:
            return False
        remaining.popleft()
    return True


def _of_similar_name(actors: Iterable[Actor], wanted: str) -> list[Actor]:
    return [actor for actor in actors if _some_name_is_similar(actor, wanted)]


def _some_name_is_similar(actor: Actor, wanted: str) -> bool:
    from rapidfuzz import fuzz

    return any(fuzz.ratio(wanted, name) >= SIMILAR for name in plain_names(actor))


def _alternatives(actors: list[Actor]) -> str:
    words = [f"{actor.name} ({actor.type}, {actor.id})" for actor in actors[:LISTED]]
    if len(actors) > LISTED:
        words.append(f"{len(actors) - LISTED} more")
    return " or ".join(words)


def _nearest(actors: Iterable[Actor], wanted: str) -> str:
    from rapidfuzz import fuzz, process

    names = list(dict.fromkeys(actor.name for actor in actors))
    ranked = process.extract(
        wanted, names, scorer=fuzz.WRatio, processor=plain, limit=3
    )
    if not ranked:
        return "; the graph has no actors"
    return f"; the nearest names are {', '.join(name for name, *_ in ranked)}"
