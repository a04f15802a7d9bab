"""From readings to profiles.

Actors of several documents share a profile, and so an id, only when their keys are equal: the same
Wikidata item, or the same type and normal name, unless the documents say what cannot be true of one
actor.  What cannot be told apart by its name (a lone surname, "a senior official", "Monday")
has its document in the key, so it never joins by itself.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from actorgraph.model import Actor, ActorId, ActorType, DocumentId, Reading
from actorgraph.resolution.company import Companies
from actorgraph.resolution.homonyms import namesakes
from actorgraph.resolution.name_forms import is_full, is_general, normal_name
from actorgraph.resolution.profiles import (
    Key,
    Member,
    Profile,
    TraitsOf,
    is_described,
    make_profile,
)
from actorgraph.resolution.traits import Traits, traits_of
from actorgraph.vocabulary import Vocabulary

_YEAR = re.compile(r"\d{4}")
#: Types that documents about anything name.
_NO_COMPANY = frozenset({ActorType.TIME, ActorType.ROLE})


@dataclass(frozen=True, slots=True)
class Gathering:
    """What all documents say, by name.

    Attributes:
        profiles: Sorted by id.
        traits: What is known of the actors of each document.
        companies: Who is named beside whom.
    """

    profiles: list[Profile]
    traits: TraitsOf
    companies: Companies


def gather(readings: Sequence[Reading], vocabulary: Vocabulary) -> Gathering:
    """Return the profiles of all documents; no readings give none.

    Args:
        readings: Of different documents.
        vocabulary: Says which relations tell namesakes apart.
    """
    members: dict[Key, list[Member]] = defaultdict(list)
    named: dict[DocumentId, set[str]] = defaultdict(set)
    for reading in readings:
        document = reading.document.id
        for key, actor in _keyed(reading):
            members[key].append((document, actor))
            if key.home is None and key.type not in _NO_COMPANY:
                named[document].add(key.text)
    companies = Companies.of({id_: frozenset(keys) for id_, keys in named.items()})
    traits = _traits(readings, vocabulary)
    separated = _separated(members, traits, companies)
    profiles = [make_profile(key, group, traits) for key, group in separated]
    return Gathering(sorted(profiles, key=attrgetter("id")), traits, companies)


def _traits(readings: Iterable[Reading], vocabulary: Vocabulary) -> TraitsOf:
    traits: dict[tuple[DocumentId, ActorId], Traits] = {}
    for reading in readings:
        for id_, known in traits_of(reading, vocabulary).items():
            traits[reading.document.id, id_] = known
    return traits


def _separated(
    members: Mapping[Key, list[Member]], traits: TraitsOf, companies: Companies
) -> Iterator[tuple[Key, list[Member]]]:
    """Yield the members of each actor, with namesakes apart."""
    for key, group in members.items():
        is_person = key.type is ActorType.PERSON and key.home is None
        if not is_person or len(group) == 1:
            yield key, group
            continue
        for label, namesake in namesakes(key.text, group, traits, companies):
            yield Key(key.type, label, namesake.home), namesake.members


def _keyed(reading: Reading) -> Iterator[tuple[Key, Actor]]:
    """Yield the actors of a document with their keys.

    A name that identifies nobody outside the document is numbered if several actors have it.
    """
    document = reading.document.id
    counts: Counter[tuple[ActorType, str]] = Counter()
    for actor in sorted(reading.actors, key=_position):
        text = _shared_key(actor)
        if text is not None:
            yield Key(actor.type, text), actor
            continue
        name = actor.type, normal_name(actor.type, actor.name)
        counts[name] += 1
        number = counts[name]
        text = f"document:{document}:{name[1]}"
        if number > 1:
            text += f"#{number}"
        yield Key(actor.type, text, document), actor


def _shared_key(actor: Actor) -> str | None:
    """Return the key that an actor has in every document, or None.

    There is none when its name does not identify it.
    """
    if actor.wikidata is not None:
        return f"wikidata:{actor.wikidata}"
    normal = normal_name(actor.type, actor.name)
    if is_described(actor) or not identifies(actor.type, normal):
        return None
    has_homonyms = actor.type is ActorType.PLACE and actor.subtype
    return f"{normal} ({actor.subtype})" if has_homonyms else normal


def identifies(type_: ActorType, normal: str) -> bool:
    """Whether a normal name means the same actor in every document."""
    if type_ is ActorType.PERSON:
        return is_full(normal)
    if type_ is ActorType.TIME:  # "Monday" is another day in another document
        return _YEAR.search(normal) is not None
    return type_ is ActorType.ROLE or not is_general(normal)


def _position(actor: Actor) -> tuple[int, int, str]:
    if not actor.mentions:
        return -1, -1, actor.id
    first = min(actor.mentions)
    return first.start, first.end, actor.id
