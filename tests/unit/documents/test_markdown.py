import io

import pytest

from actorgraph.documents.markdown import front_matter, plain_text, read_markdown


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            "The *mayor* met [the **pilot**](http://a.b) on\nMonday.",
            "The mayor met the pilot on Monday.",
        ),
        ("# Quay\n\nText.", "Quay\n\nText."),
        ("- one\n- two\n\n> three", "one\n\ntwo\n\nthree"),
        ("![a boat](x.png) Boats <b>sail</b>.", "Boats sail."),
        ("<div>\nA box.\n</div>\n\nText.", "A box.\n\nText."),
        ("| who | what |\n|---|---|\n| Ann | sails |", "who what\n\nAnn sails"),
        ("    kept as it is", "kept as it is"),
        ("", ""),
    ],
)
def test_what_is_left_is_what_a_reader_sees(source: str, text: str) -> None:
    assert plain_text(source) == text


def test_front_matter_gives_title_date_and_address() -> None:
    source = (
        b'---\ntitle: "Quay: opened"\ndate: 2 March 2024\nurl: http://a.b/c\n'
        b"tags:\n  - x\n---\nText.\n"
    )
    draft = next(read_markdown(io.BytesIO(source), "a.md"))
    assert (draft.title, draft.date, draft.url, draft.text) == (
        "Quay: opened",
        "2 March 2024",
        "http://a.b/c",
        "Text.",
    )


def test_a_rule_in_the_text_is_no_front_matter() -> None:
    assert front_matter("Text\n---\nkey: value\n---\n") == (
        {},
        "Text\n---\nkey: value\n---\n",
    )
