"""The tree of the tokens is the tree of the pieces, as far as a window holds it."""

from __future__ import annotations

from actorgraph.extraction.learned.token_tree import TokenTree

#: "Roth met Lind": "met" governs both.
TREE = TokenTree(starts=[0, 5, 9], governors=[1, 1, 1])


def test_the_first_piece_of_a_token_stands_for_it() -> None:
    roth, h, met, lind = (0, 3), (3, 4), (5, 8), (9, 13)

    assert TREE.over_pieces([roth, h, met, lind]) == [2, 0, 2, 2]


def test_whose_governor_is_in_another_window_governs_itself() -> None:
    lind, stop = (9, 12), (12, 13)

    assert TREE.over_pieces([lind, stop]) == [0, 0]


def test_without_a_tree_every_piece_governs_itself() -> None:
    empty = TokenTree(starts=[], governors=[])

    assert empty.over_pieces([(0, 4), (5, 8)]) == [0, 1]
