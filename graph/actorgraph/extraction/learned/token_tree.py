"""The dependency tree of a text, and the same tree over the word pieces of a window."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actorgraph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class TokenTree:
    """Where the tokens of a text begin, and which token governs each.

    Attributes:
        starts: The first code point of each token, in order.
        governors: The number of the token that governs each; a root governs itself.
    """

    starts: Sequence[int]
    governors: Sequence[int]

    def over_pieces(self, offsets: Sequence[Span]) -> list[int]:
        """Return which piece of a window governs each: the tree of the tokens, in pieces.

        The first piece of a token represents it and governs its other pieces. A piece whose
        governor is outside of the window governs itself, and so does every piece where the tree is
        empty.

        Args:
            offsets: Code points of each piece, end exclusive, in order.

        Returns:
            For each piece the number of its governor, both counted from 0.

        >>> tree = TokenTree(starts=[0, 4], governors=[1, 1])  # "Tom slept"
        >>> tree.over_pieces([(0, 3), (4, 7), (7, 9)])
        [1, 1, 1]
        """
        if not self.starts:
            return list(range(len(offsets)))
        tokens = [bisect_right(self.starts, start) - 1 for start, _ in offsets]
        first: dict[int, int] = {}
        for piece, token in enumerate(tokens):
            first.setdefault(token, piece)
        governors = []
        for piece, token in enumerate(tokens):
            is_first = first[token] == piece
            governor = self.governors[token] if is_first else token
            governors.append(first.get(governor, piece))
        return governors


def token_tree(doc: Doc) -> TokenTree:
    """Return the tree of a parsed text, empty for an empty one."""
    starts = [token.idx for token in doc]
    return TokenTree(starts, [token.head.i for token in doc])
