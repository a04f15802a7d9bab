"""Agents and predicates that the parser attaches too low.

In "was replaced as head of Delmore Bank by *Roth*" it joins "by" to the bank, and in "was named by
the board *as* head" it joins "as" to the board.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.closed_classes import (
    BEFORE_AGENT,
    BEFORE_PREDICATE,
    OF_WHOLE,
)
from actorgraph.extraction.parse.dependents import (
    dependents,
    is_complement_of,
    prepositions,
)
from actorgraph.extraction.parse.word_tags import NAME_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Tags of those who may do something: "by *agents*", unlike "by force", "by Friday".
AGENT_TAGS = ("NNS", "NNP", "NNPS")


def attach_late_agents(doc: Doc) -> Doc:
    """Attach agents, and predicates after agents, to the passive verbs that they belong to."""
    for verb in doc:
        if dependents(verb, "auxpass"):
            _attach_agent(verb)
            _attach_predicate(verb)
        else:
            _attach_agent_of_noun(verb)
    return doc


def _attach_agent_of_noun(verb: Token) -> None:
    """Attach an agent after what an object is of: "condemned the arrest of Roth *by* agents"."""
    objects = [
        noun for noun in dependents(verb, "dobj") if prepositions(noun, OF_WHOLE)
    ]
    for word in prepositions(verb, BEFORE_AGENT):
        people = [noun for noun in dependents(word, "pobj") if noun.tag_ in AGENT_TAGS]
        if people and objects and objects[-1].right_edge.i == word.i - 1:
            word.head = objects[-1]
            return


def _attach_agent(verb: Token) -> None:
    if _agent(verb) is not None:
        return
    for word in list(verb.subtree):
        if word.i <= verb.i or word.lower_ not in BEFORE_AGENT:
            continue
        if _is_too_low(word):
            word.head, word.dep_ = verb, "agent"
            return


def _agent(verb: Token) -> Token | None:
    return next(iter(dependents(verb, "agent")), None)


def _is_too_low(preposition: Token) -> bool:
    """Whether a preposition depends on a noun that nobody can be the agent of."""
    noun = preposition.head
    # CASE name: "in *Oslo* by Roth"
    is_name = noun.tag_ in NAME_TAGS
    # CASE predicate: "as *mayor* by Roth"
    is_predicate = is_complement_of(noun, BEFORE_PREDICATE)
    return is_name or is_predicate


def _attach_predicate(verb: Token) -> None:
    agent = _agent(verb)
    if agent is None:
        return
    for noun in agent.children:
        for word in list(noun.rights):
            if word.dep_ == "prep" and word.lower_ in BEFORE_PREDICATE:
                word.head = verb
