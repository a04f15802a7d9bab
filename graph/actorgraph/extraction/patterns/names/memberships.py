"""Members of parties that a text labels with the party's name: "*Democrat* Dana Roth"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.actor_types import PARTY
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.roles.role_phrases import (
    HolderPattern,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import BEING, NEW_DETERMINERS
from actorgraph.extraction.parse.dependents import MODIFIERS, SUBJECTS, has_dependent
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import PLURAL_TAGS
from actorgraph.extraction.patterns.candidate import Candidate, construction_candidates
from actorgraph.extraction.patterns.roles.role_owners import (
    BEFORE_TITLE,
    owners_of_role,
)
from actorgraph.grammar import grammar_words
from actorgraph.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token


#: How a text connects a title with its holder: "Labour mayor Roth", "Roth, a Labour mayor".
CONNECTED = frozenset(
    {HolderPattern.TITLE, HolderPattern.APPOSITION, HolderPattern.COPULA}
)
#: Whose party a title need not give: "Labour *critic* Roth".
OUTSIDERS = grammar_words("role noun of an outsider")

PREDICATE = "attr"


def membership_candidates(
    parsed: ParsedText, roles: Iterable[RolePhrase], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield who belongs to the parties that a text names before or after them."""
    for phrase in roles:
        for member, party in _titled_members(phrase, knowledge):
            yield from _candidates(parsed, member, party, knowledge)
    for party in parsed.in_order():
        if party.subtype != PARTY or not party.is_name:
            continue
        noun = parsed.head_of(party)
        status = _status(noun, knowledge.lexicon)
        for member, predicate in _members(parsed, party):
            for candidate in _candidates(parsed, member, party, knowledge):
                yield replace(candidate, status=status, stated_by=predicate)


def _candidates(
    parsed: ParsedText, member: TokenMention, party: TokenMention, knowledge: Knowledge
) -> Iterator[Candidate]:
    return construction_candidates(
        parsed, Construction.MEMBER_OF_PARTY, member, party, knowledge
    )


def _titled_members(
    phrase: RolePhrase, knowledge: Knowledge
) -> Iterator[tuple[TokenMention, TokenMention]]:
    """Yield holders of a role with the party before it: "*Labour* mayor *Dana Roth*".

    Not where the role is one in the party, which ``role_relations`` reads.
    """
    if phrase.word in OUTSIDERS:
        return
    for holder, pattern in phrase.holders:
        if pattern not in CONNECTED:
            continue
        served = [owner.mention for owner in owners_of_role(phrase, holder, knowledge)]
        for owner, mark in phrase.owners:
            is_party = owner.subtype == PARTY and mark in BEFORE_TITLE
            if is_party and owner not in served:
                yield holder, owner


def _members(
    parsed: ParsedText, party: TokenMention
) -> Iterator[tuple[TokenMention, int | None]]:
    """Yield the people labelled with a party's name, each with the verb that says so, if any."""
    noun = parsed.head_of(party)
    person = parsed.covering(party.end)
    # CASE title: "*Democrat* Dana Roth", "*Democrats* Dana Roth and Peter Hallam"
    if person is not None and person.start == party.end and noun.dep_ in MODIFIERS:
        is_plural = noun.tag_ in PLURAL_TAGS
        others = _coordinated(parsed, parsed.head_of(person)) if is_plural else ()
        for member in (person, *others):
            yield member, None
    # CASE described: "*a Democrat* from Oslo", "*an Ohio Republican*", but not "the Democrats"
    elif has_dependent(noun, NEW_DETERMINERS, "det"):
        yield from _described_members(parsed, noun)


def _described_members(
    parsed: ParsedText, noun: Token
) -> Iterator[tuple[TokenMention, int | None]]:
    governor = noun.head
    # CASE apposition: "*Dana Roth*, a Democrat, …"
    if noun.dep_ == "appos":
        for member in parsed.actors_at(governor.i):
            yield member, None
    # CASE copula: "*Dana Roth* is a Democrat", "is not a Democrat"
    elif noun.dep_ == PREDICATE and parsed.lemma(governor) in BEING:
        for member in arguments(parsed, governor, SUBJECTS):
            yield member, governor.i


def _status(noun: Token, lexicon: Lexicon) -> Status:
    """Return whether someone labelled with a party is still in it: "a *former* Democrat"."""
    is_former = has_dependent(noun, lexicon.cues[Status.FORMER.value], *MODIFIERS)
    return Status.FORMER if is_former else Status.CURRENT


def _coordinated(parsed: ParsedText, noun: Token) -> Iterator[TokenMention]:
    for other in noun.conjuncts:
        mention = parsed.actor_at(other.i)
        if mention is not None and mention.is_person:
            yield mention
