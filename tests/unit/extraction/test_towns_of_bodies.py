"""Towns after which a body is named: "the *Amsel* Courier" is not Amsel."""

from __future__ import annotations

from collections.abc import Callable

from tests.unit.extraction.conftest import Triple

TEXT = """By Peter Quill, Karshavn Post

Ida Falk plans to visit Karshavn on Monday. Nils Berg closed the plant in Karshavn."""


def test_town_is_no_short_name_of_its_newspaper(
    types_in: Callable[[str], dict[str, str]],
) -> None:
    types = types_in(TEXT)

    assert types["Karshavn"] == "Place"
    assert types["Karshavn Post"] == "Organization"


def test_short_name_of_a_company_is_that_company(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of(
        "Ida Falk has shares in Norvale. Norvale Shipping is growing. Norvale sued Nils Berg."
    )

    assert ("Norvale Shipping", "accused", "Nils Berg") in claims


def test_town_of_a_part_is_no_seat_of_the_whole(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    based = ("Norvale Bank", "basedIn", "Oslo")

    assert based in claims_of("The headquarters of Norvale Bank in Oslo burned.")
    assert based not in claims_of("A branch of Norvale Bank in Oslo burned.")
    assert based not in claims_of(
        "The state office of the Norvale Bank in Oslo burned."
    )
