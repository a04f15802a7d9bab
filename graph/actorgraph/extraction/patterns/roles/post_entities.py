"""The posts that a text mentions, as actors of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.actor_types import REGION, SETTLEMENT
from actorgraph.extraction.knowledge.relation_lists import MEMBERSHIPS, relation_list
from actorgraph.extraction.mentions.entities import Entities, Entity, only
from actorgraph.extraction.mentions.roles.owner_types import OF_ANYBODY
from actorgraph.extraction.mentions.roles.role_phrases import Holder, RolePhrase
from actorgraph.extraction.parse.closed_classes import OF
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.patterns.roles.post_names import (
    PostNames,
    with_bodies,
)
from actorgraph.extraction.patterns.roles.role_owners import (
    RoleOwner,
    owners_of_role,
)
from actorgraph.extraction.patterns.template import DETAILED
from actorgraph.model import ActorType, MentionKind

#: Types of those that have posts; whoever serves a person has no post of that name.
POST_OWNERS = frozenset({ActorType.ORGANIZATION, ActorType.GROUP, ActorType.PLACE})


#: Relations to the region or town that someone sits for: it has no such post.
SEATS = relation_list("seat for a constituency")
CONSTITUENCIES = frozenset({REGION, SETTLEMENT})

#: The words of a post and the numbers of the bodies that have it.
PostKey = tuple[str, tuple[int, ...]]
#: The number of whoever holds a post, and the words of the post.
Wording = tuple[int, str]


class Tenure(NamedTuple):
    """The holders of a post, in the words of one role phrase."""

    phrase: RolePhrase
    holders: list[Holder]
    bodies: list[RoleOwner]


class Posts:
    """The posts of a document; posts of the same wording in the same body are one actor."""

    def __init__(self, entities: Entities, knowledge: Knowledge) -> None:
        self.entities = entities
        self.parsed = entities.parsed
        self.knowledge = knowledge
        self.names = PostNames(entities.parsed, knowledge.lexicon)
        self.by_key: dict[PostKey, Entity] = {}
        self._names: dict[int, str] = {}

    def is_no_post(self, phrase: RolePhrase) -> bool:
        """Whether a role that no named body has is no post: "a good president", "her partner"."""
        # CASE complement: "a *partner* at the firm" has a post, anybody else's partner has not
        if phrase.word in OF_ANYBODY and not phrase.has_complement:
            return True
        # CASE judgement: "a good president", but "the popular leader of the League" is one
        return self.names.judges(phrase)

    def bodies(self, phrase: RolePhrase, holder: TokenMention) -> list[RoleOwner]:
        """Return the named bodies that have a post, as its words say."""
        bodies: list[RoleOwner] = []
        for owner in owners_of_role(phrase, holder, self.knowledge):
            entity = self.entities.of(owner.mention)
            if entity is None or entity.type not in POST_OWNERS:
                continue
            if owner.sense.relation in MEMBERSHIPS or _is_in_post(phrase, owner):
                continue
            if owner.sense.relation in SEATS and entity.subtype in CONSTITUENCIES:
                continue
            is_new = owner.mention not in [body.mention for body in bodies]
            if is_new and self._name(entity):
                bodies.append(owner)
        return bodies

    def bodies_by_words(
        self, tenures: Iterable[Tenure]
    ) -> Mapping[Wording, list[RoleOwner]]:
        """Return the bodies of posts, for those that the text names elsewhere without their bodies.

        "President Roth" is the president of Norland if "Norland's President Dana Roth" is.  There
        are none if the same words are two posts, or if no tenure words a post so.
        """
        found: dict[Wording, dict[tuple[int, ...], list[RoleOwner]]] = defaultdict(dict)
        for tenure in tenures:
            if tenure.bodies:
                key = tuple(body.number for body in self._entities_of(tenure.bodies))
                found[self.wording(tenure)].setdefault(key, tenure.bodies)
        bodies: dict[Wording, list[RoleOwner]] = defaultdict(list)
        for wording, candidates in found.items():
            bodies[wording] = only(candidates.values()) or []
        return bodies

    def wording(self, tenure: Tenure) -> Wording:
        """Return the number of a post's only holder, -1 if there are several, and its words."""
        actors = {holder.mention.actor for holder in tenure.holders}
        number = actors.pop() if len(tenure.holders) == 1 else -1
        words = self.names.words(tenure.phrase, tenure.bodies)
        return number, words.lower()

    def add(self, phrase: RolePhrase, owners: list[RoleOwner]) -> TokenMention:
        """Add the post that a role phrase names; return its mention."""
        span = self.names.start(phrase, owners), self.names.end(phrase)
        return self.add_words(
            span, phrase.head, self.names.words(phrase, owners), owners
        )

    def add_words(
        self,
        span: tuple[int, int],
        root: int,
        words: str,
        owners: Sequence[RoleOwner] = (),
    ) -> TokenMention:
        """Add the post that some tokens mention; return its mention."""
        post = TokenMention(*span, root, ActorType.ROLE, MentionKind.NOMINAL)
        self.parsed.mentions.append(post)
        bodies = self._entities_of(owners)
        key = words.lower(), tuple(body.number for body in bodies)
        if key in self.by_key:
            self.entities.join(post, self.by_key[key])
        else:
            names = list(map(self._name, bodies))
            label = with_bodies(words, _preposition(owners), names)
            self.by_key[key] = self.entities.new(post, label.lower(), label=label)
        return post

    def _name(self, body: Entity) -> str:
        """Return the name of a body; empty if it is only described."""
        if body.label is not None:
            return body.label
        if body.number not in self._names:
            names = self.entities.names(body)
            longest = max(names, key=lambda name: (len(name), name), default="")
            self._names[body.number] = longest
        return self._names[body.number]

    def _entities_of(self, owners: Sequence[RoleOwner]) -> list[Entity]:
        """Return the entities that own a post, without those that the text does not name."""
        entities = [self.entities.of(owner.mention) for owner in owners]
        return [entity for entity in entities if entity is not None]


def _is_in_post(phrase: RolePhrase, owner: RoleOwner) -> bool:
    """Whether the words of a post name its body already: "*police* spokesman"."""
    body = owner.mention
    is_described = body.is_description
    return is_described and phrase.start <= body.root < phrase.head


def _preposition(owners: Sequence[RoleOwner]) -> str:
    """Return the preposition before the bodies of a post: "spokesman *for*"."""
    for owner in owners:
        if owner.mark not in DETAILED:
            return owner.mark
        if OF not in owner.sense.prepositions:
            return min(owner.sense.prepositions)
    return OF
