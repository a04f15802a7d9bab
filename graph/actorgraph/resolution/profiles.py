"""Profiles: all that the documents say about a name, before anything is decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from actorgraph.identifiers import actor_id
from actorgraph.model import (
    NOT_ACTING,
    Actor,
    ActorId,
    ActorType,
    DocumentId,
    MentionKind,
)
from actorgraph.names import fold_name
from actorgraph.resolution.name_forms import (
    is_acronym,
    is_full,
    normal_name,
    spelled_name,
)
from actorgraph.resolution.traits import UNKNOWN, Traits, combined

#: A document and one of its actors.
Member = tuple[DocumentId, Actor]
#: What is known of each actor of each document; nothing of those that it lacks.
TraitsOf = Mapping[tuple[DocumentId, ActorId], Traits]


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
        subtype: Only of places, where it distinguishes homonyms; elsewhere None.
        forms: Normal forms of its names; empty when it is only described, never named.
        alias_forms: Normal forms of the aliases that identify an actor: full names, acronyms.
        members: Each document's actor, sorted by document.
        traits: What these documents say of it that distinguishes it from namesakes.
    """

    id: ActorId
    key: Key
    name: str
    subtype: str | None
    wikidata: str | None
    forms: frozenset[str]
    alias_forms: frozenset[str]
    members: tuple[Member, ...]
    traits: Traits = UNKNOWN

    @property
    def type(self) -> ActorType:
        """The type that all members have."""
        return self.key.type

    @property
    def home(self) -> DocumentId | None:
        """The only document it may belong to, or None when it may join others."""
        return self.key.home


def make_profile(
    key: Key, members: Iterable[Member], traits: TraitsOf | None = None
) -> Profile:
    """Return the profile of some actors with a key.

    Args:
        key: Of all of them.
        members: At least one, in any order.
        traits: What is known of them, and of others; None for nothing.
    """
    ordered = sorted(members, key=member_key)
    actors = [actor for _, actor in ordered]
    first = actors[0]
    name = best_name(key.type, actors)
    named = [actor for actor in actors if not is_described(actor)]
    forms = _name_forms(key.type, named)
    return Profile(
        id=actor_id(key.type, key.text, normal_name(key.type, name)),
        key=key,
        name=name,
        subtype=first.subtype if key.type is ActorType.PLACE else None,
        wikidata=first.wikidata,
        forms=forms,
        alias_forms=_identifying_aliases(key.type, named) - forms,
        members=tuple(ordered),
        traits=_traits(ordered, traits or {}),
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


def _traits(members: Iterable[Member], traits: TraitsOf) -> Traits:
    known = (traits.get((document, actor.id)) for document, actor in members)
    return combined(filter(None, known))


def is_described(actor: Actor) -> bool:
    """Whether an actor has mentions and none of them is a name: "a senior official".

    A post or a date is named by its description.
    """
    if actor.type in NOT_ACTING or actor.wikidata is not None:
        return False
    kinds = {mention.kind for mention in actor.mentions}
    if not kinds:
        return False
    return MentionKind.NAME not in kinds


def member_key(member: Member) -> tuple[DocumentId, ActorId]:
    """Return what identifies a member: its document, and its id there."""
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
            form = spelled_name(type_, alias)
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
