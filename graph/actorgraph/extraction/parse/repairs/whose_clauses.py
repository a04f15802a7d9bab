"""Relative clauses with "whose": "Delmore, whose head, *Roth*, sued Marsh, is for sale".

Where a name follows the noun after "whose", the parser takes the noun for an apposition, and
whatever precedes it for the subject of its verb: the bank seems to have sued.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import (
    BESIDE_NOUN,
    SUBJECTS,
    dependents,
    has_subject,
    subject_label,
)
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import (
    FINITE_TAGS,
    WHOSE_TAG,
    is_verb_form,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

COMMA = ","
#: Dependency labels of what is taken for a noun or a clause beside the owner.
BESIDE = ("appos", "dep", "relcl")
#: Dependency labels of a verb that may be that of such a clause.
CLAUSES = ("ROOT", "advcl", "ccomp", "conj", "parataxis", "relcl")
#: Those of a verb that is taken for what the verb of the sentence states.
STATED = ("ccomp", "parataxis")


def attach_whose_clauses(doc: Doc) -> Doc:
    """Make the noun after "whose" an argument of the verb after the name beside it."""
    for noun in list(doc):
        verb = _verb_after(noun) if _is_apposed(noun) else None
        if verb is None:
            continue
        if all(word.i < noun.i for word in dependents(verb, *SUBJECTS)):
            reattach(doc, _changes(noun, verb))
        # CASE object: "Delmore, whose head, Roth, *Marsh* sued, is for sale"
        elif verb.dep_ == "relcl" and not dependents(verb, "dobj"):
            reattach(doc, {noun: (verb, "dobj")})
    # CASE name: "Delmore, whose head *Roth* sued Marsh, is for sale"
    for noun in list(doc):
        verb = _verb_beside(noun.head) if _is_title(noun) else None
        if verb is not None:
            reattach(doc, _changes(noun.head, verb))
    return doc


def _is_title(noun: Token) -> bool:
    """Whether a noun after "whose" is taken for a part of the name after it."""
    owners = dependents(noun, "poss")
    return noun.dep_ == "compound" and any(word.tag_ == WHOSE_TAG for word in owners)


def _verb_beside(name: Token) -> Token | None:
    """Return the verb right after a name, which is taken for that of the sentence."""
    verb = _verb_from(name, name.i + 1)
    return verb if verb is not None and verb.dep_ == "ROOT" else None


def _is_apposed(noun: Token) -> bool:
    """Whether a noun after "whose" is taken for what its owner is, and has an apposition."""
    if noun.dep_ not in BESIDE:
        return False
    owners = dependents(noun, "poss")
    if all(word.tag_ != WHOSE_TAG for word in owners):
        return False
    return bool(dependents(noun, *BESIDE_NOUN))


def _verb_after(noun: Token) -> Token | None:
    """Return the verb of the clause after "whose", if nothing else precedes it."""
    comma = noun.right_edge.i + 1
    return _verb_from(noun, comma + 1)


def _verb_from(noun: Token, start: int) -> Token | None:
    """Return the verb whose words after a noun begin at a token."""
    for verb in noun.doc[start : noun.sent.end]:
        if verb.dep_ not in CLAUSES or not is_verb_form(verb):
            continue
        words = (word.i for word in (verb, *verb.lefts) if not word.is_punct)
        first = min(i for i in words if i > noun.i)
        if first == start:
            return verb
    return None


def _changes(noun: Token, verb: Token) -> dict[Token, tuple[Token, str]]:
    """Return the new heads and labels of the noun and its verb, and of what precedes both."""
    # CASE lost: the parser may leave such a noun unattached
    owner = noun.left_edge.nbor(-2) if noun.dep_ == "dep" else noun.head
    # CASE both subjects: "*Delmore*, whose head *Roth* sued Marsh, is for sale"
    if owner == verb:
        owner = dependents(verb, *SUBJECTS)[0]
    if owner == noun:
        return {}
    changes = {noun: (verb, subject_label(verb)), verb: (owner, "relcl")}
    if not verb.is_ancestor(owner):
        return changes
    # CASE subject: "*Delmore*, whose head, Roth, sued Marsh, is for sale"
    main = _verb_of_sentence(verb) if owner.head == verb else None
    if main is None:
        return {}
    first = owner.left_edge.i
    for word in verb.lefts:
        if word.i < first:
            changes[word] = main, word.dep_
    if verb.is_ancestor(main):
        governor = main if verb.dep_ == "ROOT" else verb.head
        changes[main] = governor, verb.dep_
    changes[owner] = main, subject_label(main)
    return changes


def _verb_of_sentence(verb: Token) -> Token | None:
    """Return the verb that goes on after a comma, or None."""
    # CASE taken for what it states: "Delmore, whose head, Roth, sued Marsh, *declined*"
    if verb.dep_ in STATED and verb.head.i > verb.i:
        return None if has_subject(verb.head) else verb.head
    for main in verb.subtree:
        is_joined = main.dep_ == "conj" and main.head == verb
        # CASE taken for a participle: "… sued the bank, *praised* Marsh"
        is_participle = main.dep_ == "acl" and main.tag_ in FINITE_TAGS
        is_next = main.left_edge.i and main.left_edge.nbor(-1).text == COMMA
        if main.i > verb.i and is_next and (is_joined or is_participle):
            return main
    return None
