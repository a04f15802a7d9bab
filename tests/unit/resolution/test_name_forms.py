import pytest

from actorgraph.model import ActorType
from actorgraph.resolution.name_forms import (
    initials,
    is_acronym,
    is_full,
    is_general,
    normal_name,
)

PERSON, BODY, PLACE = ActorType.PERSON, ActorType.ORGANIZATION, ActorType.PLACE


@pytest.mark.parametrize(
    ("type_", "one", "other"),
    [
        (PERSON, "Mr. José Núñez", "JOSE NUNEZ"),
        (PERSON, "Sen. Ann Lee", "Ann Lee’s"),
        (PERSON, "J.D. Moss", "J. D. Moss"),
        (PERSON, "Ann O’Neil", "Ann O'Neil"),
        (PERSON, "Ann-Marie Lee", "Ann Marie Lee"),
        (PERSON, "Petro Kovalskyy", "Petro Kovalskiy"),
        (PERSON, "Aleksei Moroz", "Aleksey Moroz"),
        (PERSON, "Re\u0301my Lee", "Rémy Lee"),
        (BODY, "Harbour Works AG", "The Harbour Works"),
        (BODY, "Harbour Works Inc.", "Harbour Works"),
        (PLACE, "the U.S.", "US"),
        (PLACE, "Łódź", "Lodz"),
    ],
)
def test_one_name_written_in_two_ways(type_: ActorType, one: str, other: str) -> None:
    assert normal_name(type_, one) == normal_name(type_, other)


@pytest.mark.parametrize(
    ("type_", "one", "other"),
    [
        (PERSON, "Ann Lee", "Ann Lee Jr."),
        (PERSON, "Ann Lee", "\u0410nn Lee"),  # a Cyrillic letter that looks like A
        (PERSON, "Ann Lee", "Anna Lee"),
        (BODY, "AS Harbour", "Harbour"),
        (BODY, "AG", "SA"),
    ],
)
def test_two_names_stay_two(type_: ActorType, one: str, other: str) -> None:
    assert normal_name(type_, one) != normal_name(type_, other)


def test_a_title_alone_is_a_name() -> None:
    assert normal_name(PERSON, "Dr.") == "dr"


def test_a_full_name_has_a_given_name_and_a_surname() -> None:
    assert [
        is_full(name) for name in ("ann lee", "jd moss", "a lee", "lee", "lee jr")
    ] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_general_names_are_made_of_general_words() -> None:
    assert is_general("foreign ministry")
    assert not is_general("ruritanian foreign ministry")


def test_acronyms_and_initials() -> None:
    assert [
        is_acronym(name) for name in ("HWA", "H.W.A.", "Hwa", "H", "HARBOURWORKS")
    ] == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert initials("harbour works of the north") == "hwn"
