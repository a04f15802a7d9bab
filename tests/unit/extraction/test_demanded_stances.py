"""Stances and acts of speech by what others shall do, by texts, and in wordings of newspapers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.extraction.conftest import Triple

ROTH, HALLAM, QUINT = "Dana Roth", "Peter Hallam", "Ada Quint"
BANK = "Delmore Bank"


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        (
            f"{ROTH} urged senators to vote against the levy.",
            (ROTH, "opposes", "levy"),
        ),
        (
            f"{ROTH} called on senators to go home and reject the levy.",
            (ROTH, "opposes", "levy"),
        ),
        (f"{ROTH} urged senators not to back the levy.", (ROTH, "opposes", "levy")),
        (f"Senators must reject the levy, {ROTH} said.", (ROTH, "opposes", "levy")),
        (f"{ROTH} asked senators to back the levy.", (ROTH, "supports", "levy")),
        (f"{ROTH} urged voters to support {HALLAM}.", (ROTH, "supports", HALLAM)),
        (f"Chile should stand with {HALLAM}, {ROTH} said.", (ROTH, "supports", HALLAM)),
    ],
)
def test_who_demands_a_stance_has_it(
    proposals_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple in proposals_of(text)


@pytest.mark.parametrize(
    "text",
    [
        # CASE demand of something else
        f"{ROTH} urged senators who back the levy to go.",
        # CASE denied demand
        f"{ROTH} did not urge senators to reject the levy.",
        # CASE denied refusal
        f"{ROTH} urged senators not to reject the levy.",
        # CASE no demand
        f"{ROTH} accused senators of backing the levy.",
        f"{ROTH} asked senators whether they backed the levy.",
        # CASE place that is left
        f"{ROTH} urged senators to abandon Oslo.",
        # CASE oneself
        f"{ROTH} urged senators to support her.",
    ],
)
def test_other_demands_show_no_stance(
    proposals_of: Callable[[str], set[Triple]], text: str
) -> None:
    stances = {"opposes", "rejected", "supports"}
    assert not {
        (subject, relation)
        for subject, relation, _ in proposals_of(text)
        if subject == ROTH and relation in stances
    }


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        (f"{BANK}'s letter praised {ROTH}.", (BANK, "praised", ROTH)),
        (f"A statement from {BANK} criticised {ROTH}.", (BANK, "criticized", ROTH)),
        (f"A report by {HALLAM} accused {ROTH} of greed.", (HALLAM, "accused", ROTH)),
    ],
)
def test_what_a_text_does_its_author_does(
    proposals_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple in proposals_of(text)


@pytest.mark.parametrize(
    "text",
    [
        f"A letter to {BANK} praised {ROTH}.",
        f"A report on {BANK} praised {ROTH}.",
        f"{BANK}'s rival praised {ROTH}.",
    ],
)
def test_whom_a_text_is_about_does_nothing(
    proposals_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert (BANK, "praised", ROTH) not in proposals_of(text)


def test_a_list_of_four_names_is_one(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    claims = proposals_of(
        f"{ROTH}, {HALLAM}, {QUINT}, and Nils Berg also criticised {BANK} in a letter."
    )
    critics = {subject for subject, relation, _ in claims if relation == "criticized"}
    assert critics == {ROTH, HALLAM, QUINT, "Nils Berg"}


@pytest.mark.parametrize("way", ["took to the network", "turned to Norvale News"])
def test_who_resorts_to_a_medium_speaks(
    proposals_of: Callable[[str], set[Triple]], way: str
) -> None:
    claims = proposals_of(f"{ROTH} {way} to praise {HALLAM}.")
    praise = {claim for claim in claims if claim[1] == "praised"}
    assert praise == {(ROTH, "praised", HALLAM)}


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        # CASE plan: what is done about it
        (f"{ROTH} lifted the travel ban.", (ROTH, "opposes", "travel ban")),
        (f"{ROTH} pushed through the bill.", (ROTH, "supports", "bill")),
        (f"{ROTH} reacted positively to the bill.", (ROTH, "supports", "bill")),
        (f"The bill found support from {ROTH}.", (ROTH, "supports", "bill")),
        ("The bill angered fishermen.", ("fishermen", "opposes", "bill")),
        # CASE somebody
        (f"{ROTH} emerged as a critic of {HALLAM}.", (ROTH, "opposes", HALLAM)),
        (f"{ROTH} stayed loyal to {HALLAM}.", (ROTH, "supports", HALLAM)),
        (f"{ROTH} plotted to oust {HALLAM}.", (ROTH, "opposes", HALLAM)),
        (f"{ROTH} spoke critically of {HALLAM}.", (ROTH, "criticized", HALLAM)),
        (f"{HALLAM} incurred the wrath of {ROTH}.", (ROTH, "criticized", HALLAM)),
        (f"{ROTH} celebrated {HALLAM}'s courage.", (ROTH, "praised", HALLAM)),
        (f"{ROTH} took legal action against {HALLAM}.", (ROTH, "accused", HALLAM)),
        (f"{ROTH} refused to work with {HALLAM}.", (ROTH, "rejected", HALLAM)),
        (f"{ROTH} rejected a request by {HALLAM}.", (ROTH, "rejected", HALLAM)),
        (f"{ROTH} vowed to destroy {HALLAM}.", (ROTH, "threatened", HALLAM)),
        (f"{ROTH} prevailed upon {HALLAM} to go.", (ROTH, "demanded", HALLAM)),
        (f"{ROTH} sent {HALLAM} a warning.", (ROTH, "warned", HALLAM)),
        (f"{ROTH} said no to the offer.", (ROTH, "rejected", "offer")),
        (f"{ROTH} told a rally of fishermen to go.", (ROTH, "spokeWith", "fishermen")),
        (f"{ROTH} has hosted webinars with {BANK}.", (ROTH, "spokeWith", BANK)),
    ],
)
def test_wordings_of_stances(
    proposals_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple in proposals_of(text)


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        (f"{ROTH} lifted the trophy.", (ROTH, "opposes", "trophy")),
        (f"{ROTH} refused to work without {HALLAM}.", (ROTH, "rejected", HALLAM)),
        (f"{ROTH} refused to talk about {HALLAM}.", (ROTH, "rejected", HALLAM)),
        (f"{ROTH} took action to help {HALLAM}.", (ROTH, "accused", HALLAM)),
        (f"{ROTH} vowed to beat {HALLAM}.", (ROTH, "threatened", HALLAM)),
        (f"{ROTH} signed the law.", (ROTH, "supports", "law")),
    ],
)
def test_neighbours_of_these_wordings(
    proposals_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple not in proposals_of(text)


@pytest.mark.parametrize(
    "words",
    [
        "It is time for Norway to act",
        "Norway has to act",
        "Norway has a duty to act",
        "It is the duty of Norway to act",
        "It is Norway's job to act",
        "It is up to Norway to act",
    ],
)
def test_whoever_tells_a_duty_demands_it(
    proposals_of: Callable[[str], set[Triple]], words: str
) -> None:
    assert (ROTH, "demanded", "Norway") in proposals_of(f"{words}, {ROTH} said.")


@pytest.mark.parametrize(
    "words",
    [
        # CASE denied
        "It is not time for Norway to act",
        "Norway does not have to act",
        "Norway has no duty to act",
        "It is not up to Norway to act",
        # CASE free choice
        "It is up to Norway to decide",
        # CASE over, pending, open
        "Norway had to act",
        "Norway will have to act",
        "Norway has yet to act",
        "Norway may have a duty to act",
        # CASE asked
        "Is it up to Norway to act",
        # CASE no duty
        "Norway has the right to act",
        "Norway has nothing to fear",
    ],
)
def test_what_is_no_duty_is_not_demanded(
    proposals_of: Callable[[str], set[Triple]], words: str
) -> None:
    assert (ROTH, "demanded", "Norway") not in proposals_of(f"{words}, {ROTH} said.")
