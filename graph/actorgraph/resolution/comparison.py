"""How alike two profiles are.

There is one function per feature, each with a score and a sentence for the reader.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from actorgraph.model import ActorType, Verdict
from actorgraph.resolution.conflicts import (
    conflict_between,
    quoted_names,
    stem,
    suffixes,
)
from actorgraph.resolution.name_forms import initials
from actorgraph.settings import (
    COMMON_NAME_SCORE,
    INITIAL_SCORE,
    MIDDLE_NAME_SCORE,
    SAME_ALIAS_SCORE,
    SAME_ITEM_SCORE,
    SAME_NAME_SCORE,
    SPELLING_SIMILARITY,
    SPELLING_WEIGHT,
    SURNAME_SCORE,
    WEAK_SCORE,
)

if TYPE_CHECKING:
    from actorgraph.resolution.profiles import Profile
    from actorgraph.vocabulary import Vocabulary

#: Letters of the shortest name whose spelling is compared; shorter ones are alike by chance.
SPELLING_LENGTH = 6


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a comparison found.

    Attributes:
        score: 0-1, how strong the evidence is; an order, not a probability.
        reason: The sentence that the report and the page show.
        verdict: ``same`` joins, ``different`` keeps apart, ``unsure`` is left to a person.
    """

    score: float
    reason: str
    verdict: Verdict = Verdict.UNSURE


Feature = Callable[["Profile", "Profile"], Comparison | None]


def compare(left: Profile, right: Profile, vocabulary: Vocabulary) -> Comparison:
    """Compare two profiles: what keeps them apart first, else the strongest thing they share.

    Symmetric.

    Two profiles with nothing in common have score 0 and verdict ``unsure``.
    """
    left, right = sorted((left, right), key=lambda profile: profile.id)
    conflict = conflict_between(left, right, vocabulary)
    if conflict is not None:
        return Comparison(0.0, conflict, Verdict.DIFFERENT)
    found = [
        comparison
        for feature in FEATURES
        if (comparison := feature(left, right)) is not None
    ]
    return max(
        found,
        key=lambda comparison: comparison.score,
        default=Comparison(0.0, "the names share nothing"),
    )


def same_wikidata(left: Profile, right: Profile) -> Comparison | None:
    """Both are the same Wikidata item."""
    if left.wikidata is None or left.wikidata != right.wikidata:
        return None
    return Comparison(
        SAME_ITEM_SCORE, f"both are the Wikidata item {left.wikidata}", Verdict.SAME
    )


def same_name(left: Profile, right: Profile) -> Comparison | None:
    """A name of one is a name of the other.

    Not enough when it is a lone surname, or when the types differ.
    """
    if not left.forms & right.forms:
        return None
    quoted = quoted_names(left, right)
    if left.type is not right.type:
        return Comparison(
            WEAK_SCORE,
            f"the same name, {quoted}, but of two kinds, {left.type} and {right.type}",
        )
    if left.home or right.home:
        return Comparison(
            COMMON_NAME_SCORE, f"the same name, {quoted}, but it could be anybody’s"
        )
    return Comparison(SAME_NAME_SCORE, f"the same name: {quoted}", Verdict.SAME)


def same_alias(left: Profile, right: Profile) -> Comparison | None:
    """The name of one is an alias of the other.

    The alias is an acronym that its text explains, or another full name.
    """
    shared = (left.forms & right.alias_forms) | (left.alias_forms & right.forms)
    if not shared or left.type is not right.type or left.home or right.home:
        return None
    return Comparison(
        SAME_ALIAS_SCORE,
        f"{quoted_names(left, right)}: the name of one is another name of the other",
        Verdict.SAME,
    )


def initial_for_given_name(left: Profile, right: Profile) -> Comparison | None:
    """``J. Smith`` may be ``John Smith``."""
    for one, other in _person_parts(left, right):
        alike = (
            len(one) > 1
            and len(other) > 1
            and one[-1] == other[-1]
            and one[0] != other[0]
        )
        if alike and one[0][0] == other[0][0] and 1 in (len(one[0]), len(other[0])):
            return Comparison(
                INITIAL_SCORE,
                f"{quoted_names(left, right)}: the same surname, and an initial that fits",
            )
    return None


def surname_alone(left: Profile, right: Profile) -> Comparison | None:
    """``Smith`` may be ``John Smith``."""
    for one, other in _person_parts(left, right):
        short, long = sorted((one, other), key=len)
        if len(short) == 1 and len(long) > 1 and short[0] == long[-1]:
            return Comparison(
                SURNAME_SCORE,
                f"{quoted_names(left, right)}: one document gives only the surname",
            )
    return None


def middle_name_missing(left: Profile, right: Profile) -> Comparison | None:
    """``John Smith`` may be ``John A. Smith`` or ``John Smith Jr.``.

    Father and son have such names too, so nothing is joined.
    """
    for one, other in _person_parts(left, right):
        if (
            one != other
            and len(one) > 1
            and len(other) > 1
            and (one[0], one[-1]) == (other[0], other[-1])
        ):
            return Comparison(
                MIDDLE_NAME_SCORE,
                f"{quoted_names(left, right)}: one has a middle name that the other lacks",
            )
    for form, form_there in _form_pairs(left, right, ActorType.PERSON):
        if form != form_there and stem(form) == stem(form_there):
            return Comparison(
                WEAK_SCORE,
                f"{quoted_names(left, right)}: only one is called Jr., Sr. or by a number",
            )
    return None


def acronym_fits(left: Profile, right: Profile) -> Comparison | None:
    """``CEPA`` has the first letters of ``Center for European Policy Analysis``."""
    for one, other in _form_pairs(left, right, ActorType.ORGANIZATION):
        short, long = sorted((one, other), key=len)
        if (
            " " in long
            and " " not in short
            and len(short) > 1
            and initials(long) == short
        ):
            return Comparison(
                WEAK_SCORE,
                f"{quoted_names(left, right)}: the letters are the initials of the name",
            )
    return None


def similar_spelling(left: Profile, right: Profile) -> Comparison | None:
    """The names differ by a few letters, as transliterations and misspellings do."""
    from rapidfuzz.distance import JaroWinkler

    score = 0.0
    for one, other in product(sorted(left.forms), sorted(right.forms)):
        comparable = min(len(one), len(other)) >= SPELLING_LENGTH and one.count(
            " "
        ) == other.count(" ")
        if comparable and one != other:
            words = zip(one.split(), other.split(), strict=True)
            score = max(
                score,
                min(
                    JaroWinkler.similarity(a, b, score_cutoff=SPELLING_SIMILARITY)
                    for a, b in words
                ),
            )
    return (
        Comparison(
            round(score * SPELLING_WEIGHT, 3),
            f"{quoted_names(left, right)}: the spelling is close",
        )
        if score
        else None
    )


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
)


def _person_parts(left: Profile, right: Profile) -> list[tuple[list[str], list[str]]]:
    """The parts of each pair of personal names with equal suffixes."""
    pairs = _form_pairs(left, right, ActorType.PERSON)
    return [
        (stem(one), stem(other))
        for one, other in pairs
        if suffixes(one) == suffixes(other)
    ]


def _form_pairs(
    left: Profile, right: Profile, type_: ActorType
) -> list[tuple[str, str]]:
    if left.type is not type_ or right.type is not type_:
        return []
    return list(product(sorted(left.forms), sorted(right.forms)))
