"""Clauses that name who is of the kind that a noun describes: "*those* arrested include Roth"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.closed_classes import OF_WHOLE
from actorgraph.extraction.parse.dependents import (
    RELATIVE_CLAUSES,
    dependents,
    has_dependent,
    is_complement_of,
)
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.repairs.late_examples import AMONG
from actorgraph.extraction.parse.word_tags import NAME_TAGS, PLURAL_TAGS
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Before examples of a group: "ministers, *including* Roth", "companies *such as* Delmore".
BEFORE_EXAMPLES = grammar_words("word before examples")
#: Verbs whose object is of the kind that their subject names.
INCLUDING = grammar_words("verb of including")
#: Nouns for what others are put down in: "the *list* of banks".
LISTS = grammar_words("noun for a list")
#: A pronoun for several who are named later: "*those* whom Roth met were Hale and Marsh".
THOSE = grammar_words("pronoun for some of several")


def naming_clause(
    parsed: ParsedText, noun: Token
) -> tuple[Token, tuple[str, ...]] | None:
    """Return the verb that names what a noun describes, and the labels of the names."""
    # CASE subject: "Those arrested by Norland *include* Dana Roth and Peter Hallam"
    subject = _list_of(noun)
    if subject.dep_ == "nsubj" and parsed.lemma(subject.head) in INCLUDING:
        return subject.head, ("dobj",)
    # CASE copula: "Those arrested by Norland *were* Dana Roth and Peter Hallam"
    if _is_spelled_out(noun):
        return noun.head, ("attr",)
    # CASE inverted: "*Among* those arrested by Norland were Dana Roth and Peter Hallam"
    if is_complement_of(noun, AMONG):
        return noun.head.head, ("nsubj", "attr")
    return None


def introduces_examples(word: Token) -> bool:
    """Whether a word is before examples, alone or with the word that modifies it: "such *as*"."""
    if word.dep_ != "prep":
        return False
    phrases = {f"{child.lower_} {word.lower_}" for child in word.lefts}
    return not BEFORE_EXAMPLES.isdisjoint({word.lower_, *phrases})


def spells_out(apposition: Token, noun: Token) -> bool:
    """Whether an apposition names some of whom a plural noun means.

    "three ministers, *Dana Roth* and *Ada Quint*", "several people, *among them Roth*"
    """
    is_next = apposition.left_edge.i == noun.i + 1
    is_list = bool(apposition.conjuncts)
    return is_next or is_list or has_dependent(apposition, AMONG, "prep")


def _list_of(noun: Token) -> Token:
    """Return the noun for a list of others, else the noun: "the *list* of banks that Roth owns"."""
    if not is_complement_of(noun, OF_WHOLE):
        return noun
    whole = noun.head.head
    return whole if whole.lower_ in LISTS else noun


def _is_spelled_out(noun: Token) -> bool:
    """Whether a copula identifies those that a relative clause describes."""
    if noun.dep_ != "nsubj" or not dependents(noun, *RELATIVE_CLAUSES):
        return False
    if noun.lower_ not in THOSE and not _is_plural_beside_names(noun):
        return False
    return not dependents(noun.head, "neg")


def _is_plural_beside_names(noun: Token) -> bool:
    """Whether a predicate consists of names: "Brands owned by Roth *are Norvale and Delmore*"."""
    predicates = dependents(noun.head, "attr")
    are_names = all(word.tag_ in NAME_TAGS for word in predicates)
    return noun.tag_ in PLURAL_TAGS and bool(predicates) and are_names
