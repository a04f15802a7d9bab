"""The words that depend on a word, by the labels of the parse."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from actorgraph.extraction.parse.closed_classes import INFINITIVE_MARKERS
from actorgraph.extraction.parse.word_tags import is_verb_form

if TYPE_CHECKING:
    from spacy.tokens import Token


#: Dependency labels of the subject of a verb, active or passive.
SUBJECTS = ("nsubj", "nsubjpass")
#: Those of whoever or whatever an act is done to: "accused *Roth*", "*Roth* was accused".
AFFECTED = ("dobj", "nsubjpass")
#: Those that only a passive verb has.
PASSIVE = ("nsubjpass", "auxpass")
AUXILIARIES = ("aux", "auxpass")
#: Those of words before a noun that are part of its phrase: "*Norwegian* *bank* chief".
MODIFIERS = ("amod", "compound", "nmod")
#: Those and that of a possessor: "*Norland's* Senate", "the *Norlandic* Senate".
OWNER_LABELS = (*MODIFIERS, "poss")
#: Those of nouns and names among the modifiers: "*bank* chief".
NOUN_MODIFIERS = ("compound", "nmod")
#: Those of names beside a noun: "three ministers, *Dana Roth* and Peter Hallam".
BESIDE_NOUN = ("appos", "npadvmod")
#: Those of what a preposition introduces: "talks with *Marsh*", "fined for *lying*".
COMPLEMENTS = ("pobj", "pcomp")
#: Those of whoever takes part in what a verb says, without a preposition or also with one.
DIRECT_ARGUMENTS = (*SUBJECTS, "dobj")
ARGUMENTS = (*DIRECT_ARGUMENTS, "pobj")
#: Those of a clause that says which one a noun means: "the bank *that Roth left*".
RELATIVE_CLAUSES = ("relcl", "acl")


def dependents(token: Token, *labels: str) -> list[Token]:
    """Return the words that depend directly on a word by any of these labels, in text order."""
    return [child for child in token.children if child.dep_ in labels]


def has_dependent(token: Token, words: Container[str], *labels: str) -> bool:
    """Whether one of some words, in lower case, depends on a word; by these labels, if any."""
    children = dependents(token, *labels) if labels else token.children
    return any(child.lower_ in words for child in children)


def prepositions(token: Token, words: Container[str]) -> list[Token]:
    """Return those prepositions after a word that are among some words: "*of* the bank"."""
    return [child for child in dependents(token, "prep") if child.lower_ in words]


def obliques(token: Token, words: Container[str] | None = None) -> list[Token]:
    """Return the nouns after the prepositions of a word, or after some: "talks with *Marsh*"."""
    found = dependents(token, "prep") if words is None else prepositions(token, words)
    return [noun for each in found for noun in dependents(each, "pobj")]


def is_complement_of(noun: Token, words: Container[str]) -> bool:
    """Whether a noun follows one of some prepositions, as its object: "of the *bank*"."""
    if noun.dep_ != "pobj":
        return False
    return noun.head.lower_ in words


def first_of_list(word: Token) -> Token:
    """Return the word with which a list begins: "*Roth*, Marsh and Hale"."""
    while word.dep_ == "conj":
        word = word.head
    return word


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return bool(dependents(verb, *SUBJECTS))


def subject_label(verb: Token) -> str:
    """Return the label of the subject of a verb, which shows whether it is passive."""
    return SUBJECTS[bool(dependents(verb, "auxpass"))]


def shares_subject(verb: Token) -> bool:
    """Whether a verb is joined to the one whose subject it has: "Roth came and *left*"."""
    if verb.dep_ != "conj":
        return False
    return not has_subject(verb)


def governor_of(token: Token) -> Token:
    """Return the word that governs another, across a preposition: "*talks* with Marsh"."""
    governor = token.head
    if token.dep_ in COMPLEMENTS:
        return governor.head
    return governor


def is_infinitive(verb: Token) -> bool:
    """Whether a verb has "to" before it."""
    return has_dependent(verb, INFINITIVE_MARKERS, "aux")


def is_aside(word: Token) -> bool:
    """Whether a comma is before the phrase of a word: "the bank, *based* in Oslo"."""
    first = word.left_edge
    if first.i == 0:
        return False
    return first.nbor(-1).text == ","


def phrase_of(token: Token) -> list[int]:
    """Return the numbers of a word and of all that depends on it, in text order."""
    return sorted(word.i for word in token.subtree)


def verb_above(token: Token) -> Token:
    """Return the word itself or the next one above it that is a verb; the highest if none is."""
    while not is_verb_form(token):
        if token.head.i == token.i:
            return token
        token = token.head
    return token
