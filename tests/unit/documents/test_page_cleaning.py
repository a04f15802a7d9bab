"""What a page shows beside its article is left out; lists, tables and hidden articles are read."""

from __future__ import annotations

import io
import json

import pytest

from actorgraph.documents.markup import read_markup
from actorgraph.documents.raw_document import RawDocument

LONG = (
    "The mayor met the pilots in the old harbour hall, "
    "and they spoke for hours about the quay that is to be built next year."
)


def text_of(body: str, head: str = "") -> str:
    page = f"<html><head><title>Quay</title>{head}</head><body>{body}</body></html>"
    (draft,) = read_markup(io.BytesIO(page.encode()), "a.html")
    assert isinstance(draft, RawDocument)
    return draft.text


def article(*blocks: str) -> str:
    return f"<article><p>{LONG}</p>{''.join(blocks)}</article>"


@pytest.mark.parametrize("mark", ["&shy;", "&#8203;", "\u2060", "\ufeff"])
def test_invisible_characters_are_removed(mark: str) -> None:
    text = text_of(
        f"<article><p>{LONG.replace('harbour', f'har{mark}bour')}</p></article>"
    )
    assert text == LONG


@pytest.mark.parametrize(
    "block",
    [
        "<p><strong>Read more:</strong> <a href='/x'>Dana Roth sues the port</a></p>",
        "<p>Related: <a href='/x'>Port</a></p>",
        "<p><a href='/x'>Dana Roth sues the port over the new quay</a></p>",
        "<p>By Dana Roth; editing by Otto Brandt</p>",
        "<p>Reporting by Dana Roth in Oslo</p>",
        "<p>We use cookies to store your choices. See our privacy policy on this website.</p>",
    ],
)
def test_what_is_not_the_article_is_left_out(block: str) -> None:
    assert text_of(article(block)) == LONG


@pytest.mark.parametrize(
    "sentence",
    [
        "By noon the mayor had left the hall, and the pilots went home to the old town.",
        "The <a href='/x'>port of Alderfen</a> said that it would build the quay itself.",
        "The court said that websites may not set cookies without a clear choice for readers.",
    ],
)
def test_a_sentence_like_them_is_read(sentence: str) -> None:
    plain = sentence.replace("<a href='/x'>", "").replace("</a>", "")
    assert plain in text_of(article(f"<p>{sentence}</p>"))


def test_the_items_of_a_list_are_paragraphs() -> None:
    items = [
        "Dana Roth, the mayor, will lead the board.",
        "Otto Brandt will leave the port.",
    ]
    listed = "".join(f"<li>{item}</li>" for item in items)
    text = text_of(f"<p>{LONG}</p><p>They agreed on this:</p><ul>{listed}</ul>")
    assert text.split("\n\n")[-2:] == items


def test_a_row_of_a_table_is_a_line_of_its_own() -> None:
    row = "<td><a href='/a'>Dana Roth</a></td><td><ul><li>adviser to the mayor</li></ul></td>"
    text = text_of(article(f"<table><tr>{row}</tr></table>"))
    assert text.split("\n\n") == [LONG, "Dana Roth – adviser to the mayor"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (
            "The mayor of Alderfen,<br>Dana Roth, left.",
            "The mayor of Alderfen, Dana Roth, left.",
        ),
        ("The mayor<br>left the hall.", "The mayor left the hall."),
    ],
)
def test_a_line_break_ends_no_sentence(written: str, read: str) -> None:
    assert read in text_of(article(f"<p>{written}</p>"))


def structured(body: str) -> str:
    data = {
        "@graph": [{"@type": "NewsArticle", "headline": "Quay", "articleBody": body}]
    }
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


def test_the_article_in_structured_data_is_read_where_the_page_needs_a_script() -> None:
    body = "<div id='root'></div><noscript>Please enable JavaScript</noscript>"
    assert text_of(body, structured(LONG)) == LONG


def test_the_article_that_the_page_shows_comes_first() -> None:
    assert text_of(article(), structured("The mayor met the pilots.")) == LONG


@pytest.mark.parametrize("data", ["{", "[]", '{"articleBody": 3}', "null"])
def test_broken_structured_data_cost_nothing(data: str) -> None:
    head = f"<script type='application/ld+json'>{data}</script>"
    assert text_of(article(), head) == LONG
