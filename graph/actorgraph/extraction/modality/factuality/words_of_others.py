"""Hearsay, and performative wishes, which do what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.pronoun_words import PERFORMERS
from actorgraph.extraction.parse.dependents import dependents, has_dependent
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs whose subject hears something from others: "the court *heard* that …", "was *told* that …".
HEARING = grammar_words("verb of hearing")
TELLING_SOMEBODY = grammar_words("verb of telling somebody")

#: "Rumour *has it* that Roth left".
OF_LEGEND = grammar_words("verb before the pronoun of a legend")
LEGEND = grammar_words("pronoun of a legend")

#: Acts that are done by saying so: "I want to *thank* Roth".
PERFORMED = grammar_words("verb of an act done by saying so")


def is_heard(parsed: ParsedText, governor: Token, token: Token) -> bool:
    """Whether a clause is hearsay: "the court *heard* that …"."""
    if token.dep_ != "ccomp" or token.i < governor.i:
        return False
    # CASE perception: "heard Roth *sing*"
    if token.tag_ in ("VB", "VBG") and not dependents(token, "aux"):
        return False
    lemma = parsed.lemma(governor)
    # CASE legend: "*rumour has it* that …"
    has_it = lemma in OF_LEGEND and has_dependent(governor, LEGEND, "dobj")
    if has_it or lemma in HEARING:
        return True
    # CASE passive: "was *told* that …", but not "was told by Roth that …"
    if lemma not in TELLING_SOMEBODY or dependents(governor, "agent"):
        return False
    return bool(dependents(governor, "auxpass"))


def is_performed(parsed: ParsedText, governor: Token, token: Token) -> bool:
    """Whether a wish does what it is about: "I want to *thank* Roth" thanks Roth."""
    if token.dep_ != "xcomp" or parsed.lemma(token) not in PERFORMED:
        return False
    speakers = {word.lower_ for word in dependents(governor, "nsubj")}
    return not PERFORMERS.isdisjoint(speakers)
