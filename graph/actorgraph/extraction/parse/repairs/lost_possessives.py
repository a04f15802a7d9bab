"""Possessives whose curly apostrophe the parser takes for a quotation mark: "Borduras’ leader"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import ADJECTIVE_TAGS, NOUN_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

APOSTROPHE, OPENING_MARK = "’", "‘"
#: Tags of the first word of what is possessed: "Borduras’ *leader*", "*foreign* minister".
FIRST_TAGS = ADJECTIVE_TAGS | NOUN_TAGS
#: Last letters of nouns that take no "s" after the apostrophe.
SIBILANTS = ("s", "x", "z")
#: Dependency labels of the words of a noun phrase before its noun.
BEFORE_NOUN = frozenset({"amod", "compound", "nmod", "nummod"})


def attach_possessors(doc: Doc) -> None:
    """Make the name before a lost apostrophe the possessor of the noun phrase after it."""
    for name, mark in list(_lost(doc)):
        noun = _noun_of_phrase(doc, mark.i + 1)
        mark.tag_ = "POS"
        changes = {mark: (name, "case")}
        changes[name] = noun, "poss"
        # CASE place of the name: in "a visit to *Borduras*’ leader", the leader is visited
        if name.is_ancestor(noun) or noun.dep_ in BEFORE_NOUN:
            is_root = name.head == name
            governor = noun if is_root else name.head
            changes[noun] = governor, name.dep_
        reattach(doc, changes)


def _lost(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """Yield the names and apostrophes of possessives that the parser did not see."""
    is_quoting = False
    for mark in doc[:-1]:
        is_quoting |= mark.text == OPENING_MARK
        if mark.text != APOSTROPHE or mark.tag_ == "POS" or not mark.i:
            continue
        name, noun = doc[mark.i - 1], doc[mark.i + 1]
        is_joined = not name.whitespace_ and mark.whitespace_ and not noun.is_sent_start
        is_noun = name.tag_ in NOUN_TAGS and name.lower_.endswith(SIBILANTS)
        # CASE quotation: in "‘Down with Borduras’ protesters cried" it closes one
        if is_joined and is_noun and noun.tag_ in FIRST_TAGS and not is_quoting:
            yield name, mark
        is_quoting = False


def _noun_of_phrase(doc: Doc, i: int) -> Token:
    """Return the noun of the phrase that begins at a token: "leader *Quint*", "*board*"."""
    noun = doc[i]
    while noun.dep_ in BEFORE_NOUN and noun.i < noun.head.i:
        between = doc[noun.i + 1 : noun.head.i]
        if any(word.is_punct for word in between):
            break
        noun = noun.head
    return noun
