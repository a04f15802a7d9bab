"""The corpus: global actors, and every claim with global ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from actorgraph.errors import InvalidData
from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Attribution,
    Claim,
    ClaimId,
    DocumentId,
    Mention,
    Reading,
    Refusal,
)
from actorgraph.resolution.profiles import Profile, best_name
from actorgraph.vocabulary import Vocabulary

#: Document and local id → global actor.
Relabelling = Mapping[tuple[DocumentId, ActorId], Actor]

_BOTH_SIDES = "both sides turned out to be the same actor"
_DERIVED = "it follows from a claim that was refused"
_place = attrgetter("start", "end", "relation", "subject", "object")


def merged_actor(profiles: Sequence[Profile]) -> Actor:
    """Return one actor for the profiles of a cluster.

    Its id, type and Wikidata item are those of the most informative profile: with a Wikidata item,
    without a home document, and with more words in its name.

    Args:
        profiles: At least one.
    """
    lead = min(profiles, key=_lead_order)
    actors: list[Actor] = []
    for profile in profiles:
        actors += (actor for _, actor in profile.members)
    name = best_name(lead.type, actors)
    return Actor(
        id=lead.id,
        type=lead.type,
        name=name,
        subtype=_commonest_subtype(lead.type, actors),
        aliases=_aliases(actors, name),
        mentions=_mentions(actors),
        wikidata=lead.wikidata,
    )


def relabelled(
    reading: Reading, actors: Relabelling, vocabulary: Vocabulary
) -> Reading:
    """Return a reading with global ids and an empty list of actors.

    Claims that resolution made impossible become refusals: a relation of an actor to itself, and
    what no longer fits the ontology because an actor turned out to be of another class.

    Raises:
        InvalidData: if a claim or quotation names an actor that its reading lacks;
            ``dataset.checks.objection`` finds such a reading before.
    """
    claims = [_global_claim(claim, reading, actors) for claim in reading.claims]
    attributions = [
        _global_attribution(attribution, reading, actors)
        for attribution in reading.attributions
    ]
    renamed = Reading(
        document=reading.document,
        claims=tuple(sorted(claims, key=attrgetter("id"))),
        attributions=tuple(attributions),
        refusals=tuple(sorted(reading.refusals, key=_place)),
    )
    members: dict[ActorId, Actor] = {}
    for local in reading.actors:
        member = _global(local.id, reading, actors)
        members[member.id] = member
    return _fitting(renamed, members, vocabulary)


# The actor of a cluster


def _lead_order(profile: Profile) -> tuple[bool, bool, int, ActorId]:
    """Sort key that puts the most informative profile first."""
    return (
        profile.wikidata is None,
        profile.home is not None,
        -len(profile.name.split()),
        profile.id,
    )


def _commonest_subtype(type_: ActorType, actors: Iterable[Actor]) -> str | None:
    """Return the most frequent subtype among the actors of a type; of equals the first by name."""
    counts: Counter[str] = Counter()
    for actor in actors:
        subtype = actor.subtype
        if actor.type is type_ and subtype is not None:
            counts[subtype] += 1
    highest = max(counts.values(), default=0)
    frequent = (subtype for subtype in counts if counts[subtype] == highest)
    return min(frequent, default=None)


def _aliases(actors: Iterable[Actor], name: str) -> tuple[str, ...]:
    """Return every name in use besides the canonical one, sorted."""
    names: set[str] = set()
    for actor in actors:
        names |= {actor.name, *actor.aliases}
    names.discard(name)
    return tuple(sorted(names))


def _mentions(actors: Iterable[Actor]) -> tuple[Mention, ...]:
    mentions: set[Mention] = set()
    for actor in actors:
        mentions.update(actor.mentions)
    return tuple(sorted(mentions))


# Claims that resolution made impossible


def _fitting(
    reading: Reading, actors: Mapping[ActorId, Actor], vocabulary: Vocabulary
) -> Reading:
    """Refuse the claims that became impossible, and those that were derived from them."""
    reasons = _objections(reading, actors, vocabulary)
    if not reasons:
        return reading
    claims: list[Claim] = []
    refusals = list(reading.refusals)
    for claim in reading.claims:
        if claim.id in reasons:
            refusals.append(_refusal(claim, reasons[claim.id], actors))
        else:
            claims.append(claim)
    refusals.sort(key=_place)
    return replace(reading, claims=tuple(claims), refusals=tuple(refusals))


def _objections(
    reading: Reading, actors: Mapping[ActorId, Actor], vocabulary: Vocabulary
) -> dict[ClaimId, str]:
    """Return why claims cannot stay, by their ids."""
    reasons: dict[ClaimId, str] = {}
    for claim in reading.claims:
        reason = _objection(claim, actors, vocabulary)
        if reason is not None:
            reasons[claim.id] = reason
    # A derived claim may be a premise of another one.
    while derived := _derived(reading.claims, reasons):
        reasons.update(dict.fromkeys(derived, _DERIVED))
    return reasons


def _objection(
    claim: Claim, actors: Mapping[ActorId, Actor], vocabulary: Vocabulary
) -> str | None:
    if claim.subject == claim.object:
        return _BOTH_SIDES
    subject, object_ = actors[claim.subject], actors[claim.object]
    return vocabulary.objection(
        claim.relation,
        vocabulary.class_of(subject.type, subject.subtype),
        vocabulary.class_of(object_.type, object_.subtype),
    )


def _derived(
    claims: Iterable[Claim], refused: Mapping[ClaimId, str]
) -> frozenset[ClaimId]:
    """Return the claims that are not refused yet and have a refused premise."""
    derived: set[ClaimId] = set()
    for claim in claims:
        premises = refused.keys() & claim.premises
        if premises and claim.id not in refused:
            derived.add(claim.id)
    return frozenset(derived)


def _refusal(claim: Claim, reason: str, actors: Mapping[ActorId, Actor]) -> Refusal:
    proof = claim.evidence[0]
    return Refusal(
        document=proof.document,
        subject=actors[claim.subject].name,
        relation=claim.relation,
        object=actors[claim.object].name,
        reason=reason,
        start=proof.start,
        end=proof.end,
    )


# Global ids


def _global_claim(claim: Claim, reading: Reading, actors: Relabelling) -> Claim:
    return replace(
        claim,
        subject=_global(claim.subject, reading, actors).id,
        object=_global(claim.object, reading, actors).id,
        attributed_to=_global_id(claim.attributed_to, reading, actors),
    )


def _global_attribution(
    attribution: Attribution, reading: Reading, actors: Relabelling
) -> Attribution:
    speaker = _global_id(attribution.speaker, reading, actors)
    return replace(attribution, speaker=speaker)


def _global_id(
    local: ActorId | None, reading: Reading, actors: Relabelling
) -> ActorId | None:
    return _global(local, reading, actors).id if local else None


def _global(local: ActorId, reading: Reading, actors: Relabelling) -> Actor:
    try:
        return actors[reading.document.id, local]
    except KeyError:
        raise InvalidData(
            f"{reading.document.name} has a claim about {local!r}, which is not among its actors"
        ) from None
