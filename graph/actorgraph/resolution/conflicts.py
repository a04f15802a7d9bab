"""What keeps two profiles apart, whatever their names share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product
from typing import TYPE_CHECKING

from actorgraph.model import ActorType
from actorgraph.resolution.name_forms import stem, suffixes
from actorgraph.resolution.traits import objection_to

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
    """Return why two profiles cannot be the same actor, as a sentence, or None if they can."""
    items = left.wikidata, right.wikidata
    if all(items) and left.wikidata != right.wikidata:
        return "they are two Wikidata items, {} and {}".format(*items)
    types = left.type, right.type
    if left.type is not right.type and not _INTERCHANGEABLE.issuperset(types):
        return "they are of two kinds, {} and {}".format(*types)
    subtypes = left.subtype, right.subtype
    if not _subtypes_agree(*subtypes, vocabulary):
        return "they are of two kinds, {} and {}".format(*subtypes)
    is_person = left.type is ActorType.PERSON
    names_conflict = _given_names_conflict(left, right) if is_person else None
    return names_conflict or _traits_conflict(left, right)


def quoted_names(left: Profile, right: Profile) -> str:
    """Return the names of two profiles in quotation marks, for a reason."""
    names = sorted({left.name, right.name})
    quoted = map("“{}”".format, names)
    return " and ".join(quoted)


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
    for what, part_of in _DISTINGUISHING.items():
        here = _parts(left, part_of)
        there = _parts(right, part_of)
        if here and there and not _any_agree(here, there):
            quoted = quoted_names(left, right)
            return f"{quoted} have different {what}"
    return None


def _traits_conflict(left: Profile, right: Profile) -> str | None:
    objection = objection_to(left.traits, right.traits)
    if not objection:
        return None
    return f"{quoted_names(left, right)}: {objection}"


def _parts(profile: Profile, part_of: Callable[[str], str]) -> set[str]:
    """Return some part of each name and alias that has it."""
    forms = profile.forms | profile.alias_forms
    parts = set(map(part_of, forms))
    parts.discard("")
    return parts


def _any_agree(here: Iterable[str], there: Iterable[str]) -> bool:
    """Whether any two parts are equal or one is an abbreviation of the other."""
    for pair in product(here, there):
        short, long = sorted(pair, key=len)
        if long.startswith(short):
            return True
    return False


def _middles(form: str) -> str:
    words = stem(form)
    return " ".join(words[1:-1])


#: What distinguishes two namesakes → how to get it from a normal name.
_DISTINGUISHING = {"middle names": _middles, "suffixes": suffixes}
