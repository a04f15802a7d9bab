"""Who speaks within a sentence or at its end: "Roth, says Marsh, owns the bank".

The parser takes whoever owns the bank for the subject of "says", and in “Roth owns the bank, Marsh
wrote” it takes Marsh for the bank.  Such sentences get the tree of “Marsh says Roth owns the bank”.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from actorgraph.extraction.parse.dependents import (
    SUBJECTS,
    dependents,
    has_subject,
    is_aside,
)
from actorgraph.extraction.parse.repairs.late_subjects import apposition_before
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import is_verb_form
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Forms of verbs that may interrupt a sentence: "*says* Marsh", "Marsh *claimed*".
INTERRUPTING = grammar_words("verb form between a subject and its verb")

#: Dependencies of the interrupted verb where the parser puts the inserted one at the top.
INTERRUPTED = ("ccomp", "conj")


class Insertion(NamedTuple):
    """An inserted clause: its verb and subject, and the subject and verb of what it interrupts."""

    verb: Token
    speaker: Token
    subject: Token
    main: Token


def attach_inserted_clauses(doc: Doc) -> Doc:
    """Give each subject that an inserted clause took the verb that it belongs to."""
    for insertion in list(_insertions(doc)):
        _attach(doc, insertion)
    for clause, verb in list(_lost_contents(doc)):
        reattach(doc, {clause: (verb, "ccomp")})
    for verb, speaker in list(_closing_clauses(doc)):
        changes = {verb: (verb, "ROOT")}
        changes[verb.head] = verb, "ccomp"
        changes[speaker] = verb, "nsubj"
        reattach(doc, changes)
    return doc


def _insertions(doc: Doc) -> Iterator[Insertion]:
    for verb in doc:
        if verb.lower_ not in INTERRUPTING:
            continue
        subject = _first_subject(verb)
        if subject is None:
            continue
        main = _interrupted(verb)
        speaker = _speaker(verb, subject)
        if main is not None and speaker is not None:
            yield Insertion(verb, speaker, subject, main)


def _first_subject(verb: Token) -> Token | None:
    """Return the subject that a comma divides from its verb."""
    for child in dependents(verb, *SUBJECTS):
        if child.i < verb.i:
            return child if "," in _texts(child, verb) else None
    return None


def _texts(first: Token, last: Token) -> list[str]:
    return [word.text for word in first.doc[first.i + 1 : last.i]]


def _interrupted(verb: Token) -> Token | None:
    """Return the verb without a subject that goes on after an inserted clause and a comma."""
    if verb.dep_ == "parataxis":
        return verb.head if _goes_on(verb, verb.head) else None
    if verb.dep_ != "ROOT":
        return None
    for main in verb.rights:
        if main.dep_ in INTERRUPTED and _goes_on(verb, main):
            return main
    return None


def _goes_on(verb: Token, main: Token) -> bool:
    """Whether a verb without a subject follows an inserted clause, right after a comma."""
    if not is_verb_form(main) or main.i < verb.i:
        return False
    if has_subject(main):
        return False
    words = (main, *main.lefts)
    first = min(word.i for word in words if word.i > verb.i)
    return main.doc[first - 1].text == ","


def _speaker(verb: Token, subject: Token) -> Token | None:
    """Return the subject of an inserted clause."""
    for child in verb.children:
        # CASE subject: "Roth, says *Marsh*, owns …", "Roth, *Marsh* says, owns …"
        if child.dep_ == "nsubj" and child.i > subject.i:
            return child
        # CASE after the verb: "Roth, added *the mayor*, owns …"
        is_next = verb.i < child.i and child.left_edge.i == verb.i + 1
        if child.dep_ == "dobj" and is_next and verb.nbor(-1).text == ",":
            return child
    for child in subject.children:
        # CASE apposition without a second comma: "Roth, *Marsh* wrote, owns …"
        if child.dep_ == "appos" and child.right_edge.i == verb.i - 1:
            return child
    return None


def _attach(doc: Doc, insertion: Insertion) -> None:
    verb, speaker, subject, main = insertion
    is_passive = bool(dependents(main, "auxpass"))
    changes = {
        verb: (verb, "ROOT"),
        main: (verb, "ccomp"),
        speaker: (verb, "nsubj"),
        subject: (main, SUBJECTS[is_passive]),
    }
    reattach(doc, changes)


# after the addressee --------------------------------------------------------------------


def _lost_contents(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """Yield the verb of what is said, and that of saying: "wrote to the council that Roth *left*".

    The parser takes such a clause for one about the council.
    """
    for clause in doc:
        if clause.dep_ != "relcl" or not dependents(clause, "mark"):
            continue
        if not has_subject(clause):
            continue
        yield from _after_speaker(clause)
        addressee = clause.head
        preposition = addressee.head
        if addressee.dep_ != "pobj" or preposition.dep_ != "prep":
            continue
        verb = preposition.head
        if verb.lower_ in INTERRUPTING and not dependents(verb, "ccomp"):
            yield clause, verb


def _after_speaker(clause: Token) -> Iterator[tuple[Token, Token]]:
    """Yield a clause with what it belongs to: "it is clear, said Marsh, that Roth *left*"."""
    speaker, verb = clause.head, clause.head.head
    if verb.lower_ not in INTERRUPTING or speaker.i < verb.i:
        return
    if speaker.dep_ not in ("nsubj", "dobj"):
        return
    for word in dependents(verb, "ccomp"):
        if word.i < verb.i:
            yield clause, word
            return
    if verb.dep_ == "conj":
        yield clause, verb.head


# at the end of a sentence ---------------------------------------------------------------


def _closing_clauses(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """Yield the verb and the subject of each clause that says whose words precede it."""
    for verb in doc:
        is_coordinated = verb.dep_ == "conj" and verb.head.dep_ == "ROOT"
        if verb.lower_ not in INTERRUPTING or not is_coordinated:
            continue
        # CASE two deeds: "Roth left the bank *and* Marsh told us"
        if dependents(verb.head, "cc") or _has_content(verb):
            continue
        speaker = _noun_before(verb)
        if speaker is not None and is_aside(speaker):
            yield verb, speaker


def _has_content(verb: Token) -> bool:
    """Whether a verb says something else: "said *nothing*", but not "told *the Courier*"."""
    for noun in dependents(verb, "dobj"):
        if noun.tag_ == "NN":
            return True
    clauses = dependents(verb, "ccomp", "xcomp")
    return bool(clauses)


def _noun_before(verb: Token) -> Token | None:
    """Return the subject of a verb, or the apposition that ends right before it."""
    subjects = dependents(verb, *SUBJECTS)
    if subjects:
        return subjects[0] if subjects[0].dep_ == "nsubj" else None
    return apposition_before(verb)
