"""What is called untrue, what is taken back, and what is only imagined."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Claim
from tests.unit.extraction.conftest import Triple

ROTH, HALLAM = "Dana Roth", "Peter Hallam"
KILLED = (ROTH, "killed", HALLAM)
MET = (ROTH, "metWith", HALLAM)
MARRIED = (ROTH, "spouseOf", HALLAM)
ASSERTED = ("affirmed", "asserted")
DENIED = ("denied", "asserted")
POSSIBLE = ("affirmed", "possible")


def test_court_sentences_nobody_whom_it_finds_not_guilty(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claim = ("jury", "sentenced", ROTH)
    assert claim in claims_of(f"A jury found {ROTH} guilty of theft.")
    assert claim not in claims_of(f"A jury found {ROTH} not guilty of theft.")


@pytest.mark.parametrize(
    ("text", "claim", "told"),
    [
        # a verdict that a clause after it describes
        (
            "Judges struck down the ruling that had put {} in jail for stabbing {}.",
            (ROTH, "attacked", HALLAM),
            DENIED,
        ),
        (
            "Judges upheld the ruling that had put {} in jail for stabbing {}.",
            (ROTH, "attacked", HALLAM),
            ASSERTED,
        ),
        ("A court voided the judgment convicting {} of murdering {}.", KILLED, DENIED),
        (
            "A court upheld the judgment convicting {} of murdering {}.",
            KILLED,
            ASSERTED,
        ),
        # whoever was punished and then cleared
        ("{}, imprisoned for killing {}, was acquitted on appeal.", KILLED, DENIED),
        ("{}, imprisoned for killing {}, was acquitted of theft.", KILLED, ASSERTED),
        ("{} was jailed for killing {} but later exonerated.", KILLED, DENIED),
        ("{} was jailed for killing {} but later praised.", KILLED, ASSERTED),
        (
            "A jury cleared {}, who had been convicted of killing {}, in June.",
            KILLED,
            DENIED,
        ),
        (
            "A jury blamed {}, who had been convicted of killing {}, in June.",
            KILLED,
            ASSERTED,
        ),
        # what lacks truth or grounds
        ("There is no truth in the story that {} had married {}.", MARRIED, DENIED),
        ("The story that {} had married {} is without foundation.", MARRIED, DENIED),
        ("The story that {} had married {} is without precedent.", MARRIED, ASSERTED),
        ("There is no truth in a letter saying that {} married {}.", MARRIED, DENIED),
        ("Hale read a statement saying that {} married {}.", MARRIED, ASSERTED),
        # what is wrong to say, and what was wrong to do
        ("The report that {} had met {} is wrong.", MET, DENIED),
        ("It was wrong to say that {} had met {}.", MET, DENIED),
        ("It was wrong that {} met {}.", MET, ASSERTED),
        # what is asked in the passive
        ("Was {}, the singer, killed by {}?", (HALLAM, "killed", ROTH), POSSIBLE),
        ("Was {} killed by {}?", (HALLAM, "killed", ROTH), POSSIBLE),
        # what is told as a legend
        ("Legend has it that {} killed {}.", KILLED, ("affirmed", "alleged")),
        # what is only imagined
        ("In a dream, {} killed {}.", KILLED, POSSIBLE),
        ("Suppose that {} had met {} in May.", MET, POSSIBLE),
    ],
)
def test_untruth_is_told_as_one(
    claim_in: Callable[[str, Triple], Claim],
    text: str,
    claim: Triple,
    told: tuple[str, str],
) -> None:
    found = claim_in(text.format(ROTH, HALLAM), claim)
    assert (found.polarity, found.modality) == told
