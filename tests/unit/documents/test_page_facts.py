"""What a page says about itself, and live blogs, whose entries have their own days."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from actorgraph.documents.markup import read_markup
from actorgraph.documents.raw_document import RawDocument
from actorgraph.errors import DocumentError
from actorgraph.model import Omission
from tests.unit.documents.made_files import FIRST, LAST, URL, page


def read(data: bytes) -> list[RawDocument | Omission]:
    return list(read_markup(io.BytesIO(data), "a.html"))


def test_the_author_of_a_page_is_known() -> None:
    (document,) = read(
        page(head="<title>Q</title><meta name=author content='Dana Roth'>")
    )
    assert isinstance(document, RawDocument)
    assert document.author == "Dana Roth"


def test_a_page_that_a_browser_saved_has_its_address() -> None:
    mark = f"<!-- saved from url=(0{len(URL)}){URL} -->\n".encode()
    (document,) = read(mark + page(head="<title>Quay</title>"))
    assert isinstance(document, RawDocument)
    assert document.url == URL


def test_a_page_of_this_program_is_no_article() -> None:
    head = "<title>Graph</title><meta name='generator' content='actorgraph'>"
    with pytest.raises(DocumentError, match="actorgraph wrote"):
        read(page(head=head))


def live(*updates: dict[str, Any]) -> bytes:
    blog = {"@type": "LiveBlogPosting", "liveBlogUpdate": list(updates)}
    script = (
        f"<script type='application/ld+json'>{json.dumps({'@graph': [blog]})}</script>"
    )
    body = [str(update.get("articleBody", "")) for update in updates]
    return page(*body, head=f"<title>Live: the quay</title>{script}")


def update(text: str, date: str | None, **facts: str) -> dict[str, Any]:
    return {"@type": "BlogPosting", "articleBody": text, "datePublished": date, **facts}


def test_each_entry_of_a_live_blog_has_its_own_day() -> None:
    one = update(FIRST, "2024-03-02T23:10:00Z", headline="The quay opens")
    two = update(f"<p>{LAST}</p>", "2024-03-03T00:20:00Z")
    first, second, told = read(live(one, two))
    assert isinstance(first, RawDocument)
    assert isinstance(second, RawDocument)
    assert isinstance(told, Omission)
    assert (first.name, first.text, first.title) == (
        "a.html!1",
        FIRST,
        "The quay opens",
    )
    assert (second.name, second.text, second.title) == (
        "a.html!2",
        LAST,
        "Live: the quay",
    )
    assert first.date != second.date


def test_a_page_that_marks_only_its_last_entries_is_read_whole() -> None:
    marked = live(update(FIRST, "2024-03-02"), update("It rains.", "2024-03-02"))
    unmarked = "".join(f"<p>{LAST} {number}</p>" for number in range(9))
    data = marked.replace(b"<article>", f"<article>{unmarked}".encode())
    (document,) = read(data)
    assert isinstance(document, RawDocument)
    assert LAST in document.text
    assert FIRST in document.text


def test_entries_without_a_day_are_no_live_blog() -> None:
    (document,) = read(live(update(FIRST, None), update(LAST, None)))
    assert isinstance(document, RawDocument)
    assert document.name == "a.html"
