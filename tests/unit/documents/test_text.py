import io

import pytest

from actorgraph.documents.encodings import decode
from actorgraph.documents.text import first_line_title, read_text
from actorgraph.errors import DocumentError


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("naïve".encode(), "naïve"),
        ("\ufeffnaïve".encode(), "naïve"),
        ("naïve".encode("utf-16"), "naïve"),
        ("naïve as ever".encode("cp1252"), "naïve as ever"),
        (b"", ""),
    ],
)
def test_bytes_become_text(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    "data", ["Zoë met Noël".encode() + b"\xff", "Noë".encode()[:-1], b"\xff\xfea"]
)
def test_damaged_text_is_refused_rather_than_guessed(data: bytes) -> None:
    with pytest.raises(DocumentError):
        decode(data)


def test_line_ends_become_newlines() -> None:
    assert (
        next(read_text(io.BytesIO(b"one\r\ntwo\rthree"), "x")).text == "one\ntwo\nthree"
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Mayor opens quay\n\nThe mayor came.", "Mayor opens quay"),
        ("Mayor opens quay\n" + "The mayor came and spoke. " * 3, "Mayor opens quay"),
        ("The mayor came.\n\nShe spoke.", None),
        ("The mayor\ncame to the quay", None),
        ("Only one line", None),
        ("word " * 40 + "\n\nText.", None),
    ],
)
def test_a_short_first_line_that_is_no_sentence_is_the_title(
    text: str, title: str | None
) -> None:
    assert first_line_title(text) == title
