"""Relative pronouns: "Roth, *who* resigned", "the ministers, *all of whom* resigned"."""

from __future__ import annotations

from collections.abc import Collection
from operator import attrgetter
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.actor_types import (
    CIRCUMSTANCES,
    PEOPLE,
)
from actorgraph.extraction.parse.closed_classes import BEFORE_PREDICATE, OF_WHOLE
from actorgraph.extraction.parse.dependents import (
    first_of_list,
    has_dependent,
    prepositions,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import (
    RELATIVE_TAGS,
    WHOSE_TAG,
    is_verb_form,
)
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Relative pronouns that no person is meant by: "the trial of Roth, *which* …".
OF_THINGS = grammar_words("relative pronoun of things")

#: Universal quantities: "*all* of whom".
WHOLES = grammar_words("word for everybody")


def counts_antecedent(noun: Token) -> bool:
    """Whether a quantity counts the antecedents of the relative clause: "*all of whom* left"."""
    if noun.lower_ not in WHOLES:
        return False
    for preposition in prepositions(noun, OF_WHOLE):
        if any(word.tag_ in RELATIVE_TAGS for word in preposition.children):
            return True
    return False


def asks_for_thing(clause: Token) -> bool:
    """Whether a relative clause begins with "which"."""
    return has_dependent(clause, OF_THINGS)


def asks_for_person(clause: Token) -> bool:
    """Whether a relative clause begins with "who" or "whom", not with "which"."""
    return any(child.tag_ == "WP" for child in clause.children)


def noun_above(clause: Token) -> Token:
    """Return what the phrase before a relative clause says more of: "*rebels* in Oslo, who …"."""
    preposition = first_of_list(clause.head).head
    # CASE attached to the verb: "was used by *rebels* in the 1990s, who …"
    if is_verb_form(preposition.head) and preposition.i:
        return preposition.nbor(-1)
    return preposition.head


def is_attached_too_low(
    clause: Token, actors: Collection[TokenMention], people: Collection[TokenMention]
) -> bool:
    """Whether a clause of people is beside a name in what is said of them.

    So "*rebels* in the 1990s, who …" and "Roth, *head* of Delmore Bank, who was a judge"; not
    "Roth, coach of the Harbour Lions, who won", which may be about the team.
    """
    types = {actor.type for actor in actors}
    are_people = all(person.type in PEOPLE for person in people)
    if types <= CIRCUMSTANCES:
        return are_people
    if types != {ActorType.ORGANIZATION} or not people:
        return False
    # CASE no comma, without which it cannot be about a name: "*members* of Delmore who …"
    if are_people and not clause.left_edge.nbor(-1).is_punct:
        return True
    if not all(map(attrgetter("is_named_person"), people)):
        return False
    return _says_what_one_is(clause)


def _says_what_one_is(clause: Token) -> bool:
    """Whether a clause has a predicate: "who *was a judge*", "who *served as* a judge"."""
    return any(
        child.dep_ == "attr" or child.lower_ in BEFORE_PREDICATE
        for child in clause.children
    )


def is_of_relative(noun: Token) -> bool:
    """Whether a noun begins a relative clause: "*whose head* resigned"."""
    return any(child.tag_ == WHOSE_TAG for child in noun.children)


def follows_other_person(
    parsed: ParsedText, clause: Token, actors: list[TokenMention]
) -> bool:
    """Whether the name right before a relative clause is another person than the antecedent."""
    i = clause.left_edge.i - 1
    if parsed.word(i) == ",":
        i -= 1
    name = parsed.name_at(i)
    if name is None or name in actors:
        return False
    return name.is_person and asks_for_person(clause)
