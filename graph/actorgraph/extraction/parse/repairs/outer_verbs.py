"""Verbs that the parser joins to a clause inside of theirs.

In "said the bank had lied and *urged* Marsh to act" it joins "urged" to "lied", so that the bank
seems to urge; in "the law taxes ships that banks own and *bans* strikes" the banks seem to ban.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import (
    SUBJECTS,
    dependents,
    has_subject,
    obliques,
)
from actorgraph.extraction.parse.repairs.inserted_clauses import INTERRUPTING
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import PAST_TAGS, PLURAL_TAGS
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Forms of verbs for what speakers do to those they speak about: "*accused* Marsh".
OF_SPEAKERS = grammar_words("verb form of a speaker's act")
#: What a verb has that shares nothing but its subject with the one before it.
OWN = (*SUBJECTS, "aux", "auxpass", "mark", "neg")
PRONOUN_TAG = "PRP"
#: Tag of a verb that only a singular subject has: "*bans*".
SINGULAR_TAG = "VBZ"


def attach_outer_verbs(doc: Doc) -> Doc:
    """Coordinate the act of a speaker with the verb of speech, and verbs that agree in number."""
    for act in list(doc):
        verb = _outer_verb(act)
        if verb is not None:
            reattach(doc, {act: (verb, "conj")})
    return doc


def _outer_verb(act: Token) -> Token | None:
    """Return the verb that a verb belongs to rather than to the clause that it is joined to."""
    clause = act.head
    if _is_act(act) and _is_content(clause) and not _may_be_of_content(act, clause):
        return clause.head
    if _disagrees(act, clause):
        return next(filter(_is_singular, clause.ancestors), None)
    return None


def _disagrees(verb: Token, clause: Token) -> bool:
    """Whether a verb of a singular subject is joined to one of a plural: "own and *bans*"."""
    is_joined = verb.dep_ == "conj" and not dependents(verb, *OWN)
    if verb.tag_ != SINGULAR_TAG or not is_joined or clause.tag_ == SINGULAR_TAG:
        return False
    return any(map(_is_plural, dependents(clause, *SUBJECTS)))


def _is_plural(subject: Token) -> bool:
    return subject.tag_ in PLURAL_TAGS or bool(dependents(subject, "conj"))


def _is_singular(verb: Token) -> bool:
    """Whether a verb has a singular subject, by its form."""
    return verb.tag_ == SINGULAR_TAG and has_subject(verb)


def _is_act(verb: Token) -> bool:
    if verb.dep_ != "conj" or verb.tag_ not in PAST_TAGS:
        return False
    if verb.lower_ not in OF_SPEAKERS:
        return False
    return not dependents(verb, *OWN)


def _is_content(clause: Token) -> bool:
    """Whether a clause with a subject follows a verb of speech in the past."""
    if clause.dep_ != "ccomp" or not has_subject(clause):
        return False
    # CASE speech within speech: "said Norway had *accused* Marsh and urged Roth to act"
    if clause.lower_ in OF_SPEAKERS or clause.lower_ in INTERRUPTING:
        return False
    speech = clause.head
    if speech.i > clause.i or speech.tag_ not in PAST_TAGS:
        return False
    return bool(dependents(speech, "nsubj"))


def _may_be_of_content(act: Token, clause: Token) -> bool:
    """Whether a pronoun may be the speaker: "said Marsh had lied to Roth and *accused her*"."""
    is_perfect = clause.tag_ == "VBN" and dependents(clause, "aux")
    if not is_perfect or not _has_pronoun(act):
        return False
    # CASE demand: "said Marsh had lied and *urged him to go*"
    if dependents(act, "xcomp"):
        return _has_pronoun(clause)
    return True


def _has_pronoun(verb: Token) -> bool:
    """Whether a pronoun is an object of a verb, also across a preposition."""
    objects = dependents(verb, "dobj", "dative") + obliques(verb)
    return any(word.tag_ == PRONOUN_TAG for word in objects)
