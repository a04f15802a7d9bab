"""Posts: people's offices, as the text words them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.mentions.roles.role_nouns import OCCUPATIONS
from actorgraph.extraction.mentions.roles.role_phrases import (
    Holder,
    HolderPattern,
    OwnerMark,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import DEFINITE, OF_WHOLE
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.roles.candidacies import candidacy_candidates
from actorgraph.extraction.patterns.roles.counterparts import (
    find_counterparts,
    last_noun,
)
from actorgraph.extraction.patterns.roles.post_entities import Posts, Tenure
from actorgraph.extraction.patterns.roles.role_owners import RoleOwner
from actorgraph.extraction.patterns.roles.sought_offices import (
    sought_office_candidates,
)
from actorgraph.extraction.patterns.template import Template
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType, Status

#: The family of relations that come with a post.  Relatives, allies and citizens have none.
POST_FAMILY = "Affiliation"

#: What someone is without holding an office: critic, founder, member.
NO_OFFICES = grammar_words("role noun of no office")

#: How a text says who someone is when it first names them.
INTRODUCING = frozenset({HolderPattern.TITLE, HolderPattern.APPOSITION})


def post_candidates(
    entities: Entities, roles: Sequence[RolePhrase], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield the holders of posts, and add the posts to the entities."""
    posts = Posts(entities, knowledge)
    tenures: list[Tenure] = []
    for phrase in roles:
        holders = _holders_of_post(phrase, posts)
        if holders:
            bodies = posts.bodies(phrase, holders[0].mention)
            tenures.append(Tenure(phrase, holders, bodies))
    tenures += _described_tenures(entities, roles, tenures, posts)
    longer = _by_words_before(tenures, posts)
    stated = posts.bodies_by_words(tenures)
    for tenure in tenures:
        phrase = tenure.phrase
        if not tenure.bodies and _is_no_post(posts, tenure):
            continue
        # CASE rank: "*Lieutenant* General Roth" is a general
        if any(_has_holders_of(tenure, other) for other in longer[phrase.noun]):
            continue
        post = posts.add(phrase, tenure.bodies or stated[posts.wording(tenure)])
        for holder, pattern in tenure.holders:
            yield from _candidates(phrase, holder, pattern, post, knowledge)
    yield from _posts_of_counterparts(posts, roles)
    yield from candidacy_candidates(posts, roles, knowledge)
    yield from sought_office_candidates(posts, roles, knowledge)


