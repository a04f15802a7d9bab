"""Who takes part in a happening, where lists, clauses and pronouns have to be followed to them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.extraction.conftest import Triple

ROTH, HALLAM, QUINT, BRANDT = "Dana Roth", "Peter Hallam", "Ada Quint", "Otto Brandt"

READ = [
    # the last of a list is the subject of the clause that goes on with it
    (
        "Last season Alden City lost to Norvale Rovers and Delmore United were beaten by Orsk FC.",
        ("Orsk FC", "defeated", "Delmore United"),
    ),
    (
        "While Hallam accused Otto Brandt and Ada Quint was fined by Norway, Dana Roth left.",
        ("Norway", "sanctioned", QUINT),
    ),
    # a clause without a comma is not about a name
    (
        "Dana Roth met officials from Delmore Bank and Norvale Bank who had accused Ada Quint.",
        ("officials from Delmore Bank", "accused", QUINT),
    ),
    # some of whom a clause tells
    (
        "Dana Roth met three ministers, two of whom had accused Ada Quint of fraud.",
        ("three ministers", "accused", QUINT),
    ),
    # a list of those who did something
    (
        "Otto Brandt, sanctioned by Norway, the European Union and Sweden, left Oslo.",
        ("European Union", "sanctioned", BRANDT),
    ),
    (
        "The protesters were attacked by the army, the police and the Orsk Guard.",
        ("Orsk Guard", "attacked", "protesters"),
    ),
    # whoever is pressed does what the pressure is for
    (
        "Norway used its influence on Sweden to free Dana Roth.",
        ("Sweden", "freed", ROTH),
    ),
    (
        "Pressure on Denmark to free Dana Roth is growing.",
        ("Denmark", "freed", ROTH),
    ),
    # who made a claim, or filed a suit
    (
        "Dana Roth dismissed claims voiced by Peter Hallam.",
        (ROTH, "rejected", HALLAM),
    ),
    (
        "Dana Roth condemned the attack staged by the Orsk Guard.",
        (ROTH, "criticized", "Orsk Guard"),
    ),
    (
        "A lawsuit filed by Peter Hallam against Delmore Bank went on.",
        (HALLAM, "accused", "Delmore Bank"),
    ),
    (
        "Dana Roth faced charges brought by Norvale Bank.",
        ("Norvale Bank", "accused", ROTH),
    ),
    # whom one tells something in a meeting
    (
        "In a meeting in Oslo on Monday, Dana Roth told Peter Hallam that trade would grow.",
        (ROTH, "metWith", HALLAM),
    ),
    # where somebody is held
    (
        "Dana Roth, who is now in Norwegian custody, has said nothing.",
        ("Norway", "arrested", ROTH),
    ),
    (
        "Dozens of rebels are being held in Danish jails.",
        ("Denmark", "arrested", "rebels"),
    ),
    ("Dana Roth died in police custody.", ("police", "arrested", ROTH)),
    (
        "Three Swedish prisoners in Danish jails refuse to eat.",
        ("Denmark", "arrested", "Three Swedish prisoners"),
    ),
    # a pronoun before the name of the one whom it means
    (
        "Otto Brandt left. Hours before she met Peter Hallam, Dana Roth said that it would rain.",
        (ROTH, "metWith", HALLAM),
    ),
    (
        "Days after he had accused Ada Quint, Peter Hallam was fired by Delmore Bank.",
        (HALLAM, "accused", QUINT),
    ),
    (
        "Norvale Bank was fined. Despite its support for Otto Brandt, Delmore Bank was sold.",
        ("Delmore Bank", "supports", BRANDT),
    ),
    # who demands what another reports
    (
        "“Norway demands that Sweden must free the prisoners,” Dana Roth said.",
        ("Norway", "demanded", "Sweden"),
    ),
]

NOT_READ = [
    (
        "Last season Alden City lost to Norvale Rovers and Delmore United were beaten by Orsk FC.",
        ("Delmore United", "defeated", "Alden City"),
    ),
    (
        "Dana Roth met officials from Delmore Bank and Norvale Bank who had accused Ada Quint.",
        ("Norvale Bank", "accused", QUINT),
    ),
    # which of two has done it, nobody knows
    (
        "Dana Roth, Ada Quint and Otto Brandt, two of whom were fined by Norway, left Oslo.",
        ("Norway", "sanctioned", ROTH),
    ),
    (
        "The protesters were attacked by the army, the police and the Orsk Guard.",
        ("army", "attacked", "Orsk Guard"),
    ),
    (
        "Norway used its influence on Sweden to free Dana Roth.",
        ("Norway", "freed", ROTH),
    ),
    # who joins in criticism does not criticize those who began it
    (
        "Dana Roth joined Peter Hallam's criticism of Delmore Bank.",
        (ROTH, "criticized", HALLAM),
    ),
    (
        "Dana Roth met three ministers, one of whom had accused Ada Quint of fraud.",
        ("three ministers", "accused", QUINT),
    ),
    # the press, and whom one tells something after a meeting
    (
        "In a meeting in Oslo, Dana Roth told reporters that trade would grow.",
        (ROTH, "metWith", "reporters"),
    ),
    (
        "After a meeting in Oslo, Dana Roth told Peter Hallam that trade would grow.",
        (ROTH, "metWith", HALLAM),
    ),
    (
        "At a meeting with Ada Quint, Dana Roth told Peter Hallam that trade would grow.",
        (ROTH, "metWith", HALLAM),
    ),
    # visitors and guards of prisons, and prisons that are named after places
    (
        "Dana Roth visited Peter Hallam in a Norwegian jail.",
        ("Norway", "arrested", ROTH),
    ),
    (
        "Dana Roth was a guard in a Norwegian prison.",
        ("Norway", "arrested", ROTH),
    ),
    ("Dana Roth is in Orsk prison.", ("Orsk", "arrested", ROTH)),
    # a pronoun in what the one who follows says
    (
        "Otto Brandt fled. If he accused Ada Quint, Peter Hallam said, a court would hear it.",
        (HALLAM, "accused", QUINT),
    ),
    # a pronoun in a clause that is about another
    (
        "When Otto Brandt criticised his bank, Peter Hallam left.",
        (BRANDT, "criticized", HALLAM),
    ),
    (
        "“Norway demands that Sweden must free the prisoners,” Dana Roth said.",
        (ROTH, "demanded", "Sweden"),
    ),
    # a hardship is no demand
    (
        "Dana Roth said: “Norway has to cope with a crisis.”",
        (ROTH, "demanded", "Norway"),
    ),
]


@pytest.mark.parametrize(("text", "claim"), READ)
def test_it_is_followed_to_whom_the_text_means(
    proposals_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim in proposals_of(text), proposals_of(text)


@pytest.mark.parametrize(("text", "claim"), NOT_READ)
def test_it_is_not_followed_to_another(
    proposals_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim not in proposals_of(text)
