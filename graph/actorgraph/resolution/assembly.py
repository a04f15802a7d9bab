"""The corpus: global actors, and every claim with global ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from actorgraph.errors import InvalidData
from actorgraph.model import (
    Actor,
    ActorId,
    Claim,
    ClaimId,
    DocumentId,
    Reading,
    Refusal,
)
from actorgraph.resolution.profiles import Profile, best_name
from actorgraph.vocabulary import Vocabulary

#: Document and local id → global actor.
Relabelling = Mapping[tuple[DocumentId, ActorId], Actor]


def merged_actor(profiles: Sequence[Profile]) -> Actor:
    """One actor from the profiles of a cluster; its id is that of the profile that says most.

    A profile says more with a Wikidata item, without a home document, and with more words in its
    name.
    """
    lead = min(
        profiles,
        key=lambda p: (
            p.wikidata is None,
            p.home is not None,
            -len(p.name.split()),
            p.id,
        ),
    )
    actors = [actor for profile in profiles for _, actor in profile.members]
    name = best_name(lead.type, actors)
    return Actor(
        id=lead.id,
        type=lead.type,
        name=name,
        subtype=_commonest(
            actor.subtype for actor in actors if actor.type is lead.type
        ),
        aliases=tuple(
            sorted(
                {alias for actor in actors for alias in (actor.name, *actor.aliases)}
                - {name}
            )
        ),
        mentions=tuple(
            sorted({mention for actor in actors for mention in actor.mentions})
        ),
        wikidata=lead.wikidata,
    )


def relabelled(
    reading: Reading, actors: Relabelling, vocabulary: Vocabulary
) -> Reading:
    """Return a reading with global ids and without actors of its own.

    Claims that resolution made impossible become refusals: what is now a relation of an actor to
    itself, and what no longer fits the ontology, since an actor turned out to be of another class.

    Raises:
        InvalidData: if a claim or quotation names an actor that its reading lacks;
            ``dataset.checks.objection`` finds such a reading before.
    """
    claims = (_global_claim(claim, reading, actors) for claim in reading.claims)
    attributions = (
        replace(
            said, speaker=said.speaker and _global(said.speaker, reading, actors).id
        )
        for said in reading.attributions
    )
    renamed = Reading(
        document=reading.document,
        claims=tuple(sorted(claims, key=lambda claim: claim.id)),
        attributions=tuple(attributions),
        refusals=tuple(sorted(reading.refusals, key=_place)),
    )
    members = (_global(local.id, reading, actors) for local in reading.actors)
    return _fitting(renamed, {actor.id: actor for actor in members}, vocabulary)


def _fitting(
    reading: Reading, actors: Mapping[ActorId, Actor], vocabulary: Vocabulary
) -> Reading:
    """Refuse the claims that there is an objection to, and those that were derived from them."""

    def objection(claim: Claim) -> str | None:
        if claim.subject == claim.object:
            return "both sides turned out to be the same actor"
        ends = actors[claim.subject], actors[claim.object]
        classes = [vocabulary.class_of(actor.type, actor.subtype) for actor in ends]
        return vocabulary.objection(claim.relation, *classes)

    reasons: dict[ClaimId, str] = {}
    while fresh := [*_objections(reading, reasons, objection)]:
        reasons.update(fresh)
    if not reasons:
        return reading
    refusals = (
        _refusal(claim, reasons[claim.id], actors)
        for claim in reading.claims
        if claim.id in reasons
    )
    return replace(
        reading,
        claims=tuple(claim for claim in reading.claims if claim.id not in reasons),
        refusals=tuple(sorted((*reading.refusals, *refusals), key=_place)),
    )


def _objections(
    reading: Reading,
    known: Mapping[ClaimId, str],
    objection: Callable[[Claim], str | None],
) -> Iterator[tuple[ClaimId, str]]:
    for claim in (claim for claim in reading.claims if claim.id not in known):
        reason = objection(claim)
        if reason is None and not known.keys().isdisjoint(claim.premises):
            reason = "it follows from a claim that was refused"
        if reason is not None:
            yield claim.id, reason


def _refusal(claim: Claim, reason: str, actors: Mapping[ActorId, Actor]) -> Refusal:
    proof = claim.evidence[0]
    subject, object_ = actors[claim.subject].name, actors[claim.object].name
    return Refusal(
        proof.document, subject, claim.relation, object_, reason, proof.start, proof.end
    )


def _global_claim(claim: Claim, reading: Reading, actors: Relabelling) -> Claim:
    return replace(
        claim,
        subject=_global(claim.subject, reading, actors).id,
        object=_global(claim.object, reading, actors).id,
        attributed_to=claim.attributed_to
        and _global(claim.attributed_to, reading, actors).id,
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
