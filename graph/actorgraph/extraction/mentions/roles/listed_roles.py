"""Roles that go on with what somebody is: "quit as head, *secretary* and aide"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.closed_classes import BEFORE_PREDICATE
from actorgraph.extraction.parse.dependents import is_complement_of
from actorgraph.extraction.parse.word_tags import NAME_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_listed(noun: Token) -> bool:
    """Whether a noun goes on with what somebody is: "quit as head, *secretary* and aide"."""
    if noun.dep_ not in ("appos", "conj"):
        return False
    # CASE predicate: "was the head, *secretary* and aide", but not "was Roth, the *head*"
    if noun.head.dep_ == "attr" and noun.head.tag_ not in NAME_TAGS:
        return True
    return is_complement_of(noun.head, BEFORE_PREDICATE)
