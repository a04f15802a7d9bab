"""The names of two profiles side by side: their words, initials and spelling."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from actorgraph.model import ActorType
from actorgraph.resolution.name_forms import stem, suffixes
from actorgraph.resolution.profiles import Profile
from actorgraph.settings import SPELLING_SIMILARITY

#: Letters of the shortest name whose spelling is compared; shorter ones are alike by chance.
SPELLING_LENGTH = 6

#: The words of a personal name without its suffixes.
Words = list[str]


def form_pairs(
    left: Profile, right: Profile, type_: ActorType
) -> Iterator[tuple[str, str]]:
    """Yield each pair of the names of two profiles, if both are of a type."""
    if not left.type is type_ is right.type:
        return
    names = sorted(left.forms)
    candidates = sorted(right.forms)
    yield from product(names, candidates)


def person_words(left: Profile, right: Profile) -> Iterator[tuple[Words, Words]]:
    """Yield the words of each pair of personal names with equal suffixes."""
    for name, candidate in form_pairs(left, right, ActorType.PERSON):
        words = stem(name), stem(candidate)
        if all(words) and suffixes(name) == suffixes(candidate):
            yield words


def share_surname(first: Words, second: Words) -> bool:
    """Whether both have a given name and the same surname."""
    *given_names, surname = first
    *other_given_names, other_surname = second
    if not given_names or not other_given_names:
        return False
    return surname == other_surname


def fits_initial(first: str, second: str) -> bool:
    """Whether one given name is the initial of the other."""
    short, long = sorted((first, second), key=len)
    if len(short) != 1:
        return False
    if short == long:
        return False
    return long.startswith(short)


def are_comparable(name: str, candidate: str) -> bool:
    """Whether two names are long enough, and of as many words, to compare their spelling."""
    shortest = min(len(name), len(candidate))
    if shortest < SPELLING_LENGTH:
        return False
    return name.count(" ") == candidate.count(" ")


def similarity(name: str, candidate: str, least: float = SPELLING_SIMILARITY) -> float:
    """Return how similar the least similar words are, 0–1; 0 below a similarity."""
    from rapidfuzz.distance import JaroWinkler

    lowest = 1.0
    for word, counterpart in zip(name.split(), candidate.split(), strict=True):
        score = JaroWinkler.similarity(word, counterpart, score_cutoff=least)
        lowest = min(lowest, score)
    return lowest
