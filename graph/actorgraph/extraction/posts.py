"""Posts: the offices that people hold, and what follows when a post stands for its holder.

"A Russian presidential aide" names no president.  Where the same text says who holds that post, the aide is that
person's aide: a derived claim that names both of its premises.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actorgraph.extraction.candidates import Candidate
from actorgraph.extraction.cast import Cast, Draft, local_id
from actorgraph.extraction.claims import Claims
from actorgraph.extraction.inference import follow, holds
from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.lexicon import Lexicon
from actorgraph.extraction.page import Chunk, Page
from actorgraph.extraction.roles import RolePhrase
from actorgraph.model import ActorType, Claim, MentionKind, Status

RULE = "post of its holder"

#: Words that belong to the name of a post.
POST_TAGS = frozenset({"JJ", "NN", "NNP", "HYPH", "NNS", "VBG"})


def post_candidates(cast: Cast, roles: Iterable[RolePhrase], knowledge: Knowledge) -> Iterator[Candidate]:
    """Who holds which post, as the text words it."""
    posts: dict[str, Draft] = {}
    for phrase in roles:
        bearers = [(bearer, how) for bearer, how in phrase.bearers if bearer.type is ActorType.PERSON]
        if bearers and _is_post(phrase, knowledge):
            post = _add_post(cast, phrase, posts, knowledge.lexicon)
            for bearer, how in bearers:
                for sense in knowledge.lexicon.constructions["post"]:
                    yield Candidate(
                        bearer,
                        sense.relation,
                        post,
                        phrase.head,
                        f"post, {how}",
                        "",
                        phrase.status,
                        phrase.told_by,
                        phrase.negated,
                    )


def _is_post(phrase: RolePhrase, knowledge: Knowledge) -> bool:
    """Kin, allies and citizens hold no post; those with a role in a body or at somebody's side do."""
    relations = [knowledge.vocabulary.relation(s.relation) for s in phrase.senses if "Person" in s.subject_types]
    return any(relation.family == "Affiliation" for relation in relations)


def _add_post(cast: Cast, phrase: RolePhrase, posts: dict[str, Draft], lexicon: Lexicon) -> Chunk:
    page = cast.page
    start = _start_of_post(page, phrase, lexicon)
    post = Chunk(start, phrase.end, phrase.head, ActorType.ROLE, MentionKind.NOMINAL)
    page.chunks.append(post)
    label = phrase.word if phrase.plural else page.text(start, phrase.end)
    if label.lower() in posts:
        cast.join(post, posts[label.lower()])
    else:
        posts[label.lower()] = cast.new(post, label.lower(), label=label)
    return post


def _start_of_post(page: Page, phrase: RolePhrase, lexicon: Lexicon) -> int:
    """Where the words of the post begin, without article, owner and status; a field ("Russia expert") belongs to it."""
    start = phrase.head + 1 - len(phrase.word.split())
    while start > phrase.start and page.covering(start - 1) is None and page.tags[start - 1] in POST_TAGS:
        if any(page.lower[start - 1] in lexicon.cues[status] for status in (Status.FORMER, Status.ACTING)):
            break
        start -= 1
    field = page.covering(start - 1) if start > phrase.start else None
    if field is not None and field.end == start and field.type is ActorType.PLACE and field.subtype == "Region":
        return field.start
    return start


def derive_from_posts(roles: list[RolePhrase], claims: Claims, knowledge: Knowledge) -> Iterator[Claim]:
    """Relations to the person whose post an adjective names ("presidential aide")."""
    for phrase in roles:
        posts = {post for word in phrase.adjectives for post in knowledge.lexicon.post_adjectives.get(word, ())}
        holding = _holding(phrase, posts, roles, claims, knowledge) if posts else None
        for sense in phrase.senses if holding is not None else ():
            if holding is not None and "Person" in sense.object_types:
                for bearing in _bearings(phrase, claims):
                    if bearing.subject != holding.subject:
                        yield from follow([bearing, holding], sense.relation, holding.subject, RULE, knowledge)


def _holding(
    phrase: RolePhrase, posts: set[str], roles: list[RolePhrase], claims: Claims, knowledge: Knowledge
) -> Claim | None:
    """What says that somebody holds the post, in the same country when the phrase names one; None when two do."""
    countries = {owner.actor for owner, _ in phrase.owners if owner.actor >= 0}
    found: dict[str, Claim] = {}
    for other in roles:
        in_country = not countries or countries & {owner.actor for owner, _ in other.owners}
        if other.word in posts and other.status is phrase.status and in_country:
            for claim in _bearings(other, claims):
                if knowledge.vocabulary.relation(claim.relation).lasting:
                    found.setdefault(claim.subject, claim)
    return next(iter(found.values())) if len(found) == 1 else None


def _bearings(phrase: RolePhrase, claims: Claims) -> Iterator[Claim]:
    """For each bearer of a role, a claim that plainly says so."""
    said = [claim for claim in claims.resting_on(phrase.head) if holds(claim)]
    for bearer, _ in phrase.bearers:
        own = [claim for claim in said if bearer.actor >= 0 and claim.subject == local_id(bearer.actor)]
        yield from sorted(own, key=lambda claim: claim.status is None)[:1]  # the role itself, not the nationality
