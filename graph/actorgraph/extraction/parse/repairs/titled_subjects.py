"""Titles after a name, which begin another name: "told Delmore News *Mr Roth* had left".

The parser joins both to one noun, so that someone seems to be addressed who is only talked about.
In "the mayor of Oslo, *Dr Roth*, left" it takes the second name for another one of Oslo, and in
"the sacking of coach *Roth*" for one of the sacking.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.closed_classes import OF_WHOLE
from actorgraph.extraction.parse.dependents import (
    dependents,
    is_aside,
    is_complement_of,
)
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import COMMON_NOUN_TAGS, NAME_TAGS
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Titles that begin a name, whatever name precedes: "*Mr* Roth".
TITLES = grammar_words("title of address")
#: Titles that a name follows as well: "*Gen.* Roth", "*Sir* Dana Roth".
RANKS = grammar_words("title of rank")


def attach_titled_subjects(doc: Doc) -> Doc:
    """Make a titled name the subject of the clause after it, and the name before it an object."""
    for title in doc[1:]:
        if title.lower_ in TITLES and _follows_name(title):
            name = title.head
            clause = _clause_after(name)
            if clause is not None:
                reattach(doc, _changes(title, name, clause))
    return doc


def attach_titled_appositions(doc: Doc) -> Doc:
    """Make a titled name the apposition of the noun that a name belongs to, not of that name."""
    for title in doc[1:]:
        if title.lower_ not in TITLES and title.lower_ not in RANKS:
            continue
        name = title.head
        if name.dep_ != "appos" or not is_aside(name):
            continue
        noun = _noun_of(name.head)
        if noun is not None:
            reattach(doc, {name: (noun, "appos")})
    return doc


def attach_titled_objects(doc: Doc) -> Doc:
    """Make the name right after a preposition's object that object: "of coach *Dana Roth*"."""
    for name in list(doc):
        first = name.left_edge.i
        if name.dep_ != "appos" or name.tag_ not in NAME_TAGS or not first:
            continue
        title = doc[first - 1]
        preposition = title.head
        is_object = title.dep_ == "pobj" and title.tag_ in COMMON_NOUN_TAGS
        if is_object and preposition.head == name.head:
            reattach(doc, {name: (preposition, "pobj"), title: (name, "compound")})
    return doc


def _noun_of(name: Token) -> Token | None:
    """Return the common noun before "of" and a name, or None."""
    if name.tag_ not in NAME_TAGS or not is_complement_of(name, OF_WHOLE):
        return None
    noun = name.head.head
    return noun if noun.tag_ in COMMON_NOUN_TAGS else None


def _follows_name(title: Token) -> bool:
    """Whether the parser takes the name before a title for a part of the titled name."""
    before, name = title.nbor(-1), title.head
    if name.dep_ != "dobj" or before.tag_ not in NAME_TAGS:
        return False
    return before.dep_ == "compound" and before.head == name


def _clause_after(name: Token) -> Token | None:
    """Return the verb of the clause that begins after a name and has no subject, or None."""
    for clause in dependents(name.head, "ccomp"):
        is_next = clause.left_edge.i == name.i + 1
        if is_next and not dependents(clause, "nsubj"):
            return clause
    return None


def _changes(
    title: Token, name: Token, clause: Token
) -> dict[Token, tuple[Token, str]]:
    """Return the new heads and labels of the words of both names."""
    object_ = title.nbor(-1)
    changes = {object_: (name.head, "dobj"), name: (clause, "nsubj")}
    for word in name.lefts:
        if word.i < object_.i:
            changes[word] = object_, word.dep_
    return changes
