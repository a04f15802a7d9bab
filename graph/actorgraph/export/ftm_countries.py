"""The codes of countries and regions, by which Aleph and OpenSanctions filter."""

from __future__ import annotations

from collections.abc import Iterable

from actorgraph.model import Actor, ActorId, Claim
from actorgraph.territories import territories


def countries(
    actors: Iterable[Actor], located: Iterable[Claim]
) -> dict[ActorId, set[str]]:
    """Return the codes of the countries that places are or lie in.

    Args:
        actors: All actors; those with the Wikidata id of a territory are in its country.
        located: Claims whose subject lies where the object does.
    """
    codes: dict[ActorId, set[str]] = {}
    for actor in actors:
        territory = territories().get(actor.wikidata or "")
        if territory:
            codes[actor.id] = {territory.country}
    waiting = list(located)
    while settled := [claim for claim in waiting if claim.object in codes]:
        waiting = [claim for claim in waiting if claim.object not in codes]
        for claim in settled:
            codes.setdefault(claim.subject, set()).update(codes[claim.object])
    return codes
