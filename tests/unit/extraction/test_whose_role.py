"""Whose role it is, and in which body, where several stand beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Claim, Modality, Reading, Status
from tests.unit.extraction.conftest import Triple

RIGHT = [
    # the body after the role, not its possessor
    (
        "The Greens' chair of the harbour committee, Ida Falk, left.",
        ("Ida Falk", "leads", "harbour committee"),
    ),
    # a whole surname rather than the second half of one
    (
        "Ada Moss-Falk slept. President Ida Falk woke. Falk thanked Otto Brandt.",
        ("Ida Falk", "praised", "Otto Brandt"),
    ),
    # a body without a kind in the sentence rather than one far away
    (
        "Delmore Party won. Men of the HDU, led by the party's chairman, Nils Berg, left.",
        ("Nils Berg", "leads", "men of HDU"),
    ),
    # of two bodies the one right before the participle
    (
        "The Union of Pipers and the group Harbour Now, co-founded by Ida Falk, won.",
        ("Ida Falk", "founderOf", "Harbour Now"),
    ),
    (
        "Ida Falk is a director of Delmore Bank.",
        ("Ida Falk", "worksFor", "Delmore Bank"),
    ),
    (
        "Ida Falk is the director of Delmore Bank.",
        ("Ida Falk", "leads", "Delmore Bank"),
    ),
    # the town itself, not its police
    (
        "Lagos Police met Otto Brandt. Ida Falk, a former governor of Lagos, left.",
        ("Ida Falk", "headOfGovernmentOf", "Lagos"),
    ),
    # the head of those who are told of is told by the predicate
    (
        "Ida Falk is a cousin of the head of the bank, Nils Berg.",
        ("Nils Berg", "holdsPost", "head"),
    ),
]

WRONG = [
    (
        "A spokesman for the prime minister, Nils Berg, left.",
        ("Nils Berg", "holdsPost", "prime minister"),
    ),
    (
        "The Greens' chair of the harbour committee, Ida Falk, left.",
        ("Ida Falk", "leads", "Greens"),
    ),
    (
        "Ada Moss-Falk slept. President Ida Falk woke. Falk thanked Otto Brandt.",
        ("Ada Moss-Falk", "praised", "Otto Brandt"),
    ),
    (
        "Delmore Party won. Men of the HDU, led by the party's chairman, Nils Berg, left.",
        ("Nils Berg", "leads", "Delmore Party"),
    ),
    (
        "The Union of Pipers and the group Harbour Now, co-founded by Ida Falk, won.",
        ("Ida Falk", "founderOf", "Union of Pipers"),
    ),
    ("Ida Falk is a director of Delmore Bank.", ("Ida Falk", "leads", "Delmore Bank")),
    # a nationality says nothing of whose rival somebody is
    ("She beat Norwegian rival Ida Falk.", ("Ida Falk", "opposes", "Norway")),
    # where another is from
    (
        "The son of a postmaster from Bannu, Nils Berg won a scholarship to Delmore College.",
        ("Nils Berg", "livesIn", "Bannu"),
    ),
    # whom a headline says more of than the text
    (
        "Court jails union lawyer\n\nIda Falk was sentenced. Her lawyer, lawyer Nils Berg, wept.",
        ("court", "arrested", "Nils Berg"),
    ),
    # an academy that is named after somebody is no police of theirs
    (
        "Men met at the Otto Brandt police academy. Ida Falk accused the police of fraud.",
        ("Ida Falk", "accused", "Otto Brandt police"),
    ),
    # a clause that narrows down no name
    (
        (
            "Norland suffered from a revolt by men linked to the Red Front and the Harbour Army "
            "that has killed Nils Berg."
        ),
        ("Red Front", "killed", "Nils Berg"),
    ),
    # any soldiers, not those who were counted before
    (
        "Six soldiers slept. Nils Berg was murdered by soldiers.",
        ("six soldiers", "killed", "Nils Berg"),
    ),
    # the court of another state
    (
        "Norway's Supreme Court sued the United States.",
        ("Supreme Court", "basedIn", "United States"),
    ),
    # the bullet of a list
    (
        "Key points\n\n- Delmore police met Otto Brandt.",
        ("- Delmore police", "metWith", "Otto Brandt"),
    ),
    # who brings others together
    (
        "Ida Falk left under the truce brokered by Norway and Egypt.",
        ("Norway", "agreedWith", "Egypt"),
    ),
]


@pytest.mark.parametrize(("text", "claim"), RIGHT)
def test_role_is_of_whom_the_sentence_means(
    claims_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim in claims_of(text)


@pytest.mark.parametrize(("text", "claim"), WRONG)
def test_role_is_of_nobody_else(
    claims_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim not in claims_of(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Mayor Otto Brandt's successor, Ida Falk, left.", Status.FORMER),
        ("Mayor Otto Brandt's successor will be named in May.", Status.CURRENT),
    ],
)
def test_whoever_has_a_successor_with_a_name_had_the_office(
    read: Callable[[str], Reading], text: str, status: Status
) -> None:
    assert _only(read(text), "holdsPost").status is status


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Ida Falk would like to meet Otto Brandt.", Modality.PLANNED),
        ("Ida Falk would love to meet Otto Brandt.", Modality.PLANNED),
        ("Ida Falk liked to meet Otto Brandt.", Modality.ASSERTED),
    ],
)
def test_what_somebody_would_like_is_no_fact(
    read: Callable[[str], Reading], text: str, modality: Modality
) -> None:
    assert _only(read(text), "metWith").modality is modality


def _only(reading: Reading, relation: str) -> Claim:
    (claim,) = (each for each in reading.claims if each.relation == relation)
    return claim
