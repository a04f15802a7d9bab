"""Names that the parser divides from the noun before: "accused the *opposition* Reform League".

It takes the noun for one object of the verb and the name for another, or for an apposition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import is_aside
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import NAME_TAGS
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Nouns that say what kind of body a name is of: "the *opposition* Reform League".
KINDS_OF_BODIES = grammar_words("noun before the name of a body")
#: Dependency labels of the object of a verb.
OBJECT_LABELS = ("dative", "dobj", "pobj")


def join_divided_names(doc: Doc) -> Doc:
    """Make the noun before a name modify the name, which takes its place."""
    for noun in list(doc[:-1]):
        if noun.lower_ not in KINDS_OF_BODIES or noun.dep_ not in OBJECT_LABELS:
            continue
        name = _name_after(noun)
        if name is None:
            continue
        label = name.dep_ if name.head == noun.head else noun.dep_
        changes = {child: (name, child.dep_) for child in noun.lefts}
        changes[noun] = name, "compound"
        changes[name] = noun.head, label
        reattach(doc, changes)
    return doc


def _name_after(noun: Token) -> Token | None:
    """Return the noun whose phrase begins with a name right after another, or None."""
    if noun.nbor().tag_ not in NAME_TAGS:
        return None
    for name in (*noun.children, *noun.head.children):
        if name.i < noun.i or name.left_edge.i != noun.i + 1:
            continue
        is_object = name.head == noun.head and name.dep_ in OBJECT_LABELS
        if not is_object and name.dep_ != "appos":
            continue
        if not is_aside(name):
            return name
    return None
