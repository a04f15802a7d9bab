"""Profiles: all that the documents say about a name, before anything is decided.

Actors of several documents share a profile, and so an id, only when their keys are equal: the same
Wikidata item, or the same type and normal name.  What cannot be told apart by its name (a lone
surname, "a senior official", "Monday") has its document in the key, so it never joins by itself.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import starmap
from operator import attrgetter

from actorgraph.identifiers import actor_id
from actorgraph.model import Actor, ActorId, ActorType, DocumentId, MentionKind, Reading
from actorgraph.names import fold_name
from actorgraph.resolution.name_forms import (
    is_acronym,
    is_full,
    is_general,
    normal_name,
)

#: Types whose actors are named even where they are only described.
_NAMED_TYPES = frozenset({ActorType.ROLE, ActorType.TIME})
_YEAR = re.compile(r"\d{4}")

#: A document and one of its actors.
Member = tuple[DocumentId, Actor]


@dataclass(frozen=True, slots=True)
class Key:
    """What makes a profile.

    Its type, the text that is hashed, and the only document it may belong to, if any.
    """

    type: ActorType
    text: str
    home: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """Actors that are the same by their key.

    Attributes:
        id: Made from the key, so it stays the same when other documents come or go.
        name: The best name among the members', as written.
        subtype: Only of places, where it tells homonyms apart; elsewhere None.
        forms: Normal forms of its names; empty when it is only described, never named.
        alias_forms: Normal forms of the aliases that identify an actor: full names, acronyms.
        members: Each document's actor, sorted by document.
    """

    id: ActorId
    key: Key
    name: str
    subtype: str | None
    wikidata: str | None
    forms: frozenset[str]
    alias_forms: frozenset[str]
    members: tuple[Member, ...]

    @property
    def type(self) -> ActorType:
        """The type that all members have."""
        return self.key.type

    @property
    def home(self) -> DocumentId | None:
        """The only document it may belong to, or None when it may join others."""
        return self.key.home


def gather(readings: Iterable[Reading]) -> list[Profile]:
    """Return the profiles of all documents, sorted by id; no readings give none."""
    members: dict[Key, list[Member]] = defaultdict(list)
    for reading in readings:
        document = reading.document.id
        for key, actor in _keyed(reading):
            group = members[key]
            group.append((document, actor))
    profiles = starmap(make_profile, members.items())
    return sorted(profiles, key=attrgetter("id"))


def unjoinable(actors: Collection[Actor]) -> frozenset[ActorId]:
    """Return those actors of a document that no name joins with an actor of another one.

    They are described, never named, or a day that is another in every document.  What has the name
    of one of them is left out, since it is numbered with it.
    """
    alone: dict[ActorId, tuple[ActorType, str]] = {}
    named: set[tuple[ActorType, str]] = set()
    for actor in actors:
        if _shared_key(actor) is not None:
            continue
        name = actor.type, normal_name(actor.type, actor.name)
        if actor.type is ActorType.TIME or _is_described(actor):
            alone[actor.id] = name
        else:
            named.add(name)
    return frozenset(id_ for id_, name in alone.items() if name not in named)


def make_profile(key: Key, members: Iterable[Member]) -> Profile:
    """Return the profile of some actors with a key.

    Args:
        key: Of all of them.
        members: At least one, in any order.
    """
    ordered = sorted(members, key=_member_order)
    actors = [actor for _, actor in ordered]
    name = best_name(key.type, actors)
    named = [actor for actor in actors if not _is_described(actor)]
    forms = _name_forms(key.type, named)
    return Profile(
        id=actor_id(key.type, key.text, normal_name(key.type, name)),
        key=key,
        name=name,
        subtype=actors[0].subtype if key.type is ActorType.PLACE else None,
        wikidata=actors[0].wikidata,
        forms=forms,
        alias_forms=_identifying_aliases(key.type, named) - forms,
        members=tuple(ordered),
    )


def best_name(type_: ActorType, actors: Iterable[Actor]) -> str:
    """Return the name that most documents use, full names before surnames and acronyms.

    Of equals, the longest is returned, then the first in the alphabet.

    Args:
        type_: What kind of names they are.
        actors: At least one.
    """
    counts = Counter(actor.name for actor in actors)
    if len(counts) == 1:
        return next(iter(counts))

    def order(name: str) -> tuple[tuple[bool, bool], int, int, str]:
        return (
            _is_weak(type_, name),
            -counts[name],
            -len(name),
            name,
        )

    return min(counts, key=order)


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
    if _is_described(actor) or not _identifies(actor.type, normal):
        return None
    has_homonyms = actor.type is ActorType.PLACE and actor.subtype
    return f"{normal} ({actor.subtype})" if has_homonyms else normal


def _identifies(type_: ActorType, normal: str) -> bool:
    """Whether a normal name means the same actor in every document."""
    if type_ is ActorType.PERSON:
        return is_full(normal)
    if type_ is ActorType.TIME:  # "Monday" is another day in another document
        return _YEAR.search(normal) is not None
    return type_ is ActorType.ROLE or not is_general(normal)


def _is_described(actor: Actor) -> bool:
    """Whether an actor has mentions and none of them is a name: "a senior official"."""
    if actor.type in _NAMED_TYPES or actor.wikidata is not None:
        return False
    kinds = {mention.kind for mention in actor.mentions}
    return bool(kinds) and MentionKind.NAME not in kinds


def _member_order(member: Member) -> tuple[DocumentId, ActorId]:
    document, actor = member
    return document, actor.id


def _name_forms(type_: ActorType, actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset(normal_name(type_, actor.name) for actor in actors)


def _identifying_aliases(type_: ActorType, actors: Iterable[Actor]) -> frozenset[str]:
    """Return the normal forms of full names (of persons) or acronyms (of others)."""
    forms: set[str] = set()
    is_person = type_ is ActorType.PERSON
    for actor in actors:
        for alias in actor.aliases:
            form = normal_name(type_, alias)
            if is_full(form) if is_person else is_acronym(alias):
                forms.add(form)
    return frozenset(forms)


def _is_weak(type_: ActorType, name: str) -> tuple[bool, bool]:
    """Return whether a name is weak, the worse reason first: sorts strong names first."""
    if type_ is not ActorType.PERSON:
        return is_acronym(name), False
    normal = normal_name(type_, name)
    has_honorific = len(fold_name(name).split()) > len(normal.split())
    return not is_full(normal), has_honorific


_place = attrgetter("start", "end")


def _position(actor: Actor) -> tuple[int, int, str]:
    if not actor.mentions:
        return -1, -1, actor.id
    first = min(actor.mentions, key=_place)
    return first.start, first.end, actor.id
