"""Which names are linked, in any script: the spelling decides, not the letters of one alphabet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from actorgraph.extraction import Reader
from actorgraph.extraction.coreference.names.name_links import link_names
from actorgraph.extraction.knowledge.actor_types import COMPANY, PARTY
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import ActorType, Reading
from tests.unit.extraction.conftest import Triple

if TYPE_CHECKING:
    from spacy.tokens import Doc


@pytest.fixture(scope="module")
def people_of(reader: Reader) -> Callable[..., list[int]]:
    """Names of people, in text order → the number of the entity that each refers to."""

    def link(*names: str) -> list[int]:
        (doc,) = reader.parser.parse([" met ".join(names)])
        parsed = ParsedText(doc, reader.parser)
        mentions: list[TokenMention] = []
        for name in names:
            first = (
                doc.text.index(name)
                if not mentions
                else _after(doc, mentions[-1], name)
            )
            span = doc.char_span(first, first + len(name), alignment_mode="expand")
            assert span is not None
            mention = TokenMention(span.start, span.end, span.end - 1, ActorType.PERSON)
            mentions.append(parsed.add(mention))
        link_names(parsed, reader.knowledge.gazetteer)
        return [mention.actor for mention in mentions]

    return link


def _after(doc: Doc, mention: TokenMention, name: str) -> int:
    last = doc[mention.end - 1]
    return doc.text.index(name, last.idx + len(last))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Вера Лозанова", "Павел Тихий"),
        ("Ελένη Μάρκου", "Νίκος Ρόδης"),
        ("ליאת אורן", "דוד כרמי"),
        ("سلمى حداد", "يوسف نجار"),
        ("李明华", "王小兰"),
        ("김서연", "박도윤"),
        ("თამარ გელა", "ნინო ბერი"),
    ],
)
def test_names_in_another_script_stay_apart(
    people_of: Callable[..., list[int]], first: str, second: str
) -> None:
    one, two = people_of(first, second)

    assert one != two


@pytest.mark.parametrize(
    ("name", "again"),
    [
        ("Вера Лозанова", "Лозанова"),
        ("Ελένη Μάρκου", "ΜΑΡΚΟΥ"),
        ("سلمى حداد", "سلمى حداد"),
        ("Chloë Núñez", "Nunez"),
        ("Ann O'Neil", "O’Neil"),
    ],
)
def test_the_same_name_is_linked_in_any_script(
    people_of: Callable[..., list[int]], name: str, again: str
) -> None:
    first, second = people_of(name, again)

    assert first == second


def test_two_people_in_another_script_keep_a_post_each(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    found = claims_of(
        "Вера Лозанова, the chief executive of Carver Holdings, met Dana Roth. "
        "Павел Тихий, the mayor of Lisbon, criticized Dana Roth."
    )

    led = {subject for subject, _, object_ in found if object_ == "Carver Holdings"}
    governed = {subject for subject, _, object_ in found if object_ == "Lisbon"}
    assert led == {"Вера Лозанова"}
    assert governed == {"Павел Тихий"}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        # CASE first words of a name that was given in full
        ("Lim Bao Seng left. Mr. Lim Bao was late.", {"Lim Bao Seng"}),
        (
            "Lim Bao left. Lim Bao Seng, who is his son, was late.",
            {"Lim Bao", "Lim Bao Seng"},
        ),
        # CASE what a body is
        (
            "The Norland Fund for Art met Dana Roth. It left, the Fund said.",
            {"Norland Fund for Art", "Dana Roth"},
        ),
        (
            "The Norland Fund for Art met the Norland Fund for Trade. It left, the Fund said.",
            {"Norland Fund for Art", "Norland Fund for Trade", "Fund"},
        ),
    ],
)
def test_short_forms_are_of_whoever_was_named_in_full(
    read: Callable[[str], Reading], text: str, actors: set[str]
) -> None:
    kinds = {ActorType.PERSON, ActorType.ORGANIZATION}
    assert {each.name for each in read(text).actors if each.type in kinds} == actors


@pytest.mark.parametrize(
    ("name", "short", "is_one"),
    [
        ("Lim Bao Seng", "Lim Bao", True),
        ("Lim Bao senior", "Lim Bao", False),
        ("Lim Bao Jr.", "Lim Bao", False),
    ],
)
def test_a_word_for_a_generation_is_no_surname_that_is_left_out(
    people_of: Callable[..., list[int]], name: str, short: str, is_one: bool
) -> None:
    first, second = people_of(name, short)
    assert (first == second) is is_one


@pytest.mark.parametrize(
    ("subtype", "is_one"), [(PARTY, True), (COMPANY, False)], ids=["party", "company"]
)
def test_adjective_of_a_party_means_the_party_with_that_nickname(
    reader: Reader, subtype: str, is_one: bool
) -> None:
    (doc,) = reader.parser.parse(["Conservative voters met Tory voters."])
    parsed = ParsedText(doc, reader.parser)
    first = TokenMention(0, 1, 0, ActorType.ORGANIZATION, subtype=subtype)
    second = TokenMention(3, 4, 3, ActorType.ORGANIZATION, subtype=subtype)
    parsed.add(first)
    parsed.add(second)

    link_names(parsed, reader.knowledge.gazetteer)

    assert (first.actor == second.actor) == is_one
