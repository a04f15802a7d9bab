"""Sentences whose verb the parser hangs on their subject: "Ada Quint chairs the bank".

It takes such a verb for a clause or a participle beside the name, which then heads the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import SUBJECTS
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import NAME_TAGS, is_noun_form

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TENSED_TAGS = ("VBD", "VBZ")
#: What no passive participle has: "Delmore Bank named *Quint* its head".
OBJECTS = ("dobj", "oprd")


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
    is_after_name = name.tag_ in NAME_TAGS and name.head == object_
    if not is_after_name or not is_noun_form(subject) or subject.i > name.i:
        return
    changes = {word: (name, word.dep_) for word in object_.lefts if word.i < name.i}
    changes |= {word: (verb, word.dep_) for word in subject.rights if word.i > verb.i}
    changes |= {verb: (verb, "ROOT"), subject: (verb, "nsubj")}
    changes |= {name: (object_.head, object_.dep_), object_: (verb, "dobj")}
    reattach(doc, changes)


def _changes(name: Token, verb: Token) -> dict[Token, tuple[Token, str]]:
    """Return the new heads and labels of the words of a sentence that a name heads."""
    changes = {word: (verb, word.dep_) for word in name.rights if word.i > verb.i}
    changes |= {verb: (verb, "ROOT"), name: (verb, "nsubj")}
    # CASE two predicates: "named *Quint* chief executive"
    predicates = [word for word in verb.rights if word.dep_ == "oprd"]
    return changes | dict.fromkeys(predicates[:-1], (verb, "dobj"))


def _verb_after(name: Token) -> Token | None:
    if name.tag_ not in NAME_TAGS:
        return None
    for verb in name.rights:
        labels = {child.dep_ for child in verb.children}
        is_next = _follows(name, verb) and labels.isdisjoint(SUBJECTS)
        is_active = verb.tag_ == "VBN" and not labels.isdisjoint(OBJECTS)
        if is_next and (verb.tag_ in TENSED_TAGS or is_active):
            return verb
    return None


def _follows(name: Token, verb: Token) -> bool:
    """Whether only words set off by commas are between a name and a verb."""
    if verb.i == name.i + 1:
        return True
    # CASE apposition: "*Ada Quint*, head of the bank in Oslo, *called* on Norland to act"
    before = verb.nbor(-1)
    is_closed = before.text == "," and before.i > name.i + 1
    return is_closed and any(
        noun.dep_ == "appos" and noun.left_edge.i == name.i + 2 for noun in name.rights
    )
