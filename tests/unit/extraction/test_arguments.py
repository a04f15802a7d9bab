"""Arguments of verbs and nouns: through lists, clauses, participles, intentions and quantities."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Modality, Reading
from tests.unit.extraction.conftest import Triple

ROTH, HALLAM, QUINT = "Dana Roth", "Peter Hallam", "Ada Quint"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Peter Hallam met two ministers, including Dana Roth.",
            (HALLAM, "metWith", ROTH),
        ),
        ("Lawyers such as Dana Roth have sued Norway.", (ROTH, "accused", "Norway")),
        (
            "Peter Hallam praised several authors, Dana Roth and Ada Quint among them.",
            (HALLAM, "praised", QUINT),
        ),
        (
            "Peter Hallam praised several authors, among them Dana Roth and Ada Quint.",
            (HALLAM, "praised", QUINT),
        ),
        (
            "Peter Hallam praised several authors, among them Ada Quint.",
            (HALLAM, "praised", QUINT),
        ),
        ("Dana Roth flew to Oslo with Ada Quint.", (QUINT, "visited", "Oslo")),
        ("Praised by Dana Roth, Ada Quint smiled.", (ROTH, "praised", QUINT)),
        (
            "Fired by Orvane Air, Otto Brandt opened a bar.",
            ("Orvane Air", "dismissed", "Otto Brandt"),
        ),
        (
            "Having sued Orvane Air, Otto Brandt left Norway.",
            ("Otto Brandt", "accused", "Orvane Air"),
        ),
        (
            "Praised by Senator Ada Quint, Otto Brandt smiled.",
            (QUINT, "praised", "Otto Brandt"),
        ),
        (
            "Dana Roth, together with Ada Quint, visited Oslo.",
            (QUINT, "visited", "Oslo"),
        ),
        ("Those arrested by Norway include Dana Roth.", ("Norway", "arrested", ROTH)),
        ("Among those arrested by Norway was Dana Roth.", ("Norway", "arrested", ROTH)),
        (
            "Those arrested by Norway were Dana Roth and Bo Lind.",
            ("Norway", "arrested", ROTH),
        ),
        (
            "The list of banks that Norway has sued includes Delmore Bank.",
            ("Norway", "accused", "Delmore Bank"),
        ),
        (
            "Norway, Sweden and Chile, all of whom trade with Peru, accused Dana Roth.",
            ("Sweden", "accused", ROTH),
        ),
    ],
)
def test_lists_are_followed(
    claims_of: Callable[[str], set[Triple]],
    text: str,
    claim: Triple,
) -> None:
    assert claim in claims_of(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "A woman whom Peter Hallam accused met Dana Roth.",
            (HALLAM, "accused", "woman"),
        ),
        (
            "Obama, whose criticism of Dana Roth grew, left.",
            ("Obama", "criticized", ROTH),
        ),
        (
            "Dana Roth met mayors in Norway who were accusing Peter Hallam.",
            ("mayors in Norway", "accused", HALLAM),
        ),
        (
            "Accused of theft by Peter Hallam, Dana Roth left.",
            (HALLAM, "accused", ROTH),
        ),
        ("Having met Peter Hallam in Oslo, Dana Roth left.", (ROTH, "metWith", HALLAM)),
        ("Dana Roth is due to meet Peter Hallam in May.", (ROTH, "metWith", HALLAM)),
        (
            "Dana Roth's decision to criticize Norway failed.",
            (ROTH, "criticized", "Norway"),
        ),
        (
            "Dana Roth is accused by prosecutors of attacking Peter Hallam.",
            (ROTH, "criticized", HALLAM),
        ),
        (
            "Norwegian plans to attack Chile were leaked.",
            ("Norway", "attacked", "Chile"),
        ),
    ],
)
def test_shared_subjects_are_followed(
    claims_of: Callable[[str], set[Triple]],
    text: str,
    claim: Triple,
) -> None:
    assert claim in claims_of(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # an attack kills, not the place that is attacked
        (
            "The attack on Norway, which killed ten people, was over.",
            ("Norway", "killed", "ten people"),
        ),
        # nobody goes with somebody who did not go, or with a plan
        ("Dana Roth did not fly to Oslo with Ada Quint.", (QUINT, "visited", "Oslo")),
        (
            "Dana Roth flew to Oslo with a plan to sue Ada Quint.",
            (QUINT, "visited", "Oslo"),
        ),
    ],
)
def test_deed_is_of_nobody_who_is_only_beside_it(
    claims_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim not in claims_of(text)


def test_relative_clause_after_two_people_is_left_open(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    text = "Ada Quint, the mother of Dana Roth, who was killed by a soldier, left."

    assert ("soldier", "killed", QUINT) not in claims_of(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The banker who owns Delmore Bank, Dana Roth, met Peter Hallam.",
            (ROTH, "metWith", HALLAM),
        ),
        (
            "The banker who owns Delmore Bank, Dana Roth, met Peter Hallam.",
            (ROTH, "ownerOf", "Delmore Bank"),
        ),
        (
            "The banker whom police arrested on Friday, Dana Roth, met Peter Hallam.",
            (ROTH, "metWith", HALLAM),
        ),
    ],
)
def test_name_after_a_relative_clause_is_that_of_the_noun_before_it(
    claims_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim in claims_of(text)


def test_name_after_a_relative_clause_that_ends_in_another_noun_is_left_open(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    text = "The man who attacked the mayor, Dana Roth, met Peter Hallam."

    assert (ROTH, "attacked", "mayor") not in claims_of(text)
    assert (ROTH, "metWith", HALLAM) not in claims_of(text)


def test_condition_shares_no_subject(claims_of: Callable[[str], set[Triple]]) -> None:
    assert claims_of("If accused by Peter Hallam, Dana Roth will leave.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth was sentenced to eight years in prison for insulting Peter Hallam.",
        "Dana Roth drew praise for insulting Peter Hallam.",
        "Dana Roth faces charges of insulting Peter Hallam.",
        "Police arrested Dana Roth on suspicion of insulting Peter Hallam.",
    ],
)
def test_blame_and_praise_say_who_did_it(
    claims_of: Callable[[str], set[Triple]],
    text: str,
) -> None:
    assert (ROTH, "criticized", HALLAM) in claims_of(text)


def test_suspicion_is_no_proof(read: Callable[[str], Reading]) -> None:
    claims = read("Dana Roth was arrested on suspicion of killing Peter Hallam.").claims

    assert [claim.modality for claim in claims] == [Modality.ALLEGED]


def test_critic_did_not_do_what_is_criticized(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    text = "Peter Hallam expressed criticism of Dana Roth for visiting Oslo."

    assert (HALLAM, "visited", "Oslo") not in claims_of(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Norway blamed the attack on Dana Roth.", ("Norway", "accused", ROTH)),
        (
            "The attack was blamed on Dana Roth by Norway.",
            ("Norway", "accused", ROTH),
        ),
        ("Norway demanded security from Dana Roth.", ("Norway", "demanded", ROTH)),
    ],
)
def test_any_object_comes_before_the_preposition_of_a_verb(
    proposals_of: Callable[[str], set[Triple]],
    text: str,
    claim: Triple,
) -> None:
    assert claim in proposals_of(text)


def test_owner_of_what_is_demanded_is_not_asked(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    claims = proposals_of("Norway demanded the release of Dana Roth.")

    assert ("Norway", "demanded", ROTH) not in claims


def test_support_that_is_thrown_behind_someone_is_not_over(
    read: Callable[[str], Reading],
) -> None:
    for verb in ("threw", "will throw"):
        (claim,) = read(f"Dana Roth {verb} her support behind Peter Hallam.").claims
        assert (claim.relation, claim.status) == ("supports", None)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Dana Roth drew criticism from Peter Hallam.", (HALLAM, "criticized", ROTH)),
        (
            "Dana Roth won praise from Ada Quint and Peter Hallam.",
            (HALLAM, "praised", ROTH),
        ),
        ("Dana Roth has the backing of Peter Hallam.", (HALLAM, "supports", ROTH)),
        (
            "Peter Hallam's dismissal of Dana Roth was met with anger.",
            (HALLAM, "dismissed", ROTH),
        ),
        ("The release of Dana Roth by Norway was delayed.", ("Norway", "freed", ROTH)),
        (
            "A pact was signed between Norway and Chile.",
            ("Norway", "agreedWith", "Chile"),
        ),
    ],
)
def test_nouns_give_their_arguments(
    claims_of: Callable[[str], set[Triple]],
    text: str,
    claim: Triple,
) -> None:
    assert claim in claims_of(text)


def test_what_one_has_is_not_always_received(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of("Dana Roth has support for Peter Hallam.")

    assert (HALLAM, "supports", ROTH) not in claims


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth called for Peter Hallam to resign.",
        "Dana Roth wants Peter Hallam to resign.",
        "Dana Roth demanded that Peter Hallam resign.",
        "Dana Roth's call on Peter Hallam to resign was ignored.",
    ],
)
def test_demands_name_who_shall_act(
    claims_of: Callable[[str], set[Triple]],
    text: str,
) -> None:
    assert (ROTH, "demanded", HALLAM) in claims_of(text)


def test_what_is_demanded_is_no_fact(read: Callable[[str], Reading]) -> None:
    claims = read("Norway demanded that Peter Hallam release Dana Roth.").claims

    assert {
        claim.relation for claim in claims if claim.modality is Modality.ASSERTED
    } == {"demanded"}


def test_capitals_act_as_their_states(claims_of: Callable[[str], set[Triple]]) -> None:
    assert ("Berlin", "sanctioned", "Moscow") in claims_of(
        "Berlin imposed sanctions on Moscow."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth rather than Peter Hallam will lead Delmore Bank.",
        "Dana Roth founded Delmore Bank, not Peter Hallam.",
        "Delmore Bank was founded not by Peter Hallam but by Dana Roth.",
    ],
)
def test_whoever_is_named_as_not_meant_does_nothing(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    subjects = {s for s, r, o in claims_of(text) if o == "Delmore Bank"}

    assert "Dana Roth" in subjects
    assert "Peter Hallam" not in subjects


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Fishermen saw riot police haul Dana Roth from a van and detain him.", set()),
        ("Fishermen hauled Dana Roth from a van and detained him.", {"fishermen"}),
    ],
)
def test_whoever_sees_a_deed_does_not_do_it(
    claims_of: Callable[[str], set[Triple]], text: str, subjects: set[str]
) -> None:
    found = {s.lower() for s, r, _ in claims_of(text) if r == "arrested"}

    assert found == subjects
