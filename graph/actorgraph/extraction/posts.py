"""Posts: the offices that people hold, and what follows when a post stands for its holder.

"A Russian presidential aide" names no president.  Where the same text says who holds that post, the aide is that
person's aide: a derived claim that names both of its premises.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actorgraph.extraction.candidates import Candidate
from actorgraph.extraction.cast import Cast, Draft, local_id
from actorgraph.extraction.inference import follow
from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.lexicon import Lexicon
from actorgraph.extraction.page import Chunk, Page
from actorgraph.extraction.roles import RolePhrase
from actorgraph.model import ActorId, ActorType, Claim, MentionKind, Status

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


def derive_from_posts(
    cast: Cast, roles: list[RolePhrase], claims: list[Claim], knowledge: Knowledge
) -> Iterator[Claim]:
    """Relations to the person whose post an adjective names ("presidential aide")."""
    for phrase in roles:
        posts = [post for word in phrase.adjectives for post in knowledge.lexicon.post_adjectives.get(word, ())]
        holder = _holder(phrase, posts, roles) if posts else None
        for sense in phrase.senses if holder is not None else ():
            if "Person" in sense.object_types and holder is not None:
                holding = _claims_of_post(claims, holder, posts, knowledge)
                for bearing in _claims_of_bearers(cast, claims, phrase):
                    if holding and bearing.subject != holder:
                        yield follow([bearing, holding[0]], sense.relation, holder, RULE, knowledge)


def _holder(phrase: RolePhrase, posts: list[str], roles: list[RolePhrase]) -> ActorId | None:
    """The one person of the text who holds the post now, in the same country when the phrase names one."""
    countries = {owner.actor for owner, _ in phrase.owners if owner.actor >= 0}
    found: set[int] = set()
    for other in roles:
        if other.word in posts and other.status is phrase.status:
            owners = {owner.actor for owner, _ in other.owners}
            if not countries or countries & owners:
                found.update(bearer.actor for bearer, _ in other.bearers if bearer.actor >= 0)
    return local_id(found.pop()) if len(found) == 1 else None


def _claims_of_post(claims: list[Claim], holder: ActorId, posts: list[str], knowledge: Knowledge) -> list[Claim]:
    """The claims that say that somebody holds one of some posts."""
    methods = tuple(f": {post}" for post in posts)
    own = [claim for claim in claims if claim.subject == holder and claim.method.endswith(methods)]
    return [claim for claim in own if knowledge.vocabulary.relation(claim.relation).lasting]


def _claims_of_bearers(cast: Cast, claims: list[Claim], phrase: RolePhrase) -> Iterator[Claim]:
    """For each bearer of a role, a claim that rests on the role's noun."""
    start, end = cast.page.chars(phrase.head, phrase.head + 1)
    for bearer, _ in phrase.bearers:
        own = [claim for claim in claims if claim.subject == local_id(bearer.actor)]
        resting = [c for c in own if any(passage.start <= start and end <= passage.end for passage in c.evidence)]
        yield from sorted(resting, key=lambda claim: claim.status is None)[:1]  # the role itself, not the nationality
