"""Both parties after "between": "signed between *Norway* and *Sweden*"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.relation_lists import relation_list
from actorgraph.extraction.mentions.clauses.coordination import complements
from actorgraph.extraction.parse.closed_classes import BEFORE_PARTIES
from actorgraph.extraction.parse.dependents import (
    MODIFIERS,
    dependents,
    obliques,
    prepositions,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Relations of acts that several do together.
JOINT = relation_list("act of several together")


def parties_between(parsed: ParsedText, preposition: Token) -> list[TokenMention]:
    """Return the parties that a preposition introduces."""
    parties = complements(parsed, preposition)
    # CASE attached too low: "between a group of senators and *Roth*"
    if len(parties) == 1 and preposition.lower_ in BEFORE_PARTIES:
        for noun in dependents(preposition, "pobj"):
            parties.extend(_second_below(parsed, noun))
    return parties


def _second_below(parsed: ParsedText, noun: Token) -> Iterator[TokenMention]:
    """Yield the last of a list within the first party, which is the second party."""
    for part in obliques(noun):
        for last in list(part.conjuncts)[-1:]:
            second = parsed.actor_at(last.i)
            if second is not None:
                yield second


def joint_agents(parsed: ParsedText, verb: Token, relation: str) -> list[TokenMention]:
    """Return who does something together: "a pact was signed *between Norway and Sweden*"."""
    if relation not in JOINT:
        return []
    agents: list[TokenMention] = []
    for preposition in prepositions(verb, BEFORE_PARTIES):
        agents.extend(parties_between(parsed, preposition))
    return agents


def peoples_of(parsed: ParsedText, parties: list[TokenMention]) -> list[TokenMention]:
    """Return both peoples that one noun names: "*Danish* and *Norwegian* forces clashed".

    All other parties are returned as they are.
    """
    if len(parties) != 1:
        return parties
    for modifier in dependents(parsed.head_of(parties[0]), *MODIFIERS):
        words = (modifier, *modifier.conjuncts)
        peoples = [parsed.covering(word.i) for word in words]
        named = [people for people in peoples if people is not None and people.demonym]
        if len(named) > 1:
            return named
    return parties
