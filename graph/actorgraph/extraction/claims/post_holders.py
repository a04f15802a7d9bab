"""What follows when a post stands for its holder.

"A Russian presidential aide" names no president.  Where the same text says who holds that post, the aide is that
person's aide: a derived claim that names both of its premises.
"""

from __future__ import annotations

from collections.abc import Iterator

from actorgraph.extraction.claims.claim_set import Claims
from actorgraph.extraction.claims.rules import follow, holds
from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.mentions.entities import local_id
from actorgraph.extraction.mentions.role_phrases import RolePhrase
from actorgraph.model import Claim

RULE = "post of its holder"


def derive_from_posts(
    roles: list[RolePhrase], claims: Claims, knowledge: Knowledge
) -> Iterator[Claim]:
    """Relations to the person whose post an adjective names ("presidential aide")."""
    for phrase in roles:
        posts = {
            post
            for word in phrase.adjectives
            for post in knowledge.lexicon.post_adjectives.get(word, ())
        }
        holding = _holding(phrase, posts, roles, claims, knowledge) if posts else None
        for sense in phrase.senses if holding is not None else ():
            if holding is not None and "Person" in sense.object_types:
                for holder_claim in _holder_claims(phrase, claims):
                    if holder_claim.subject != holding.subject:
                        yield from follow(
                            [holder_claim, holding],
                            sense.relation,
                            holding.subject,
                            RULE,
                            knowledge,
                        )


def _holding(
    phrase: RolePhrase,
    posts: set[str],
    roles: list[RolePhrase],
    claims: Claims,
    knowledge: Knowledge,
) -> Claim | None:
    """What says that somebody holds the post, in the same country when the phrase names one; None when two do."""
    countries = {owner.actor for owner, _ in phrase.owners if owner.actor >= 0}
    found: dict[str, Claim] = {}
    for other in roles:
        in_country = not countries or countries & {
            owner.actor for owner, _ in other.owners
        }
        if other.word in posts and other.status is phrase.status and in_country:
            for claim in _holder_claims(other, claims):
                if knowledge.vocabulary.relation(claim.relation).lasting:
                    found.setdefault(claim.subject, claim)
    return next(iter(found.values())) if len(found) == 1 else None


def _holder_claims(phrase: RolePhrase, claims: Claims) -> Iterator[Claim]:
    """For each bearer of a role, a claim that plainly says so."""
    said = [claim for claim in claims.resting_on(phrase.head) if holds(claim)]
    for holder, _ in phrase.holders:
        own = [
            claim
            for claim in said
            if holder.actor >= 0 and claim.subject == local_id(holder.actor)
        ]
        yield from sorted(own, key=lambda claim: claim.status is None)[
            :1
        ]  # the role itself, not the nationality
