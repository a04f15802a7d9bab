"""What keeps two profiles apart, whatever their names share."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from actorgraph.model import ActorType
from actorgraph.resolution.name_forms import SUFFIXES

if TYPE_CHECKING:
    from actorgraph.resolution.profiles import Profile
    from actorgraph.vocabulary import Vocabulary

#: Types that news takes for one another: a country and its government, a people and its land.
_INTERCHANGEABLE = frozenset(
    {ActorType.PLACE, ActorType.ORGANIZATION, ActorType.GROUP, ActorType.OTHER}
)


def conflict_between(
    left: Profile, right: Profile, vocabulary: Vocabulary
) -> str | None:
    """Why two profiles cannot be one, whatever their names, or None."""
    if left.wikidata and right.wikidata and left.wikidata != right.wikidata:
        return f"they are two Wikidata items, {left.wikidata} and {right.wikidata}"
    if left.type is not right.type and not {left.type, right.type} <= _INTERCHANGEABLE:
        return f"they are of two kinds, {left.type} and {right.type}"
    if not _subtypes_agree(left.subtype, right.subtype, vocabulary):
        return f"they are of two kinds, {left.subtype} and {right.subtype}"
    return _given_names_conflict(left, right) if left.type is ActorType.PERSON else None


def _subtypes_agree(
    left: str | None, right: str | None, vocabulary: Vocabulary
) -> bool:
    return (
        left is None
        or right is None
        or vocabulary.is_a(left, right)
        or vocabulary.is_a(right, left)
    )


def _given_names_conflict(left: Profile, right: Profile) -> str | None:
    """Return how the fullest names of two namesakes rule each other out, or None.

    They do by different middle names, or by Jr. and Sr.
    """
    here, there = (
        sorted(profile.forms | profile.alias_forms) for profile in (left, right)
    )
    for what, part in (("middle names", _middles), ("suffixes", suffixes)):
        ours, theirs = (
            {found for form in forms if (found := part(form))}
            for forms in (here, there)
        )
        if (
            ours
            and theirs
            and not any(
                a.startswith(b) or b.startswith(a) for a, b in product(ours, theirs)
            )
        ):
            return f"{quoted_names(left, right)} have different {what}"
    return None


def _middles(form: str) -> str:
    return " ".join(stem(form)[1:-1])


def suffixes(form: str) -> str:
    """Return what tells a father from a son in a normal name: "jr", or nothing."""
    return " ".join(part for part in form.split() if part in SUFFIXES)


def stem(form: str) -> list[str]:
    """Return the words of a normal name without its suffixes."""
    return [part for part in form.split() if part not in SUFFIXES]


def quoted_names(left: Profile, right: Profile) -> str:
    """Return the names of two profiles in quotation marks, for a reason."""
    return " and ".join(f"“{name}”" for name in sorted({left.name, right.name}))
