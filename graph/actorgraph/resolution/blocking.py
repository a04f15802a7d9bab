"""Which pairs of profiles are worth comparing.

Comparing all would take the square of their number.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from actorgraph.model import ActorId, ActorType
from actorgraph.resolution.name_forms import GENERAL_WORDS, SUFFIXES, initials, is_full

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from actorgraph.resolution.profiles import Profile

#: Profiles that may share a key; a commoner word ("national", a frequent surname) tells too little
#: to compare by.
MAX_BLOCK = 30
#: Persons whose surname a document may mean when it gives only the surname; with more, any guess is
#: noise.
MAX_NAMESAKES = 5
#: Letters of the shortest word that two names of bodies or places are compared by.
SHORTEST_WORD = 4

#: A pair of ids, in sorted order.
Pair = tuple[ActorId, ActorId]


def candidate_pairs(profiles: Sequence[Profile]) -> set[Pair]:
    """Return the pairs that share something significant in their names.

    There are at most ``MAX_BLOCK`` pairs for a profile and key.

    Times and posts are left out: that two documents speak of a chairman is nothing that a person
    could judge.
    """
    pairs: set[Pair] = set()
    profiles = [
        profile
        for profile in profiles
        if profile.type not in (ActorType.TIME, ActorType.ROLE)
    ]
    for block in _blocks(profiles).values():
        if len(block) <= MAX_BLOCK:
            pairs.update(combinations(sorted(block), 2))
    pairs.update(_lone_names(profiles))
    return pairs


def _blocks(profiles: Iterable[Profile]) -> dict[str, set[ActorId]]:
    blocks: dict[str, set[ActorId]] = defaultdict(set)
    for profile in profiles:
        for form in sorted(profile.forms):
            for key in (
                _person_keys(form)
                if profile.type is ActorType.PERSON
                else _name_keys(form)
            ):
                blocks[key].add(profile.id)
    return blocks


def _person_keys(form: str) -> Iterator[str]:
    """Yield surname with first letter, and both skeletons.

    Skeletons survive other vowels and doubled letters.
    """
    parts = [part for part in form.split() if part not in SUFFIXES]
    if len(parts) > 1:
        yield f"person:{parts[0][0]} {parts[-1]}"
        yield f"sound:{_skeleton(parts[0])} {_skeleton(parts[-1])}"


def _name_keys(form: str) -> Iterator[str]:
    words = form.split()
    yield f"name:{form}"
    yield f"initials:{initials(form) if len(words) > 1 else form}"
    for word in words:
        if len(word) >= SHORTEST_WORD and word not in GENERAL_WORDS:
            yield f"word:{word}"
            yield f"sound:{_skeleton(word)}"


def _lone_names(profiles: Iterable[Profile]) -> Iterator[Pair]:
    """Each lone name with the full names it may stand for.

    Without any, with one other document's same lone name.
    """
    full: dict[str, list[ActorId]] = defaultdict(list)
    lone: dict[str, list[ActorId]] = defaultdict(list)
    for profile in profiles:
        for form in sorted(profile.forms):
            if profile.type is ActorType.PERSON and is_full(form):
                full[f"{profile.type}:{form.split()[-1]}"].append(profile.id)
            elif profile.home is not None:
                lone[f"{profile.type}:{form}"].append(profile.id)
    for name, ids in lone.items():
        known = full.get(name, [min(ids)])
        if len(known) <= MAX_NAMESAKES:
            yield from ((min(a, b), max(a, b)) for a in known for b in ids if a != b)


def _skeleton(word: str) -> str:
    """Return the first letter and the consonants, each once in a row.

    ``mueller`` and ``muller`` are both ``mlr``.
    """
    kept = word[0]
    for letter in word[1:]:
        if letter.isdigit() or (letter not in "aeiouyhjw" and letter != kept[-1]):
            kept += letter
    return kept
