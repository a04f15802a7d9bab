"""Role phrases: “President Roth's special envoy”, “an analyst at a think tank”.

A role phrase is a noun phrase whose head is a role noun of the lexicon, with the holders of the
role and its owners, the actors that they have it for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from actorgraph.extraction.knowledge.lexicon import Sense
from actorgraph.extraction.parse.closed_classes import WITH_FIELD
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import ActorType, Status


class HolderPattern(StrEnum):
    """The grammatical pattern that connects a role with its holder."""

    TITLE = "title"
    """“Chancellor Dana Roth”."""
    APPOSITION = "apposition"
    """“Dana Roth, an analyst”, “the analyst, Dana Roth,”."""
    COPULA = "copula"
    """“Dana Roth is an analyst”, “Roth served as an analyst”."""
    APPOINTMENT = "appointment"
    """“Dana Roth was named chancellor”, “sacked as chancellor”."""
    NAME = "name"
    """The role noun is part of the holder's name, or follows it: “the Alderfen region”."""
    DESCRIPTION = "description"
    """No holder is named: the phrase itself refers to an actor."""


class OwnerMark(StrEnum):
    """How someone is attached to a role noun, unless by a preposition.

    An owner is the one that a role serves: the bank of its chairman.
    """

    POSSESSIVE = "possessive"
    """“the *bank*'s chairman”, “*her* adviser”."""
    PREMODIFIER = "premodifier"
    """“*Delmore Bank* chairman”."""
    DEMONYM = "demonym"
    """“*Norwegian* chancellor”."""
    DISTANT = "distant"
    """A premodifier that belongs to a noun in between: “a *Harbour Party* board member”."""
    ELSEWHERE = "country elsewhere"
    """Only the text around says it: “*Peru* will vote in May, President Dana Roth said”."""
    NEARBY = "country nearby"
    """The same, in the same sentence or in the one before."""
    AFTER_NAME = "after name"
    """It follows the holder: “Presidents Roth of *Sylvania* and Marsh of Borduria”."""
    NESTED_OF = "nested of"
    """An "of" that belongs to the noun before it: “leader of miners in the state of *Borduria*”."""


class Holder(NamedTuple):
    """Someone who has a role, and what says so."""

    mention: TokenMention
    pattern: HolderPattern


class Owner(NamedTuple):
    """Someone that a role serves; the mark is an ``OwnerMark`` or a preposition."""

    mention: TokenMention
    mark: str