def _by_words_before(
    tenures: Iterable[Tenure], posts: Posts
) -> Mapping[int, Sequence[Tenure]]:
    """Return the tenures whose posts have a token before their noun, none for other tokens."""
    by_token: dict[int, list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        start = posts.names.start(tenure.phrase, tenure.bodies)
        for i in range(start, tenure.phrase.noun):
            by_token[i].append(tenure)
    return by_token


def _has_holders_of(tenure: Tenure, other: Tenure) -> bool:
    """Whether all holders of a post have another, too."""
    holders = {holder.actor for holder, _ in tenure.holders}
    return holders <= {holder.actor for holder, _ in other.holders}


def _is_no_post(posts: Posts, tenure: Tenure) -> bool:
    """Whether a role without a body is none: "a good president", "was a keen singer"."""
    patterns = {holder.pattern for holder in tenure.holders}
    # CASE occupation: "the *famous* composer Dana Roth" is one
    if patterns <= INTRODUCING and tenure.phrase.word in OCCUPATIONS:
        return False
    return posts.is_no_post(tenure.phrase)


def _holders_of_post(phrase: RolePhrase, posts: Posts) -> list[Holder]:
    """Return the holders of the post that a role phrase names; empty if it names none."""
    if posts.names.pretends(phrase) or posts.names.is_award(phrase):
        return []
    people = [pair for pair in phrase.holders if pair.mention.is_person]
    if is_post(phrase, posts.knowledge):
        return people
    if not _is_occupation(phrase, posts):
        return []
    # CASE predicate: "Roth worked as *a* nurse", but not "was *the* driver", "friend of *nurses*"
    is_one = phrase.determiner not in DEFINITE and not phrase.is_of_several
    return [pair for pair in people if pair.pattern in INTRODUCING or is_one]


def _is_occupation(phrase: RolePhrase, posts: Posts) -> bool:
    """Whether a role is an occupation: "a *priest* near the mayor", not "*author* of a book"."""
    if phrase.word not in OCCUPATIONS:
        return False
    # CASE complement: "*author* of a book"
    if posts.parsed.word(phrase.end) in OF_WHOLE:
        return False
    # CASE compound: "one of the bill's co-*authors*", but not "ex-*footballer*"
    is_joined = posts.parsed.word(phrase.noun - 1) == "-"
    return not is_joined or phrase.status is not Status.CURRENT


def _described_tenures(
    entities: Entities,
    roles: Iterable[RolePhrase],
    tenures: Sequence[Tenure],
    posts: Posts,
) -> Iterator[Tenure]:
    """Yield the posts that only a description gives to a named person: "The *poet* said …".

    Not those that the text words otherwise, such as "the minister" beside "Finance Minister Roth".
    """
    stated: set[tuple[int, str]] = set()
    for tenure in tenures:
        for holder, _ in tenure.holders:
            stated.add((holder.actor, last_noun(tenure.phrase)))
    for phrase in roles:
        mention = phrase.nominal
        if mention is None or not _is_described_post(entities, phrase, mention):
            continue
        is_stated = (mention.actor, last_noun(phrase)) in stated
        if is_stated or posts.names.pretends(phrase):
            continue
        if is_post(phrase, posts.knowledge) or _is_occupation(phrase, posts):
            described = Holder(mention, HolderPattern.DESCRIPTION)
            yield Tenure(phrase, [described], posts.bodies(phrase, mention))
            stated.add((mention.actor, last_noun(phrase)))


def _posts_of_counterparts(
    posts: Posts, roles: Sequence[RolePhrase]
) -> Iterator[Candidate]:
    """Yield the posts of those who have another's elsewhere: "*her Danish counterpart* Roth"."""
    for phrase, holder, country, offices in find_counterparts(roles, posts.knowledge):
        for relation in sorted(offices):
            office, sense = offices[relation]
            post = posts.add_words(
                (phrase.noun, phrase.end),
                phrase.head,
                posts.names.words(office, ()),
                [RoleOwner(country, OwnerMark.DEMONYM, sense)],
            )
            yield from _candidates(phrase, *holder, post, posts.knowledge)


def _is_described_post(
    entities: Entities, phrase: RolePhrase, mention: TokenMention
) -> bool:
    """Whether a role describes someone named elsewhere in the text: "the *minister*"."""
    if phrase.determiner not in DEFINITE or phrase.plural:
        return False
    person = entities.of(mention)
    if person is None or not person.is_person:
        return False
    return person.has_name


def is_post(phrase: RolePhrase, knowledge: Knowledge) -> bool:
    """Whether a role phrase names an office: a role in a body, or in someone's service."""
    if phrase.word in NO_OFFICES or phrase.word in knowledge.lexicon.offices:
        return False
    for sense in phrase.senses:
        relation = knowledge.vocabulary.relation(sense.relation)
        if relation.family == POST_FAMILY and ActorType.PERSON in sense.subject_types:
            return True
    return False


def _candidates(
    phrase: RolePhrase,
    holder: TokenMention,
    pattern: HolderPattern,
    post: TokenMention,
    knowledge: Knowledge,
) -> Iterator[Candidate]:
    for sense in knowledge.lexicon.constructions[Construction.POST]:
        yield Candidate(
            holder,
            sense.relation,
            post,
            phrase.head,
            Template(Construction.POST, pattern),
            status=phrase.status,
            stated_by=phrase.stated_by,
            negated=phrase.negated,
        )
