"""The corpus: global actors, and every claim with global ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from actorgraph.errors import InvalidData
from actorgraph.model import Actor, ActorId, Claim, ClaimId, DocumentId, Reading, Refusal
from actorgraph.resolution.profiles import Profile, best_name

#: Document and local id → global actor.
Relabelling = Mapping[tuple[DocumentId, ActorId], Actor]


def merged_actor(profiles: Sequence[Profile]) -> Actor:
    """One actor from the profiles of a cluster; its id is that of the profile that says most.

    A profile says more with a Wikidata item, without a home document, and with more words in its name.
    """
    lead = min(profiles, key=lambda p: (p.wikidata is None, p.home is not None, -len(p.name.split()), p.id))
    actors = [actor for profile in profiles for _, actor in profile.members]
    name = best_name(lead.type, actors)
    return Actor(
        id=lead.id,
        type=lead.type,
        name=name,
        subtype=_commonest(actor.subtype for actor in actors if actor.type is lead.type),
        aliases=tuple(sorted({alias for actor in actors for alias in (actor.name, *actor.aliases)} - {name})),
        mentions=tuple(sorted({mention for actor in actors for mention in actor.mentions})),
        wikidata=lead.wikidata,
    )


def relabelled(reading: Reading, actors: Relabelling) -> Reading:
    """A reading with global ids and no actors of its own; what became a relation of one actor to itself is refused.

    Raises:
        InvalidData: if a claim names an actor that its reading lacks.
    """
    claims, refusals = _settled([_global_claim(claim, reading, actors) for claim in reading.claims], reading, actors)
    attributions = (
        replace(said, speaker=said.speaker and _global(said.speaker, reading, actors).id)
        for said in reading.attributions
    )
    return Reading(
        document=reading.document,
        claims=tuple(sorted(claims, key=lambda claim: claim.id)),
        attributions=tuple(attributions),
        refusals=tuple(sorted((*reading.refusals, *refusals), key=_place)),
    )


def _settled(claims: list[Claim], reading: Reading, actors: Relabelling) -> tuple[list[Claim], list[Refusal]]:
    """Refuse claims of an actor about itself, and then what was derived from a refused claim."""
    here = [_global(local.id, reading, actors) for local in reading.actors]
    names = {actor.id: actor.name for actor in here}
    refused: set[ClaimId] = set()
    refusals: list[Refusal] = []
    while True:
        reasons = [(claim, _reason(claim, refused)) for claim in claims]
        lost = [(claim, reason) for claim, reason in reasons if reason]
        if not lost:
            return claims, refusals
        refused.update(claim.id for claim, _ in lost)
        refusals.extend(_refusal(claim, reason, names) for claim, reason in lost)
        claims = [claim for claim in claims if claim.id not in refused]


def _reason(claim: Claim, refused: set[ClaimId]) -> str:
    if claim.subject == claim.object:
        return "both sides turned out to be the same actor"
    return "it follows from a claim that was refused" if refused.intersection(claim.premises) else ""


def _refusal(claim: Claim, reason: str, names: Mapping[ActorId, str]) -> Refusal:
    proof = claim.evidence[0]
    subject, object_ = names[claim.subject], names[claim.object]
    return Refusal(proof.document, subject, claim.relation, object_, reason, proof.start, proof.end)


def _global_claim(claim: Claim, reading: Reading, actors: Relabelling) -> Claim:
    return replace(
        claim,
        subject=_global(claim.subject, reading, actors).id,
        object=_global(claim.object, reading, actors).id,
        attributed_to=claim.attributed_to and _global(claim.attributed_to, reading, actors).id,
    )


def _global(local: ActorId, reading: Reading, actors: Relabelling) -> Actor:
    try:
        return actors[reading.document.id, local]
    except KeyError:
        raise InvalidData(
            f"{reading.document.name} has a claim about {local!r}, which is not among its actors"
        ) from None


def _commonest(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], value), default=None)


def _place(refusal: Refusal) -> tuple[int, int, str, str, str]:
    return refusal.start, refusal.end, refusal.relation, refusal.subject, refusal.object
