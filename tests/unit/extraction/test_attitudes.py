"""Whom and what someone is for or against, by other words than a verb with its object."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.extraction.conftest import Triple

ATTITUDES = [
    # an infinitive that the frame names, and whose its object is
    ("Dana Roth refused to sign the treaty.", ("Dana Roth", "rejected", "treaty")),
    (
        "Dana Roth refused to accept Peter Hallam's resignation.",
        ("Dana Roth", "rejected", "Peter Hallam"),
    ),
    ("Dana Roth wants to keep the law.", ("Dana Roth", "supports", "law")),
    # the deed that stands for whoever did it
    (
        "Dana Roth denied Peter Hallam's allegations.",
        ("Dana Roth", "rejected", "Peter Hallam"),
    ),
    (
        "Dana Roth welcomed Peter Hallam's decision.",
        ("Dana Roth", "praised", "Peter Hallam"),
    ),
    # a part for the whole
    (
        "Dana Roth criticized various aspects of the plan.",
        ("Dana Roth", "opposes", "plan"),
    ),
    # what is described as the cause of a role
    (
        "Supporters of the reform gathered in Oslo.",
        ("supporters", "supports", "reform"),
    ),
    (
        "The bill's sponsor, Dana Roth, spoke on Monday.",
        ("Dana Roth", "supports", "bill"),
    ),
    # discord between the subjects
    (
        "Norway and Sweden are at odds over the harbour.",
        ("Norway", "opposes", "Sweden"),
    ),
    (
        "Norway and Sweden are at odds over the harbour.",
        ("Sweden", "opposes", "Norway"),
    ),
    ("Norway and Sweden traded insults.", ("Sweden", "criticized", "Norway")),
    # a clause without a verb
    ("The court declared the law illegal.", ("court", "opposes", "law")),
    # prefixes and compounds
    ("Anti-Norway protests by drivers hit Sweden.", ("drivers", "opposes", "Norway")),
    (
        "The U.S.-backed rebels attacked Oslo.",
        ("United States", "supports", "U.S.-backed rebels"),
    ),
]


@pytest.mark.parametrize(("text", "claim"), ATTITUDES)
def test_attitudes_are_read(
    proposals_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim in proposals_of(text)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Dana Roth refused to sell the treaty.", "rejected"),
        ("Dana Roth signed the treaty to keep her seat.", "rejected"),
        ("Dana Roth welcomed Peter Hallam's arrest.", "praised"),
        ("Norway and Sweden lodged a protest.", "opposes"),
        ("Norway has cut ties.", "rejected"),
        ("Dana Roth is an advocate of disbanding the Civic Party.", "supports"),
        ("Dana Roth found Delmore Bank difficult.", "founderOf"),
        ("Norway fans gathered in Oslo.", "supports"),
        ("An anti-Norway mood spread in Sweden.", "opposes"),
    ],
)
def test_their_neighbours_are_no_attitudes(
    proposals_of: Callable[[str], set[Triple]], text: str, relation: str
) -> None:
    assert relation not in {said for _, said, _ in proposals_of(text)}
