"""Times that the parser takes for a part of the subject: "On *Friday* rebels attacked Oslo".

It joins the day to the noun after it, which then is often no subject of the verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import (
    AUXILIARIES,
    SUBJECTS,
    dependents,
    has_subject,
    subject_label,
)
from actorgraph.extraction.parse.repairs.times_between import NOUNS_OF_TIME
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import is_noun_form, is_verb_form

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Dependency labels of a time that is taken for a part of the noun after it.
BEFORE_NOUN = ("compound", "nmod", "nummod")
#: Those of a time that belongs to a verb: "on *Friday*", "last *week*".
OF_VERBS = ("npadvmod", "pobj")
#: Digits of a year.
YEAR_LENGTH = 4


def attach_days_before_subjects(doc: Doc) -> Doc:
    """Give a time back to its preposition, and the noun after it to the verb."""
    for time in list(doc):
        if time.dep_ in BEFORE_NOUN and _is_time(time):
            noun = time.head
            # CASE adjective: "On Friday *Norwegian* rebels attacked Oslo"
            reattach(doc, _changes(time, noun.head if noun.dep_ == "amod" else noun))
    return doc


def is_time_of_verb(word: Token) -> bool:
    """Whether a word before a noun says when something happened, and is no part of its phrase."""
    # CASE measured: "A week *later* rebels attacked Oslo"
    if word.dep_ == "advmod" and is_verb_form(word.head):
        return any(map(_is_time, dependents(word, "npadvmod")))
    if word.dep_ not in OF_VERBS or not _is_time(word):
        return False
    # CASE age: "a 12-*year*-old boy"
    is_measure = word.dep_ == "npadvmod" and not is_verb_form(word.head)
    return not is_measure


def _is_time(word: Token) -> bool:
    if word.lower_ in NOUNS_OF_TIME:
        return True
    return word.is_digit and len(word) == YEAR_LENGTH


def _changes(time: Token, noun: Token) -> dict[Token, tuple[Token, str]]:
    """Return the new heads and labels of a time, and of the noun after it."""
    # CASE phrase: "*Last Friday* rebels attacked Oslo"
    if dependents(time, "amod", "det") and noun.dep_ in SUBJECTS:
        return {time: (noun.head, "npadvmod")}
    first = time.left_edge
    preposition = first.nbor(-1) if first.i else first
    verb = preposition.head
    if preposition.dep_ != "prep" or not is_noun_form(noun):
        return {}
    if not is_verb_form(verb):
        return {}
    # CASE subject: "On *Friday evening* rebels attacked Oslo"
    if noun.head == verb and not dependents(preposition, "pobj"):
        return {time: (preposition, "pobj")}
    # CASE no subject: "On *Friday* rebels attacked Oslo"
    if noun.head == preposition and _may_be_subject(noun, verb):
        label = subject_label(verb)
        return {time: (preposition, "pobj"), noun: (verb, label)}
    return {}


def _may_be_subject(noun: Token, verb: Token) -> bool:
    """Whether a verb without a subject follows the phrase of a noun, without a comma."""
    if verb.i < noun.i or has_subject(verb):
        return False
    group = (verb, *dependents(verb, *AUXILIARIES, "neg", "advmod"))
    after_noun = (word.i for word in group if word.i > noun.i)
    first = min(after_noun)
    return noun.right_edge.i == first - 1
