"""Posts: the offices that people hold, as the text words them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.knowledge.relation_lists import relation_list
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.mentions.role_phrases import (
    Holder,
    HolderPattern,
    RolePhrase,
)
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.post_names import (
    PostNames,
    entity_name,
    with_bodies,
)
from actorgraph.extraction.patterns.role_relations import RoleOwner, owners_of_role
from actorgraph.extraction.patterns.template import DETAILED, Template
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType, MentionKind

#: The family of relations that come with a post.  Relatives, allies and citizens hold none.
POST_FAMILY = "Affiliation"

#: What someone is without holding an office: critic, founder, member.
NO_OFFICES = grammar_words("role noun of no office")

#: A partner in a firm has a post, anybody else's has not.
ONLY_OF_BODIES = grammar_words("role noun of a body only")

#: What someone does for a living, with or without a body: "composer".
OCCUPATIONS = grammar_words("occupation")
#: How a text says who someone is when it first names them.
INTRODUCING = frozenset({HolderPattern.TITLE, HolderPattern.APPOSITION})

#: Types of those that have posts; whoever serves a person has no post of that name.
BODIES = frozenset({ActorType.ORGANIZATION, ActorType.GROUP, ActorType.PLACE})

#: Relations to what someone merely belongs to: an MP of a party has no post in it.
MEMBERSHIPS = relation_list("membership without a post")

#: Relations to the region or town that someone sits for: it has no such post.
SEATS = relation_list("seat for a constituency")
CONSTITUENCIES = frozenset({"Region", "Settlement"})

#: The article of someone mentioned before: "*the* minister".
DEFINITE = "the"

#: The most usual preposition between a post and its body.
OF = "of"

#: The words of a post and the numbers of the bodies that have it.
PostKey = tuple[str, tuple[int, ...]]


def post_candidates(
    entities: Entities, roles: Iterable[RolePhrase], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield who holds which post, and add the posts to the entities."""
    posts = _Posts(entities, knowledge)
    tenures: list[_Tenure] = []
    for phrase in roles:
        holders = _holders_of_post(phrase, knowledge)
        if holders:
            bodies = posts.bodies(phrase, holders[0].mention)
            tenures.append(_Tenure(phrase, holders, bodies))
    tenures += _described_tenures(entities, roles, tenures, posts)
    for tenure in tenures:
        phrase = tenure.phrase
        if not tenure.bodies and posts.is_no_post(phrase):
            continue
        post = posts.add(
            phrase, tenure.bodies or posts.bodies_elsewhere(tenure, tenures)
        )
        for holder, pattern in tenure.holders:
            yield from _candidates(phrase, holder, pattern, post, knowledge)


class _Tenure(NamedTuple):
    """People who hold a post, in the words of one role phrase."""

    phrase: RolePhrase
    holders: list[Holder]
    bodies: list[RoleOwner]


def _holders_of_post(phrase: RolePhrase, knowledge: Knowledge) -> list[Holder]:
    """Return the people who hold the post that a role phrase names; empty if it names none."""
    people = [pair for pair in phrase.holders if pair.mention.type is ActorType.PERSON]
    if is_post(phrase, knowledge):
        return people
    # CASE occupation: "composer Dana Roth", but not "Roth was a keen singer", "author of a book"
    if phrase.word in OCCUPATIONS and not phrase.partial and not phrase.has_complement:
        return [pair for pair in people if pair.pattern in INTRODUCING]
    return []


def _described_tenures(
    entities: Entities,
    roles: Iterable[RolePhrase],
    tenures: Sequence[_Tenure],
    posts: _Posts,
) -> Iterator[_Tenure]:
    """Yield the posts that only a description gives to a named person: "The *poet* said …".

    Not those that the text words otherwise, such as "the minister" beside "Finance Minister Roth".
    """
    told: set[tuple[int, str]] = set()
    for tenure in tenures:
        for holder, _ in tenure.holders:
            told.add((holder.actor, _noun(tenure.phrase)))
    for phrase in roles:
        mention = phrase.nominal
        if mention is None or not _is_described_post(entities, phrase, mention):
            continue
        if (mention.actor, _noun(phrase)) in told:
            continue
        if is_post(phrase, posts.knowledge) or phrase.word in OCCUPATIONS:
            described = Holder(mention, HolderPattern.DESCRIPTION)
            yield _Tenure(phrase, [described], posts.bodies(phrase, mention))
            told.add((mention.actor, _noun(phrase)))


def _noun(phrase: RolePhrase) -> str:
    """Return the last word of a role: "minister"."""
    return phrase.word.split()[-1]


