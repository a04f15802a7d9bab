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
        if noun is not None and verb.is_ancestor(noun):
            before = [word for word in first.lefts if word.i < comma.i]
            changes = {word: (verb, word.dep_) for word in before}
            changes |= {first: (noun, "appos"), second: (verb, "nsubj")}
            reattach(doc, changes)
    return doc


def _names_before(verb: Token) -> list[Token]:
    """Return the subjects of a verb; of one, also its apposition that no comma closes."""
    subjects = dependents(verb, "nsubj")
    if len(subjects) == 1:
        following = dependents(subjects[0], "appos")
        group = (verb, *dependents(verb, *AUXILIARIES))
        first = min(word.i for word in group)
        subjects += [name for name in following if name.i == first - 1]
    return subjects


def _follow_commas(first: Token, second: Token) -> bool:
    """Whether two names follow a comma each, with nothing else between them."""
    are_names = first.tag_ in NAME_TAGS and second.tag_ in NAME_TAGS
    words = _first_word(first), _first_word(second)
    if not are_names or words[1].i - first.i != 2:
        return False
    return all(word.i > 1 and word.nbor(-1).text == "," for word in words)


def _first_word(name: Token) -> Token:
    return next(iter(dependents(name, "compound")), name)


def _noun_before(comma: Token) -> Token | None:
    """Return what a preposition introduces right before a comma: "to the *mayor* of Oslo,"."""
    noun = comma.nbor(-1)
    while noun.dep_ == "pobj" and noun.head.head.dep_ == "pobj":
        noun = noun.head.head
    return noun if noun.dep_ == "pobj" and is_noun_form(noun) else None
