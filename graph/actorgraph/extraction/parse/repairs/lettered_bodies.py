"""Bodies with their letters before a title: "the Harbour Union (HU) leader *Ada Quint* left".

The parser takes the name for an apposition of the body, so that the union seems to leave.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import NAME_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OPENING, CLOSING, HYPHEN = "(", ")", "-"
#: Tokens from a body to the mark after its letters: "Union *( HU )*".
LENGTH_OF_LETTERS = 3


def attach_lettered_bodies(doc: Doc) -> Doc:
    """Make the name after the letters of a body the head of the phrase, and the body its part."""
    for name in list(doc):
        body = name.head
        if name.dep_ == "appos" and body.dep_ != "ROOT" and _follows(name, body):
            reattach(doc, {name: (body.head, body.dep_), body: (name, "nmod")})
    return doc


def _follows(name: Token, body: Token) -> bool:
    """Whether letters in brackets and a title are all that is between a body and a name."""
    if not {name.tag_, body.tag_} <= NAME_TAGS:
        return False
    closing = body.i + LENGTH_OF_LETTERS
    between = [word.text for word in name.doc[body.i + 1 : name.i]]
    is_lettered = between[:1] == [OPENING] and between[2:3] == [CLOSING]
    after = name.doc[closing + 1 : name.i]
    is_whole = all(word.text == HYPHEN or not word.is_punct for word in after)
    return is_lettered and is_whole and len(after) > 0
