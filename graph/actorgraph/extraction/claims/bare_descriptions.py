"""Claims that only spell out how an unnamed actor is described."""

from __future__ import annotations

from collections.abc import Container

from actorgraph.extraction.claims.claim_set import ClaimSet
from actorgraph.extraction.mentions.entities import Entities, Entity, number_of
from actorgraph.model import ActorType, MentionKind


def drop_bare_descriptions(
    claims: ClaimSet, entities: Entities, speakers: Container[int]
) -> None:
    """Remove the claims that only spell out a description.

    "A Dutch lender" is based in the Netherlands by its description.  That is worth a claim only
    where the lender does or says something.

    Args:
        speakers: Numbers of the actors that say something.
    """
    active = _active_actors(claims, entities)
    for claim in list(claims):
        subject = number_of(claim.subject)
        described = claims.origins[claim.id].template.is_description
        if described and subject not in active and subject not in speakers:
            claims.remove(claim)


def _active_actors(claims: ClaimSet, entities: Entities) -> set[int]:
    """Numbers of named actors and events, and of those with claims beside their description."""
    active: set[int] = set()
    for number, entity in enumerate(entities.all):
        if entity.type is ActorType.EVENT or _has_name(entity):
            active.add(number)
    for claim in claims:
        if not claims.origins[claim.id].template.is_description:
            active.update((number_of(claim.subject), number_of(claim.object)))
    return active


def _has_name(entity: Entity) -> bool:
    return any(mention.kind is MentionKind.NAME for mention in entity.mentions)
