"""Prepositions that the parser joins to a time instead of the verb.

In "clashed for the first *time* with Roth" and "met on *Monday* with Roth" whoever the clause is
about comes after a time, and the parser takes both for one phrase.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.word_tags import is_verb_form
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NOUNS_OF_TIME = grammar_words("noun of a time")
#: Before whoever takes part in what a clause says, which no time is said to have.
BEFORE_PARTICIPANT = grammar_words("preposition before a participant")


def attach_after_times(doc: Doc) -> Doc:
    """Attach to their verbs the prepositions that follow a time."""
    for word in doc:
        if word.dep_ == "prep" and word.lower_ in BEFORE_PARTICIPANT:
            verb = _verb_of_time(word.head)
            if verb is not None:
                word.head = verb
    return doc


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
