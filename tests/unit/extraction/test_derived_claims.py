"""Claims that follow from others name them, quote their evidence and are never more certain."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest

from actorgraph.extraction import Reader
from actorgraph.extraction.claims.acceptance import Acceptance
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import ActorType, Claim, MentionKind, Reading
from actorgraph.vocabulary import Vocabulary
from tests.unit.extraction.conftest import Triple

AIDE = (
    "Norwegian President Dana Roth spoke first. "
    "Presidential aide Peter Hallam criticized Ada Quint."
)

DERIVED = [
    (AIDE, ("Peter Hallam", "aideTo", "Dana Roth")),
    (
        "President Dana Roth of Norway spoke. Ada Quint, a presidential aide, met Peter Hallam.",
        ("Ada Quint", "aideTo", "Dana Roth"),
    ),
    (
        "Dana Roth is president of Norway. Ada Quint is Roth's special envoy.",
        ("Ada Quint", "representativeOf", "Norway"),
    ),
    (
        "Dana Roth leads the Civic Party. The Civic Party is based in Norway.",
        ("Dana Roth", "citizenOf", "Norway"),
    ),
    ("The Civic Party is led by Dana Roth.", ("Dana Roth", "memberOf", "Civic Party")),
    ("Talks between Norway and Sweden resumed.", ("Norway", "metWith", "Sweden")),
]


@pytest.mark.parametrize(("text", "triple"), DERIVED)
def test_derived_claim_rests_on_its_premises(
    read: Callable[[str], Reading],
    claim_in: Callable[[str, Triple], Claim],
    text: str,
    triple: tuple[str, str, str],
) -> None:
    claim = claim_in(text, triple)

    premises = [other for other in read(text).claims if other.id in claim.premises]
    assert len(premises) == len(claim.premises) > 0
    assert set(claim.evidence) == {
        passage for premise in premises for passage in premise.evidence
    }
    assert claim.confidence <= min(premise.confidence for premise in premises)
    assert claim.method.startswith("rule: ")


def test_the_country_of_a_place_is_background_also_for_what_is_there(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    text = "Ada Quint spoke at a summit in Oslo. Norway was silent."
    summit = "summit in Oslo"

    assert not claim_in(text, (summit, "locatedIn", "Oslo")).is_background
    assert claim_in(text, (summit, "locatedIn", "Norway")).is_background


def test_what_follows_from_background_is_background(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    text = "Kremlin spokesman Otto Brandt criticized Peter Hallam. Russia was silent."

    assert not claim_in(
        text, ("Otto Brandt", "spokespersonOf", "Kremlin")
    ).is_background
    assert claim_in(text, ("Otto Brandt", "representativeOf", "Russia")).is_background


def test_the_country_that_the_text_names_beside_a_place_is_no_background(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    text = "Ada Quint spoke at a protest in Vilnius, Lithuania."

    claim = claim_in(text, ("protest in Vilnius", "locatedIn", "Lithuania"))

    assert claim.premises
    assert not claim.is_background


def test_aide_rests_on_the_words_aide_and_president(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    claim = claim_in(AIDE, ("Peter Hallam", "aideTo", "Dana Roth"))

    assert len(claim.premises) == 2
    quotes = " … ".join(passage.quote for passage in claim.evidence)
    assert "President Dana Roth" in quotes
    assert "Presidential aide Peter Hallam" in quotes


def test_aide_of_one_of_two_presidents_is_given_to_neither(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    found = claims_of(
        "Norwegian President Dana Roth met Danish President Peter Hallam. "
        "Presidential aide Otto Brandt slept."
    )

    assert "aideTo" not in {relation for _, relation, _ in found}


def test_country_of_the_aide_decides_between_two_presidents(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    found = claims_of(
        "Norwegian President Dana Roth met Danish President Peter Hallam. "
        "Danish presidential aide Otto Brandt slept."
    )

    assert ("Otto Brandt", "aideTo", "Peter Hallam") in found
    assert ("Otto Brandt", "aideTo", "Dana Roth") not in found


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth did not lead the Civic Party.",
        "Dana Roth may lead the Civic Party.",
        "Dana Roth will lead the Civic Party.",
    ],
)
def test_nothing_follows_from_what_is_not_so(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert "memberOf" not in {relation for _, relation, _ in claims_of(text)}


def test_what_the_text_says_itself_is_not_derived_as_well(
    read: Callable[[str], Reading],
) -> None:
    reading = read("Dana Roth, a member of the Civic Party, leads the Civic Party.")

    assert [
        claim.premises for claim in reading.claims if claim.relation == "memberOf"
    ] == [()]


@pytest.mark.parametrize(
    "president",
    [
        "Dana Roth is not the president of Norway.",
        "Dana Roth may become the president of Norway.",
        "Dana Roth was the president of Norway.",
    ],
)
def test_post_that_nobody_plainly_holds_makes_nobody_an_aide(
    claims_of: Callable[[str], set[Triple]], president: str
) -> None:
    found = claims_of(
        f"{president} Ada Quint, a Norwegian presidential aide, met Peter Hallam in Ghent."
    )

    assert ("Ada Quint", "holdsPost", "presidential aide") in found
    assert "aideTo" not in {relation for _, relation, _ in found}


def test_nothing_follows_from_a_second_premise_that_is_over(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    envoy = "Ada Quint, envoy of Dana Roth, spoke."

    assert ("Ada Quint", "representativeOf", "Norway") in claims_of(
        f"{envoy} Dana Roth is the president of Norway."
    )
    assert ("Ada Quint", "representativeOf", "Norway") not in claims_of(
        f"{envoy} Dana Roth is a former president of Norway."
    )


def test_what_follows_from_what_somebody_says_is_said_by_them(
    read: Callable[[str], Reading], claim_in: Callable[[str, Triple], Claim]
) -> None:
    text = (
        "Otto Brandt said: “Dana Roth is the president of Norway.” "
        "Ada Quint, a Norwegian presidential aide, slept."
    )
    names = {actor.id: actor.name for actor in read(text).actors}

    claim = claim_in(text, ("Ada Quint", "aideTo", "Dana Roth"))
    assert claim.attributed_to is not None
    assert names[claim.attributed_to] == "Otto Brandt"


def test_nothing_follows_from_what_two_speakers_say(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    found = claims_of(
        "“Dana Roth is the president of Norway,” said Otto Brandt. "
        "“Ada Quint is Roth's special envoy,” said Peter Hallam."
    )

    assert {
        ("Dana Roth", "headOfStateOf", "Norway"),
        ("Ada Quint", "envoyOf", "Dana Roth"),
    } <= found
    assert ("Ada Quint", "representativeOf", "Norway") not in found


class NoMembers:
    """A vocabulary that allows every relation but membership."""

    def class_of(self, type_: ActorType, _subtype: None) -> ActorType:
        return type_

    def objection(self, relation: str, *_classes: ActorType) -> str | None:
        return "no" if relation == "memberOf" else None


def test_what_follows_from_a_refused_claim_is_refused_with_it(
    reader: Reader,
    read: Callable[[str], Reading],
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    text = "Dana Roth leads the Civic Party. The Civic Party is based in Norway."
    member = claim_in(text, ("Dana Roth", "memberOf", "Civic Party"))
    citizen = claim_in(text, ("Dana Roth", "citizenOf", "Norway"))
    assert member.id in citizen.premises
    parsed = ParsedText(next(reader.parser.parse([text])), reader.parser)
    entities = Entities(parsed, reader.knowledge.gazetteer)
    mention = TokenMention(0, 2, 1, ActorType.PERSON, MentionKind.NAME)
    for _ in range(9):
        entities.all.append(Entity(ActorType.PERSON, "roth", mentions=[mention]))
    vocabulary = cast("Vocabulary", NoMembers())
    acceptance = Acceptance(read(text).document, entities, vocabulary, floor=0.0)

    acceptance.add_derived([citizen, member])

    assert list(acceptance.claims) == []
    assert [refusal.reason for refusal in acceptance.claims.refusals] == [
        "no",
        "it follows from a claim that was refused",
    ]
