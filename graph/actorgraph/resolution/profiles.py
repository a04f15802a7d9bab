"""Profiles: what is known of a name over all documents, before anything is decided.

Actors of several documents share a profile, and so an id, only when their keys are equal: the same
Wikidata item, or the same type and normal name.  What cannot be told apart by its name (a lone
surname, "a senior official", "Monday") has its document in the key, so it never joins by itself.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actorgraph.identifiers import actor_id
from actorgraph.model import Actor, ActorId, ActorType, DocumentId, MentionKind, Reading
from actorgraph.names import fold_name
from actorgraph.resolution.name_forms import (
    is_acronym,
    is_full,
    is_general,
    normal_name,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Types whose actors are named even where they are only described.
_NAMED_TYPES = frozenset({ActorType.ROLE, ActorType.TIME})
_YEAR = re.compile(r"\d{4}")


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
    """Actors that are one by their key.

    Attributes:
        id: Made from the key, so it stays the same when other documents come or go.
        name: The best name among the members', as written.
        subtype: Only of places, where it tells homonyms apart; elsewhere None.
        forms: Normal forms of its names; empty when it is only described, never named.
        alias_forms: Normal forms of aliases that are telling enough to join by: full names,
            acronyms.
        members: Each document's actor, sorted by document.
    """

    id: ActorId
    key: Key
    name: str
    subtype: str | None
    wikidata: str | None
    forms: frozenset[str]
    alias_forms: frozenset[str]
    members: tuple[tuple[DocumentId, Actor], ...]

    @property
    def type(self) -> ActorType:
        """The type that all members have."""
        return self.key.type

    @property
    def home(self) -> DocumentId | None:
        """The only document it may belong to, or None when it may join others."""
        return self.key.home


def gather(readings: Iterable[Reading]) -> list[Profile]:
    """The profiles of all documents, sorted by id; no readings give none."""
    members: dict[Key, list[tuple[DocumentId, Actor]]] = defaultdict(list)
    for reading in readings:
        for key, actor in _keyed(reading):
            members[key].append((reading.document.id, actor))
    return sorted(
        (make_profile(key, found) for key, found in members.items()),
        key=lambda profile: profile.id,
    )


def make_profile(key: Key, members: Iterable[tuple[DocumentId, Actor]]) -> Profile:
    """Join some actors under a key."""
    ordered = tuple(sorted(members, key=lambda member: (member[0], member[1].id)))
    actors = [actor for _, actor in ordered]
    name = best_name(key.type, actors)
    named = [actor for actor in actors if not _is_described(actor)]
    forms = {normal_name(key.type, actor.name) for actor in named}
    return Profile(
        id=actor_id(key.type, key.text, normal_name(key.type, name)),
        key=key,
        name=name,
        subtype=actors[0].subtype if key.type is ActorType.PLACE else None,
        wikidata=actors[0].wikidata,
        forms=frozenset(forms),
        alias_forms=frozenset(_telling_aliases(key.type, named) - forms),
        members=ordered,
    )


def best_name(type_: ActorType, actors: Iterable[Actor]) -> str:
    """The name that most documents use, full names before surnames and acronyms.

    Then the longest, then by alphabet.
    """
    counts = Counter(actor.name for actor in actors)
    return min(
        counts,
        key=lambda name: (_is_weak(type_, name), -counts[name], -len(name), name),
    )


def _keyed(reading: Reading) -> Iterator[tuple[Key, Actor]]:
    document = reading.document.id
    seen: Counter[str] = Counter()
    for actor in sorted(reading.actors, key=_position):
        text = _shared_key(actor)
        if text is not None:
            yield Key(actor.type, text), actor
            continue
        normal = normal_name(actor.type, actor.name)
        seen[f"{actor.type}:{normal}"] += 1
        number = seen[f"{actor.type}:{normal}"]
        yield (
            Key(
                actor.type,
                f"document:{document}:{normal}" + (f"#{number}" if number > 1 else ""),
                document,
            ),
            actor,
        )


def _shared_key(actor: Actor) -> str | None:
    """Return the key that an actor has in every document, or None.

    There is none when its name does not identify it.
    """
    normal = normal_name(actor.type, actor.name)
    if actor.wikidata is not None:
        return f"wikidata:{actor.wikidata}"
    if _is_described(actor) or not _tells(actor.type, normal):
        return None
    return (
        f"{normal} ({actor.subtype})"
        if actor.type is ActorType.PLACE and actor.subtype
        else normal
    )


def _tells(type_: ActorType, normal: str) -> bool:
    if type_ is ActorType.PERSON:
        return is_full(normal)
    if type_ is ActorType.TIME:  # "Monday" is another day in another document
        return _YEAR.search(normal) is not None
    return type_ is ActorType.ROLE or not is_general(normal)


def _is_described(actor: Actor) -> bool:
    """Whether an actor has mentions and none of them is a name: "a senior official"."""
    if actor.type in _NAMED_TYPES or actor.wikidata is not None:
        return False
    return bool(actor.mentions) and all(
        mention.kind is not MentionKind.NAME for mention in actor.mentions
    )


def _telling_aliases(type_: ActorType, actors: Iterable[Actor]) -> set[str]:
    aliases = {alias for actor in actors for alias in actor.aliases}
    if type_ is ActorType.PERSON:
        return {
            form
            for form in (normal_name(type_, alias) for alias in aliases)
            if is_full(form)
        }
    return {normal_name(type_, alias) for alias in aliases if is_acronym(alias)}


def _is_weak(type_: ActorType, name: str) -> tuple[bool, bool]:
    if type_ is not ActorType.PERSON:
        return is_acronym(name), False
    normal = normal_name(type_, name)
    return not is_full(normal), len(fold_name(name).split()) > len(normal.split())


def _position(actor: Actor) -> tuple[int, int, str]:
    first = min(actor.mentions, default=None)
    return (first.start, first.end, actor.id) if first else (-1, -1, actor.id)
