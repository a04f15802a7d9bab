"""Clauses: the one that a noun is in, and where one starts that the parse joins to a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import (
    AUXILIARIES,
    SUBJECTS,
    dependents,
    has_subject,
    is_aside,
)
from actorgraph.extraction.parse.word_tags import FINITE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Dependencies of a clause that begins with its verb, as the list before it has its subject.
NEXT_CLAUSES = ("conj", "advcl")
#: Dependencies of the clauses that the parse puts below the verb after them.
CLAUSES = ("ccomp", "advcl")


def noun_after_list(verb: Token) -> Token | None:
    """Return the noun that is the subject of a verb, and that the parse takes for a conjunct.

    In "Police held two men and *soldiers* have been shot", the soldiers are not the object.
    """
    auxiliaries = (child.i for child in dependents(verb, *AUXILIARIES))
    first = min([verb.i, *auxiliaries])
    if first == 0:
        return None
    noun = verb.doc[first - 1]
    if begins_clause(noun) or _ends_introduction(noun, verb):
        return noun
    return None


def _ends_introduction(noun: Token, verb: Token) -> bool:
    """Whether the parse takes the subject of a verb for an apposition in the phrase before it.

    In "Together with Roth, *Marsh* visited Oslo" Marsh is not Roth.
    """
    beside = noun.head
    if noun.dep_ != "appos" or beside.dep_ != "pobj":
        return False
    if not is_aside(noun) or not _is_finite(verb):
        return False
    top = beside.head
    while top.dep_ in ("prep", "pobj") and top.head.i < noun.i:
        top = top.head
    return top.head == verb and top.dep_ == "prep"


def _is_finite(verb: Token) -> bool:
    words = (verb, *verb.children)
    return any(word.tag_ in FINITE_TAGS for word in words)


def begins_clause(noun: Token) -> bool:
    """Whether the verb right after a list has no subject but the last noun of the list."""
    word = _verb_after_list(noun)
    if word is None:
        return False
    verb = word.head if word.dep_ in AUXILIARIES else word
    # CASE coordination: "held two men and *soldiers* have been shot"
    is_next_clause = verb.dep_ in NEXT_CLAUSES and verb.left_edge.i == word.i
    # CASE speech: "Hale paid Cole, *Roth* said", "while Hale paid Cole and *Roth* was fined"
    is_after_clause = any(child.i < noun.i for child in dependents(verb, *CLAUSES))
    if not (is_next_clause or is_after_clause):
        return False
    return not has_subject(verb)


def begins_main_clause(noun: Token) -> bool:
    """Whether the verb right after a noun, which the parse joins to a list, lacks a subject.

    In "After talks with the mayor, *Roth* left" she is the one who left.
    """
    verb = _verb_after_list(noun)
    if verb is None or verb.dep_ != "ROOT":
        return False
    return not has_subject(verb)


def _verb_after_list(noun: Token) -> Token | None:
    """Return the finite verb or auxiliary right after the last noun of a list."""
    if noun.dep_ != "conj":
        return None
    end = noun.right_edge.i + 1
    if end == len(noun.doc):
        return None
    following = noun.doc[end]
    return following if following.tag_ in FINITE_TAGS else None


def begins_further_clause(noun: Token) -> bool:
    """Whether a noun is the subject of a further clause: "was an aide, and a *judge* left"."""
    if noun.dep_ not in SUBJECTS:
        return False
    return noun.head.dep_ == "conj"


def clause_of(noun: Token) -> Token:
    """Return the verb of the relative clause that a noun is in; the noun if it is in none."""
    for word in noun.ancestors:
        if word.dep_ == "relcl":
            return word
    return noun
