"""Sentences whose verb the parser hangs on their subject: "Ada Quint chairs the bank".

It takes such a verb for a clause or a participle beside the name, which then heads the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import SUBJECTS
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import NAME_TAGS

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
    return doc


def _changes(name: Token, verb: Token) -> dict[Token, tuple[Token, str]]:
    """Return the new heads and labels of the words of a sentence that a name heads."""
    changes = {word: (verb, word.dep_) for word in name.rights}
    changes |= {verb: (verb, "ROOT"), name: (verb, "nsubj")}
    # CASE two predicates: "named *Quint* chief executive"
    predicates = [word for word in verb.rights if word.dep_ == "oprd"]
    return changes | dict.fromkeys(predicates[:-1], (verb, "dobj"))


def _verb_after(name: Token) -> Token | None:
    if name.tag_ not in NAME_TAGS:
        return None
    for verb in name.rights:
        labels = {child.dep_ for child in verb.children}
        is_next = verb.i == name.i + 1 and labels.isdisjoint(SUBJECTS)
        is_active = verb.tag_ == "VBN" and not labels.isdisjoint(OBJECTS)
        if is_next and (verb.tag_ in TENSED_TAGS or is_active):
            return verb
    return None
