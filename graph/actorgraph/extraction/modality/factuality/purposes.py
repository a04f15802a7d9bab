"""Infinitives that come true: "went on to win", "gave a speech to praise Marsh"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.parse.dependents import (
    AUXILIARIES,
    dependents,
    has_dependent,
)
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import PRESENT_TAGS
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs, with the word after them, whose infinitive is a fact: "*came forward* to accuse Marsh".
FULFILLING = grammar_words("verb before a fact")

#: Verbs before the role that is won by them: "*beat* Marsh to become champion".
RISING = grammar_words("verb before a new standing")

#: Before what happens after all: "rose, *only* to fall".
AFTER_ALL = grammar_words("adverb of what happens after all")

#: Tags of verbs that say what happens, if no auxiliary says otherwise.
FACTUAL = ("VBD", "VBN", "VBG", "VBP", "VBZ")


def is_fulfilled(
    parsed: ParsedText, verb: Token, lexicon: Lexicon, *, by_means: bool
) -> bool:
    """Whether the infinitive of a purpose came true.

    Args:
        parsed: The text.
        verb: The infinitive.
        lexicon: The verbs that have others do something.
        by_means: Whether the act is done by whatever leads to it, as to praise is by any words.
    """
    means = verb.head
    # CASE result: "*went on* to win", "trained for years, *only* to lose"
    following = parsed.doc[means.i + 1].lower_
    if f"{parsed.lemma(means)} {following}" in FULFILLING:
        return True
    if has_dependent(verb, AFTER_ALL, "advmod"):
        return True
    # CASE new standing: "*beat* Roth to become champion", but not "left to become a monk"
    is_risen = parsed.lemma(means) in RISING and means.tag_ in FACTUAL
    if is_risen and parsed.lemma(verb) in lexicon.cues[Cue.COPULA]:
        return True
    # CASE incitement: "*hired* Roth to praise Marsh"
    if not by_means or parsed.lemma(means) in lexicon.cues[Cue.INCITING]:
        return False
    if means.tag_ != "VBG":
        return means.tag_ in FACTUAL
    # CASE means: "*gave* a speech to praise Marsh", but not "*is flying* to Oslo to praise her"
    auxiliaries = dependents(means, *AUXILIARIES)
    is_present = any(word.tag_ in PRESENT_TAGS for word in auxiliaries)
    return not is_present
