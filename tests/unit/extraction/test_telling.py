"""How a claim is told: what came true, what is still meant, what goes on, and who says it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.extraction import Reader
from actorgraph.extraction.modality.factuality.factuality import factuality
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.model import Claim, Modality, Reading
from tests.unit.extraction.conftest import Triple

ROTH, HALLAM = "Dana Roth", "Peter Hallam"
PRAISED = (ROTH, "praised", HALLAM)
ACCUSED = (ROTH, "accused", HALLAM)
MET = (ROTH, "metWith", HALLAM)
KILLED = (ROTH, "killed", HALLAM)
ATTACKED = ("Norway", "attacked", "Poland")
BACKS = (ROTH, "supports", HALLAM)
PRESSED = ("Norway", "demanded", ROTH)
LEADS = (ROTH, "leads", "Delmore Bank")
ASSERTED = ("affirmed", "asserted")
ALLEGED = ("affirmed", "alleged")
PLANNED = ("affirmed", "planned")
POSSIBLE = ("affirmed", "possible")
DENIED = ("denied", "asserted")


@pytest.mark.parametrize(
    ("text", "claim", "told"),
    [
        # an act that is done by what leads to it
        ("Dana Roth gave a speech to praise Peter Hallam.", PRAISED, ASSERTED),
        ("Dana Roth will give a speech to praise Peter Hallam.", PRAISED, PLANNED),
        ("Dana Roth is flying to Oslo to praise Peter Hallam.", PRAISED, PLANNED),
        ("Dana Roth came forward to accuse Peter Hallam.", ACCUSED, ASSERTED),
        # what nobody saw coming has come
        ("Nobody had foreseen Dana Roth's murder of Peter Hallam.", KILLED, ASSERTED),
        ("Few expect Dana Roth's murder of Peter Hallam.", KILLED, PLANNED),
        # what is put off has not come yet
        ("Dana Roth has put off her meeting with Peter Hallam.", MET, PLANNED),
        ("Dana Roth's meeting with Peter Hallam was put off.", MET, PLANNED),
        ("Dana Roth's meeting with Peter Hallam was pushed back.", MET, PLANNED),
        (
            "Dana Roth pushed back against the attack by Norway on Poland.",
            ATTACKED,
            ASSERTED,
        ),
        # what is not denied is open, and what is alleged stays so
        ("Dana Roth failed to deny that she had met Peter Hallam.", MET, POSSIBLE),
        ("Dana Roth failed to deny reports that she met Peter Hallam.", MET, POSSIBLE),
        ("Dana Roth failed to deny claims that she met Peter Hallam.", MET, ALLEGED),
        ("Dana Roth never denied the claim that she met Peter Hallam.", MET, ALLEGED),
        ("Dana Roth denied reports that she met Peter Hallam.", MET, DENIED),
        # what made somebody act is there, whatever they refused or gave up
        ("Dana Roth ditched a plan under pressure from Norway.", PRESSED, ASSERTED),
        ("Dana Roth refused to go under pressure from Norway.", PRESSED, ASSERTED),
        ("Dana Roth is not under pressure from Norway.", PRESSED, DENIED),
        ("Dana Roth did not go under pressure from Norway.", PRESSED, DENIED),
        # what somebody becomes by what they did
        ("Dana Roth rose to become head of Delmore Bank.", LEADS, ASSERTED),
        ("Dana Roth hopes to rise to become head of Delmore Bank.", LEADS, PLANNED),
        ("Dana Roth moved to Oslo to become head of Delmore Bank.", LEADS, PLANNED),
        # an act that needs more than its purpose
        ("Dana Roth flew to Oslo to meet Peter Hallam.", MET, PLANNED),
        ("Dana Roth went to the bank to kill Peter Hallam.", KILLED, PLANNED),
        ("Dana Roth went on to meet Peter Hallam.", MET, ASSERTED),
        # what others did too, or what is more than that, is done
        ("Dana Roth is not the only one to have met Peter Hallam.", MET, ASSERTED),
        ("Dana Roth was not the first to accuse Peter Hallam.", ACCUSED, ASSERTED),
        ("Dana Roth wants to be the first to meet Peter Hallam.", MET, PLANNED),
        ("Not only did Dana Roth meet Peter Hallam, she left.", MET, ASSERTED),
        ("Dana Roth did not meet Peter Hallam, she left.", MET, ("denied", "asserted")),
        # a deal that came to nothing
        (
            "Delmore Bank's takeover of Norvale Bank fell through.",
            ("Delmore Bank", "ownerOf", "Norvale Bank"),
            DENIED,
        ),
        (
            "Delmore Bank's takeover of Norvale Bank was shelved.",
            ("Norvale Bank", "subsidiaryOf", "Delmore Bank"),
            DENIED,
        ),
        # an event that came to nothing, or that need not come
        ("Dana Roth's meeting with Peter Hallam fell through.", MET, DENIED),
        ("Dana Roth's meeting with Peter Hallam was shelved.", MET, DENIED),
        ("Dana Roth's meeting with Peter Hallam failed to happen.", MET, DENIED),
        ("Dana Roth's meeting with Peter Hallam failed to calm him.", MET, ASSERTED),
        ("Dana Roth's meeting with Peter Hallam is unlikely.", MET, POSSIBLE),
        ("Dana Roth's meeting with Peter Hallam is in doubt.", MET, POSSIBLE),
        ("Dana Roth's meeting with Peter Hallam is due on Friday.", MET, PLANNED),
        ("Dana Roth's meeting with Peter Hallam is pencilled in.", MET, PLANNED),
        ("Dana Roth's meeting with Peter Hallam was friendly.", MET, ASSERTED),
        ("Norway's attack on Poland was unlikely to succeed.", ATTACKED, ASSERTED),
        (
            "A date for Dana Roth's meeting with Peter Hallam is missing.",
            MET,
            PLANNED,
        ),
        # a view of what is, beside what is only considered
        (
            "Dana Roth considers her coalition with Peter Hallam as a mistake.",
            ("Dana Roth", "alliedWith", "Peter Hallam"),
            ASSERTED,
        ),
        # what happens in a story
        ("The film follows Dana Roth, who kills Peter Hallam.", KILLED, POSSIBLE),
        ("The film won praise from Dana Roth, who met Peter Hallam.", MET, ASSERTED),
        # "not" of what another is put in place of
        ("Dana Roth supported not Bo Lind but Peter Hallam.", BACKS, ASSERTED),
        ("Dana Roth met not with Bo Lind but with Peter Hallam.", MET, ASSERTED),
        # what is beside a denial
        (
            "Peter Hallam was cleared of killing Bo Lind but arrested by Dana Roth.",
            (ROTH, "arrested", HALLAM),
            ASSERTED,
        ),
        # a cause took place, whatever it did not change
        (
            "Dana Roth's praise of Peter Hallam did not stop the talks.",
            PRAISED,
            ASSERTED,
        ),
        (
            "Dana Roth's praise of Peter Hallam did not take place.",
            PRAISED,
            ("denied", "asserted"),
        ),
        # what is stopped goes on, unless it is still to come
        ("Dana Roth stopped her praise of Peter Hallam.", PRAISED, ASSERTED),
        ("Denmark stopped Norway's attacks on Poland.", ATTACKED, ASSERTED),
        (
            "Denmark stopped an attack by Norway on Poland.",
            ATTACKED,
            ("denied", "asserted"),
        ),
        # what goes on
        ("Dana Roth wants to keep supporting Peter Hallam.", BACKS, ASSERTED),
        ("Dana Roth wants to support Peter Hallam.", BACKS, PLANNED),
        # the future, seen from the past
        ("Dana Roth said that she would meet Peter Hallam.", MET, PLANNED),
        (
            "Dana Roth would meet Peter Hallam if she could.",
            MET,
            ("affirmed", "possible"),
        ),
        # a schedule
        ("Dana Roth meets Peter Hallam on Tuesday.", MET, PLANNED),
        ("Dana Roth met Peter Hallam on Tuesday.", MET, ASSERTED),
        (
            "Dana Roth is due to speak on Monday, when she meets Peter Hallam.",
            MET,
            PLANNED,
        ),
        (
            "Dana Roth is to be killed by Peter Hallam on Monday.",
            (HALLAM, "killed", ROTH),
            PLANNED,
        ),
        # what nobody knows or says is neither denied nor planned
        (
            "It is not clear whether Dana Roth will meet Peter Hallam.",
            MET,
            ("affirmed", "possible"),
        ),
        (
            "Dana Roth refused to say if she would support Peter Hallam.",
            BACKS,
            ("affirmed", "possible"),
        ),
        ("Dana Roth denied that she met Peter Hallam.", MET, ("denied", "asserted")),
        # hearsay goes on with the subject
        (
            "Dana Roth reportedly left Oslo and met Peter Hallam.",
            MET,
            ("affirmed", "alleged"),
        ),
        (
            "Ada Quint reportedly left Oslo, and Dana Roth met Peter Hallam.",
            MET,
            ASSERTED,
        ),
        # leave to act
        (
            "The court allowed Dana Roth to meet Peter Hallam.",
            MET,
            ("affirmed", "possible"),
        ),
        # a polite wish
        (
            "Dana Roth would like Peter Hallam to go.",
            (ROTH, "demanded", HALLAM),
            ASSERTED,
        ),
        # what is so, whether or not somebody regrets it
        ("Dana Roth does not regret that she met Peter Hallam.", MET, ASSERTED),
        # what a text that was corrected said, and mistakes
        (
            "An earlier version of this story said that Dana Roth had met Peter Hallam.",
            MET,
            ("denied", "asserted"),
        ),
        (
            "The paper misreported that Dana Roth had met Peter Hallam.",
            MET,
            ("denied", "asserted"),
        ),
        (
            "Dana Roth was mistakenly named as the head of Delmore Bank.",
            (ROTH, "leads", "Delmore Bank"),
            ("denied", "asserted"),
        ),
        (
            "Dana Roth was named as the head of Delmore Bank.",
            (ROTH, "leads", "Delmore Bank"),
            ASSERTED,
        ),
        # what somebody takes back, and what somebody only imagines
        (
            "The paper apologised for reporting that Dana Roth had met Peter Hallam.",
            MET,
            ("denied", "asserted"),
        ),
        ("Dana Roth dreamed of meeting Peter Hallam.", MET, ("affirmed", "possible")),
        # questions in the passive
        ("Was Peter Hallam met by Dana Roth?", MET, ("affirmed", "possible")),
        (
            "Was Peter Hallam, the lawyer, met by Dana Roth?",
            MET,
            ("affirmed", "possible"),
        ),
        # what is wished, done instead, or out of reach
        (
            "Dana Roth wishes that she had met Peter Hallam.",
            MET,
            ("affirmed", "possible"),
        ),
        (
            "Dana Roth slept instead of meeting Peter Hallam.",
            MET,
            ("denied", "asserted"),
        ),
        (
            "A meeting between Dana Roth and Peter Hallam remains out of reach.",
            MET,
            ("affirmed", "possible"),
        ),
        (
            "A spoof website announced on Monday that Dana Roth had met Peter Hallam.",
            MET,
            ("denied", "asserted"),
        ),
        # what somebody says in what is thrown out
        (
            "A judge dismissed the complaint in which Dana Roth accused Peter Hallam.",
            ACCUSED,
            ASSERTED,
        ),
        # what is told beside a cue, not by it
        ("The bridge may close and Dana Roth has met Peter Hallam.", MET, ASSERTED),
        ("Dana Roth might go and meet Peter Hallam.", MET, ("affirmed", "possible")),
        (
            "It is thought that Dana Roth met Peter Hallam.",
            MET,
            ("affirmed", "alleged"),
        ),
    ],
)
def test_what_came_true_is_told_from_what_is_meant(
    claim_in: Callable[[str, Triple], Claim],
    text: str,
    claim: Triple,
    told: tuple[str, str],
) -> None:
    found = claim_in(text, claim)

    assert (found.polarity, found.modality) == told


@pytest.mark.parametrize(
    ("text", "claim", "status"),
    [
        ("Dana Roth was the founder of Delmore Bank.", "founderOf", "current"),
        ("Dana Roth was the chairwoman of Delmore Bank.", "leads", "former"),
        ("Dana Roth chaired Delmore Bank.", "leads", "former"),
        ("Dana Roth chairs Delmore Bank.", "leads", None),
    ],
)
def test_what_nobody_can_lose_is_not_over(
    claim_in: Callable[[str, Triple], Claim], text: str, claim: str, status: str | None
) -> None:
    assert claim_in(text, (ROTH, claim, "Delmore Bank")).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The late Dana Roth, a member of the Harbour Party, sang.", "former"),
        ("Late on Monday Dana Roth, a member of the Harbour Party, sang.", "current"),
        ("Dana Roth, at the time a member of the Harbour Party, sang.", "former"),
    ],
)
def test_role_ends_with_life(
    claim_in: Callable[[str, Triple], Claim], text: str, status: str
) -> None:
    assert claim_in(text, (ROTH, "memberOf", "Harbour Party")).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Her late husband, Senator Dana Roth, sang.", "former"),
        ("Her husband, Senator Dana Roth, sang.", "current"),
        ("Senator Dana Roth was shown the door.", "former"),
        ("Peter Hallam succeeded Senator Dana Roth.", "former"),
        ("Peter Hallam will succeed Senator Dana Roth.", "current"),
        ("Senator Dana Roth showed Peter Hallam the door.", "current"),
    ],
)
def test_title_ends_with_life_or_loss(
    claim_in: Callable[[str, Triple], Claim], text: str, status: str
) -> None:
    assert claim_in(text, (ROTH, "holdsPost", "Senator")).status == status


@pytest.mark.parametrize(
    "served", ["spent three years", "spent the 1980s", "served two terms"]
)
def test_role_was_had_for_a_time(
    claim_in: Callable[[str, Triple], Claim], served: str
) -> None:
    claim = claim_in(f"Dana Roth {served} as mayor of Oslo.", (ROTH, "mayorOf", "Oslo"))

    assert claim.status == "former"


@pytest.mark.parametrize(
    ("verb", "status"), [("nominated", "designate"), ("named", "current")]
)
def test_nominee_is_not_in_office(
    claim_in: Callable[[str, Triple], Claim], verb: str, status: str
) -> None:
    text = f"Dana Roth was {verb} ambassador of Ghana."

    assert claim_in(text, (ROTH, "ambassadorOf", "Ghana")).status == status


def test_former_reaches_over_a_conjunction(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    text = "Dana Roth, the former arts and heritage secretary, spoke."

    claim = claim_in(text, (ROTH, "holdsPost", "heritage secretary"))

    assert claim.status == "former"


@pytest.mark.parametrize(
    ("text", "claim", "speaker"),
    [
        # the speaker's name is beside a post with a complement
        (
            "The head of the guild, Ada Quint, said Dana Roth had met Peter Hallam.",
            MET,
            "Ada Quint",
        ),
        # a relative clause is the text's own
        (
            "Ada Quint hopes to meet Dana Roth, who met Peter Hallam.",
            MET,
            None,
        ),
        # a semicolon ends what is said
        ("Dana Roth met Peter Hallam; in Oslo, Ada Quint said it rained.", MET, None),
        ("Dana Roth met Peter Hallam, Ada Quint said.", MET, "Ada Quint"),
        # what is said goes on after the speaker
        (
            "It is clear, said Ada Quint, that Dana Roth met Peter Hallam.",
            MET,
            "Ada Quint",
        ),
        # a name that follows the speaker's is what is spoken of
        ("In the view of Ada Quint, Dana Roth backs Peter Hallam.", BACKS, "Ada Quint"),
    ],
)
def test_claim_belongs_to_whoever_tells_it(
    speaker_of: Callable[[str, Triple], str | None],
    text: str,
    claim: Triple,
    speaker: str | None,
) -> None:
    assert speaker_of(text, claim) == speaker


def test_own_grave_act_is_no_allegation(
    read: Callable[[str], Reading], claim_in: Callable[[str, Triple], Claim]
) -> None:
    claim = claim_in("Dana Roth continues to blame Peter Hallam.", ACCUSED)

    assert (claim.modality, claim.attributed_to) == ("asserted", None)


@pytest.mark.parametrize(
    ("text", "word", "modality"),
    [
        ("Dana Roth stopped in Bergen on her way to Oslo.", "way", Modality.PLANNED),
        (
            "Dana Roth stopped in Bergen on her way to Oslo.",
            "stopped",
            Modality.ASSERTED,
        ),
    ],
)
def test_a_journey_of_which_a_stop_is_told_is_not_over(
    reader: Reader, text: str, word: str, modality: Modality
) -> None:
    (doc,) = reader.parser.parse([text])
    parsed = ParsedText(doc, reader.parser)
    trigger = next(token.i for token in doc if token.text == word)

    assert factuality(parsed, trigger, reader.knowledge.lexicon)[1] is modality
