"""Where a name of proper nouns begins and ends: "the *Friends* of the River"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.closed_classes import DEFINITE, OF_WHOLE
from actorgraph.extraction.parse.dependents import prepositions
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import NAME_TAGS, PLURAL_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token


def proper_nouns(parsed: ParsedText, root: Token) -> tuple[int, int]:
    """Return the first token of the proper nouns around one, and the token after the last."""
    start, end = root.i, root.i + 1
    while parsed.tag(start - 1) in NAME_TAGS:
        start -= 1
    while parsed.tag(end) in NAME_TAGS:
        end += 1
    return start, end


def end_of_complement(parsed: ParsedText, root: Token, end: int) -> int:
    """Return the token after the complement of a name: "Friends *of the River*".

    Of a single thing only with an article: "Voice *of the River*", but not "Norvale of Oslo".
    """
    for preposition in prepositions(root, OF_WHOLE):
        if preposition.i != end:
            continue
        is_open = root.tag_ in PLURAL_TAGS or parsed.word(end + 1) in DEFINITE
        nouns = [word for word in preposition.children if word.tag_ in NAME_TAGS]
        if is_open and nouns:
            _, end_of_name = proper_nouns(parsed, nouns[-1])
            return end_of_name
    return end


def is_closed(parsed: ParsedText, start: int) -> bool:
    """Whether a comma or the end of the sentence follows a name."""
    if start >= len(parsed.doc):
        return False
    _, end = proper_nouns(parsed, parsed.doc[start])
    return parsed.tag(end) in (",", ".", "")
