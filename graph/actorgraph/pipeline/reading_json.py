"""Readings as JSON.  Quotes and mentions are kept as places in the text, so they cannot differ from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Attribution,
    Claim,
    ClaimId,
    Document,
    Evidence,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Reading,
    Refusal,
    Span,
    Status,
)

Row = dict[str, Any]


def reading_row(reading: Reading) -> Row:
    """What was read in a document, without the document itself."""
    return {
        "actors": [_actor_row(actor) for actor in reading.actors],
        "claims": [_claim_row(claim) for claim in reading.claims],
        "attributions": [
            [said.source, said.speaker, said.cue, said.content, said.direct]
            for said in reading.attributions
        ],
        "refusals": [
            [
                refused.subject,
                refused.relation,
                refused.object,
                refused.reason,
                refused.start,
                refused.end,
            ]
            for refused in reading.refusals
        ],
    }


def reading_of(document: Document, row: Row) -> Reading:
    """The reading of a document, from what ``reading_row`` gave.

    Raises:
        ValueError, KeyError, TypeError, IndexError, AttributeError: if the row is damaged.
    """
    return Reading(
        document=document,
        actors=tuple(_actor(document, one) for one in row["actors"]),
        claims=tuple(_claim(document, one) for one in row["claims"]),
        attributions=tuple(_attribution(one) for one in row["attributions"]),
        refusals=tuple(Refusal(document.id, *one) for one in row["refusals"]),
    )


def _actor_row(actor: Actor) -> Row:
    return {
        "id": actor.id,
        "type": actor.type,
        "name": actor.name,
        "subtype": actor.subtype,
        "aliases": actor.aliases,
        "mentions": [
            [mention.start, mention.end, mention.kind] for mention in actor.mentions
        ],
        "wikidata": actor.wikidata,
    }


def _actor(document: Document, row: Row) -> Actor:
    return Actor(
        id=ActorId(row["id"]),
        type=ActorType(row["type"]),
        name=row["name"],
        subtype=row["subtype"],
        aliases=tuple(row["aliases"]),
        mentions=tuple(
            Mention(
                document.id, start, end, MentionKind(kind), document.text[start:end]
            )
            for start, end, kind in row["mentions"]
        ),
        wikidata=row["wikidata"],
    )


def _claim_row(claim: Claim) -> Row:
    return {
        "id": claim.id,
        "triple": [claim.subject, claim.relation, claim.object],
        "evidence": [[proof.start, proof.end] for proof in claim.evidence],
        "polarity": claim.polarity,
        "modality": claim.modality,
        "status": claim.status,
        "valid": [claim.valid_from, claim.valid_until],
        "by": claim.attributed_to,
        "confidence": claim.confidence,
        "method": claim.method,
        "premises": claim.premises,
    }


def _claim(document: Document, row: Row) -> Claim:
    subject, relation, object_ = row["triple"]
    valid_from, valid_until = row["valid"]
    return Claim(
        id=ClaimId(row["id"]),
        subject=ActorId(subject),
        relation=relation,
        object=ActorId(object_),
        evidence=tuple(
            Evidence.of(document, start, end) for start, end in row["evidence"]
        ),
        polarity=Polarity(row["polarity"]),
        modality=Modality(row["modality"]),
        status=None if row["status"] is None else Status(row["status"]),
        valid_from=valid_from,
        valid_until=valid_until,
        attributed_to=row["by"],
        confidence=row["confidence"],
        method=row["method"],
        premises=tuple(row["premises"]),
    )


def _attribution(row: Sequence[Any]) -> Attribution:
    source, speaker, cue, content, direct = row
    return Attribution(
        _span(source),
        speaker,
        _span(cue),
        tuple((start, end) for start, end in content),
        direct,
    )


def _span(places: Sequence[int] | None) -> Span | None:
    return None if places is None else (places[0], places[1])
