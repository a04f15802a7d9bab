"""Whose an intention is: "*Roth's* decision to go", "*Roth* has an interest in going"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.mentions.clauses.coordination import actor_of, complements
from actorgraph.extraction.parse.dependents import dependents, governor_of
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import is_verb_form
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Nouns whose infinitive is done by their owner: "Roth's *decision* to go".
INTENTIONS = grammar_words("noun of an intention")

#: Before who intends something: "a pledge *by* Roth to go".
BEFORE_INTENDER = grammar_words("preposition before an owner of an intention")

#: Verbs whose subject intends what a gerund says: "*has* an interest in going".
HAVING = grammar_words("verb of pursuing an aim")

#: Verbs whose subject does not share an intention: "*foiled* a plot to kill Marsh".
ABOUT_INTENTIONS = grammar_words("verb about an intention of others")


def owners_of_intention(parsed: ParsedText, noun: Token) -> list[TokenMention]:
    """Return the actors beside a noun whose intention it is; empty if it is no intention."""
    if parsed.lemma(noun) not in INTENTIONS:
        return []
    # CASE owner: "*Roth*'s decision to go", "a pledge by *Roth* to go"
    for child in noun.children:
        if child.dep_ == "poss":
            return actor_of(parsed, child)
        # CASE people: "*Bordurian* plans to attack Marsh"
        owner = parsed.name_at(child.i) if child.i < noun.i else None
        if owner is not None:
            return [owner]
        is_before = child.dep_ == "prep" and child.lower_ in BEFORE_INTENDER
        intenders = complements(parsed, child) if is_before else []
        if intenders:
            return intenders
    return []


def verb_of_intention(parsed: ParsedText, noun: Token) -> Token | None:
    """Return the verb whose subject has the intention that a noun expresses, if any."""
    verb = governor_of(noun)
    if parsed.lemma(noun) not in INTENTIONS or not is_verb_form(verb):
        return None
    if parsed.lemma(verb) in ABOUT_INTENTIONS:
        return None
    # CASE gerund: "*has* an interest in going", but not "condemned the practice of going"
    is_of_gerund = any(map(_has_gerund, noun.children))
    return None if is_of_gerund and parsed.lemma(verb) not in HAVING else verb


def is_of_others(parsed: ParsedText, infinitive: Token) -> bool:
    """Whether an infinitive says what others intend: "foiled a plot *to kill* Marsh"."""
    governor = infinitive.head
    if parsed.lemma(governor) not in ABOUT_INTENTIONS:
        return False
    intentions = dependents(governor, "dobj", "nsubjpass")
    return any(parsed.lemma(noun) in INTENTIONS for noun in intentions)


def _has_gerund(preposition: Token) -> bool:
    return bool(dependents(preposition, "pcomp"))
