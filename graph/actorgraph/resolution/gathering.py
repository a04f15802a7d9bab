"""From readings to profiles.

Actors of several documents share a profile, and so an id, only when their keys are equal: the same
Wikidata item, or the same type and normal name, unless the documents say what cannot be true of one
actor.  What its name does not distinguish (a lone surname, "a senior official", "Monday")
has its document in the key, so it never joins by itself.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from actorgraph.model import NOT_ACTING, Actor, ActorId, ActorType, DocumentId
from actorgraph.other_names import full_name
from actorgraph.resolution.company import Companies
from actorgraph.resolution.homonyms import namesakes
from actorgraph.resolution.name_forms import is_full, is_general, normal_name
from actorgraph.resolution.outlines import Outline
from actorgraph.resolution.profiles import (
    Key,
    Member,
    Profile,
    TraitsOf,
    is_described,
    make_profile,
)
from actorgraph.resolution.traits import Traits
from actorgraph.state_bodies import state_body

_place = attrgetter("start", "end")
_YEAR = re.compile(r"\d{4}")
#: Types of actors that may share a name.
_NAMESAKES = frozenset({ActorType.PERSON, ActorType.PLACE, ActorType.ORGANIZATION})


@dataclass(frozen=True, slots=True)
class Gathering:
    """What all documents say, by name.

    Attributes:
        profiles: Sorted by id.
        traits: What is known of the actors of each document.
        companies: Which actors are named together.
    """

    profiles: list[Profile]
    traits: TraitsOf
    companies: Companies


def gather(outlines: Sequence[Outline]) -> Gathering:
    """Return the profiles of all documents, given one outline of each; none gives none."""
    members: dict[Key, list[Member]] = defaultdict(list)
    named: dict[DocumentId, set[str]] = defaultdict(set)
    for outline in outlines:
        document = outline.document.id
        for key, actor in _keyed(outline):
            members[key].append((document, actor))
            # Documents about anything name posts and dates.
            if key.home is None and key.type not in NOT_ACTING:
                named[document].add(key.text)
    companies = Companies.of({id_: frozenset(keys) for id_, keys in named.items()})
    traits = _traits(outlines)
    separated = _separated(members, traits, companies)
    profiles = [make_profile(key, group, traits) for key, group in separated]
    return Gathering(sorted(profiles, key=attrgetter("id")), traits, companies)


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
        if actor.type is ActorType.TIME or is_described(actor):
            alone[actor.id] = name
        else:
            named.add(name)
    return frozenset(id_ for id_, name in alone.items() if name not in named)


def _traits(outlines: Iterable[Outline]) -> TraitsOf:
    traits: dict[tuple[DocumentId, ActorId], Traits] = {}
    for outline in outlines:
        for id_, known in outline.traits.items():
            traits[outline.document.id, id_] = known
    return traits


def _separated(
    members: Mapping[Key, list[Member]], traits: TraitsOf, companies: Companies
) -> Iterator[tuple[Key, list[Member]]]:
    """Yield the members of each actor, with namesakes apart."""
    for key, group in members.items():
        if key.home is not None or key.type not in _NAMESAKES or len(group) == 1:
            yield key, group
            continue
        for label, namesake in namesakes(key.text, group, traits, companies):
            yield Key(key.type, label, namesake.home), namesake.members


def _keyed(outline: Outline) -> Iterator[tuple[Key, Actor]]:
    """Yield the actors of a document with their keys.

    A name that identifies nobody outside the document is numbered if several actors have it.
    """
    document = outline.document.id
    counts: Counter[tuple[ActorType, str]] = Counter()
    actors = sorted(outline.actors, key=_position)
    for actor in actors:
        text = _shared_key(actor)
        if text is not None:
            yield Key(actor.type, text), actor
            continue
        normal = normal_name(actor.type, actor.name)
        name = actor.type, normal
        counts[name] += 1
        number = counts[name]
        text = f"document:{document}:{normal}"
        if number > 1:
            text += f"#{number}"
        key = Key(actor.type, text, document)
        yield key, actor


def _shared_key(actor: Actor) -> str | None:
    """Return the key that an actor has in every document, or None.

    There is none when its name does not identify it.
    """
    if actor.wikidata is not None:
        return f"wikidata:{actor.wikidata}"
    normal = normal_name(actor.type, actor.name)
    # CASE described: "a bank" is another one elsewhere, but "the German government" is not
    if is_described(actor) and state_body(actor.name) is None:
        return None
    # CASE known: "State Department" could be anybody's, but is not
    if not identifies(actor.type, normal) and full_name(actor.type, actor.name) is None:
        return None
    has_homonyms = actor.type is ActorType.PLACE and actor.subtype
    if has_homonyms:
        return f"{normal} ({actor.subtype})"
    return normal


def identifies(type_: ActorType, normal: str) -> bool:
    """Whether a normal name means the same actor in every document."""
    if type_ is ActorType.PERSON:
        return is_full(normal)
    if type_ is ActorType.TIME:  # "Monday" is another day in another document
        return _YEAR.search(normal) is not None
    if type_ is ActorType.ROLE:
        return True
    return not is_general(normal)


def _position(actor: Actor) -> tuple[int, int, str]:
    if not actor.mentions:
        return -1, -1, actor.id
    first = min(actor.mentions, key=_place)
    return first.start, first.end, actor.id
