"""Posts: the offices that people hold, and what follows when a post stands for its holder.

"A Russian presidential aide" names no president.  Where the same text says who holds that post, the aide is that
person's aide: a derived claim that names both of its premises.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actorgraph.extraction.candidates import Candidate
from actorgraph.extraction.cast import Cast, Draft, local_id
from actorgraph.extraction.inference import derived
from actorgraph.extraction.lexicon import Lexicon, Sense
from actorgraph.extraction.page import Chunk, Page
from actorgraph.extraction.reliability import Reliability
from actorgraph.extraction.roles import RolePhrase
from actorgraph.model import ActorId, ActorType, Claim, MentionKind, Status
from actorgraph.vocabulary import Vocabulary


def post_candidates(
    cast: Cast, roles: Iterable[RolePhrase], lexicon: Lexicon, vocabulary: Vocabulary
) -> Iterator[Candidate]:
    """Who holds which post, as the text words it."""
    posts: dict[str, Draft] = {}
    for phrase in roles:
        bearers = [(bearer, how) for bearer, how in phrase.bearers if bearer.type is ActorType.PERSON]
        if not bearers or not _is_post(phrase, vocabulary):
            continue
        post = _post_chunk(cast.page, phrase, lexicon)
        label = phrase.word if phrase.plural else cast.page.text(post.start, post.end)
        if label.lower() in posts:
            cast.join(post, posts[label.lower()])
        else:
            posts[label.lower()] = cast.new(post, label.lower(), label=label)
        for bearer, how in bearers:
            for sense in lexicon.constructions["post"]:
                yield Candidate(bearer, sense.relation, post, phrase.head, f"post, {how}", "", phrase.status)


def _is_post(phrase: RolePhrase, vocabulary: Vocabulary) -> bool:
    """Kin, allies and citizens hold no post; those with a role in a body or at somebody's side do."""
    return any(
        vocabulary.relation(sense.relation).family == "Affiliation" and "Person" in sense.subject_types
        for sense in phrase.senses
    )


def _post_chunk(page: Page, phrase: RolePhrase, lexicon: Lexicon) -> Chunk:
    """The words of the role without article, owner and status."""
    start = phrase.head + 1 - len(phrase.word.split())
    while (
        start > phrase.start
        and page.covering(start - 1) is None
        and page.tags[start - 1] in ("JJ", "NN", "NNP", "HYPH", "NNS", "VBG")
        and not any(page.lower[start - 1] in lexicon.cues[status] for status in (Status.FORMER, Status.ACTING))
    ):
        start -= 1
    owner = page.covering(start - 1) if start > phrase.start else None
    if (
        owner is not None
        and not owner.demonym
        and owner.type is ActorType.PLACE
        and owner.subtype != "Country"
        and owner.end == start
    ):
        start = owner.start
    chunk = Chunk(start, phrase.end, phrase.head, ActorType.ROLE, MentionKind.NOMINAL)
    page.chunks.append(chunk)
    return chunk


def derive_from_posts(
    cast: Cast,
    roles: list[RolePhrase],
    claims: list[Claim],
    lexicon: Lexicon,
    vocabulary: Vocabulary,
    reliability: Reliability,
) -> Iterator[Claim]:
    """Relations to the person whose post an adjective names ("presidential aide")."""
    for phrase in roles:
        posts = [post for word in phrase.adjectives for post in lexicon.post_adjectives.get(word, ())]
        for sense in phrase.senses if posts else ():
            if "Person" in sense.object_types:
                yield from _derive(cast, phrase, sense, posts, roles, claims, vocabulary, reliability)


def _derive(
    cast: Cast,
    phrase: RolePhrase,
    sense: Sense,
    posts: list[str],
    roles: list[RolePhrase],
    claims: list[Claim],
    vocabulary: Vocabulary,
    reliability: Reliability,
) -> Iterator[Claim]:
    holder = _holder(phrase, posts, roles)
    if holder is None:
        return
    holding = [
        c
        for c in claims
        if c.subject == holder
        and vocabulary.relation(c.relation).lasting
        and any(c.method.endswith(f": {post}") for post in posts)
    ]
    for bearer, _ in phrase.bearers:
        own = [c for c in claims if c.subject == local_id(bearer.actor) and _rests_on(cast, c, phrase)]
        if own and holding and own[0].subject != holder:
            confidence = min(
                reliability.confidence("rule", sense.relation, "post of its holder"),
                own[0].confidence,
                holding[0].confidence,
            )
            yield derived(
                [own[0], holding[0]], sense.relation, holder, "rule: post of its holder", confidence, phrase.status
            )


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


def _rests_on(cast: Cast, claim: Claim, phrase: RolePhrase) -> bool:
    start, end = cast.page.chars(phrase.head, phrase.head + 1)
    return any(passage.start <= start and end <= passage.end for passage in claim.evidence)
