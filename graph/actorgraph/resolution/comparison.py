"""How alike two profiles are.

There is one function per feature, each with a score and a sentence for the reader.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from operator import attrgetter

from actorgraph.model import ActorId, ActorType, Verdict
from actorgraph.resolution.conflicts import conflict_between, quoted_names
from actorgraph.resolution.name_forms import consonants, initials, stem
from actorgraph.resolution.name_pairs import (
    are_comparable,
    fits_initial,
    form_pairs,
    person_words,
    share_surname,
    similarity,
)
from actorgraph.resolution.profiles import Profile
from actorgraph.settings import (
    COMMON_NAME_SCORE,
    CONSONANTS_SCORE,
    CONSONANTS_SIMILARITY,
    DOUBT_FLOOR,
    INITIAL_SCORE,
    MIDDLE_NAME_SCORE,
    SAME_ALIAS_SCORE,
    SAME_ITEM_SCORE,
    SAME_NAME_SCORE,
    SPELLING_WEIGHT,
    SURNAME_SCORE,
    WEAK_SCORE,
)
from actorgraph.vocabulary import Vocabulary

#: Consonants that two names must have in common to be alike by them.
CONSONANTS = 4


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a comparison found.

    Attributes:
        score: 0–1, how strong the evidence is; an order, not a probability.
        reason: The sentence that the report and the page show.
        verdict: ``same`` joins, ``different`` keeps apart, ``unsure`` is left to a person.
    """

    score: float
    reason: str
    verdict: Verdict = Verdict.UNSURE


@dataclass(frozen=True, slots=True)
class ComparedPair:
    """A compared pair, ids in sorted order."""

    left: ActorId
    right: ActorId
    comparison: Comparison

    @property
    def ids(self) -> tuple[ActorId, ActorId]:
        """Both."""
        return self.left, self.right

    @property
    def verdict(self) -> Verdict:
        """What the comparison decides."""
        return self.comparison.verdict

    @property
    def matters(self) -> bool:
        """Whether it decides something, or is doubtful enough for a person to judge."""
        if self.verdict is Verdict.DIFFERENT:
            return True
        return self.comparison.score >= DOUBT_FLOOR


#: Returns what two profiles share, or None.
Feature = Callable[[Profile, Profile], Comparison | None]


def compare(left: Profile, right: Profile, vocabulary: Vocabulary) -> Comparison:
    """Compare two profiles: what keeps them apart first, else the strongest thing they share.

    Args:
        left, right: In any order; the result is the same.
        vocabulary: The ontology, which says what kinds of actors can be the same.

    Returns:
        The comparison; if the names have nothing in common, its score is 0 and its verdict
        ``unsure``.
    """
    left, right = sorted((left, right), key=attrgetter("id"))
    conflict = conflict_between(left, right, vocabulary)
    if conflict is not None:
        return Comparison(0.0, conflict, Verdict.DIFFERENT)
    strongest = Comparison(0.0, "the names share nothing")
    for feature in FEATURES:
        comparison = feature(left, right)
        if comparison is not None and comparison.score > strongest.score:
            strongest = comparison
    return strongest


# Features


def same_wikidata(left: Profile, right: Profile) -> Comparison | None:
    """Both are the same Wikidata item."""
    item = left.wikidata
    if item is None or item != right.wikidata:
        return None
    reason = f"both are the Wikidata item {item}"
    return Comparison(SAME_ITEM_SCORE, reason, Verdict.SAME)


def same_name(left: Profile, right: Profile) -> Comparison | None:
    """They share a name.

    Not enough when it is a lone surname, or when the types differ.
    """
    if not left.forms & right.forms:
        return None
    quoted = quoted_names(left, right)
    if left.type is not right.type:
        kinds = f"{left.type} and {right.type}"
        reason = f"the same name, {quoted}, but of two kinds, {kinds}"
        return Comparison(WEAK_SCORE, reason)
    if left.home or right.home:
        # A place is tied to a document only where another one has its name.
        is_place = left.type is ActorType.PLACE
        whose = "others have that name too" if is_place else "it could be anybody’s"
        reason = f"the same name, {quoted}, but {whose}"
        return Comparison(COMMON_NAME_SCORE, reason)
    return Comparison(SAME_NAME_SCORE, f"the same name: {quoted}", Verdict.SAME)


