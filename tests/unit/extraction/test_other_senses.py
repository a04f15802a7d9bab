"""Words that look like a claim and are none, each with a neighbour that is one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Claim, Modality, Polarity
from tests.unit.extraction.conftest import Triple

ATTACKED = ("Mara Lindt", "attacked", "Egon Falk")


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        (
            "Mara Lindt is believed to have planted a bomb, wounding Egon Falk.",
            "affirmed",
            "alleged",
        ),
        (
            "Mara Lindt may have planted a bomb, wounding Egon Falk.",
            "affirmed",
            "possible",
        ),
        (
            "Mara Lindt denied planting a bomb, wounding Egon Falk.",
            "denied",
            "asserted",
        ),
        ("Mara Lindt planted a bomb, wounding Egon Falk.", "affirmed", "asserted"),
    ],
)
def test_what_an_act_came_to_is_stated_as_the_act_is(
    claim_in: Callable[[str, Triple], Claim],
    text: str,
    polarity: str,
    modality: str,
) -> None:
    claim = claim_in(text, ATTACKED)
    assert (claim.polarity, claim.modality) == (Polarity(polarity), Modality(modality))


def test_a_judgement_beside_a_refusal_is_no_refusal(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    text = "Mara Lindt is believed to have refused to sign, criticizing Egon Falk."
    claim = claim_in(text, ("Mara Lindt", "criticized", "Egon Falk"))
    assert claim.polarity is Polarity.AFFIRMED


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        (
            "Lindt thought that she would be free when Egon Falk met Mara Lindt.",
            "possible",
        ),
        ("Lindt was free when Egon Falk met Mara Lindt.", "asserted"),
        ("Egon Falk could have left the plot and met Mara Lindt.", "possible"),
        ("Egon Falk may leave the plot and met Mara Lindt.", "asserted"),
    ],
)
def test_what_somebody_expected_need_not_have_come(
    claim_in: Callable[[str, Triple], Claim], text: str, modality: str
) -> None:
    claim = claim_in(text, ("Egon Falk", "metWith", "Mara Lindt"))
    assert claim.modality is Modality(modality)


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        # a quoted exclamation is no deed of who writes it
        (
            "Mara Lindt wrote, “Horrible attack this morning in Lisbon”.",
            None,
            ("Mara Lindt", "attacked", "Lisbon"),
        ),
        (
            "Norway launched a brutal attack on Lisbon.",
            ("Norway", "attacked", "Lisbon"),
            None,
        ),
        # the words of a speech say nothing of the speaker
        (
            "“Norway remains a friend of Sweden,” Mara Lindt said.",
            None,
            ("Mara Lindt", "alliedWith", "Sweden"),
        ),
        (
            "The chairman of the “Delmore Bank,” Egon Falk, said no.",
            ("Egon Falk", "leads", "Delmore Bank"),
            None,
        ),
        # a contest is no war
        (
            "Norway fell to Sweden in the final.",
            ("Sweden", "defeated", "Norway"),
            ("Sweden", "occupied", "Norway"),
        ),
        (
            "Norway fell to Sweden in 1658.",
            ("Sweden", "occupied", "Norway"),
            ("Sweden", "defeated", "Norway"),
        ),
        # a post is lost, an opinion is none
        (
            "Mara Lindt dismissed Egon Falk as a director.",
            ("Mara Lindt", "dismissed", "Egon Falk"),
            ("Mara Lindt", "criticized", "Egon Falk"),
        ),
        (
            "Mara Lindt dismissed Egon Falk as irrelevant.",
            ("Mara Lindt", "criticized", "Egon Falk"),
            ("Mara Lindt", "dismissed", "Egon Falk"),
        ),
        (
            "Mara Lindt dismissed Egon Falk as a critic of the army.",
            ("Mara Lindt", "criticized", "Egon Falk"),
            ("Mara Lindt", "dismissed", "Egon Falk"),
        ),
        # the state of a place is nobody's act
        (
            "Norland's army struck an oil depot in occupied Kray with drones.",
            None,
            ("Norland's army", "occupied", "Kray"),
        ),
        # who is given a post in somebody's place
        (
            "Norland appointed Mara Lindt as mayor, replacing Egon Falk.",
            ("Mara Lindt", "succeeded", "Egon Falk"),
            ("Norland", "succeeded", "Egon Falk"),
        ),
        (
            "Mara Lindt joined the board, replacing Egon Falk.",
            ("Mara Lindt", "succeeded", "Egon Falk"),
            None,
        ),
        (
            "Lisbon Rovers met Delmore United in the final.",
            ("Lisbon Rovers", "fought", "Delmore United"),
            ("Lisbon Rovers", "metWith", "Delmore United"),
        ),
        (
            "Mara Lindt met Egon Falk in the final days of the war.",
            ("Mara Lindt", "metWith", "Egon Falk"),
            ("Mara Lindt", "fought", "Egon Falk"),
        ),
        # those who are told something have not the post of who tells it
        (
            (
                "Lieutenant-General Oskar Thorne, vice-chief of the defence staff, "
                "briefed reporters."
            ),
            ("Oskar Thorne", "holdsPost", "Lieutenant-General"),
            ("Oskar Thorne", "holdsPost", "reporter"),
        ),
        # what follows a name belongs to that name
        (
            "Mara Lindt is a friend of King Egon Falk of Norway.",
            ("Mara Lindt", "alliedWith", "Egon Falk"),
            ("Mara Lindt", "alliedWith", "Norway"),
        ),
        # what befalls somebody in a body does not befall the body
        (
            (
                "Torrent Foods, whose owner is Egon Falk and whose chairwoman, Mara Lindt, "
                "was fined by Norway, is for sale."
            ),
            ("Norway", "sanctioned", "Mara Lindt"),
            ("Norway", "sanctioned", "Torrent Foods"),
        ),
        # who appeals to somebody asks for something
        (
            "Mara Lindt appealed to voters and to Egon Falk.",
            None,
            ("Mara Lindt", "demanded", "Egon Falk"),
        ),
        (
            "Mara Lindt appealed to Egon Falk to free the sailors.",
            ("Egon Falk", "freed", "sailors"),
            ("Mara Lindt", "freed", "sailors"),
        ),
        # “Mr” begins a name
        (
            "Mara Lindt told Radio Norland Mr Falk had met Dana Roth.",
            ("Falk", "metWith", "Dana Roth"),
            ("Mara Lindt", "spokeWith", "Falk"),
        ),
        (
            "Mara Lindt told Mr Falk she had met Dana Roth.",
            ("Mara Lindt", "spokeWith", "Falk"),
            None,
        ),
        # who seeks a post has another
        (
            "The candidate for president, Governor Egon Falk, smiled.",
            ("Egon Falk", "holdsPost", "Governor"),
            ("Egon Falk", "holdsPost", "president"),
        ),
        # the subject of a further clause is somebody else
        (
            "Mara Lindt was an adviser, and a judge left the hall.",
            None,
            ("Mara Lindt", "holdsPost", "judge"),
        ),
        # an expert for a party's election law is no expert of the party
        (
            "Labour election law expert Egon Falk frowned.",
            None,
            ("Egon Falk", "analystAt", "Labour"),
        ),
        (
            "Egon Falk, an expert at the Brightwater Institute, frowned.",
            ("Egon Falk", "analystAt", "Brightwater Institute"),
            None,
        ),
        # what somebody moves goes somewhere, and they do not
        (
            "Mara Lindt returned the ring to Norway.",
            None,
            ("Mara Lindt", "visited", "Norway"),
        ),
        (
            "Mara Lindt returned to Norway.",
            ("Mara Lindt", "visited", "Norway"),
            None,
        ),
        (
            "Mara Lindt transferred the files to Delmore Bank.",
            None,
            ("Mara Lindt", "affiliatedWith", "Delmore Bank"),
        ),
        (
            "Mara Lindt transferred to Delmore Bank.",
            ("Mara Lindt", "affiliatedWith", "Delmore Bank"),
            None,
        ),
        (
            "Mara Lindt moved two miles to Oslo.",
            ("Mara Lindt", "livesIn", "Oslo"),
            None,
        ),
        (
            "Brightwater Rovers lost Mara Lindt to Norvale United.",
            None,
            ("Norvale United", "defeated", "Brightwater Rovers"),
        ),
        (
            "Brightwater Rovers lost the second leg to Norvale United.",
            ("Norvale United", "defeated", "Brightwater Rovers"),
            None,
        ),
        (
            "Mara Lindt lost her seat to Egon Falk.",
            ("Egon Falk", "defeated", "Mara Lindt"),
            None,
        ),
        # whoever is identified need not be accused
        (
            "Police have identified the suspect, who wounded Mara Lindt.",
            None,
            ("police", "accused", "suspect"),
        ),
        (
            "Police identified Mara Lindt as the suspect.",
            ("police", "accused", "Mara Lindt"),
            None,
        ),
        # the subject of a clause without "that" is promised nothing
        (
            "Mara Lindt promised Norway would help.",
            None,
            ("Mara Lindt", "promised", "Norway"),
        ),
        (
            "Mara Lindt warned Norway would be attacked by Poland.",
            ("Poland", "attacked", "Norway"),
            ("Mara Lindt", "warned", "Norway"),
        ),
        # everybody who governs has a government
        (
            "The deal calls for a caretaker government. Mara Lindt said her government erred.",
            ("Mara Lindt", "leads", "government of Mara Lindt"),
            ("Mara Lindt", "leads", "caretaker government"),
        ),
        # a legion is no player
        (
            "Egon Falk died with Norway's International Legion.",
            None,
            ("Legion", "playsFor", "Norway"),
        ),
        # a body's head may be named after it
        (
            "The head of Alderfen's village council, Nasser Sedda, praised Mara Lindt.",
            ("Nasser Sedda", "leads", "village council"),
            None,
        ),
        # whoever calls on somebody may only visit them
        (
            "Mara Lindt called on Egon Falk in Oslo.",
            None,
            ("Mara Lindt", "demanded", "Egon Falk"),
        ),
        (
            "Mara Lindt called on Egon Falk for help.",
            ("Mara Lindt", "demanded", "Egon Falk"),
            None,
        ),
        (
            "Mara Lindt called on Norway not to leave.",
            ("Mara Lindt", "demanded", "Norway"),
            None,
        ),
        # whoever comes from a place was not on a visit there
        (
            "Mara Lindt flew in from Norway on Thursday.",
            None,
            ("Mara Lindt", "visited", "Norway"),
        ),
        # a part in a film is no office
        (
            "Mara Lindt chose Egon Falk for the part.",
            None,
            ("Mara Lindt", "appointed", "Egon Falk"),
        ),
        (
            "Mara Lindt chose Egon Falk for the job.",
            ("Mara Lindt", "appointed", "Egon Falk"),
            None,
        ),
        # whoever is named after a noun that says whose they are is meant
        (
            "Mara Lindt praised her mentor, Egon Falk, on Monday.",
            ("Mara Lindt", "praised", "Egon Falk"),
            None,
        ),
        (
            "Her neighbour, Egon Falk, sued Mara Lindt.",
            ("Egon Falk", "accused", "Mara Lindt"),
            None,
        ),
        (
            "Mara Lindt praised her mentor, Egon Falk said.",
            None,
            ("Mara Lindt", "praised", "Egon Falk"),
        ),
        # a team is no office
        (
            "Mara Lindt picked Egon Falk for the final.",
            None,
            ("Mara Lindt", "appointed", "Egon Falk"),
        ),
        (
            "Mara Lindt picked Egon Falk for the post.",
            ("Mara Lindt", "appointed", "Egon Falk"),
            None,
        ),
        # a country does not elect by being where the election is
        (
            "Mara Lindt won Norway's presidential election.",
            None,
            ("Norway", "appointed", "Mara Lindt"),
        ),
        (
            "The Harbour Party's election of Mara Lindt was a surprise.",
            ("Harbour Party", "appointed", "Mara Lindt"),
            None,
        ),
        # a region after a town says where the town is
        (
            "Mara Lindt left the suburb in Toronto, Ontario.",
            None,
            ("Ontario", "locatedIn", "Toronto"),
        ),
        (
            "Mara Lindt grew up in a suburb in Toronto, Ontario.",
            None,
            ("Ontario", "locatedIn", "Toronto"),
        ),
        (
            "The largest city in Norway, Oslo, voted.",
            ("Oslo", "locatedIn", "Norway"),
            None,
        ),
        # whoever receives what is transferred has it
        (
            "Mara Lindt transferred Delmore Bank to Egon Falk.",
            ("Egon Falk", "ownerOf", "Delmore Bank"),
            ("Mara Lindt", "affiliatedWith", "Egon Falk"),
        ),
        # when a post is held is no part of it
        (
            "Current President Mara Lindt left.",
            ("Mara Lindt", "holdsPost", "President"),
            ("Mara Lindt", "holdsPost", "Current President"),
        ),
    ],
)
def test_near_neighbours_are_told_apart(
    claims_of: Callable[[str], set[Triple]],
    text: str,
    right: Triple | None,
    wrong: Triple | None,
) -> None:
    claims = claims_of(text)
    assert right is None or right in claims
    assert wrong not in claims


def test_a_city_is_no_body_that_is_named_after_it(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    text = "The Lisbon Press Club applauded Mara Lindt. Rebels shelled Lisbon."
    objects = {triple[2] for triple in claims_of(text) if triple[1] == "attacked"}
    assert "Lisbon Press Club" not in objects
