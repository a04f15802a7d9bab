"""A text is cut into windows of whole sentences, and every piece has its place in the text."""

from __future__ import annotations

import pytest
from tokenizers import Tokenizer

from actorgraph.extraction.learned.encoding import (
    FIRST,
    LAST,
    LONGEST_WINDOW,
    Shape,
    Window,
    shape,
    windows,
)
from actorgraph.extraction.learned.token_tree import TokenTree
from actorgraph.resources import weights_folder

NO_TREE = TokenTree(starts=[], governors=[])


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(weights_folder() / "tokenizer.json"))


def _sentences(text: str) -> list[tuple[int, int]]:
    ends = [i + 1 for i, letter in enumerate(text) if letter in ".\n"]
    return list(zip([0, *ends], [*ends, len(text)], strict=False))


def _cut(
    text: str, tokenizer: Tokenizer, longest: int = LONGEST_WINDOW
) -> list[Window]:
    return list(windows(text, _sentences(text), NO_TREE, tokenizer, longest))


def test_windows_hold_every_word_once_and_in_order(tokenizer: Tokenizer) -> None:
    text = "Dana Roth met Ada Quint. They talked about the harbour.\n" * 40

    spans = [span for window in _cut(text, tokenizer, 32) for span in window.offsets]

    assert spans == sorted(set(spans))
    assert "".join(text[a:b] for a, b in spans) == "".join(text.split())


@pytest.mark.parametrize("longest", [8, 31, LONGEST_WINDOW])
def test_no_window_is_longer_than_asked(tokenizer: Tokenizer, longest: int) -> None:
    text = "word " * 600 + ". " + "A short one. " * 90

    cut = _cut(text, tokenizer, longest)

    assert max(len(window.ids) for window in cut) <= longest
    assert all((window.ids[0], window.ids[-1]) == (FIRST, LAST) for window in cut)
    assert all(
        len(window.ids) == len(window.shapes) == len(window.offsets) + 2
        for window in cut
    )


def test_a_sentence_that_fits_is_not_cut(tokenizer: Tokenizer) -> None:
    text = "Dana Roth met Ada Quint in Oslo. " * 20

    cut = _cut(text, tokenizer, 24)

    assert len(cut) > 1
    assert all(
        text[window.offsets[0][0] :].startswith("Dana Roth met") for window in cut
    )


def test_offsets_are_code_points_after_astral_characters(tokenizer: Tokenizer) -> None:
    text = "\U0001f6a2\U0001f6a2 Dana Roth met Ada Quint."

    (window,) = _cut(text, tokenizer)
    pieces = window.pieces(text.index("Dana"), text.index(" met"))
    assert pieces is not None
    first, last = pieces

    assert (
        "".join(text[a:b] for a, b in window.offsets[first - 1 : last - 1])
        == "DanaRoth"
    )


def test_words_outside_a_window_have_no_pieces_in_it(tokenizer: Tokenizer) -> None:
    text = "Dana Roth met Ada Quint. " * 12

    first, *_ = _cut(text, tokenizer, 16)

    assert first.pieces(len(text) - 6, len(text) - 1) is None


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_nothing_comes_of_a_text_without_words(tokenizer: Tokenizer, text: str) -> None:
    assert _cut(text, tokenizer) == []


@pytest.mark.parametrize(
    ("piece", "name"),
    [
        ("roth", "lower"),
        ("Roth", "capitalised"),
        ("R", "capitalised"),
        ("NATO", "upper"),
        ("McRoth", "mixed"),
        ("1998", "number"),
        ("—", "other"),
        ("Ørsted", "capitalised"),
    ],
)
def test_shape_is_how_a_piece_is_written(piece: str, name: str) -> None:
    assert shape(piece) is Shape[name.upper()]
