import io
import json
from typing import Any

import pytest

from actorgraph.documents import jsonl
from actorgraph.documents.jsonl import read_jsonl
from actorgraph.documents.raw_document import RawDocument, finish
from actorgraph.model import (
    Document,
    RefusedDocument,
)


def read(*lines: str | bytes, end: bytes = b"\n") -> list[Any]:
    data = (
        b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
        + end
    )
    return list(read_jsonl(io.BytesIO(data), "news.jsonl"))


def reason(line: str | bytes, end: bytes = b"\n") -> str:
    good, bad, *_ = read('{"id": "good", "text": "Good."}', line, end=end)
    assert isinstance(good, RawDocument)
    assert isinstance(bad, RefusedDocument)
    assert bad.name == "news.jsonl:2"
    return bad.reason


def test_the_text_stays_exactly_as_given() -> None:
    text = "  Cafe\u0301 \r\n\t𝔘ber \ufeff "
    (draft,) = read(json.dumps({"id": "x", "text": text}))
    assert draft.text == text
    document = finish(draft)
    assert isinstance(document, Document)
    assert document.text == text


def test_a_line_may_give_title_date_and_address() -> None:
    line = {
        "id": 7,
        "text": "t",
        "title": "T",
        "date": "2024-03-02",
        "url": "http://a.b",
    }
    assert read(json.dumps(line)) == [
        RawDocument("7", "t", "T", "2024-03-02", "http://a.b")
    ]


def test_a_line_without_id_is_named_by_its_place() -> None:
    assert [draft.name for draft in read("", '{"text": "t"}')] == ["news.jsonl:2"]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("[1]", "not an object"),
        ("{", "not JSON"),
        ('{"id": "x"}', '"text" is missing'),
        ('{"id": "x", "text": 3}', "must be a string"),
        ('{"id": ["x"], "text": "t"}', '"id" must be a string'),
        ('{"id": "x", "text": "t", "text": "u"}', "occurs twice"),
        ('{"id": "x", "text": "t", "weight": NaN}', "NaN"),
        (b'{"id": "x", "text": "\xff"}', "not UTF-8"),
        ('{"id": "\\ud800", "text": "t"}', "surrogate"),
        ("[" * 100_000, "nested too deep"),
        (f'{{"id": {"9" * 10_000}}}', "a number in it has too many digits"),
    ],
)
def test_a_bad_line_is_refused_with_its_number(line: bytes | str, part: str) -> None:
    assert "line 2" in reason(line)
    assert part in reason(line)


def test_the_lines_after_a_bad_one_are_read() -> None:
    assert [type(item) for item in read("x", '{"text": "t"}')] == [
        RefusedDocument,
        RawDocument,
    ]


def test_a_cut_last_line_is_refused_and_called_cut() -> None:
    assert "cut" in reason('{"id": "x", "text": "The quay was op', end=b"")
    assert "not UTF-8" in reason('{"id": "x", "text": "Zoë'.encode()[:-1], end=b"")


def test_a_line_over_the_limit_is_refused_and_the_next_one_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(jsonl, "MAX_LINE", 100)
    long, short = read('{"text": "' + "x" * 500 + '"}', '{"text": "t"}')
    assert "longer than the maximum of 100 bytes" in long.reason
    assert short == RawDocument("news.jsonl:2", "t")


def test_half_a_character_in_the_text_is_refused() -> None:
    (draft,) = read('{"id": "x", "text": "half \\udc00"}')
    refused = finish(draft)
    assert isinstance(refused, RefusedDocument)
    assert "U+DC00" in refused.reason