def _is_described_post(
    entities: Entities, phrase: RolePhrase, mention: TokenMention
) -> bool:
    """Whether a role describes someone whom the text names elsewhere: "the *minister*"."""
    person = entities.of(mention)
    is_definite = phrase.determiner == DEFINITE and not phrase.plural
    if person is None or person.type is not ActorType.PERSON or not is_definite:
        return False
    return any(name.kind is MentionKind.NAME for name in person.mentions)


def is_post(phrase: RolePhrase, knowledge: Knowledge) -> bool:
    """True if a role phrase names an office: a role in a body, or in someone's service."""
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
    for sense in knowledge.lexicon.constructions.get(Construction.POST, ()):
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


class _Posts:
    """The posts of a document; posts of the same wording in the same body are one actor."""

    def __init__(self, entities: Entities, knowledge: Knowledge) -> None:
        self.entities = entities
        self.parsed = entities.parsed
        self.knowledge = knowledge
        self.names = PostNames(entities.parsed, knowledge.lexicon)
        self.by_key: dict[PostKey, Entity] = {}

    def is_no_post(self, phrase: RolePhrase) -> bool:
        """Whether a role that no named body has is no post: "a good president", "her partner"."""
        # CASE complement: "a *partner* at the firm"
        if phrase.word in ONLY_OF_BODIES and not phrase.has_complement:
            return True
        # CASE judgement: "a good president", but "the popular leader of the League" is one
        return self.names.judges(phrase)

    def bodies(self, phrase: RolePhrase, holder: TokenMention) -> list[RoleOwner]:
        """Return the named bodies that have a post, as its words say."""
        bodies: list[RoleOwner] = []
        for owner in owners_of_role(phrase, holder, self.knowledge):
            entity = self.entities.of(owner.mention)
            if entity is None or entity.type not in BODIES:
                continue
            if owner.sense.relation in MEMBERSHIPS:
                continue
            if owner.sense.relation in SEATS and entity.subtype in CONSTITUENCIES:
                continue
            if owner.mention not in [body.mention for body in bodies] and entity_name(
                self.parsed, entity
            ):
                bodies.append(owner)
        return bodies

    def bodies_elsewhere(
        self, tenure: _Tenure, tenures: Sequence[_Tenure]
    ) -> list[RoleOwner]:
        """Return the bodies of a bare post that the text gives where it names the holder again.

        "President Roth" is the president of Norland if "Norland's President Dana Roth" is.
        Return none if the same words are two posts.
        """
        number, words = self._holder_and_words(tenure)
        bodies: dict[tuple[int, ...], list[RoleOwner]] = {}
        for full in tenures:
            if full.bodies and self._holder_and_words(full) == (number, words):
                key = tuple(body.number for body in self._entities_of(full.bodies))
                bodies.setdefault(key, full.bodies)
        return next(iter(bodies.values())) if len(bodies) == 1 else []

    def _holder_and_words(self, tenure: _Tenure) -> tuple[int, str]:
        """Return the number of the only holder of a post, -1 if there are several."""
        number = tenure.holders[0].mention.actor if len(tenure.holders) == 1 else -1
        return number, self.names.words(tenure.phrase, tenure.bodies).lower()

    def add(self, phrase: RolePhrase, owners: list[RoleOwner]) -> TokenMention:
        """Add the post that a role phrase names; return its mention."""
        start, end = self.names.start(phrase, owners), self.names.end(phrase)
        post = TokenMention(
            start, end, phrase.head, ActorType.ROLE, MentionKind.NOMINAL
        )
        self.parsed.mentions.append(post)
        words = self.names.words(phrase, owners)
        bodies = self._entities_of(owners)
        key = words.lower(), tuple(body.number for body in bodies)
        if key in self.by_key:
            self.entities.join(post, self.by_key[key])
        else:
            names = [entity_name(self.parsed, body) for body in bodies]
            label = with_bodies(words, _preposition(owners), names)
            self.by_key[key] = self.entities.new(post, label.lower(), label=label)
        return post

    def _entities_of(self, owners: list[RoleOwner]) -> list[Entity]:
        """Return the entities that own a post, without those that the text does not name."""
        entities = [self.entities.of(owner.mention) for owner in owners]
        return [entity for entity in entities if entity is not None]


def _preposition(owners: list[RoleOwner]) -> str:
    """Return the preposition before the bodies of a post: "spokesman *for*"."""
    for owner in owners:
        if owner.mark not in DETAILED:
            return owner.mark
        if OF not in owner.sense.prepositions:
            return min(owner.sense.prepositions)
    return OF