@dataclass(slots=True)
class RolePhrase:
    """A role noun with everything around it that belongs to the role.

    Attributes:
        start, end: Tokens of the phrase up to the head noun, without complements.
        word: The lexicon's form of the role noun.
        status: Whether the role is present, past, or still to be taken up.
        determiner: The article, possessive or number before it; empty for none.
        noun: First token of the role noun.
        owners: The actors that the role is for.
        holders: Who has it.
        last: End of the complements.
        nominal: The mention that the phrase itself is, where no holder is named.
        stated_by: The verb that gives someone the role ("may *become*"), if a verb does.
        negated: Whether "not" precedes the phrase.
        partial: Whether the role covers a part only: "the bank's head *of research*",
            "*political* director".
        part_end: The token after that part, if it follows "of"; 0 for none.
        adjectives: Words between determiner and noun, from right to left.
        deputy: Whether the holder is only the deputy for the role: "*vice* president".
        unrelated: Names before the noun that are not owners of the role: "pro-*Bordurian* leader".
        predecessors: Who had the role before its holders, if the verb says so.
        partitive: Whether it is one of several: "*one of* Roth's aides".
        joint: Whether it is a role for several at once: "*US and Ukrainian* officials".
        has_nested_role: Whether its complement has a role that ends with it: "*wife* of the head".
        may_be_passed: Whether a name after it may be of the one who is for its holder: "an aide to
            the *head*, Jan Hale, said".
    """

    start: int
    head: int
    end: int
    word: str
    senses: list[Sense]
    plural: bool = False
    status: Status = Status.CURRENT
    determiner: str = ""
    owners: list[Owner] = field(default_factory=list)
    holders: list[Holder] = field(default_factory=list)
    last: int = 0
    nominal: TokenMention | None = None
    stated_by: int | None = None
    negated: bool = False
    partial: bool = False
    adjectives: list[str] = field(default_factory=list)
    deputy: bool = False
    noun: int = 0
    part_end: int = 0
    unrelated: list[TokenMention] = field(default_factory=list)
    predecessors: list[Holder] = field(default_factory=list)
    partitive: bool = False
    joint: bool = False
    has_nested_role: bool = False
    may_be_passed: bool = False

    @property
    def after(self) -> int:
        """The first token after the phrase and its complements."""
        return max(self.last, self.end)

    @property
    def may_be_named_after(self) -> bool:
        """False where a name after it is, or may be, another's: "the *wife* of the mayor, Hale"."""
        return not (self.has_nested_role or self.may_be_passed)

    @property
    def titled(self) -> list[Holder]:
        """The holders whose title the role is: "*founder Dana Roth*"."""
        return [
            holder for holder in self.holders if holder.pattern is HolderPattern.TITLE
        ]

    @property
    def is_of_several(self) -> bool:
        """Whether several people have the role, unlike "*one of* Roth's aides"."""
        return self.plural and not self.partitive

    @property
    def is_of_person(self) -> bool:
        """Whether people may have the role, not only bodies or places."""
        return any(ActorType.PERSON in sense.subject_types for sense in self.senses)

    @property
    def relations(self) -> set[str]:
        """The relations that the role may express."""
        return {sense.relation for sense in self.senses}

    @property
    def owner_types(self) -> set[str]:
        """The types and classes of what the role may be a role in."""
        return {name for sense in self.senses for name in sense.object_types}

    @property
    def has_field(self) -> bool:
        """Whether "for" may say which post it is: "*minister* for trade", "of state for trade"."""
        return not WITH_FIELD.isdisjoint(self.word.split())

    @property
    def is_possessed(self) -> bool:
        """Whether a possessive precedes the noun: "*her* adviser"."""
        return any(owner.mark is OwnerMark.POSSESSIVE for owner in self.owners)

    @property
    def has_complement(self) -> bool:
        """Whether it has complements: "author *of Delmore Bank's history*"."""
        return self.last > self.end

    def root(self, parsed: ParsedText) -> int:
        """Return the word of the noun that governs the others: "*chief* of staff"."""
        noun = parsed.doc[self.noun : self.head + 1]
        return noun.root.i

    def name_in(self, parsed: ParsedText) -> TokenMention | None:
        """Return the name that ends in the role noun: "the Harbour *Commission*".

        Not one that is a part of the noun: "Minister of *Foreign Affairs*".
        """
        name = parsed.covering(self.head)
        if name is None or self.noun < name.start:
            return None
        return name

    def owning_entities(self) -> set[int]:
        """Return the numbers of the entities that the role is for, as far as resolved."""
        return {owner.mention.actor for owner in self.owners} - {-1}

    def admits(self, mention: TokenMention) -> bool:
        """Whether an actor of this type may have the role; a role without senses is a person's."""
        if not self.senses:
            return mention.is_person
        return any(_may_be_subject(mention, sense) for sense in self.senses)

    def holders_among(
        self,
        mentions: Iterable[TokenMention],
        pattern: HolderPattern = HolderPattern.APPOINTMENT,
    ) -> list[Holder]:
        """Return those who may have the role, as the pattern says."""
        return [Holder(mention, pattern) for mention in filter(self.admits, mentions)]

    def holders_or_description(self) -> list[Holder]:
        """Return the holders of the role; if none is named, the phrase itself as a description."""
        if self.holders or self.nominal is None:
            return self.holders
        return [Holder(self.nominal, HolderPattern.DESCRIPTION)]


def _may_be_subject(mention: TokenMention, sense: Sense) -> bool:
    types = sense.subject_types
    if mention.type in types:
        return True
    return mention.subtype in types
