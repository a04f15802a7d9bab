"""Speakers that the parser hangs on what they say: "Police held Roth*, his lawyer Ada Quint* said".

It takes them for an apposition of the name before, so that the lawyer seems to be held as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import dependents, is_aside
from actorgraph.extraction.parse.repairs.inserted_clauses import INTERRUPTING
from actorgraph.extraction.parse.trees import reattach

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def attach_lost_speakers(doc: Doc) -> Doc:
    """Make the noun before a verb of speech its subject, not an apposition in what is said."""
    for verb in list(doc[1:]):
        apposition = _apposition_before(verb) if verb.lower_ in INTERRUPTING else None
        if apposition is not None:
            reattach(doc, _changes(apposition, verb.nbor(-1), verb))
    return doc


def _apposition_before(verb: Token) -> Token | None:
    """Return the apposition in what is said that ends right before a verb, or None."""
    speaker = verb.nbor(-1)
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
    if apposition != speaker:
        changes |= {word: (speaker, word.dep_) for word in apposition.lefts}
        changes[apposition] = (speaker, "compound")
    return changes
