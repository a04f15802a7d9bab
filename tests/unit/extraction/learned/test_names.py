"""Tags of pieces become names of tokens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import pytest
import spacy

from actorgraph.extraction.learned.encoding import Window
from actorgraph.extraction.learned.name_tags import tagged_names
from actorgraph.extraction.learned.neural_network import WindowOutput
from actorgraph.extraction.mentions.names.recognised import extended
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.language import Language

TYPES = ("Person", "Place")
#: Outside, then begin and inside of each type.
OUT, B_PERSON, I_PERSON, B_PLACE, I_PLACE = range(5)


@pytest.fixture(scope="module")
def language() -> Language:
    return spacy.blank("en")


@pytest.fixture
def names_of(language: Language) -> Callable[[str, list[int]], list[tuple[str, str]]]:
    """The names of a text whose tokens are tagged so, each token being one piece."""

    def find(text: str, tags: list[int]) -> list[tuple[str, str]]:
        doc = language(text)
        offsets = [(token.idx, token.idx + len(token)) for token in doc]
        scores = np.zeros((len(tags) + 2, 5), np.float32)
        scores[range(1, len(tags) + 1), tags] = 1
        zeros = [0] * (len(tags) + 2)
        window = Window(zeros, zeros, zeros, offsets)
        output = WindowOutput(window, scores, scores, scores)
        return [
            (doc[start:end].text, type_.value)
            for start, end, type_ in tagged_names(doc, [output], TYPES)
        ]

    return find


def test_a_name_goes_on_as_long_as_it_is_tagged_inside(
    names_of: Callable[[str, list[int]], list[tuple[str, str]]],
) -> None:
    assert names_of("Dana Roth met", [B_PERSON, I_PERSON, OUT]) == [
        ("Dana Roth", "Person")
    ]


def test_a_beginning_ends_the_name_before(
    names_of: Callable[[str, list[int]], list[tuple[str, str]]],
) -> None:
    assert names_of("Dana Ada Oslo", [B_PERSON, B_PERSON, B_PLACE]) == [
        ("Dana", "Person"),
        ("Ada", "Person"),
        ("Oslo", "Place"),
    ]


def test_another_type_ends_the_name_before(
    names_of: Callable[[str, list[int]], list[tuple[str, str]]],
) -> None:
    assert names_of("Dana Oslo", [B_PERSON, I_PLACE]) == [
        ("Dana", "Person"),
        ("Oslo", "Place"),
    ]


def test_an_inside_without_beginning_begins_a_name(
    names_of: Callable[[str, list[int]], list[tuple[str, str]]],
) -> None:
    assert names_of("met Dana Roth", [OUT, I_PERSON, I_PERSON]) == [
        ("Dana Roth", "Person")
    ]


def test_the_last_token_may_be_a_name(
    names_of: Callable[[str, list[int]], list[tuple[str, str]]],
) -> None:
    assert names_of("met Dana", [OUT, B_PERSON]) == [("Dana", "Person")]


def test_nothing_tagged_gives_no_names(
    names_of: Callable[[str, list[int]], list[tuple[str, str]]],
) -> None:
    assert names_of("it rained", [OUT, OUT]) == []


@pytest.mark.parametrize(
    ("seen", "other", "whole"),
    [
        ((0, 1), (0, 2), "Norvale Shipping"),
        ((1, 2), (0, 2), "Norvale Shipping"),
        ((0, 2), (0, 3), "Norvale Shipping"),  # a number is no part of a name
        ((0, 2), (1, 2), "Norvale Shipping"),
    ],
)
def test_a_name_is_as_long_as_the_parser_saw_it(
    language: Language, seen: tuple[int, int], other: tuple[int, int], whole: str
) -> None:
    doc = language("Norvale Shipping 12")

    ((start, end, _),) = extended(
        doc, [(*seen, ActorType.ORGANIZATION)], [(*other, ActorType.ORGANIZATION)]
    )

    assert doc[start:end].text == whole


def test_a_name_of_another_type_changes_nothing(language: Language) -> None:
    seen = [(0, 1, ActorType.PERSON)]

    assert (
        extended(language("Norvale Shipping"), seen, [(0, 2, ActorType.ORGANIZATION)])
        == seen
    )
