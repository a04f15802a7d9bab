"""What a text mentions again by another word: "the legislation", "the country", "her party"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.extraction.conftest import Triple


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Norland passed a bill on mining. Dana Roth opposed the legislation.",
            ("Dana Roth", "opposes", "bill"),
        ),
        (
            "Norland passed a bill. Dana Roth opposed the controversial bill.",
            ("Dana Roth", "opposes", "bill"),
        ),
        (
            "The accord was drafted in Paris. Dana Roth signed the deal.",
            ("Dana Roth", "signed", "accord"),
        ),
        (
            "The Oslo accords were drafted. Dana Roth signed the Oslo agreements.",
            ("Dana Roth", "signed", "Oslo accords"),
        ),
        (
            "Fierce fighting shook Oslo. Dana Roth condemned the violence.",
            ("Dana Roth", "opposes", "fierce fighting"),
        ),
        (
            "Norway passed reforms of mining. Dana Roth opposed the changes.",
            ("Dana Roth", "opposes", "reforms"),
        ),
        (
            "Danish troops left. Ships arrived. Polish units attacked the Danish forces.",
            ("Polish units", "attacked", "Danish troops"),
        ),
        (
            "Belgian police opened a station. Belgium's police arrested Dana Roth.",
            ("Belgian police", "arrested", "Dana Roth"),
        ),
        (
            "Dana Roth visited Norway. The country supports Sweden.",
            ("Norway", "supports", "Sweden"),
        ),
        (
            "Hungarian trade unions met. Dana Roth praised the trade unions.",
            ("Dana Roth", "praised", "Hungarian trade unions"),
        ),
        (
            "The Danish government slept. Dana Roth praised the Danish administration.",
            ("Dana Roth", "praised", "Danish government"),
        ),
        (
            "Clara Roth briefed journalists. It rained. Peter Hallam spoke to reporters.",
            ("Peter Hallam", "spokeWith", "journalists"),
        ),
        (
            "The EU met on Monday. The bloc criticized Norway.",
            ("EU", "criticized", "Norway"),
        ),
        (
            "Harbour Party leader Dana Roth slept. Her party criticized Peter Hallam.",
            ("Harbour Party", "criticized", "Peter Hallam"),
        ),
        (
            "Ilya Marsh praised his wife, Ada Hale. He slept. His wife criticized Dana Roth.",
            ("Ada Hale", "criticized", "Dana Roth"),
        ),
        (
            "Otto Marsh slept. His wife criticized Dana Roth.",
            ("wife of Otto Marsh", "criticized", "Dana Roth"),
        ),
        (
            (
                "Envoy Dana Hale met Envoy Ilya Marsh. It froze. It snowed. It rained. "
                "Hale slept. The envoy praised Peter Hallam."
            ),
            ("Dana Hale", "praised", "Peter Hallam"),
        ),
        (
            "The Roth administration left. The administration sued Otto Hale.",
            ("Roth administration", "accused", "Otto Hale"),
        ),
        (
            "“I left,” said Clara Roth. “It rained. It froze. It snowed.” She praised Otto Hale.",
            ("Clara Roth", "praised", "Otto Hale"),
        ),
    ],
)
def test_a_description_by_another_word_finds_what_the_text_mentioned(
    claims_of: Callable[[str], set[Triple]],
    text: str,
    claim: Triple,
) -> None:
    assert claim in claims_of(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # another one of the kind
        (
            "Norland passed a bill on mining. Dana Roth opposed another law.",
            ("Dana Roth", "opposes", "bill"),
        ),
        # told apart by a name
        (
            "Norland passed a bill. Dana Roth opposed the Danish legislation.",
            ("Dana Roth", "opposes", "bill"),
        ),
        # either of two
        (
            "A bill failed. A Danish law was passed. Dana Roth opposed the legislation.",
            ("Dana Roth", "opposes", "bill"),
        ),
        # either of two groups
        (
            "Danish trade unions met Polish trade unions. Dana Roth praised the trade unions.",
            ("Dana Roth", "praised", "Danish trade unions"),
        ),
        # told apart by an adjective
        (
            "Clara Roth met journalists. It rained. Peter Hallam told Danish reporters.",
            ("Peter Hallam", "spokeWith", "journalists"),
        ),
        # the other side
        (
            "Danish troops left. Polish units attacked the Norwegian forces.",
            ("Polish units", "attacked", "Danish troops"),
        ),
        # no government of another country
        (
            "The Danish government left. Clara Roth slept. The administration fined Oslo.",
            ("Danish government", "sanctioned", "Oslo"),
        ),
        # either of two countries
        (
            "Norway met Denmark. The country supports Sweden.",
            ("Denmark", "supports", "Sweden"),
        ),
        # another country
        (
            "Dana Roth visited Norway. The country of her birth supports Sweden.",
            ("Norway", "supports", "Sweden"),
        ),
        # any woman
        (
            "Dana Hale is a woman. Peter Hallam criticized the woman.",
            ("Peter Hallam", "criticized", "Dana Hale"),
        ),
        # one of the family
        (
            "Otto Marsh met Clara Marsh. He slept. Otto criticized his sister.",
            ("Otto Marsh", "criticized", "sister of Otto Marsh"),
        ),
        # nobody's party
        (
            "Harbour Party leader Clara Roth met Otto Marsh. His party criticized Peter Hallam.",
            ("Harbour Party", "criticized", "Peter Hallam"),
        ),
    ],
)
def test_a_description_of_something_else_does_not(
    claims_of: Callable[[str], set[Triple]],
    text: str,
    claim: Triple,
) -> None:
    assert claim not in claims_of(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Dana Roth opposed the tariffs.", ("Dana Roth", "opposes", "tariffs")),
        ("Dana Roth sued the companies.", ("Dana Roth", "accused", "companies")),
        (
            "Delmore United lost the final.",
            ("Delmore United", "participatedIn", "final"),
        ),
        (
            "Mr West criticized Dana Roth. Otto West slept.",
            ("Otto West", "criticized", "Dana Roth"),
        ),
    ],
)
def test_matters_and_names_that_verbs_concern_are_mentioned(
    claims_of: Callable[[str], set[Triple]],
    text: str,
    claim: Triple,
) -> None:
    assert claim in claims_of(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Kenneth Hale slept. Ken Hale praised Clara Roth.",
            ("Kenneth Hale", "praised", "Clara Roth"),
        ),
        (
            "Norland said that the West was weak. The West criticized Clara Roth.",
            ("West", "criticized", "Clara Roth"),
        ),
        # another member of the family
        (
            "Kenneth Hale and Dora Hale slept. Ken Hale praised Clara Roth.",
            ("Ken Hale", "praised", "Clara Roth"),
        ),
    ],
)
def test_short_and_missed_names_are_linked(
    claims_of: Callable[[str], set[Triple]],
    text: str,
    claim: Triple,
) -> None:
    assert claim in claims_of(text)


def test_the_west_of_a_country_is_no_actor(
    types_in: Callable[[str], dict[str, str]],
) -> None:
    assert "West" not in types_in("Clara Roth travelled to the West of Norway.")


def test_a_name_before_the_subject_does_not_have_its_role(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    text = "After talks with Clara Roth, the head of Delmore Bank praised Otto Hale."
    claims = claims_of(text)
    assert ("Clara Roth", "praised", "Otto Hale") not in claims
    assert ("Clara Roth", "leads", "Delmore Bank") not in claims


def test_a_description_is_labelled_as_it_is_written(
    types_in: Callable[[str], dict[str, str]],
) -> None:
    names = types_in("An 18-year-old man criticized Clara Roth.")
    assert "18-year-old man" in names


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Dana Roth made the decisions.", "createdBy"),
        ("Norway welcomed the talks.", "hosted"),
    ],
)
def test_a_decision_that_is_made_is_no_work_and_a_welcome_one_not_hosted(
    claims_of: Callable[[str], set[Triple]], text: str, relation: str
) -> None:
    assert relation not in {claim[1] for claim in claims_of(text)}


def test_matters_without_a_claim_are_no_actors(
    types_in: Callable[[str], dict[str, str]],
) -> None:
    assert set(types_in("Dana Roth slept near the factory after the tour.")) == {
        "Dana Roth"
    }
