"""Headings: lines whose words are all capitalised, below the first one without a full stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.datelines import FULL_STOPS
from actorgraph.extraction.parse.word_tags import is_verb_form

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

#: A heading has at least this many words of four letters or more.
FEWEST_LONG_WORDS = 4
#: Fewer are enough in the first line: "Envoy Lands in Oslo".
FEWEST_IN_TITLE = 3
#: At least this share of them is capitalised.
CAPITALISED_SHARE = 0.8


def heading_marks(doc: Doc) -> list[bool]:
    """Return for each token whether it is in a heading."""
    marks = [False] * len(doc)
    for sentence in doc.sents:
        if not _ends_line(doc, sentence) or not _may_have_its_end(sentence):
            continue
        if _is_capitalised(sentence):
            for token in sentence:
                marks[token.i] = True
    return marks


def _ends_line(doc: Doc, sentence: Span) -> bool:
    if sentence.end >= len(doc):
        return False
    last = doc[sentence.end - 1]
    return "\n" in last.text


def _may_have_its_end(sentence: Span) -> bool:
    """Whether a line may be a heading as it ends: only the first one with a full stop.

    A sentence of many names is none: "President Dana Roth has resigned.".
    """
    words = [token for token in sentence if not token.is_space]
    if not words or words[-1].text not in FULL_STOPS:
        return True
    if sentence.start > 0 or any(map(_is_small_verb, words)):
        return False
    return not any(map(str.islower, long_words(sentence)))


def _is_small_verb(word: Token) -> bool:
    if not word.is_lower:
        return False
    return is_verb_form(word)


def long_words(words: Span) -> list[str]:
    """Return the words that a title writes with a capital, whatever they are."""
    return [word.text for word in words if word.is_alpha and len(word) > 3]


def _is_capitalised(sentence: Span) -> bool:
    long = long_words(sentence)
    fewest = FEWEST_LONG_WORDS if sentence.start else FEWEST_IN_TITLE
    if len(long) < fewest:
        return False
    capitals = [word for word in long if word[0].isupper()]
    return len(capitals) >= CAPITALISED_SHARE * len(long)
