"""Subjects that the parser takes for appositions: "Praised by Roth, *Marsh* smiled"."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import AUXILIARIES, SUBJECTS, dependents
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import FINITE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def attach_late_subjects(doc: Doc) -> Doc:
    """Make the name after an opening participle the subject of a verb that has none."""
    for verb in list(doc):
        is_open = verb.dep_ == "ROOT" and not dependents(verb, *SUBJECTS)
        if not is_open or verb.tag_ not in FINITE_TAGS:
            continue
        words = (verb, *dependents(verb, *AUXILIARIES))
        noun = apposition_before(min(words, key=attrgetter("i")))
        if noun is not None and _opens_sentence(verb, noun):
            reattach(doc, {noun: (verb, "nsubj")})
    return doc


def apposition_before(word: Token) -> Token | None:
    """Return the apposition that ends right before a word, if one does."""
    if word.i == 0:
        return None
    last = word.nbor(-1)
    for noun in (last, *last.ancestors):
        if noun.dep_ == "appos" and noun.right_edge == last:
            return noun
    return None


def _opens_sentence(verb: Token, noun: Token) -> bool:
    """Whether a sentence begins with a participle, in whose complement a noun stands."""
    first = verb.left_edge
    is_participle = first.dep_ == "advcl" and first.tag_ in ("VBG", "VBN")
    return is_participle and first.head == verb and first.is_ancestor(noun)
