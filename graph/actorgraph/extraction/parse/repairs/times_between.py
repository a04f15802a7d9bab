"""Prepositions that the parser joins to a time or an amount between them and their word.

In "clashed for the first *time* with Roth" and "met on *Monday* with Roth" whoever the clause is
about comes after a time, in "a grant of 90,000 *euros* from Roth" after an amount, and the parser
takes both for one phrase.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.closed_classes import CURRENCIES, OF_WHOLE
from actorgraph.extraction.parse.dependents import is_complement_of
from actorgraph.extraction.parse.word_tags import is_noun_form, is_verb_form
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NOUNS_OF_TIME = grammar_words("noun of a time")
#: Before whoever takes part in what a clause says, which no time is said to have.
BEFORE_PARTICIPANT = grammar_words("preposition before a participant")
#: Before whoever gives or gets an amount.
AFTER_AMOUNT = grammar_words("preposition after an amount")


def attach_after_times(doc: Doc) -> Doc:
    """Attach to their words the prepositions that follow a time or an amount."""
    for word in doc:
        above = None
        if word.dep_ == "prep" and word.lower_ in BEFORE_PARTICIPANT:
            above = _verb_of_time(word.head)
        elif word.dep_ == "prep" and word.lower_ in AFTER_AMOUNT:
            above = _noun_of_amount(word.head)
        if above is not None:
            word.head = above
    return doc


def _noun_of_amount(amount: Token) -> Token | None:
    """Return the noun that an amount is of: "a *grant* of 90,000 euros from Roth"."""
    words = {amount.lower_, amount.lower_.removesuffix("s")}
    if CURRENCIES.isdisjoint(words) or not is_complement_of(amount, OF_WHOLE):
        return None
    noun = amount.head.head
    return noun if is_noun_form(noun) else None


def _verb_of_time(noun: Token) -> Token | None:
    """Return the verb that a noun says the time of, or None."""
    if noun.lower_ not in NOUNS_OF_TIME:
        return None
    # CASE preposition: "met *on Monday* with Roth"; without it: "met *Monday* with Roth"
    is_marked = noun.dep_ == "pobj" and noun.head.dep_ == "prep"
    if not is_marked and noun.dep_ != "npadvmod":
        return None
    verb = noun.head.head if is_marked else noun.head
    return verb if is_verb_form(verb) else None
