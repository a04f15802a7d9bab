"""The people of a document by their roles."""

from __future__ import annotations

from collections import defaultdict
from operator import attrgetter

from actorgraph.extraction.coreference.descriptions.introductions import introductions
from actorgraph.extraction.coreference.descriptions.role_kinds import kinds_of
from actorgraph.extraction.knowledge.lexicon import LEADING
from actorgraph.extraction.knowledge.relation_lists import (
    NATIONAL_OFFICES,
    relation_list,
)
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.mentions.roles.abbreviated_titles import IN_FULL
from actorgraph.extraction.mentions.roles.role_modifiers import DEPUTIES
from actorgraph.extraction.mentions.roles.role_phrases import RolePhrase
from actorgraph.extraction.parse.closed_classes import POINTING_DETERMINERS
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType, Status

#: Relations of the offices whose holders "the German leader" may refer to.
LEADING_OFFICES = relation_list("office of a leader")

#: Words for one office: "the *premier*".
PREMIERS = grammar_words("noun for a prime minister")


class RoleIndex:
    """Finds the people who have a role."""

    def __init__(self, entities: Entities) -> None:
        self._entities = entities
        self._by_role: dict[tuple[str, Status], set[Entity]] = defaultdict(set)
        self._by_kind: dict[tuple[str, Status], set[Entity]] = defaultdict(set)
        self._introduced = introductions(entities.parsed, _may_be_new)
        self._by_owner: dict[int, set[Entity]] = defaultdict(set)
        for entity in entities.all:
            if entity.is_person and entity.mentions:
                self._add(entity)

    def _add(self, entity: Entity) -> None:
        for role, status in entity.roles:
            words = IN_FULL.get(role, role).split(" ")
            for start in range(len(words)):
                before = words[:start]
                # "the leader" is not the *deputy* leader
                if not DEPUTIES.isdisjoint(before):
                    break
                office = _office(words[start:])
                self._by_role[office, status].add(entity)
                for kind in kinds_of(office):
                    self._by_kind[kind, status].add(entity)
        for owner in entity.owners:
            self._by_owner[owner].add(entity)

    def holders(self, phrase: RolePhrase) -> list[Entity]:
        """Return the people who may be described by a role phrase, in order of their numbers."""
        owners = phrase.owning_entities()
        word = _office(phrase.word.split(" "))
        # CASE the same word: "the Norwegian *chancellor*"
        is_leader = LEADING in phrase.relations
        is_of_named = is_leader and bool(owners)
        holders: set[Entity] = set()
        for entity in self._called(word, phrase):
            # CASE group: "the Norwegian leader" is no leader *of the strikers*
            if is_of_named and entity.group_owned:
                continue
            if self._may_serve(entity, owners, phrase):
                holders.add(entity)
        if is_leader:
            # CASE another word: "the Norwegian *leader*" is the chancellor
            for owner in owners:
                holders |= self._leaders_of(owner, phrase)
        return sorted(holders, key=attrgetter("number"))

    def _called(self, word: str, phrase: RolePhrase) -> set[Entity]:
        """Return whose role is a word, or of a kind: "the *lawmaker*" is the senator."""
        same = self._by_role.get((word, phrase.status), set())
        # CASE another: "*A lawyer* left … the lawyer"
        noun = self._entities.parsed.lower[phrase.head]
        if same or self._introduced.get(noun, phrase.start) < phrase.start:
            return same
        return self._by_kind.get((word, phrase.status), set())

    def _may_serve(self, entity: Entity, owners: set[int], phrase: RolePhrase) -> bool:
        """Whether a person has a role for one of those that a phrase names, if it names any.

        An owner that the text does not give may be any.
        """
        if owners and entity.owners:
            return bool(owners & self._served(entity))
        # CASE unnamed: "fired *its* chief, Roth. The chief of *Delmore* …", named only later
        if entity.owner_unnamed and not self._is_any_before(owners, entity.start):
            return False
        # CASE body: "the president *of the Chamber* … President Roth", and "President Roth … the
        # president *of the Chamber*"
        bodies = {self._entities.all[owner].type for owner in owners}
        is_of_body = ActorType.ORGANIZATION in bodies
        if is_of_body and (
            self._is_first_described(entity, phrase) or _leads_state(entity)
        ):
            return False
        return self._is_near(entity, phrase)

    def _is_any_before(self, owners: set[int], token: int) -> bool:
        """Whether the text mentions one of some owners before a token; true if there are none."""
        if not owners:
            return True
        starts = (self._entities.all[owner].start for owner in owners)
        return min(starts) < token

    def _is_first_described(self, entity: Entity, phrase: RolePhrase) -> bool:
        return phrase.start < entity.start

    def _is_near(self, entity: Entity, phrase: RolePhrase) -> bool:
        """Whether a person is not first named much later than a description.

        “The *singer* left. Police searched the hall. *Singer Ada Quint* objected.”
        """
        sentence_of = self._entities.parsed.sentence_of
        # CASE known to all: "the *president* spoke … *President Roth*", who is not said to be that
        # of a country of which the text has not spoken by then
        is_leader = any(office in LEADING_OFFICES for office, _ in entity.offices)
        if is_leader and self._may_be_meant_before(entity, phrase):
            return True
        # CASE headline: the text below says more
        sentence = sentence_of[phrase.start]
        return sentence == 0 or sentence_of[entity.start] <= sentence + 1

    def _may_be_meant_before(self, entity: Entity, phrase: RolePhrase) -> bool:
        """Whether a phrase may refer to a person whose state only the text below may give."""
        is_owner_known = self._is_any_before(entity.owners, phrase.head)
        return is_owner_known and not entity.owner_unnamed

    def _leaders_of(self, owner: int, phrase: RolePhrase) -> set[Entity]:
        """Return who has a leading office for an owner, unless the role is theirs by its word."""
        status = phrase.status
        office = _office(phrase.word.split(" "))
        namesakes = self._by_role.get((office, status), set())
        people = self._by_owner.get(owner, set())
        leaders: set[Entity] = set()
        for entity in people - namesakes:
            if _is_leader(entity, status):
                leaders.add(entity)
        return leaders

    def _served(self, entity: Entity) -> set[int]:
        """Return the owners of a person's roles: the envoy of Norland's king is also Norland's."""
        served = set(entity.owners)
        for number in entity.owners:
            owner = self._entities.all[number]
            if _is_leader(owner, Status.CURRENT):
                served |= owner.owners
        return served


def _may_be_new(word: str) -> bool:
    """Whether a description that begins with a word may be of someone new: "*a* lawyer"."""
    return word not in POINTING_DETERMINERS


def _office(words: list[str]) -> str:
    """Return a role by one word for all that mean the same: "prime minister", "premier"."""
    role = " ".join(words)
    if role in PREMIERS:
        return min(PREMIERS)
    return role


def _leads_state(entity: Entity) -> bool:
    """Whether an entity has a title that may be of a state or of a body: "President"."""
    relations = {relation for relation, _ in entity.offices}
    return not relations.isdisjoint(NATIONAL_OFFICES)


def _is_leader(entity: Entity, status: Status) -> bool:
    """Whether an entity has a leading office of this status."""
    leading = {(office, status) for office in LEADING_OFFICES}
    return not leading.isdisjoint(entity.offices)
