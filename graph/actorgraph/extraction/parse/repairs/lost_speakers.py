"""Speakers that the parser hangs on what they say: "Police held Roth*, his lawyer Ada Quint* said".

It takes them for an apposition of the name before, so that the lawyer would be a prisoner as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import dependents, is_aside
from actorgraph.extraction.parse.repairs.inserted_clauses import INTERRUPTING
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import RELATIVE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def attach_lost_speakers(doc: Doc) -> Doc:
    """Make the noun before a verb of speech its subject, not an apposition in what is said."""
    for verb in list(doc[1:]):
        if verb.lower_ not in INTERRUPTING:
            continue
        speaker = _last_noun_before(verb)
        apposition = _apposition(speaker, verb)
        if apposition is not None:
            reattach(doc, _changes(apposition, speaker, verb))
        elif _is_told_before(verb):
            told = verb.sent.root
            reattach(doc, {verb: (verb, "ROOT"), told: (verb, "ccomp")})
    return doc


def _last_noun_before(verb: Token) -> Token:
    """Return the noun before a verb, without its complement: "a *spokesman* for Roth said"."""
    before = verb.nbor(-1)
    noun = before
    while noun.dep_ in ("pobj", "prep") and noun.head.right_edge == before:
        noun = noun.head
    if noun.dep_ == "appos":
        return noun
    return before


def _is_told_before(verb: Token) -> bool:
    """Whether a verb of speech ends a sentence, taken for a relative clause.

    The clause lacks a relative pronoun and follows a comma: "met Roth, the state agency *said*".
    """
    if verb.dep_ != "relcl" or dependents(verb, "dobj"):
        return False
    subjects = dependents(verb, "nsubj")
    if len(subjects) != 1 or subjects[0].tag_ in RELATIVE_TAGS:
        return False
    start = verb.left_edge
    if start != subjects[0].left_edge or start.i <= verb.sent.start:
        return False
    is_last = verb.right_edge.i + 1 >= verb.sent.end - 1
    return is_last and start.nbor(-1).text == ","


def _apposition(speaker: Token, verb: Token) -> Token | None:
    """Return the apposition in what is said that a speaker before a verb is in, or None."""
    subjects = dependents(verb, "nsubj")
    apposition = speaker
    # CASE title only: "…, his *lawyer* Ada Quint said", where Quint is the subject
    if speaker in subjects and speaker.left_edge.i > 0:
        apposition = speaker.left_edge.nbor(-1)
    # CASE both: "…, his *lawyer* Ada Quint said", but not "…, a teacher, Ada Quint said"
    while apposition.head.dep_ == "appos" and not is_aside(apposition):
        apposition = apposition.head
    is_whole = apposition.dep_ == "appos" and (speaker in subjects or not subjects)
    if not is_whole or not _is_inside(apposition, verb):
        return None
    return apposition if is_aside(apposition) else None


def _is_inside(apposition: Token, verb: Token) -> bool:
    """Whether an apposition belongs to the clause that precedes a verb as what is said."""
    return any(
        clause.dep_ == "ccomp" and clause.head == verb and clause.i < apposition.i
        for clause in apposition.ancestors
    )


def _changes(
    apposition: Token, speaker: Token, verb: Token
) -> dict[Token, tuple[Token, str]]:
    """Return the new heads and labels of the words of a speaker, a role before a name or not."""
    changes = {speaker: (verb, "nsubj")}
    if apposition == speaker:
        return changes
    for word in apposition.lefts:
        changes[word] = speaker, word.dep_
    changes[apposition] = speaker, "compound"
    return changes
