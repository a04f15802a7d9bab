"""Lines that were broken to fit are joined; all others are left alone."""

import textwrap

import pytest

from actorgraph.documents.line_joining import join, unwrapped

LONG = (
    "The government of the republic announced on Monday that negotiations with the "
    "insurgents would be resumed in the capital, where the foreign minister met her "
    "counterpart from the neighbouring country for the first time in a decade."
)


@pytest.mark.parametrize("width", [40, 66, 76])
def test_wire_copy_is_read_as_paragraphs(width: int) -> None:
    text = f"Talks resume\n\n{LONG}\n\n{LONG} Again."
    wire = "\n".join(
        textwrap.fill(line, width, break_on_hyphens=False) for line in text.split("\n")
    )
    assert wire != text
    assert unwrapped(wire) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        LONG,
        f"Talks resume\n{LONG}\n{LONG}",
        "Roses are red\nViolets are blue\nSugar is sweet\nAnd so are you\n" * 3,
        "Present were:\n- Dana Roth\n- Peter Marsh\n- Lena Ortiz\n- Runa Vik\n",
        "Mill House\nFjord Street 5\n5020 Bergen\nNorway",
    ],
)
def test_a_text_that_was_not_broken_is_left_alone(text: str) -> None:
    assert unwrapped(text) == text


def test_a_list_in_wire_copy_stays_a_list() -> None:
    items = "- Dana Roth, mayor of the town\n- Peter Marsh, who runs the harbour"
    wire = f"{textwrap.fill(LONG, 60)}\n\n{items}\n\n{textwrap.fill(LONG, 60)}"
    assert unwrapped(wire) == f"{LONG}\n\n{items}\n\n{LONG}"


@pytest.mark.parametrize(
    ("lines", "words", "joined"),
    [
        (["the govern-", "ment fell"], "", "the government fell"),
        (["the govern\u00ad", "ment fell"], "", "the government fell"),
        (["an anti-", "war group"], "", "an anti-war group"),
        (["a state-", "owned bank"], "", "a state-owned bank"),
        (["the al-", "Noor mosque"], "", "the al-Noor mosque"),
        (["a peace-", "keeping force"], "peacekeeping", "a peacekeeping force"),
        (["a peace-", "keeping force"], "peace-keeping", "a peace-keeping force"),
        (["a sea-", "wall"], "sea wall", "a sea-wall"),
        (["in 2019 -", "the year"], "", "in 2019 - the year"),
        (["two", "words"], "", "two words"),
    ],
)
def test_a_divided_word_is_whole_again(
    lines: list[str], words: str, joined: str
) -> None:
    assert join(lines, frozenset(words.split())) == joined
