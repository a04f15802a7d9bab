"""What tells one person from another, and what leaves open who is meant: "the man *in the car*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.closed_classes import AGED, OF_ORIGIN
from actorgraph.extraction.parse.dependents import RELATIVE_CLAUSES, is_aside
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

PARENTS = grammar_words("noun for a parent")
#: Dependency labels of what distinguishes one person from another: "the man *in the car*".
RESTRICTIONS = ("prep", "relcl", "acl", "poss", "appos", "nmod")


def tells_nothing_apart(noun: Token, child: Token) -> bool:
    """Whether what depends on a noun leaves open which one it means."""
    # CASE aside: "the firm*, based in Oslo,*"
    if child.dep_ in RELATIVE_CLAUSES and is_aside(child):
        return True
    # CASE origin: "the 24-year-*old* from Oslo"
    if child.lower_ in OF_ORIGIN and _ends_age(noun):
        return True
    if child.dep_ != "prep" or noun.lower_ not in PARENTS:
        return False
    return counts_children(child)


def counts_children(preposition: Token) -> bool:
    """Whether a parent is described by the number of children: "the mother *of two*"."""
    return any(child.tag_ == "CD" for child in preposition.children)


def _ends_age(word: Token) -> bool:
    """Whether a word is the last one of an age: "the 24-year-*old*"."""
    ending = word.doc[max(0, word.i - 2) : word.i + 1]
    return " ".join(token.lower_ for token in ending) in AGED
