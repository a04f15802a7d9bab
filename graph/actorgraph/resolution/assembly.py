"""The corpus: global actors, and every claim with global ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
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
from actorgraph.resolution.claim_judgements import ClaimJudgements, JudgedClaim
from actorgraph.resolution.profiles import Profile, best_name
from actorgraph.vocabulary import Vocabulary

#: Document and local id → global actor.
Relabelling = Mapping[tuple[DocumentId, ActorId], Actor]

_BOTH_SIDES = "both sides turned out to be the same actor"
_DERIVED = "it follows from a claim that was refused"
_AMENDED = "it follows from a claim that was corrected"
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
    reading: Reading,
    actors: Relabelling,
    vocabulary: Vocabulary,
    judged: ClaimJudgements,
) -> Reading:
    """Return a reading with global ids and an empty list of actors.

    Claims that people rejected become refusals, and so do those that resolution made impossible: a
    relation of an actor to itself, and what no longer fits the ontology because an actor turned
    out to be of another class.

    Args:
        reading: With its local ids.
        actors: The global actor of each local one.
        vocabulary: What the claims must fit.
        judged: What people decided about claims.

    Raises:
        InvalidData: if a claim or quotation names an actor that its reading lacks;
            ``dataset.checks.objection`` finds such a reading before.
    """
    claims = [_global_claim(claim, reading, actors) for claim in reading.claims]
    attributions = [
        _global_attribution(attribution, reading, actors, judged)
        for attribution in reading.attributions
    ]
    renamed = Reading(
        document=reading.document,
        attributions=tuple(attributions),
        refusals=tuple(sorted(reading.refusals, key=_place)),
    )
    decided = sorted(map(judged.applied, claims), key=attrgetter("claim.id"))
    return _fitting(renamed, decided, judged.actors, vocabulary)


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
        if actor.type is not type_:
            continue
        if subtype is not None:
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
    reading: Reading,
    decided: Sequence[JudgedClaim],
    actors: Mapping[ActorId, Actor],
    vocabulary: Vocabulary,
) -> Reading:
    """Return a reading with its claims; refused are those that were rejected or are impossible.

    What was derived from them is refused too.
    """
    reasons = _objections(decided, actors, vocabulary)
    claims: list[Claim] = []
    refusals = list(reading.refusals)
    for judged in decided:
        claim = judged.claim
        if claim.id in reasons:
            refusals.append(_refusal(claim, reasons[claim.id], actors))
        else:
            claims.append(claim)
    refusals.sort(key=_place)
    return replace(reading, claims=tuple(claims), refusals=tuple(refusals))


def _objections(
    decided: Sequence[JudgedClaim],
    actors: Mapping[ActorId, Actor],
    vocabulary: Vocabulary,
) -> dict[ClaimId, str]:
    """Return why claims cannot stay, by their ids."""
    reasons: dict[ClaimId, str] = {}
    for judged in decided:
        claim = judged.claim
        reason = judged.reason or _objection(claim, actors, vocabulary)
        if reason is not None:
            reasons[claim.id] = reason
    claims = [judged.claim for judged in decided]
    changed = frozenset(judged.claim.id for judged in decided if judged.is_changed)
    for id_ in _derived(claims, changed):
        reasons.setdefault(id_, _AMENDED)
    # A derived claim may be a premise of another one.
    while derived := _derived(claims, reasons.keys()) - reasons.keys():
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
    claims: Iterable[Claim], premises: Collection[ClaimId]
) -> frozenset[ClaimId]:
    """Return the claims that follow from any of these."""
    derived: set[ClaimId] = set()
    for claim in claims:
        is_derived = any(premise in premises for premise in claim.premises)
        if is_derived:
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
    attribution: Attribution,
    reading: Reading,
    actors: Relabelling,
    judged: ClaimJudgements,
) -> Attribution:
    """Return a quotation with the global id of its speaker; a hidden speaker is none."""
    speaker = _global_id(attribution.speaker, reading, actors)
    shown = None if speaker in judged.hidden else speaker
    return replace(attribution, speaker=shown)


def _global_id(
    local: ActorId | None, reading: Reading, actors: Relabelling
) -> ActorId | None:
    if not local:
        return None
    return _global(local, reading, actors).id


def _global(local: ActorId, reading: Reading, actors: Relabelling) -> Actor:
    try:
        return actors[reading.document.id, local]
    except KeyError:
        raise InvalidData(
            f"{reading.document.name} has a claim about {local!r}, which is not among its actors"
        ) from None
