"""Whom a role is for: the bank of its chairman, the country of its minister."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.actor_types import (
    ALLIANCE,
    COUNTRY,
    PARTY,
    SETTLEMENT,
)
from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import LEADING, Sense
from actorgraph.extraction.knowledge.relation_lists import (
    HEADSHIPS,
    MEMBERSHIPS,
    NATIONAL_OFFICES,
    PLAYING,
    STANCES,
    UNDIVIDED,
    relation_list,
)
from actorgraph.extraction.mentions.roles.role_phrases import (
    Owner,
    OwnerMark,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import INDEFINITE, OF_WHOLE
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.patterns.template import PRECEDING
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

#: Relations that are read beside the most specific one: a party's candidate is its member too.
BESIDE = relation_list("role beside another")

#: Players of a national team: "Norwegian *international*".
NATIONAL_PLAYERS = grammar_words("player for a country")
#: Titles of heads of which a body may have many: "*a* director of the bank".
OF_MANY = grammar_words("title of one of many heads")
#: Tokens between two owners in a list, at most: "of the Harbour Party*, and the* Green League".
LONGEST_JOINT = 3
#: How the name of a party may precede a title.
BEFORE_TITLE = frozenset({OwnerMark.PREMODIFIER, OwnerMark.DISTANT, OwnerMark.DEMONYM})


@dataclass(frozen=True, slots=True)
class RoleOwner:
    """An actor that a role serves, in one sense of the role noun.

    Attributes:
        mark: How the owner precedes the role noun; the preposition if it follows.
        sense: The most specific sense of the role noun that admits the owner.
    """

    mention: TokenMention
    mark: str
    sense: Sense

    @property
    def is_party_before(self) -> bool:
        """True for a party right before the role of one of its members: "the *Labour* mayor"."""
        return self.mark in BEFORE_TITLE and self.mention.subtype == PARTY

    @property
    def precedes(self) -> bool:
        """Whether the owner precedes the role noun."""
        return self.mark in PRECEDING


def owners_of_role(
    phrase: RolePhrase, holder: TokenMention, knowledge: Knowledge
) -> list[RoleOwner]:
    """Return the owners of a holder's role, also of a deputy's: "*deputy* mayor of"."""
    reader = OwnerReader(replace(phrase, deputy=False), knowledge)
    return [owner for owner in reader.owners(holder) if not reader.is_of_a_post(owner)]


class OwnerReader:
    """Finds the actors that a role serves."""

    def __init__(self, phrase: RolePhrase, knowledge: Knowledge) -> None:
        self.phrase = phrase
        self.knowledge = knowledge
        self.vocabulary = knowledge.vocabulary
        self.lexicon = knowledge.lexicon

    def is_of_a_post(self, owner: RoleOwner) -> bool:
        """True for "a Russian presidential aide", who is the president's aide, not Russia's."""
        # CASE of a person: "a friend of *the founder* of the bank", not of the bank
        if self.phrase.has_nested_role and owner.sense.relation in STANCES:
            return owner.mark not in PRECEDING
        if owner.mark != OwnerMark.DEMONYM:
            return False
        if self.lexicon.post_adjectives.keys().isdisjoint(self.phrase.adjectives):
            return False
        relation = self.vocabulary.relation(owner.sense.relation)
        return ActorType.PERSON in relation.range

    def owners(self, holder: TokenMention) -> list[RoleOwner]:
        """Return the nearest owner that a sense admits, and the owners coordinated with it.

        Of a role with a party before it and a body after it, both: "the *Labour* mayor of *Bergen*"
        belongs to the one and heads the other.
        """
        owners = self._joint(holder, self.phrase.owners)
        if not owners or not owners[0].is_party_before:
            return owners
        if owners[0].sense.relation not in HEADSHIPS | MEMBERSHIPS:
            return owners
        party = owners[0].mention
        others = [owner for owner in self.phrase.owners if owner.mention is not party]
        served = self._joint(holder, others)
        return [*self._memberships(holder, owners[0]), *served] if served else owners

    def _memberships(self, holder: TokenMention, party: RoleOwner) -> list[RoleOwner]:
        """Return what a role says of the party before it where it is a role elsewhere."""
        return [
            replace(party, sense=sense)
            for sense in self.phrase.senses
            if sense.relation in MEMBERSHIPS
            and self._admits(sense, holder, party.mention, party.mark)
        ][:1]

    def _joint(
        self, holder: TokenMention, candidates: Iterable[Owner]
    ) -> list[RoleOwner]:
        """Return the first owner that a sense admits, and those coordinated with it."""
        owners: list[RoleOwner] = []
        for mention, mark in candidates:
            senses = [
                sense
                for sense in self.phrase.senses
                if self._admits(sense, holder, mention, mark)
            ]
            if mention is holder or not senses:
                continue
            owner = RoleOwner(mention, mark, self._most_specific(senses))
            if owners and not _is_joint(self.phrase, owners[-1], owner):
                break
            owners.append(owner)
            owners.extend(_beside(owner, senses))
        return owners

    def _most_specific(self, senses: list[Sense]) -> Sense:
        """Return the sense with the deepest relation; of equals, the first in the lexicon."""

        def depth(sense: Sense) -> int:
            return self.vocabulary.depth(sense.relation)

        return max(senses, key=depth)

    def _admits(
        self, sense: Sense, holder: TokenMention, owner: TokenMention, mark: str
    ) -> bool:
        """Whether a role noun in this sense can have such a holder and such an owner."""
        if not _allows_mark(sense, mark):
            return False
        # CASE pronoun: "his aide", but not "an aide to him"
        if owner.is_pronoun and mark != OwnerMark.POSSESSIVE:
            return False
        if self._leads_part(sense) or self._is_of_region(sense, owner, mark):
            return False
        if self._leads_members(sense, owner, mark):
            return False
        if self._is_nationality(sense, mark):
            return False
        # CASE deputy: the vice president of Norland is not its president
        if self.phrase.deputy and self._is_undivided(sense):
            return False
        fits = self.knowledge.fits
        return fits(holder, sense.subject_types) and fits(owner, sense.object_types)

    def _leads_part(self, sense: Sense) -> bool:
        """True for "the bank's head of research", who does not lead the bank."""
        is_leading = LEADING in self.vocabulary.ancestors(sense.relation)
        return is_leading and (self.phrase.partial or self._is_one_of_many())

    def _is_one_of_many(self) -> bool:
        """True for "*a* director of the bank", which may have ten."""
        return self.phrase.word in OF_MANY and self.phrase.determiner in INDEFINITE

    def _leads_members(self, sense: Sense, owner: TokenMention, mark: str) -> bool:
        """True for "EU leaders" and "Arab leaders", each of whom leads one of them."""
        if LEADING not in self.vocabulary.ancestors(sense.relation):
            return False
        is_before = self.phrase.is_of_several and mark in BEFORE_TITLE
        return is_before and (owner.is_group or owner.subtype == ALLIANCE)

    def _is_nationality(self, sense: Sense, mark: str) -> bool:
        """True for "Norwegian striker", who need not play for Norway."""
        is_apart = sense.relation in PLAYING
        is_adjective = mark == OwnerMark.DEMONYM
        return is_apart and is_adjective and self.phrase.word not in NATIONAL_PLAYERS

    def _is_undivided(self, sense: Sense) -> bool:
        """True for an office that deputies do not share: leader, mayor, ambassador."""
        return not UNDIVIDED.isdisjoint(self.vocabulary.ancestors(sense.relation))

    def _is_of_region(self, sense: Sense, owner: TokenMention, mark: str) -> bool:
        """True for "Europe's youngest minister", who is no minister of Europe."""
        if mark != OwnerMark.POSSESSIVE or not owner.is_place:
            return False
        # CASE office of the state: "Norland's *first* finance minister"
        if owner.subtype == COUNTRY and sense.relation in NATIONAL_OFFICES:
            return False
        return not self.lexicon.cues[Cue.SUPERLATIVE].isdisjoint(self.phrase.adjectives)


def is_public_office(sense: Sense) -> bool:
    """Whether a post is no post of a party's own: "senator", "mayor", "candidate"."""
    is_of_state = sense.relation in NATIONAL_OFFICES | BESIDE
    return is_of_state or SETTLEMENT in sense.object_types


def _beside(owner: RoleOwner, senses: list[Sense]) -> Iterator[RoleOwner]:
    """Yield an owner in the senses that add something: a party's nominee is its candidate too."""
    for sense in senses:
        if sense.relation in BESIDE and sense is not owner.sense:
            yield replace(owner, sense=sense)


def _allows_mark(sense: Sense, mark: str) -> bool:
    """Whether an owner may be marked like this: "the attack in Lisbon", not "the Lisbon attack"."""
    if mark in PRECEDING:
        return not sense.complement_only
    # CASE after the holder's name: "Minister Roth *of* Norland"
    if mark == OwnerMark.AFTER_NAME:
        return not OF_WHOLE.isdisjoint(sense.prepositions)
    return mark in sense.prepositions


def _is_joint(phrase: RolePhrase, first: RoleOwner, owner: RoleOwner) -> bool:
    """True for the next of several owners: "an aide to Roth *and Marsh*"."""
    # CASE before the noun: "*US* and Ukrainian officials"
    if owner.precedes:
        return phrase.joint and first.precedes
    is_near = owner.mention.start - first.mention.end <= LONGEST_JOINT
    return is_near and owner.mark == first.mark
