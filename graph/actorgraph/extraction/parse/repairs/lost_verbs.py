"""Sentences whose verb the parser hangs on their subject: "Ada Quint chairs the bank".

It takes such a verb for a clause or a participle beside the name, which then heads the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import SUBJECTS, dependents
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import NAME_TAGS, TENSED_TAGS, is_noun_form

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: What no passive participle has: "Delmore Bank named *Quint* its head".
OBJECTS = ("dobj", "oprd")
#: What commas set off between a name and its verb.
ASIDES = ("appos", "relcl")


def attach_lost_verbs(doc: Doc) -> Doc:
    """Make the verb after a name that heads its sentence the head, and the name its subject."""
    for name in list(doc):
        verb = _verb_after(name) if name.dep_ == "ROOT" else None
        if verb is not None:
            reattach(doc, _changes(name, verb))
    for word in list(doc):
        if word.tag_ == "VBD" and word.dep_ == "amod":
            _free_verb(doc, word)
    return doc


def _free_verb(doc: Doc, verb: Token) -> None:
    """Make a word with a tense the verb of its sentence: "The attack by Quint *shocked* voters"."""
    subject, object_, name = verb.sent.root, verb.head, verb.nbor(-1)
    if name.tag_ not in NAME_TAGS or name.head != object_:
        return
    if not is_noun_form(subject) or subject.i > name.i:
        return
    changes: dict[Token, tuple[Token, str]] = {}
    for word in object_.lefts:
        if word.i < name.i:
            changes[word] = name, word.dep_
    for word in subject.rights:
        if word.i > verb.i:
            changes[word] = verb, word.dep_
    changes[verb] = verb, "ROOT"
    changes[subject] = verb, "nsubj"
    changes[name] = object_.head, object_.dep_
    changes[object_] = verb, "dobj"
    reattach(doc, changes)


def _changes(name: Token, verb: Token) -> dict[Token, tuple[Token, str]]:
    """Return the new heads and labels of the words of a sentence that a name heads."""
    changes = {verb: (verb, "ROOT"), name: (verb, "nsubj")}
    for word in name.rights:
        if word.i > verb.i:
            changes[word] = verb, word.dep_
    # CASE two predicates: "named *Quint* chief executive"
    predicates = dependents(verb, "oprd")
    after = [word for word in predicates if word.i > verb.i]
    for word in after[:-1]:
        changes[word] = verb, "dobj"
    return changes


def _verb_after(name: Token) -> Token | None:
    if name.tag_ not in NAME_TAGS:
        return None
    for verb in (*name.rights, *_hung_lower(name)):
        labels = {child.dep_ for child in verb.children}
        if not labels.isdisjoint(SUBJECTS) or not _follows(name, verb):
            continue
        if verb.tag_ in TENSED_TAGS:
            return verb
        # CASE taken for a passive: "Quint *sued* the bank"
        if verb.tag_ == "VBN" and not labels.isdisjoint(OBJECTS):
            return verb
    return None


def _hung_lower(name: Token) -> Iterator[Token]:
    """Yield verbs that hang on the last noun of a clause: "Quint, who owns a ferry, *left*"."""
    for clause in dependents(name, "relcl"):
        for verb in clause.subtree:
            is_next = verb.i > clause.i and verb.nbor(-1).text == ","
            if is_next and verb.dep_ == "acl":
                yield verb


def _follows(name: Token, verb: Token) -> bool:
    """Whether only words set off by commas are between a name and a verb."""
    if verb.i == name.i + 1:
        return True
    # CASE apposition: "*Ada Quint*, head of the bank in Oslo, *called* on Norland to act"
    # CASE clause: "*Ada Quint*, who owns a ferry, *called* on Norland to act"
    before = verb.nbor(-1)
    is_closed = before.text == "," and before.i > name.i + 1
    return is_closed and any(
        word.dep_ in ASIDES and word.left_edge.i == name.i + 2 for word in name.rights
    )
