"""From the ids in judgements to profiles.

A document's part of an actor becomes a profile of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from actorgraph.model import Actor, ActorId, DocumentId, Judgement, Verdict
from actorgraph.resolution.judgements import PART
from actorgraph.resolution.name_forms import normal_name
from actorgraph.resolution.profiles import Key, Profile, make_profile

#: Id in a judgement → id of the profile it means.
Known = Mapping[ActorId, ActorId]


def wanted_parts(judgements: Iterable[Judgement]) -> list[ActorId]:
    """The parts that judgements decide about, sorted; being unsure takes nothing apart."""
    decided = [
        judgement for judgement in judgements if judgement.verdict is not Verdict.UNSURE
    ]
    return sorted({id_ for j in decided for id_ in (j.left, j.right) if PART in id_})


def take_out(
    profiles: Sequence[Profile],
    parts: Iterable[ActorId],
    family: Callable[[ActorId], Iterable[ActorId]],
) -> tuple[list[Profile], dict[ActorId, ActorId]]:
    """Give each named part a profile of its own, which joins others only by judgement.

    Args:
        family: The profiles that are one actor with a profile, itself included.

    Returns:
        The profiles, sorted by id, and for each part that exists the id of its profile.
    """
    by_id = {profile.id: profile for profile in profiles}
    known = known_ids(profiles)
    taken: dict[ActorId, ActorId] = {}
    for part in parts:
        whole, _, document = part.rpartition(PART)
        found = by_id.get(known_id(ActorId(whole), known) or ActorId(""))
        if found is not None:
            members = _leave(by_id, family(found.id), DocumentId(document))
            if members:
                own = _part(found, DocumentId(document), members)
                by_id[own.id] = own
                taken[part] = own.id
    return sorted(by_id.values(), key=lambda profile: profile.id), taken


def known_ids(profiles: Iterable[Profile]) -> dict[ActorId, ActorId]:
    """Return what an id may be written as: in full, or by the hash at its end.

    The hash counts where only one profile has it: the readable part may change with the names.
    """
    ids = [profile.id for profile in profiles]
    hashes = [_hash(id_) for id_ in ids]
    once = {hash_ for hash_, count in _counts(hashes).items() if count == 1}
    return {id_: id_ for id_ in ids} | {
        h: id_ for h, id_ in zip(hashes, ids, strict=True) if h in once
    }


def known_id(id_: ActorId, known: Known) -> ActorId | None:
    """The profile that an id means, or None."""
    return known.get(id_) or (None if PART in id_ else known.get(_hash(id_)))


def located(
    judgements: Iterable[Judgement], known: Known
) -> tuple[list[Judgement], list[Judgement]]:
    """Return the judgements whose actors exist, and those whose actors do not.

    The former have the ids of their profiles.
    """
    used, unused = [], []
    for judgement in judgements:
        left, right = known_id(judgement.left, known), known_id(judgement.right, known)
        if left is None or right is None or left == right:
            unused.append(judgement)
        else:
            used.append(
                replace(judgement, left=min(left, right), right=max(left, right))
            )
    return used, unused


def _leave(
    by_id: dict[ActorId, Profile], ids: Iterable[ActorId], document: DocumentId
) -> list[tuple[DocumentId, Actor]]:
    """Take the actors of a document out of some profiles; a profile that has no others goes."""
    left: list[tuple[DocumentId, Actor]] = []
    for profile in [by_id[id_] for id_ in ids if id_ in by_id]:
        here = [member for member in profile.members if member[0] == document]
        rest = [member for member in profile.members if member[0] != document]
        left.extend(here)
        if here:
            del by_id[profile.id]
        if here and rest:
            rest_of_it = make_profile(profile.key, rest)
            by_id[rest_of_it.id] = rest_of_it
    return left


def _part(
    whole: Profile, document: DocumentId, members: list[tuple[DocumentId, Actor]]
) -> Profile:
    text = f"part:{document}:{normal_name(whole.type, whole.name)}"
    return make_profile(Key(whole.type, text, document), members)


def _counts(values: Iterable[ActorId]) -> dict[ActorId, int]:
    counts: dict[ActorId, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return counts


def _hash(id_: ActorId) -> ActorId:
    return ActorId(id_.rpartition("-")[2])
