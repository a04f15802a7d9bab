"""Lines that a printer or a wire service broke, joined to the paragraphs that they were."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from actorgraph.grammar import grammar_words

#: Number of characters in the lines of a text that was broken: a newspaper column to a wide page.
WIDTHS = range(30, 101)
#: Share (0–1) of the lines that are no longer than the width: a long address is broken nowhere.
WITHIN = 0.9
#: How many characters short of the width a line may be that the next word would have filled.
SLACK = 1
#: Number of broken lines from which a text counts as broken; verses and lists have few by chance.
FEWEST_BREAKS = 3
#: Share (0–1) of a text's line ends, but for those of paragraphs, that are such breaks.
MOSTLY = 0.6

#: Number of characters at the end of a line that are searched for a divided word.
LONGEST_PIECE = 40

_BROKEN_WORD = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ITEM = re.compile(r"\s|[-*•–—]\s|\d+[.)]\s|[>|]")


def unwrap(text: str) -> str:
    """Return a text with the line breaks within its paragraphs undone, if it has such.

    Lines were broken there if the first word of the next did not fit; so headings, lists, verses
    and addresses stay as they are.
    """
    lines = text.split("\n")
    width = _width(lines)
    if width not in WIDTHS:
        return text
    breaks = [_is_break(*pair, width) for pair in pairwise(lines)]
    ends = sum(bool(left and right) for left, right in pairwise(lines))
    fewest = max(FEWEST_BREAKS, MOSTLY * ends)
    if sum(breaks) < fewest:
        return text
    return "\n".join(_paragraphs(lines, breaks))


def join(lines: Sequence[str], words: frozenset[str]) -> str:
    """Join the lines of a paragraph; a word that was divided between two is whole again.

    Args:
        lines: At least one.
        words: What ``vocabulary_of`` returns for the text.

    >>> join(["The govern-", "ment fell, said an anti-", "war group."], frozenset())
    'The government fell, said an anti-war group.'
    """
    first, *others = lines
    pieces = [first.rstrip()]
    for line in others:
        following = line.strip()
        last = pieces[-1]
        match = _BROKEN_WORD.search(last[-LONGEST_PIECE:])
        is_word = following[:1].isalnum()
        if match is None or not is_word:
            pieces += [" ", following]
            continue
        if not _is_compound(match[0], following, words):
            pieces[-1] = last[:-1]
        pieces.append(following)
    return "".join(pieces)


def vocabulary_of(lines: Iterable[str]) -> frozenset[str]:
    """Return the words of some lines, but for those at their ends, which may be parts of words."""
    words: set[str] = set()
    for line in lines:
        lower = line.lower()
        in_order = _WORD.findall(lower)
        words.update(in_order[1:-1])
    return frozenset(words)


def _is_compound(head: str, following: str, words: frozenset[str]) -> bool:
    """Whether a hyphen at the end of a line belongs to the word."""
    if head.endswith("\u00ad"):
        return False
    first = head[:-1].lower()
    match = _WORD.match(following)
    second = match[0].lower() if match else ""
    is_known_compound = f"{first}-{second}" in words
    if is_known_compound or not following[0].islower():
        return True
    if first + second in words:
        return False
    is_prefix = first in grammar_words("beginning of a compound")
    is_suffix = second in grammar_words("end of a compound")
    if is_prefix or is_suffix:
        return True
    return first in words and second in words


def _width(lines: Sequence[str]) -> int:
    """Return the number of characters that the longest lines have, but for a few."""
    lengths = sorted(len(line) for line in lines if line.strip())
    if not lengths:
        return 0
    last = len(lengths) - 1
    within = int(WITHIN * last)
    return lengths[within]


def _is_break(line: str, following: str, width: int) -> bool:
    """Whether a line was broken because the next word did not fit."""
    if not line.strip() or not following.strip() or _ITEM.match(following):
        return False
    word, *_ = following.split(maxsplit=1)
    joined = len(line.rstrip()) + 1 + len(word)
    return joined > width - SLACK


def _paragraphs(lines: Sequence[str], breaks: Sequence[bool]) -> Iterator[str]:
    words = vocabulary_of(lines)
    paragraph = [lines[0]]
    for line, is_break in zip(lines[1:], breaks, strict=True):
        if not is_break:
            yield join(paragraph, words)
            paragraph = []
        paragraph.append(line)
    yield join(paragraph, words)
