"""Verbs in brackets that the parser takes for that of the sentence: "Roth (died 1990) led a bank".

The subject before the brackets then seems to do nothing after them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import (
    RELATIVE_CLAUSES,
    SUBJECTS,
    dependents,
    has_subject,
    subject_label,
)
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import is_verb_form

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OPENING, CLOSING = "-LRB-", "-RRB-"


def attach_bracketed_verbs(doc: Doc) -> Doc:
    """Give the subject before brackets to the verb after them, and the verb inside to it."""
    opening: Token | None = None
    for word in list(doc):
        if word.tag_ == OPENING:
            opening = word
        elif word.tag_ == CLOSING and opening is not None:
            _mend(doc, opening, word)
            opening = None
    return doc


def _mend(doc: Doc, opening: Token, closing: Token) -> None:
    for verb in doc[opening.i + 1 : closing.i]:
        subjects = dependents(verb, *SUBJECTS)
        if len(subjects) != 1 or subjects[0].i > opening.i:
            continue
        main = _verb_after(verb, closing)
        if main is not None:
            changes = _changes(verb, subjects[0], main)
            reattach(doc, changes)
            return


def _verb_after(verb: Token, closing: Token) -> Token | None:
    """Return the verb after brackets that depends on the one inside, or governs it."""
    for main in (verb.head, *verb.children):
        if main.i > closing.i and is_verb_form(main) and not has_subject(main):
            return main
    return None


def _changes(
    verb: Token, subject: Token, main: Token
) -> dict[Token, tuple[Token, str]]:
    """Return the new heads and labels of the two verbs and of what is outside the brackets."""
    changes = {subject: (main, subject_label(main))}
    for word in verb.children:
        if word != main and not subject.i < word.i < main.i:
            changes.setdefault(word, (main, word.dep_))
    if main.head == verb:
        governor = main if verb.dep_ == "ROOT" else verb.head
        changes[main] = governor, verb.dep_
    # CASE two verbs inside: "Roth (*born* 1920, died 1990) led a bank"
    inside = [
        word for word in dependents(subject, *RELATIVE_CLAUSES) if word.i < verb.i
    ]
    changes[verb] = (inside[-1], "conj") if inside else (subject, "acl")
    return changes
