"""Whose duty something is, in words for the duty: "it is *up to Norland* to act"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.mentions.clauses.arguments import arguments, owners_of_noun
from actorgraph.extraction.mentions.clauses.coordination import introduced
from actorgraph.extraction.parse.closed_classes import OF_WHOLE
from actorgraph.extraction.parse.dependents import (
    dependents,
    has_dependent,
    is_infinitive,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import PRESENT_TAGS
from actorgraph.extraction.patterns.stances.judging_words import NEGATIONS
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What somebody has or is to do: "Norland has a *duty* to act".
DUTIES = grammar_words("noun of a duty")
#: Verbs of having one.
HAVING = grammar_words("verb of having a duty")
#: Before whose decision something is: "it is *up to* Norland to act".
RESTING = grammar_words("word before whose turn it is")
#: What is left to somebody, without a wish: "it is up to Norland to *decide*".
CHOOSING = grammar_words("verb of what is left to somebody")
BEFORE_BEARER = grammar_words("preposition before whose turn it is")

#: What it is for somebody to act: "it is *time* for Norland to act".
TIMES = grammar_words("noun of a time to act")
#: Dependencies of the clause that says what is to be done, below the noun.
NOUN_CLAUSES = ("acl", "relcl", "xcomp", "advcl")


def bearers_of_duty(parsed: ParsedText, word: Token) -> list[TokenMention]:
    """Return who must do something, as the word of a duty says; empty if it says nothing."""
    verb = word.head
    is_asked = any(child.i > verb.i for child in dependents(verb, "nsubj"))
    infinitives = _infinitives(word)
    is_denied = has_dependent(word, NEGATIONS) or has_dependent(verb, NEGATIONS)
    if is_asked or is_denied or not infinitives:
        return []
    # CASE turn: "it is *up* to Norland to act"
    if word.lower_ in RESTING and word.dep_ in ("prep", "advmod"):
        # CASE free choice: "it is up to Norland to *decide*"
        lemmas = set(map(parsed.lemma, infinitives))
        is_free = not CHOOSING.isdisjoint(lemmas)
        return [] if is_free else introduced(parsed, word, BEFORE_BEARER)
    # CASE time: "it is *time* for Norland to act"
    if word.dep_ == "attr" and parsed.lemma(word) in TIMES:
        clauses = filter(is_infinitive, dependents(word, *NOUN_CLAUSES))
        return [a for clause in clauses for a in arguments(parsed, clause, ("nsubj",))]
    return _owners_of_duty(parsed, word) if parsed.lemma(word) in DUTIES else []


def _owners_of_duty(parsed: ParsedText, duty: Token) -> list[TokenMention]:
    """Return who has a duty: "*Norland* has a duty", "it is the duty of *Norland*"."""
    verb = duty.head
    # CASE had: "*Norland* has a duty to act", but not "had", "may have"
    if duty.dep_ == "dobj" and parsed.lemma(verb) in HAVING and _is_present(verb):
        return arguments(parsed, verb, ("nsubj",))
    if duty.dep_ != "attr":
        return []
    return owners_of_noun(parsed, duty, OF_WHOLE)


def _infinitives(word: Token) -> list[Token]:
    """Return the infinitives after a word, or after the verb above, of what is to be done."""
    clauses = dependents(word, *NOUN_CLAUSES)
    clauses += dependents(word.head, "xcomp", "advcl")
    return [each for each in clauses if each.i > word.i and is_infinitive(each)]


def _is_present(verb: Token) -> bool:
    if verb.tag_ not in PRESENT_TAGS:
        return False
    return not dependents(verb, "aux")
