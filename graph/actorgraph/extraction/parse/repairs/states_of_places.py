"""Participles before places that the parser takes for verbs: "hit a depot in *occupied* Oslo".

It takes such a participle for what the subject of the sentence did as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.closed_classes import AT_PLACE
from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import NAME_TAGS, PAST_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def attach_states_of_places(doc: Doc) -> Doc:
    """Make a participle between a preposition and a name modify the name."""
    for verb in list(doc[1:]):
        name = _name_after(verb)
        if name is not None:
            verb.tag_ = "VBN"
            reattach(doc, _changes(verb, name))
    return doc


def _name_after(verb: Token) -> Token | None:
    """Return the name after a preposition and a participle, or None."""
    if verb.dep_ not in ("advcl", "pcomp") or verb.tag_ not in PAST_TAGS:
        return None
    before = verb.nbor(-1)
    if before.lower_ not in AT_PLACE:
        return None
    if verb not in (before.head, *before.children):
        return None
    objects = dependents(verb, "dobj")
    if not objects:
        return None
    name = objects[0]
    is_next = name.tag_ in NAME_TAGS and name.left_edge.i == verb.i + 1
    return name if is_next else None


def _changes(verb: Token, name: Token) -> dict[Token, tuple[Token, str]]:
    preposition = verb.nbor(-1)
    # CASE clause: the preposition is taken for its conjunction
    governor = verb.head if preposition.head == verb else preposition.head
    changes = {child: (governor, child.dep_) for child in verb.children}
    return changes | {
        preposition: (governor, "prep"),
        name: (preposition, "pobj"),
        verb: (name, "amod"),
    }
