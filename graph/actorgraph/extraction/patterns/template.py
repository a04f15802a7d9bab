"""The templates that claims are read by: a closed list, counted in ``ontology/reliability.tsv``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.mentions.roles.role_phrases import HolderPattern, OwnerMark
from actorgraph.model import BACKGROUND_METHODS, LEARNED

#: How an owner can precede its role noun; all other owners follow it, marked by a preposition.
PRECEDING = (OwnerMark.POSSESSIVE, OwnerMark.PREMODIFIER, OwnerMark.DEMONYM)

#: The ways of attaching an owner that a template distinguishes.
DETAILED = (*PRECEDING, OwnerMark.AFTER_NAME)

#: Owners that only the text around names.
INFERRED = (OwnerMark.ELSEWHERE, OwnerMark.NEARBY)


class Pattern(StrEnum):
    """What a template starts from, beside constructions and the patterns of role holders."""

    VERB = "verb"
    PASSIVE = "passive"
    COMPOUND = "compound"
    NOUN = "noun"
    RULE = "rule"
    LEARNED = LEARNED


#: Constructions that rest on background knowledge: the text only names both ends.
#: A metonym does too, but acts in the text.
BACKGROUND = BACKGROUND_METHODS | {Construction.METONYM}

#: Constructions that describe a person in passing.
INTRODUCING = frozenset(
    {Construction.BORN, Construction.LIFE_DATES, Construction.LIFE_DATES_END}
)

#: Patterns that are predicates of a clause, not descriptions in passing.
PREDICATIVE = frozenset(
    {
        Pattern.VERB,
        Pattern.PASSIVE,
        HolderPattern.COPULA,
        HolderPattern.APPOINTMENT,
    }
)


@dataclass(frozen=True, slots=True)
class Template:
    """The grammatical pattern that expresses a relation.

    As text, it is the key of ``ontology/reliability.tsv`` and the first part of a claim's method.

    >>> print(Template(HolderPattern.TITLE, OwnerMark.DEMONYM))
    title, demonym
    >>> print(Template(Pattern.VERB))
    verb

    Attributes:
        pattern: The construction or pattern itself.
        detail: For a role, how its owner precedes it; for a nationality or a post, how its holder
            is connected to the role.
    """

    pattern: Pattern | Construction | HolderPattern
    detail: HolderPattern | OwnerMark | None = None

    def __str__(self) -> str:
        if self.detail is None:
            return str(self.pattern)
        return f"{self.pattern}, {self.detail}"

    @property
    def is_description(self) -> bool:
        """Whether the subject is not named, but only described ("a Dutch lender")."""
        return HolderPattern.DESCRIPTION in (self.pattern, self.detail)

    @property
    def is_of_role(self) -> bool:
        """Whether a role noun says it, so that the words after the noun may say for how long."""
        return HolderPattern in map(type, (self.pattern, self.detail))

    @property
    def is_inferred(self) -> bool:
        """Whether no phrase connects the arguments, so that only the text around says it."""
        return self.detail in INFERRED

    @property
    def is_background(self) -> bool:
        """Whether it rests on background knowledge, so that nobody in the text asserts it."""
        return self.pattern in BACKGROUND

    @property
    def is_introduction(self) -> bool:
        """Whether it describes a person in passing, beside what the text reports of them."""
        return self.pattern in INTRODUCING

    @property
    def is_predicate(self) -> bool:
        """Whether a clause says it: "Roth is the mayor", but not "the mayor, Roth"."""
        return not PREDICATIVE.isdisjoint((self.pattern, self.detail))


def all_templates() -> frozenset[Template]:
    """Return every template that the reading can produce."""
    templates = set(map(Template, Pattern))
    templates.update(map(Template, HolderPattern))
    templates.update(map(Template, set(Construction) - {Construction.POST}))
    # CASE owner before a role noun: "Delmore Bank chairman Dana Roth"
    for holder_pattern, mark in product(HolderPattern, PRECEDING):
        templates.add(Template(holder_pattern, mark))
    # CASE owner after the holder: "Minister Dana Roth of Norland"
    templates.add(Template(HolderPattern.TITLE, OwnerMark.AFTER_NAME))
    # CASE country elsewhere: "Peru will vote in May, President Dana Roth said"
    for mark in INFERRED:
        templates.add(Template(HolderPattern.TITLE, mark))
    # CASE what comes with a role: the nationality of its holder, and the post
    for construction in (Construction.DEMONYM, Construction.POST):
        for holder_pattern in HolderPattern:
            templates.add(Template(construction, holder_pattern))
    return frozenset(templates)
