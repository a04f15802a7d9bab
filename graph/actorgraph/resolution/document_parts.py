"""From the ids in judgements to profiles.

A document's part of an actor becomes a profile of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from actorgraph.model import ActorId, DocumentId, Judgement, Verdict
from actorgraph.resolution.gathering import Gathering
from actorgraph.resolution.judgements import PART, split_part
from actorgraph.resolution.name_forms import normal_name
from actorgraph.resolution.profiles import Key, Member, Profile, TraitsOf, make_profile

#: Id in a judgement → id of the profile it means.
ProfileIds = Mapping[ActorId, ActorId]


def wanted_parts(judgements: Iterable[Judgement]) -> list[ActorId]:
    """Return the parts that judgements decide about, sorted; "unsure" takes nothing apart."""
    parts: set[ActorId] = set()
    for judgement in judgements:
        if judgement.verdict is not Verdict.UNSURE:
            ids = {judgement.left, judgement.right}
            parts.update(filter(_is_part, ids))
    return sorted(parts)


def take_out(
    gathering: Gathering,
    parts: Iterable[ActorId],
    families: Mapping[ActorId, Iterable[ActorId]],
) -> tuple[Gathering, dict[ActorId, ActorId]]:
    """Give each named part a profile of its own, which joins others only by judgement.

    Args:
        gathering: The profiles of all documents.
        parts: Ids as ``judgements.part_id`` makes them.
        families: Each profile → all that are the same actor, itself included.

    Returns:
        The profiles with the parts, and for each part that exists the id of its profile.
    """
    traits = gathering.traits
    profiles = gathering.profiles
    by_id = {profile.id: profile for profile in profiles}
    ids = profile_ids(profiles)
    taken: dict[ActorId, ActorId] = {}
    for part in parts:
        actor, document = split_part(part)
        id_ = profile_id(actor, ids)
        if id_ is None or id_ not in by_id:
            continue

        profile = by_id[id_]
        members = _leave(by_id, families[id_], document, traits)
        if members:
            separate = _part(profile, document, members, traits)
            by_id[separate.id] = separate
            taken[part] = separate.id
    remaining = sorted(by_id.values(), key=attrgetter("id"))
    return replace(gathering, profiles=remaining), taken


def profile_ids(profiles: Sequence[Profile]) -> dict[ActorId, ActorId]:
    """Return what the id of a profile may be written as: in full, or as the hash at its end.

    The hash counts where only one profile has it: the readable part may change with the names.
    """
    ids: dict[ActorId, ActorId] = {}
    counts = Counter(_hash(profile.id) for profile in profiles)
    for profile in profiles:
        hash_ = _hash(profile.id)
        if counts[hash_] == 1:
            ids[hash_] = profile.id
    for profile in profiles:
        ids[profile.id] = profile.id
    return ids


def located(
    judgements: Iterable[Judgement], ids: ProfileIds
) -> tuple[list[Judgement], list[Judgement]]:
    """Separate the judgements whose actors both exist from the others.

    Returns:
        The former with the ids of their profiles, and the latter as they are.
    """
    used = []
    unused = []
    for judgement in judgements:
        left = profile_id(judgement.left, ids)
        right = profile_id(judgement.right, ids)
        if left is None or right is None or left == right:
            unused.append(judgement)
        else:
            first, second = sorted((left, right))
            used.append(replace(judgement, left=first, right=second))
    return used, unused


def profile_id(id_: ActorId, ids: ProfileIds) -> ActorId | None:
    """Return the profile that an id in a judgement means, or None."""
    if id_ in ids:
        return ids[id_]
    if _is_part(id_):
        return None
    return ids.get(_hash(id_))


def _leave(
    by_id: dict[ActorId, Profile],
    ids: Iterable[ActorId],
    document: DocumentId,
    traits: TraitsOf,
) -> list[Member]:
    """Take the actors of a document out of some profiles; a profile without others is removed.

    Returns:
        The actors that were taken out.
    """
    left: list[Member] = []
    profiles = [by_id[id_] for id_ in ids if id_ in by_id]
    for profile in profiles:
        leaving, staying = _separated(profile.members, document)
        left += leaving
        if leaving:
            del by_id[profile.id]
        if leaving and staying:
            remainder = make_profile(profile.key, staying, traits)
            by_id[remainder.id] = remainder
    return left


def _separated(
    members: Iterable[Member], document: DocumentId
) -> tuple[list[Member], list[Member]]:
    """Return the actors of a document, and all others."""
    here: list[Member] = []
    elsewhere: list[Member] = []
    for member in members:
        group = here if member[0] == document else elsewhere
        group.append(member)
    return here, elsewhere


def _part(
    profile: Profile,
    document: DocumentId,
    members: Iterable[Member],
    traits: TraitsOf,
) -> Profile:
    name = normal_name(profile.type, profile.name)
    text = f"part:{document}:{name}"
    key = Key(profile.type, text, document)
    return make_profile(key, members, traits)


def _is_part(id_: ActorId) -> bool:
    return PART in id_


def _hash(id_: ActorId) -> ActorId:
    _, _, hash_ = id_.rpartition("-")
    return ActorId(hash_)