def same_alias(left: Profile, right: Profile) -> Comparison | None:
    """The name of one is an alias of the other.

    The alias is an acronym that its text explains, or another full name.
    """
    shared = (left.forms & right.alias_forms) | (left.alias_forms & right.forms)
    if not shared or left.type is not right.type or left.home or right.home:
        return None
    quoted = quoted_names(left, right)
    reason = f"{quoted}: the name of one is another name of the other"
    return Comparison(SAME_ALIAS_SCORE, reason, Verdict.SAME)


def initial_for_given_name(left: Profile, right: Profile) -> Comparison | None:
    """``J. Smith`` may be ``John Smith``."""
    for first, second in person_words(left, right):
        if share_surname(first, second) and fits_initial(first[0], second[0]):
            reason = "the same surname, and an initial that fits"
            return _unsure(INITIAL_SCORE, left, right, reason)
    return None


def surname_alone(left: Profile, right: Profile) -> Comparison | None:
    """``Smith`` may be ``John Smith``."""
    for words in person_words(left, right):
        short, long = sorted(words, key=len)
        if len(short) != 1 or len(long) < 2:
            continue
        if short == long[-1:]:
            reason = "one document gives only the surname"
            return _unsure(SURNAME_SCORE, left, right, reason)
    return None


def middle_name_missing(left: Profile, right: Profile) -> Comparison | None:
    """``John Smith`` may be ``John A. Smith`` or ``John Smith Jr.``.

    Father and son have such names too, so nothing is joined.
    """
    for first, second in person_words(left, right):
        if first == second or not share_surname(first, second):
            continue
        if first[0] == second[0]:
            reason = "one has a middle name that the other lacks"
            return _unsure(MIDDLE_NAME_SCORE, left, right, reason)
    for name, candidate in form_pairs(left, right, ActorType.PERSON):
        if name != candidate and stem(name) == stem(candidate):
            reason = "only one is called Jr., Sr. or by a number"
            return _unsure(WEAK_SCORE, left, right, reason)
    return None


def acronym_fits(left: Profile, right: Profile) -> Comparison | None:
    """``CEPA`` has the first letters of ``Center for European Policy Analysis``."""
    for names in form_pairs(left, right, ActorType.ORGANIZATION):
        short, long = sorted(names, key=len)
        if len(short) < 2 or " " in short or " " not in long:
            continue
        if initials(long) == short:
            reason = "the letters are the initials of the name"
            return _unsure(WEAK_SCORE, left, right, reason)
    return None


def similar_spelling(left: Profile, right: Profile) -> Comparison | None:
    """The names differ by a few letters, as transliterations and misspellings do."""
    score = 0.0
    for name, candidate in product(left.forms, right.forms):
        if name != candidate and are_comparable(name, candidate):
            likeness = similarity(name, candidate)
            score = max(score, likeness)
    if not score:
        return None
    weighted = round(score * SPELLING_WEIGHT, 3)
    return _unsure(weighted, left, right, "the spelling is close")


def same_consonants(left: Profile, right: Profile) -> Comparison | None:
    """``Mohammed Karim`` and ``Muhammad Kareem``: transliterations differ most in vowels."""
    for first, second in person_words(left, right):
        sounds = list(map(consonants, first))
        is_long = len("".join(sounds)) >= CONSONANTS and len(sounds) > 1
        if not is_long or first == second or sounds != list(map(consonants, second)):
            continue
        if similarity(" ".join(first), " ".join(second), CONSONANTS_SIMILARITY):
            reason = "the consonants are the same"
            return _unsure(CONSONANTS_SCORE, left, right, reason)
    return None


#: The features, in the order in which equal scores are reported.
FEATURES: tuple[Feature, ...] = (
    same_wikidata,
    same_name,
    same_alias,
    initial_for_given_name,
    middle_name_missing,
    surname_alone,
    acronym_fits,
    similar_spelling,
    same_consonants,
)


def _unsure(score: float, left: Profile, right: Profile, reason: str) -> Comparison:
    quoted = quoted_names(left, right)
    return Comparison(score, f"{quoted}: {reason}")
