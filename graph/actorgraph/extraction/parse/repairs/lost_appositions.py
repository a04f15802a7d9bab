"""Appositions that the parser takes for subjects: "according to the mayor, *Roth*, Marsh left".

It takes both names for subjects of the verb, so that Roth seems to have left too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import AUXILIARIES, dependents
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import NAME_TAGS, is_noun_form

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def attach_lost_appositions(doc: Doc) -> Doc:
    """Make the first of two names before a verb an apposition of the noun before both."""
    for verb in list(doc):
        subjects = _names_before(verb)
        if len(subjects) != 2 or not _follow_commas(*subjects):
            continue
        first, second = subjects
        comma = _first_word(first).nbor(-1)
        noun = _noun_before(comma)
        if noun is None or not verb.is_ancestor(noun):
            continue
        before = (word for word in first.lefts if word.i < comma.i)
        changes = {word: (verb, word.dep_) for word in before}
        changes[first] = noun, "appos"
        changes[second] = verb, "nsubj"
        reattach(doc, changes)
    return doc


def _names_before(verb: Token) -> list[Token]:
    """Return the subjects of a verb; of one, also its apposition that no comma closes."""
    subjects = dependents(verb, "nsubj")
    if len(subjects) != 1:
        return subjects
    group = (verb, *dependents(verb, *AUXILIARIES))
    first = min(word.i for word in group)
    for name in dependents(subjects[0], "appos"):
        if name.i == first - 1:
            subjects.append(name)
    return subjects


def _follow_commas(first: Token, second: Token) -> bool:
    """Whether two names follow a comma each, with nothing else between them."""
    if first.tag_ not in NAME_TAGS or second.tag_ not in NAME_TAGS:
        return False
    if _first_word(second).i != first.i + 2:
        return False
    for name in (first, second):
        start = _first_word(name)
        if start.i < 2 or start.nbor(-1).text != ",":
            return False
    return True


def _first_word(name: Token) -> Token:
    return next(iter(dependents(name, "compound")), name)


def _noun_before(comma: Token) -> Token | None:
    """Return what a preposition introduces right before a comma: "to the *mayor* of Oslo,"."""
    noun = comma.nbor(-1)
    while noun.dep_ == "pobj":
        outer = noun.head.head
        if outer.dep_ != "pobj":
            return noun if is_noun_form(noun) else None
        noun = outer
    return None
