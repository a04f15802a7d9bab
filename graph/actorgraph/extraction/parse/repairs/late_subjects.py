"""Subjects that the parser takes for appositions: "Praised by Roth, *Marsh* smiled"."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import AUXILIARIES, SUBJECTS, dependents
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import (
    COMMON_NOUN_TAGS,
    FINITE_TAGS,
    NAME_TAGS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Labels of a participle with which a sentence begins, which may be taken for its subject.
OPENING = ("advcl", "csubj", *SUBJECTS)


def attach_late_subjects(doc: Doc) -> Doc:
    """Make the name after an opening participle or phrase the subject of the verb after it."""
    for verb in list(doc):
        if verb.dep_ != "ROOT" or verb.tag_ not in FINITE_TAGS:
            continue
        words = (verb, *dependents(verb, *AUXILIARIES))
        first = min(words, key=attrgetter("i"))
        noun = _title_before(first) or apposition_before(first)
        if noun is None:
            continue
        clause = _opening_phrase(verb)
        changes = {} if clause is None else _changes(verb, noun, clause)
        if changes:
            reattach(doc, changes)
    return doc


def _changes(verb: Token, noun: Token, clause: Token) -> dict[Token, tuple[Token, str]]:
    """Return the new heads and labels of a subject and of the phrase before it, if any."""
    label = "prep" if clause.dep_ == "prep" else "advcl"
    changes = {clause: (verb, label), noun: (verb, "nsubj")}
    subjects = [word for word in dependents(verb, *SUBJECTS) if word != clause]
    if not subjects:
        return changes if clause.is_ancestor(noun) else {}
    # CASE its object: "Having praised *Roth*, Marsh left"
    subject, *_ = subjects
    if noun.head != subject or dependents(clause, "dobj"):
        return {}
    changes[subject] = clause, "dobj"
    return changes


def apposition_before(word: Token) -> Token | None:
    """Return the apposition, or the name after a comma, that ends right before a word, if any."""
    if word.i == 0:
        return None
    last = word.nbor(-1)
    for noun in (last, *last.ancestors):
        if noun.right_edge != last:
            continue
        if noun.dep_ == "appos":
            return noun
        if noun.dep_ == "conj" and not dependents(noun.head, "cc"):
            return noun
    return None


def _title_before(word: Token) -> Token | None:
    """Return the title of another than the name before it: "Roth, the *head*, Marsh, left"."""
    if word.i < 2 or word.nbor(-1).text != ",":
        return None
    last = word.nbor(-2)
    for name in (last, *last.ancestors):
        title = name.head
        if name.dep_ != "appos" or name.tag_ not in NAME_TAGS:
            continue
        if title.tag_ not in COMMON_NOUN_TAGS or title.i > name.i:
            continue
        if name.right_edge.i >= last.i:
            return title if title.head.tag_ in NAME_TAGS else None
    return None


def _opening_phrase(verb: Token) -> Token | None:
    """Return the participle or preposition with which the sentence of a verb begins."""
    for phrase in verb.lefts:
        # CASE participle: "*Praised* by Roth, …"
        is_participle = phrase.dep_ in OPENING and phrase.tag_ in ("VBG", "VBN")
        # CASE preposition: "*In* the view of Roth, …", "*According* to Roth, …"
        if (is_participle or phrase.dep_ == "prep") and phrase.left_edge.is_sent_start:
            return phrase
    return None
