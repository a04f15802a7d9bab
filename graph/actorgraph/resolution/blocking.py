"""Which pairs of profiles are worth comparing.

Comparing all would take the square of their number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from actorgraph.body_names import GENERAL_WORDS
from actorgraph.model import NOT_ACTING, ActorId, ActorType
from actorgraph.resolution.name_forms import (
    SILENT,
    consonants,
    initials,
    is_full,
    stem,
)
from actorgraph.resolution.profiles import Profile

#: Maximum number of profiles that share a key; a commoner word ("national", a frequent surname)
#: says too little to compare by.
MAX_BLOCK = 30
#: Maximum number of full names that a lone surname is compared with; with more, any guess is noise.
MAX_NAMESAKES = 5
#: Letters of the shortest word that two names of organisations or places are compared by.
SHORTEST_WORD = 4


#: A pair of ids, in sorted order.
Pair = tuple[ActorId, ActorId]
#: Type and name → ids.
_IdsByName = dict[tuple[ActorType, str], list[ActorId]]


def candidate_pairs(profiles: Sequence[Profile]) -> set[Pair]:
    """Return the pairs that share something significant in their names.

    Times and posts are left out, and so is a key that more than ``MAX_BLOCK`` profiles share.

    Args:
        profiles: Of any types, with different ids.
    """
    # That two documents mention a chairman is nothing a person could judge.
    compared = [profile for profile in profiles if profile.type not in NOT_ACTING]
    pairs = set(_lone_names(compared))
    blocks = _blocks(compared)
    for block in blocks.values():
        if len(block) <= MAX_BLOCK:
            within_block = combinations(sorted(block), 2)
            pairs.update(within_block)
    return pairs


def _blocks(profiles: Iterable[Profile]) -> dict[str, set[ActorId]]:
    """Return the profiles that have each key."""
    blocks: dict[str, set[ActorId]] = defaultdict(set)
    for profile in profiles:
        for key in block_keys(profile):
            block = blocks[key]
            block.add(profile.id)
    return blocks


def block_keys(profile: Profile) -> Iterator[str]:
    """Yield what a profile must have in common with another one to be compared with it."""
    is_person = profile.type is ActorType.PERSON
    keys_of = _person_keys if is_person else _name_keys
    for form in profile.forms:
        yield from keys_of(form)


def _person_keys(form: str) -> Iterator[str]:
    """Yield surname with first letter, both skeletons, and both in consonants.

    These survive other vowels and doubled letters.
    """
    words = stem(form)
    if len(words) < 2:
        return
    first, *_, last = words
    yield f"person:{first[0]} {last}"
    yield f"sound:{_skeleton(first)} {_skeleton(last)}"
    yield f"consonants:{consonants(first)} {consonants(last)}"


def _name_keys(form: str) -> Iterator[str]:
    words = form.split()
    letters = initials(form) if len(words) > 1 else form
    yield f"name:{form}"
    yield f"initials:{letters}"
    for word in words:
        is_telling = len(word) >= SHORTEST_WORD and word not in GENERAL_WORDS
        if is_telling:
            yield f"word:{word}"
            yield f"sound:{_skeleton(word)}"


def _lone_names(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Yield each lone name with the full names that it may be short for.

    If there are none, it is paired with the same lone name of another document.
    """
    full: _IdsByName = defaultdict(list)
    lone: _IdsByName = defaultdict(list)
    for profile in profiles:
        type_ = profile.type
        for form in profile.forms:
            if type_ is ActorType.PERSON and is_full(form):
                *_, surname = form.split()
                full[type_, surname].append(profile.id)
            elif profile.home is not None:
                lone[type_, form].append(profile.id)
    for name, ids in lone.items():
        first = min(ids)
        namesakes = full.get(name, [first])
        yield from _namesake_pairs(ids, namesakes)


def _namesake_pairs(
    ids: Iterable[ActorId], namesakes: Sequence[ActorId]
) -> Iterator[Pair]:
    if len(namesakes) > MAX_NAMESAKES:
        return
    for namesake, id_ in product(namesakes, ids):
        if namesake != id_:
            yield min(namesake, id_), max(namesake, id_)


def _skeleton(word: str) -> str:
    """Return the first letter and the consonants, each once in a row.

    ``mueller`` and ``muller`` are both ``mlr``.
    """
    kept = word[0]
    for letter in word[1:]:
        is_repeated = letter == kept[-1]
        is_silent = letter in SILENT or is_repeated
        if letter.isdigit() or not is_silent:
            kept += letter
    return kept
