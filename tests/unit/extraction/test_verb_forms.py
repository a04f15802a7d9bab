"""Verbs in headlines, after ranks, with particles, and with two objects."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Reading, Status
from tests.unit.extraction.conftest import Triple

READ = [
    # a headline leaves the auxiliary out
    (
        "Tom Reed accused of fraud by the Harbour Bank.",
        ("Harbour Bank", "accused", "Tom Reed"),
    ),
    # who is the first to do something does it
    (
        "Dana Roth was the first minister to criticise Peter Hallam.",
        ("Dana Roth", "criticized", "Peter Hallam"),
    ),
    (
        "Dana Roth is the latest to endorse Peter Hallam.",
        ("Dana Roth", "supports", "Peter Hallam"),
    ),
    (
        "Dana Roth, the only minister to meet Peter Hallam, smiled.",
        ("Dana Roth", "metWith", "Peter Hallam"),
    ),
    # the second object of a passive
    ("Dana Roth was awarded an Oscar.", ("Dana Roth", "awarded", "Oscar")),
    # nobody leaves a stance
    (
        "Dana Roth will throw her support behind Peter Hallam.",
        ("Dana Roth", "supports", "Peter Hallam"),
    ),
    # a quantity
    (
        "A groundswell of Norwegian lawmakers urged Dana Roth to go.",
        ("Norwegian lawmakers", "demanded", "Dana Roth"),
    ),
    # a bare verb after "that" is a demand, also where it looks like a noun or a present
    (
        "Dana Roth insisted that Peter Hallam apologise.",
        ("Dana Roth", "demanded", "Peter Hallam"),
    ),
    (
        "Dana Roth insists that Norway pay Denmark.",
        ("Dana Roth", "demanded", "Norway"),
    ),
    (
        "Dana Roth requested Peter Hallam to leave.",
        ("Dana Roth", "demanded", "Peter Hallam"),
    ),
    # what looks like "we'd", and a rank with a full stop
    ("Dana Roth wed Peter Hallam in May.", ("Dana Roth", "spouseOf", "Peter Hallam")),
    (
        "Lt. Gen. Dana Roth met Sgt. Peter Hallam.",
        ("Dana Roth", "metWith", "Peter Hallam"),
    ),
    (
        "Col. Dana Roth met Lt. Col. Peter Hallam.",
        ("Dana Roth", "metWith", "Peter Hallam"),
    ),
    # people with a plural before their names
    (
        "Norway arrested brothers Otto and Peter Hallam.",
        ("Norway", "arrested", "Peter Hallam"),
    ),
    # what a particle only strengthens
    ("Norway ripped up the treaty.", ("Norway", "rejected", "treaty")),
]

NOT_READ = [
    # not the one before the infinitive
    (
        "Dana Roth met the first minister to criticise Peter Hallam.",
        ("Dana Roth", "criticized", "Peter Hallam"),
    ),
    # active
    (
        "Dana Roth accused Norway by mistake.",
        ("Norway", "accused", "Dana Roth"),
    ),
    # said to be so, not demanded
    (
        "Dana Roth insisted that Peter Hallam had apologised.",
        ("Dana Roth", "demanded", "Peter Hallam"),
    ),
    (
        "Dana Roth insists that Norway will pay.",
        ("Dana Roth", "demanded", "Norway"),
    ),
    # a label is no appointment
    (
        "Norway designated Peter Hallam a terrorist.",
        ("Norway", "appointed", "Peter Hallam"),
    ),
    # another verb by its particle
    ("Norway backed off the treaty.", ("Norway", "supports", "treaty")),
    # an object that only suffers it
    ("Dana Roth was awarded to Norway.", ("Dana Roth", "awarded", "Norway")),
]


@pytest.mark.parametrize(("text", "triple"), READ)
def test_the_form_of_a_verb_says_who_does_it(
    proposals_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple in proposals_of(text)


@pytest.mark.parametrize(("text", "triple"), NOT_READ)
def test_other_forms_say_something_else(
    proposals_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple not in proposals_of(text)


def test_a_stance_that_is_taken_goes_on(read: Callable[[str], Reading]) -> None:
    reading = read("Dana Roth threw her support behind Peter Hallam.")
    (claim,) = [c for c in reading.claims if c.relation == "supports"]
    assert claim.status is not Status.FORMER
