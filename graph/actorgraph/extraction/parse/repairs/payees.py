"""Names that the parser makes part of an amount: "fined *Delmore Bank* nine million euros"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.closed_classes import CURRENCIES
from actorgraph.extraction.parse.dependents import NOUN_MODIFIERS
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import NAME_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def attach_payees(doc: Doc) -> Doc:
    """Make a name right after a verb the recipient of the amount that follows it."""
    for name in list(doc):
        if name.dep_ in NOUN_MODIFIERS and name.tag_ in NAME_TAGS:
            amount = name.head
            if _follows_name(amount, name):
                number = {word: (amount, word.dep_) for word in name.rights}
                reattach(doc, {name: (amount.head, "dative"), **number})
    return doc


def _follows_name(amount: Token, name: Token) -> bool:
    """Whether an amount of money is the object of a verb, with a name between them."""
    if amount.dep_ != "dobj" or name.left_edge.i <= amount.head.i:
        return False
    words = {amount.lower_, amount.lower_.removesuffix("s")}
    if CURRENCIES.isdisjoint(words):
        return False
    return any(word.dep_ == "nummod" and word.i > name.i for word in amount.subtree)
