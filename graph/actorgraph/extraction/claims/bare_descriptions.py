"""Claims that only spell out how an unnamed actor is described."""

from __future__ import annotations

from collections.abc import Container

from actorgraph.extraction.claims.claim_set import ClaimSet
from actorgraph.extraction.knowledge.relation_lists import relation_list
from actorgraph.extraction.mentions.entities import Entities, number_of
from actorgraph.model import ActorType, Claim, Status

#: Relations that tell a described body from all others: "*the US government*".
BODIES_OF_STATES = relation_list("body of a state")


def drop_bare_descriptions(
    claims: ClaimSet, entities: Entities, speakers: Container[int]
) -> None:
    """Remove the claims that only spell out a description.

    "A Dutch lender" is based in the Netherlands by its description.  That is worth a claim only
    where the lender does or says something.  "The US government" is a certain body also elsewhere.

    Args:
        speakers: Numbers of the actors that say something.
    """
    active = _active_actors(claims, entities)
    for claim in list(claims):
        origin = claims.origins[claim.id]
        if not origin.template.is_description or _tells_body(claim):
            continue
        subject = number_of(claim.subject)
        if subject not in active and subject not in speakers:
            claims.remove(claim)


def _tells_body(claim: Claim) -> bool:
    """Whether a description tells a body from all others: "the US government"."""
    is_present = claim.status is Status.CURRENT
    return is_present and claim.relation in BODIES_OF_STATES


def _active_actors(claims: ClaimSet, entities: Entities) -> set[int]:
    """Numbers of named actors and events, and of those with claims beside their description."""
    active: set[int] = set()
    for entity in entities.all:
        if entity.type is ActorType.EVENT or entity.has_name:
            active.add(entity.number)
    for claim in claims:
        origin = claims.origins[claim.id]
        if not origin.template.is_description:
            active.add(number_of(claim.subject))
            active.add(number_of(claim.object))
    return active
