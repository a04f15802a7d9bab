"""Lists of names after a colon: "Four people were held by Norland: *Dana Roth*, Ada Quint and …".

The parser makes the first name an apposition of whatever stands before the colon, and the second
one of the first; both belong to the noun that says how many they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import AFFECTED, dependents
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import NAME_TAGS, PLURAL_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

COLON = ":"


def attach_colon_lists(doc: Doc) -> Doc:
    """Attach the names after a colon to the counted noun that they spell out."""
    for colon in list(doc):
        if colon.text != COLON or colon.is_sent_start:
            continue
        for name in _begins_list(colon):
            noun = _counted_before(colon, name)
            if noun is not None:
                reattach(doc, {name: (noun, "appos"), **_chained(name)})
    return doc


def _begins_list(colon: Token) -> list[Token]:
    """Return the apposition that begins right after a colon and ends its sentence, if any."""
    start = colon.i + 1
    return [
        name
        for name in colon.doc[start : colon.sent.end]
        if name.dep_ == "appos"
        and name.tag_ in NAME_TAGS
        and name.left_edge.i == start
        and name.right_edge.i >= colon.sent.end - 2
    ]


def _counted_before(colon: Token, name: Token) -> Token | None:
    """Return the only noun with a number before a colon that something is done to."""
    counted = [
        noun
        for noun in colon.sent
        if noun.i < colon.i
        and noun.tag_ in PLURAL_TAGS
        and noun.dep_ in AFFECTED
        and dependents(noun, "nummod")
    ]
    return counted[0] if len(counted) == 1 and name.head in counted[0].sent else None


def _chained(name: Token) -> dict[Token, tuple[Token, str]]:
    """Return the second of a list that is taken for an apposition of the first."""
    return {
        word: (name, "conj")
        for word in dependents(name, "appos")
        if word.tag_ in NAME_TAGS and dependents(word, "cc")
    }
