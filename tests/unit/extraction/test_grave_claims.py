"""What is not proved, not real or only said by somebody is no plain fact."""

from collections.abc import Callable

import pytest

from actorgraph.model import Claim, Modality, Polarity, Reading
from tests.unit.extraction.conftest import Triple

KILLED = ("Mara Lindt", "killed", "Egon Falk")
MET = ("Mara Lindt", "metWith", "Egon Falk")
OWNS = ("Mara Lindt", "ownerOf", "Delmore Bank")
HEADS = ("Mara Lindt", "leads", "Delmore Bank")


@pytest.mark.parametrize(
    ("text", "claim", "polarity", "modality"),
    [
        (
            "Mara Lindt was acquitted of killing Egon Falk.",
            KILLED,
            "denied",
            "asserted",
        ),
        (
            "Mara Lindt was indicted for killing Egon Falk.",
            KILLED,
            "affirmed",
            "alleged",
        ),
        (
            "Mara Lindt was jailed for killing Egon Falk.",
            KILLED,
            "affirmed",
            "asserted",
        ),
        ("Mara Lindt killed Egon Falk: police chief", KILLED, "affirmed", "alleged"),
        ("Mara Lindt plotted to kill Egon Falk.", KILLED, "affirmed", "planned"),
        ("In the opera, Mara Lindt kills Egon Falk.", KILLED, "affirmed", "possible"),
        (
            "In the harbour, Mara Lindt killed Egon Falk.",
            KILLED,
            "affirmed",
            "asserted",
        ),
        (
            "Reports that Mara Lindt met Egon Falk were retracted.",
            MET,
            "denied",
            "asserted",
        ),
        ("Did Mara Lindt meet Egon Falk?", MET, "affirmed", "possible"),
        ("When Mara Lindt met Egon Falk, who knew?", MET, "affirmed", "asserted"),
        ("If Mara Lindt met Egon Falk, few noticed.", MET, "affirmed", "possible"),
        ("Mara Lindt has yet to meet Egon Falk.", MET, "affirmed", "planned"),
        (
            "No talks between Mara Lindt and Egon Falk are planned.",
            ("Mara Lindt", "negotiatedWith", "Egon Falk"),
            "denied",
            "planned",
        ),
        (
            "The letter falsely stated that Mara Lindt owns Delmore Bank.",
            OWNS,
            "denied",
            "asserted",
        ),
        (
            "The letter rightly stated that Mara Lindt owns Delmore Bank.",
            OWNS,
            "affirmed",
            "asserted",
        ),
        ("It is a myth that Mara Lindt owns Delmore Bank.", OWNS, "denied", "asserted"),
        ("Mara Lindt is said to own Delmore Bank.", OWNS, "affirmed", "alleged"),
        (
            "Mara Lindt is tipped to become chairman of Delmore Bank.",
            HEADS,
            "affirmed",
            "possible",
        ),
        ("Is Mara Lindt the chairman of Delmore Bank?", HEADS, "affirmed", "possible"),
        (
            "Mara Lindt was named chairman of Delmore Bank.",
            HEADS,
            "affirmed",
            "asserted",
        ),
    ],
)
def test_what_is_not_so_is_not_asserted(
    claim_in: Callable[[str, Triple], Claim],
    text: str,
    claim: Triple,
    polarity: str,
    modality: str,
) -> None:
    found = claim_in(text, claim)

    assert (found.polarity, found.modality) == (Polarity(polarity), Modality(modality))


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        (
            "Ada Quint refused to go after Mara Lindt met Egon Falk.",
            "affirmed",
            "asserted",
        ),
        (
            "Ada Quint will go although Mara Lindt met Egon Falk.",
            "affirmed",
            "asserted",
        ),
        ("Ada Quint will go after Mara Lindt meets Egon Falk.", "affirmed", "planned"),
        ("Ada Quint denied that Mara Lindt met Egon Falk.", "denied", "asserted"),
        (
            "Mara Lindt did not write to Ada Quint or meet Egon Falk.",
            "denied",
            "asserted",
        ),
        (
            "Mara Lindt did not write to Ada Quint and met Egon Falk.",
            "affirmed",
            "asserted",
        ),
    ],
)
def test_how_far_denials_and_plans_reach(
    claim_in: Callable[[str, Triple], Claim], text: str, polarity: str, modality: str
) -> None:
    found = claim_in(text, MET)

    assert (found.polarity, found.modality) == (Polarity(polarity), Modality(modality))


def test_lasting_relation_keeps_its_speaker(read: Callable[[str], Reading]) -> None:
    reading = read("Ada Quint said that Mara Lindt owns Delmore Bank.")
    speakers = {actor.id: actor.name for actor in reading.actors}
    (claim,) = (c for c in reading.claims if c.relation == "ownerOf")

    assert claim.attributed_to is not None
    assert speakers[claim.attributed_to] == "Ada Quint"
    assert not claim.is_accepted(0.0)


def test_grave_claim_of_an_unnamed_speaker_is_an_allegation(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    assert (
        claim_in("Police said that Mara Lindt killed Egon Falk.", KILLED).modality
        is Modality.ALLEGED
    )


def test_claim_read_through_a_pronoun_is_less_certain(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    named = claim_in(
        "Mara Lindt resigned. Mara Lindt praised Egon Falk.",
        ("Mara Lindt", "praised", "Egon Falk"),
    )
    meant = claim_in(
        "Mara Lindt resigned. She praised Egon Falk.",
        ("Mara Lindt", "praised", "Egon Falk"),
    )

    assert meant.confidence < named.confidence
