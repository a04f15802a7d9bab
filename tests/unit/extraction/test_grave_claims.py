"""What is not proved, not real or only said by somebody is no plain fact."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Claim, Modality, Polarity, Reading
from tests.unit.extraction.conftest import Triple

KILLED = ("Mara Lindt", "killed", "Egon Falk")
MET = ("Mara Lindt", "metWith", "Egon Falk")
OWNS = ("Mara Lindt", "ownerOf", "Delmore Bank")
HEADS = ("Mara Lindt", "leads", "Delmore Bank")
ATTACKED = ("Norland", "attacked", "Borduria")


@pytest.mark.parametrize(
    ("text", "claim", "polarity", "modality"),
    [
        # what is not so
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
            "Mara Lindt faces two counts of killing Egon Falk.",
            KILLED,
            "affirmed",
            "alleged",
        ),
        (
            "Mara Lindt faces nine counts, consisting of killing Egon Falk.",
            KILLED,
            "affirmed",
            "alleged",
        ),
        (
            "Mara Lindt was convicted on two counts of killing Egon Falk.",
            KILLED,
            "affirmed",
            "asserted",
        ),
        (
            "Mara Lindt was found guilty on two counts of crimes, including killing Egon Falk.",
            KILLED,
            "affirmed",
            "asserted",
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
        # how somebody was shot
        (
            "Egon Falk was fatally shot by Mara Lindt.",
            KILLED,
            "affirmed",
            "asserted",
        ),
        ("Mara Lindt fatally stabbed Egon Falk.", KILLED, "affirmed", "asserted"),
        # what others say, whoever they are
        (
            "The court heard that Mara Lindt killed Egon Falk.",
            KILLED,
            "affirmed",
            "alleged",
        ),
        (
            "Ada Quint was told that Mara Lindt killed Egon Falk.",
            KILLED,
            "affirmed",
            "alleged",
        ),
        ("It said Mara Lindt killed Egon Falk.", KILLED, "affirmed", "alleged"),
        ("Police think Mara Lindt killed Egon Falk.", KILLED, "affirmed", "alleged"),
        (
            "The bulletin said Mara Lindt killed Egon Falk.",
            KILLED,
            "affirmed",
            "alleged",
        ),
        ("The latter said Mara Lindt killed Egon Falk.", KILLED, "affirmed", "alleged"),
        (
            "Ada Quint was told to wait when Mara Lindt killed Egon Falk.",
            KILLED,
            "affirmed",
            "asserted",
        ),
        ("Mara Lindt reputedly killed Egon Falk.", KILLED, "affirmed", "alleged"),
        # what others shall do
        (
            "The board recommended Mara Lindt to lead Delmore Bank.",
            HEADS,
            "affirmed",
            "demanded",
        ),
        # done by saying so
        (
            "“I want to thank Egon Falk,” Mara Lindt said.",
            ("Mara Lindt", "praised", "Egon Falk"),
            "affirmed",
            "asserted",
        ),
        (
            "Mara Lindt wants to thank Egon Falk.",
            ("Mara Lindt", "praised", "Egon Falk"),
            "affirmed",
            "planned",
        ),
        # what somebody did not mean, they did
        ("Mara Lindt did not mean to kill Egon Falk.", KILLED, "affirmed", "asserted"),
        (
            "Mara Lindt did not intend to kill Egon Falk.",
            KILLED,
            "denied",
            "planned",
        ),
        # a condition
        (
            "Should Mara Lindt meet Egon Falk, few will notice.",
            MET,
            "affirmed",
            "possible",
        ),
        ("Mara Lindt should meet Egon Falk.", MET, "affirmed", "demanded"),
        # what came later
        ("Mara Lindt would later kill Egon Falk.", KILLED, "affirmed", "asserted"),
        ("Mara Lindt would go on to kill Egon Falk.", KILLED, "affirmed", "asserted"),
        ("Mara Lindt would kill Egon Falk.", KILLED, "affirmed", "possible"),
        (
            "Mara Lindt would later kill Egon Falk if he came.",
            KILLED,
            "affirmed",
            "possible",
        ),
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
        # how far denials and plans reach
        (
            "Ada Quint refused to go after Mara Lindt met Egon Falk.",
            MET,
            "affirmed",
            "asserted",
        ),
        (
            "Ada Quint will go although Mara Lindt met Egon Falk.",
            MET,
            "affirmed",
            "asserted",
        ),
        (
            "Ada Quint will go after Mara Lindt meets Egon Falk.",
            MET,
            "affirmed",
            "planned",
        ),
        (
            "Ada Quint will not go now that Mara Lindt has met Egon Falk.",
            MET,
            "affirmed",
            "asserted",
        ),
        ("Mara Lindt pretended to have met Egon Falk.", MET, "denied", "asserted"),
        ("Mara Lindt dreamed of meeting Egon Falk.", MET, "affirmed", "possible"),
        ("Ada Quint wants Mara Lindt to meet Egon Falk.", MET, "affirmed", "planned"),
        ("Ada Quint saw Mara Lindt meet Egon Falk.", MET, "affirmed", "asserted"),
        ("Ada Quint denied that Mara Lindt met Egon Falk.", MET, "denied", "asserted"),
        (
            "Mara Lindt did not write to Ada Quint or meet Egon Falk.",
            MET,
            "denied",
            "asserted",
        ),
        (
            "Mara Lindt did not write to Ada Quint and met Egon Falk.",
            MET,
            "affirmed",
            "asserted",
        ),
        # what a statement takes for granted
        ("Mara Lindt didn’t meet Egon Falk.", MET, "denied", "asserted"),
        (
            "Mara Lindt did not deny that she met Egon Falk.",
            MET,
            "affirmed",
            "possible",
        ),
        ("Mara Lindt denied meeting Egon Falk.", MET, "denied", "asserted"),
        (
            "Ada Quint demands a stop to Norland's attack on Borduria.",
            ATTACKED,
            "affirmed",
            "asserted",
        ),
        (
            "Ada Quint denied Norland's attack on Borduria.",
            ATTACKED,
            "denied",
            "asserted",
        ),
        (
            (
                "Ada Quint expressed fears over supplies, with Norland's attack on Borduria "
                "raising prices."
            ),
            ATTACKED,
            "affirmed",
            "asserted",
        ),
        (
            "Ada Quint fears Norland attacking Borduria.",
            ATTACKED,
            "affirmed",
            "possible",
        ),
        (
            "Ada Quint wants to punish Norland for attacking Borduria.",
            ATTACKED,
            "affirmed",
            "asserted",
        ),
        (
            "Ada Quint told reporters after a meeting with Egon Falk that she would go.",
            ("Ada Quint", "metWith", "Egon Falk"),
            "affirmed",
            "asserted",
        ),
        (
            "Ada Quint called for a meeting with Egon Falk.",
            ("Ada Quint", "metWith", "Egon Falk"),
            "affirmed",
            "demanded",
        ),
        (
            "Mara Lindt is moving to Oslo.",
            ("Mara Lindt", "livesIn", "Oslo"),
            "affirmed",
            "planned",
        ),
        (
            "Mara Lindt moved to Oslo.",
            ("Mara Lindt", "livesIn", "Oslo"),
            "affirmed",
            "asserted",
        ),
        (
            "Mara Lindt left the hall without meeting Egon Falk.",
            ("Mara Lindt", "metWith", "Egon Falk"),
            "denied",
            "asserted",
        ),
        (
            "Mara Lindt did not leave Oslo without meeting Egon Falk.",
            ("Mara Lindt", "metWith", "Egon Falk"),
            "affirmed",
            "asserted",
        ),
        (
            "Mara Lindt was about to fly to Oslo.",
            ("Mara Lindt", "visited", "Oslo"),
            "affirmed",
            "planned",
        ),
    ],
)
def test_only_what_is_so_is_asserted(
    claim_in: Callable[[str, Triple], Claim],
    text: str,
    claim: Triple,
    polarity: str,
    modality: str,
) -> None:
    found = claim_in(text, claim)

    assert (found.polarity, found.modality) == (Polarity(polarity), Modality(modality))


def test_lasting_relation_keeps_its_speaker(read: Callable[[str], Reading]) -> None:
    reading = read("Ada Quint said that Mara Lindt owns Delmore Bank.")
    speakers = {actor.id: actor.name for actor in reading.actors}
    (claim,) = (c for c in reading.claims if c.relation == "ownerOf")

    assert claim.attributed_to is not None
    assert speakers[claim.attributed_to] == "Ada Quint"
    assert not claim.is_accepted(0.0)


@pytest.mark.parametrize("speaker", ["Police", "A source", "Two people"])
def test_grave_claim_of_an_unnamed_speaker_is_no_fact(
    claim_in: Callable[[str, Triple], Claim],
    speaker: str,
) -> None:
    claim = claim_in(f"{speaker} said that Mara Lindt killed Egon Falk.", KILLED)

    assert not claim.is_accepted(0.0)


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


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "The court made its decision in the trial of Egon Falk, which implicated Norland.",
            ("Egon Falk", "accused", "Norland"),
            None,
        ),
        (
            "Police arrested two students and soldiers have been killed by rebels.",
            ("police", "arrested", "soldiers"),
            ("rebels", "killed", "soldiers"),
        ),
        (
            "Police arrested two students and miners, and killed a nurse.",
            ("nurse", "arrested", "miners"),
            ("police", "arrested", "miners"),
        ),
        (
            (
                "Ada Quint, the foreign minister, met Egon Falk. "
                "Foreign minister, Mara Lindt, accused Norland of lying."
            ),
            ("Ada Quint", "accused", "Norland"),
            ("Mara Lindt", "accused", "Norland"),
        ),
        (
            (
                "The United States fined firms for breaking rules imposed on Norland for its "
                "invasion of Borduria."
            ),
            ("United States", "attacked", "Borduria"),
            None,
        ),
        (
            "Norland regrets its invasion of Borduria.",
            ("Borduria", "attacked", "Norland"),
            ATTACKED,
        ),
        (
            "According to a charge filed by the prosecutor, Ada Quint, Egon Falk killed Bo Lind.",
            ("Ada Quint", "killed", "Bo Lind"),
            ("Egon Falk", "killed", "Bo Lind"),
        ),
        (
            (
                "According to the indictment filed by the Norland attorney for the district of "
                "Kray, Ada Quint, Mara Lindt killed Bo Lind."
            ),
            ("Ada Quint", "killed", "Bo Lind"),
            ("Mara Lindt", "killed", "Bo Lind"),
        ),
        (
            (
                "Norland's forces took Kray. Egon Falk fled after forces loyal to him killed "
                "two students."
            ),
            ("Norland's forces", "killed", "two students"),
            ("forces", "killed", "two students"),
        ),
        (
            (
                "Investigators suspended their work in the area where the plane crashed, "
                "killing two students."
            ),
            ("investigators", "killed", "two students"),
            None,
        ),
    ],
)
def test_who_does_it_is_whom_the_sentence_means(
    claims_of: Callable[[str], set[Triple]],
    text: str,
    wrong: Triple,
    right: Triple | None,
) -> None:
    found = claims_of(text)

    assert wrong not in found
    assert right is None or right in found


def test_grave_claims_of_a_quotation_without_speaker_are_alleged(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    text = "The mood is grim. “Rebels have killed two students in the town of Kray.”"

    found = claim_in(text, ("Rebels", "killed", "two students"))

    assert found.modality is Modality.ALLEGED
    assert found.attributed_to is None


@pytest.mark.parametrize(
    ("text", "claim", "modality"),
    [
        ("Mara Lindt and Ada Quint are to meet Egon Falk.", MET, "planned"),
        ("Mara Lindt left. She’ll meet Egon Falk.", MET, "planned"),
        (
            "Norland is close to attacking Borduria.",
            ATTACKED,
            "planned",
        ),
        (
            "Norland is willing to attack Borduria.",
            ATTACKED,
            "possible",
        ),
        (
            "Through talks between Mara Lindt and Egon Falk, Ada Quint sought peace.",
            ("Mara Lindt", "negotiatedWith", "Egon Falk"),
            "asserted",
        ),
        (
            "Mara Lindt hopes for talks with Egon Falk.",
            ("Mara Lindt", "negotiatedWith", "Egon Falk"),
            "planned",
        ),
    ],
)
def test_what_is_still_to_come_is_told_from_what_was(
    claim_in: Callable[[str, Triple], Claim],
    text: str,
    claim: Triple,
    modality: str,
) -> None:
    assert claim_in(text, claim).modality == Modality(modality)


@pytest.mark.parametrize(
    "text",
    [
        "Delmore Bank charged Dana Roth ten euros.",
        "Delmore Bank charges Dana Roth a fee of ten euros.",
        "Dana Roth was charged ten euros by Delmore Bank.",
    ],
)
def test_price_is_no_accusation(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert ("Delmore Bank", "accused", "Dana Roth") not in claims_of(text)


def test_charge_is_an_accusation(claims_of: Callable[[str], set[Triple]]) -> None:
    charge = claims_of("Norway charged Dana Roth with fraud last Monday.")
    title = claims_of("Mara Lindt accused the current Norwegian minister Dana Roth.")

    assert ("Norway", "accused", "Dana Roth") in charge
    assert ("Mara Lindt", "accused", "Dana Roth") in title


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested Egon Falk, his lawyer Mara Lindt said.",
        "Police arrested Egon Falk, a teacher, Mara Lindt said.",
        "Police arrested two singers, their lawyer Mara Lindt said.",
        "Police arrested Egon Falk, union leader Mara Lindt confirmed.",
    ],
)
def test_who_says_it_suffers_nothing(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    arrested = {claim[2] for claim in claims_of(text) if claim[1] == "arrested"}
    assert arrested in ({"Egon Falk"}, {"two singers"})
