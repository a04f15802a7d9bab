"""Words of any length at a cost that grows with their length.

The tokenizer takes signs off both ends of a word one by one, and looks through the word for each:
8,000 brackets in a row take it half a minute.  What is longer than any word is cut in pieces first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: No word of a language is longer, and few addresses of pages are.
LONGEST_WORD = 300
_TOO_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")


class LongWordTokenizer:
    """Tokenizes texts as another tokenizer does, except for what is too long for a word.

    Args:
        tokenize: The other tokenizer.
    """

    def __init__(self, tokenize: Callable[[str], Doc]) -> None:
        self._tokenize = tokenize

    def __call__(self, text: str) -> Doc:
        """Return the tokens of a text, which together are the text."""
        if _TOO_LONG.search(text) is None:
            return self._tokenize(text)
        from spacy.tokens import Doc

        words: list[str] = []
        spaces: list[bool] = []
        for piece in _pieces(text):
            doc = self._tokenize(piece)
            words += (token.text for token in doc)
            spaces += (bool(token.whitespace_) for token in doc)
        return Doc(doc.vocab, words=words, spaces=spaces)


def _pieces(text: str) -> Iterator[str]:
    """Cut a text in and around what is too long for a word."""
    start = 0
    for match in _TOO_LONG.finditer(text):
        first, end = match.span()
        if start < first:
            yield text[start:first]
        for place in range(first, end, LONGEST_WORD):
            last = min(place + LONGEST_WORD, end)
            yield text[place:last]
        start = end
    if start < len(text):
        yield text[start:]
