"""What follows if a post is mentioned instead of its holder.

"A Russian presidential aide" names no president.  Where the same text says who has that post, the
aide is that person's aide: a derived claim that names both of its premises.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actorgraph.extraction.claims.claim_set import ClaimSet
from actorgraph.extraction.claims.rules import follow
from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.mentions.entities import local_id, only
from actorgraph.extraction.mentions.roles.role_phrases import RolePhrase
from actorgraph.model import ActorType, Claim

RULE = "post of its holder"


def derive_from_posts(
    roles: Sequence[RolePhrase], claims: ClaimSet, knowledge: Knowledge
) -> Iterator[Claim]:
    """Yield relations to the person whose post an adjective names ("presidential aide")."""
    reader = _PostReader(roles, claims, knowledge)
    for phrase in roles:
        holder_claim = reader.holder_of_post(phrase)
        if holder_claim is not None:
            for sense in phrase.senses:
                if ActorType.PERSON in sense.object_types:
                    yield from reader.derive(phrase, sense.relation, holder_claim)


class _PostReader:
    """Finds the people in the posts that a document mentions."""

    def __init__(
        self, roles: Sequence[RolePhrase], claims: ClaimSet, knowledge: Knowledge
    ) -> None:
        self.roles = roles
        self.claims = claims
        self.knowledge = knowledge

    def derive(
        self, phrase: RolePhrase, relation: str, holder_claim: Claim
    ) -> Iterator[Claim]:
        """Yield the relation of those with a role ("aide") to the holder of the post."""
        for claim in self._claims_of(phrase):
            holder = holder_claim.subject
            if claim.subject != holder:
                premises = [claim, holder_claim]
                derived = follow(premises, relation, holder, RULE, self.knowledge)
                if derived is not None:
                    yield derived

    def holder_of_post(self, phrase: RolePhrase) -> Claim | None:
        """Return the claim about who has the post of a phrase; None if two people have it.

        If the phrase names a country ("Russian"), the post must be one of the same country.
        """
        posts = self._posts(phrase)
        if not posts:
            return None
        holders: dict[str, Claim] = {}
        for role in self.roles:
            if role.word in posts and _is_same_time_and_country(role, phrase):
                for claim in self._claims_of(role):
                    if self.knowledge.vocabulary.relation(claim.relation).lasting:
                        holders.setdefault(claim.subject, claim)
        return only(holders.values())

    def _posts(self, phrase: RolePhrase) -> set[str]:
        """The posts that the adjectives of a phrase refer to: "presidential" → "president"."""
        posts: set[str] = set()
        for word in phrase.adjectives:
            posts.update(self.knowledge.lexicon.post_adjectives.get(word, ()))
        return posts

    def _claims_of(self, phrase: RolePhrase) -> Iterator[Claim]:
        """Yield for each holder of a role the claim that plainly says so."""
        claims = [c for c in self.claims.at_trigger(phrase.head) if c.is_plain]
        # The role itself, which has a status, comes before the nationality, which has none.
        claims.sort(key=lambda claim: claim.status is None)
        for holder, _ in phrase.holders:
            for claim in claims:
                if holder.is_resolved and claim.subject == local_id(holder.actor):
                    yield claim
                    break


def _is_same_time_and_country(role: RolePhrase, phrase: RolePhrase) -> bool:
    """Whether both have the same status, and the same country where the phrase names one."""
    if role.status is not phrase.status:
        return False
    countries = phrase.owning_entities()
    return not countries or bool(countries & role.owning_entities())
