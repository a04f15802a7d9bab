"""Hard-wrapped lines: line breaks within a sentence, which are read as spaces.

A text of 72 columns breaks its lines anywhere, also inside of names.  Whether a block of lines was
wrapped shows in how they begin and end.  A line break is replaced by one space, so every offset
stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

from actorgraph.grammar import grammar_words

#: Wrapped lines have at most this many characters; longer ones are paragraphs.
LONGEST_LINE = 100
#: A first line that is shorter than this share of the others is a heading above them.
HEADING_SHARE = 0.6
#: Among lines that only look wrapped, the shortest has at least this share of the longest.
EVEN_SHARE = 0.6
#: … and there are at least this many line breaks.
FEWEST_BREAKS = 2
#: A wrapped line has at least this many words.
FEWEST_WORDS = 3

#: Words after which a sentence goes on.
UNFINISHED = grammar_words("word that ends no line")

SENTENCE_END = re.compile(r"[.?!…:;][\"'”’)\]]*$")
#: A word is cut at its hyphen.
BROKEN = re.compile(r"\w-$")
#: A sentence ends inside of a line, and the next begins there.
INNER_END = re.compile(r"[a-z)]{2}[.?!][\"”’)]* +[\"“‘(]?[A-Z]")
#: The beginning of a line that is an item of a list: "- ", "* ", "• ", "1. ", "a) ".
ITEM = re.compile(r"(?:[-*•–—·]|\d{1,3}[.)]|[a-zA-Z][.)])\s")
#: The label of a line in a transcript or a table: "ROTH:", "Location:".
LABEL = re.compile(r"[A-Z][\w .'’-]{0,40}:(?:\s|$)")
#: The end of a name that begins on the line before: "*Marsh*, the mayor".
END_OF_NAME = re.compile(r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?[,;]")
#: Lines without a blank one between them.  Each character can match in one way only, so that a
#: paragraph of any length costs its length.
BLOCK = re.compile(r"^[^\S\n]*\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)+", re.MULTILINE)


def unwrapped(text: str) -> str:
    r"""Return a text with a space for each line break that only wraps a line.

    >>> unwrapped("Dana Roth, the mayor of New\nAlderfen, met Milo\nMarsh.\n\nIt rained.")
    'Dana Roth, the mayor of New Alderfen, met Milo Marsh.\n\nIt rained.'

    A line break after a heading, and between the items of a list, stays:

    >>> unwrapped("Roth resigns\nThe mayor resigned on Monday.")
    'Roth resigns\nThe mayor resigned on Monday.'
    """
    if "\n" not in text:
        return text
    return BLOCK.sub(lambda block: _unwrapped_block(block[0]), text)


def _unwrapped_block(block: str) -> str:
    """Return lines without a blank one between them, joined where they were wrapped."""
    first, *others = block.split("\n")
    joined = set(_wraps([first, *others]))
    pieces = [first]
    for number, line in enumerate(others, 1):
        separator = " " if number in joined else "\n"
        pieces.append(separator + line)
    return "".join(pieces)


def _wraps(lines: list[str]) -> Iterator[int]:
    """Yield the numbers of the lines that go on with the sentence of the line before."""
    first = int(_has_heading(lines))
    if not _is_wrapped(lines[first:]):
        return
    for number in range(first + 1, len(lines)):
        line = lines[number].lstrip()
        if not LABEL.match(line):
            yield number


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the lines of a block are one text."""
    if max(map(len, lines)) > LONGEST_LINE:
        return False
    if not _ends_sentence(lines[-1]):
        return False
    if any(map(_is_item, lines[1:])):
        return False
    is_clear = any(map(_goes_on, lines, lines[1:]))
    return is_clear or _looks_wrapped(lines)


def _ends_sentence(line: str) -> bool:
    return SENTENCE_END.search(line.rstrip()) is not None


def _is_item(line: str) -> bool:
    return ITEM.match(line.lstrip()) is not None


def _goes_on(line: str, following: str) -> bool:
    """Whether a sentence clearly goes on in the next line."""
    line, following = line.rstrip(), following.lstrip()
    ends_sentence = _ends_sentence(line)
    # CASE small letter: "the mayor | *and* his wife"
    if following[:1].islower() and not ends_sentence:
        return True
    # CASE unfinished line: "met Roth *in* | Oslo", "Dana Roth*,* | the mayor", "*Mid-* | Oslo"
    *_, last_word = line.split()
    if last_word.lower() in UNFINISHED:
        return True
    if line.endswith(",") or BROKEN.search(line):
        return True
    # CASE second sentence: "It *rained. The* mayor of | Oslo"
    return bool(INNER_END.search(line)) and not ends_sentence


def _looks_wrapped(lines: list[str]) -> bool:
    """Whether lines of one length, without the end of a sentence, break a name."""
    *wrapped, _ = lines
    if len(wrapped) < FEWEST_BREAKS or not all(map(_is_prose, wrapped)):
        return False
    shortest = len(min(wrapped, key=len))
    longest = len(max(wrapped, key=len))
    if shortest < EVEN_SHARE * longest:
        return False
    after_breaks = map(str.lstrip, lines[1:])
    return any(map(END_OF_NAME.match, after_breaks))


def _is_prose(line: str) -> bool:
    """Whether a line is a part of a sentence, and does not end it."""
    words = line.split()
    if len(words) < FEWEST_WORDS or _ends_sentence(line):
        return False
    return any(map(str.islower, words))


def _has_heading(lines: list[str]) -> bool:
    """Whether the first line is a heading: short, and no part of the sentence below it."""
    first, second, *_ = lines
    if len(lines) == 2 or _goes_on(first, second):
        return False
    width = median(map(len, lines[1:-1]))
    if len(first) >= HEADING_SHARE * width:
        return False
    return not _ends_sentence(first)
