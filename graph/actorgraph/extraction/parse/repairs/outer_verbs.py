"""Acts of a speaker that the parser takes for a part of what is said.

In "said the bank had lied and *urged* Marsh to act" it joins "urged" to "lied", so that the bank
seems to urge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import SUBJECTS, dependents, has_subject
from actorgraph.extraction.parse.repairs.inserted_clauses import INTERRUPTING
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import PAST_TAGS
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Forms of verbs for what speakers do to those they speak about: "*accused* Marsh".
OF_SPEAKERS = grammar_words("verb form of a speaker's act")
#: What a verb has that shares nothing but its subject with the one before it.
OWN = (*SUBJECTS, "aux", "auxpass", "mark", "neg")
PRONOUN_TAG = "PRP"


def attach_outer_verbs(doc: Doc) -> Doc:
    """Coordinate the act of a speaker with the verb of speech, not with what is said."""
    for act in list(doc):
        clause = act.head
        if _is_act(act) and _is_content(clause) and not _may_be_of_content(act, clause):
            reattach(doc, {act: (clause.head, "conj")})
    return doc


def _is_act(verb: Token) -> bool:
    is_past = verb.tag_ in PAST_TAGS and verb.lower_ in OF_SPEAKERS
    return is_past and verb.dep_ == "conj" and not dependents(verb, *OWN)


def _is_content(clause: Token) -> bool:
    """Whether a clause with a subject follows a verb of speech in the past."""
    speech = clause.head
    is_after = clause.dep_ == "ccomp" and speech.i < clause.i
    # CASE speech within speech: "said Norway had *accused* Marsh and urged Roth to act"
    is_speech = clause.lower_ in OF_SPEAKERS | INTERRUPTING
    if not is_after or is_speech or not has_subject(clause):
        return False
    return speech.tag_ in PAST_TAGS and bool(dependents(speech, "nsubj"))


def _may_be_of_content(act: Token, clause: Token) -> bool:
    """Whether a pronoun may be the speaker: "said Marsh had lied to Roth and *accused her*"."""
    is_perfect = clause.tag_ == "VBN" and bool(dependents(clause, "aux"))
    # CASE demand: "said Marsh had lied and *urged him to go*"
    is_demand = bool(dependents(act, "xcomp")) and not _has_pronoun(clause)
    return is_perfect and not is_demand and _has_pronoun(act)


def _has_pronoun(verb: Token) -> bool:
    """Whether a pronoun is an object of a verb, also across a preposition."""
    objects = dependents(verb, "dobj", "dative")
    for preposition in dependents(verb, "prep"):
        objects += dependents(preposition, "pobj")
    return any(word.tag_ == PRONOUN_TAG for word in objects)
