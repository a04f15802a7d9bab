"""Who belongs to a party or group, who stands for a post, and where the described are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.extraction.conftest import Triple

READ = [
    # the name of a party before or after its member
    ("Democrat Ann Marsh spoke.", ("Ann Marsh", "memberOf", "Democrat")),
    (
        "Dana Roth, a Republican from Ohio, left.",
        ("Dana Roth", "memberOf", "Republican"),
    ),
    (
        "Republican Secretary of State Jon Marsh smiled.",
        ("Jon Marsh", "memberOf", "Republican"),
    ),
    # examples of a group, and the country of all its members
    (
        "The bank paid Norwegian painters such as Ada Quint and Dana Roth.",
        ("Dana Roth", "citizenOf", "Norway"),
    ),
    (
        "Countries that make steel, including Norway and Sweden, met.",
        ("Sweden", "memberOf", "countries"),
    ),
    # candidates and their posts
    (
        "Dana Roth plans to run for president.",
        ("Dana Roth", "candidateFor", "president"),
    ),
    (
        "Peter Hallam's bid for prime minister failed.",
        ("Peter Hallam", "candidateFor", "prime minister"),
    ),
    (
        "The vice presidential candidate, Dana Roth, left.",
        ("Dana Roth", "candidateFor", "vice president"),
    ),
    # where described groups, events and bodies are
    ("Officials in Ohio sued.", ("officials in Ohio", "locatedIn", "Ohio")),
    ("A trial in Oslo began.", ("trial in Oslo", "locatedIn", "Oslo")),
    # the office of a counterpart
    (
        "Norwegian Chancellor Dana Roth met her Danish counterpart Peter Hallam.",
        ("Peter Hallam", "headOfGovernmentOf", "Denmark"),
    ),
    # a body after a person, with an adjective and its kind in between
    (
        "Peter Hallam, from the Danish aid group Brightwater, left.",
        ("Peter Hallam", "affiliatedWith", "Brightwater"),
    ),
    # where someone is from
    ("Dana Roth, a student from Lyon, left.", ("Dana Roth", "livesIn", "Lyon")),
    # a body that is only described
    (
        "Dana Roth, head of the relief committee, resigned.",
        ("Dana Roth", "leads", "relief committee"),
    ),
    (
        "A spokesman for the Norwegian government told Dana Roth so.",
        (
            "spokesman for the Norwegian government",
            "spokespersonOf",
            "Norwegian government",
        ),
    ),
]

NOT_READ = [
    # outsiders of a party
    ("Labour critic Dana Roth left.", ("Dana Roth", "memberOf", "Labour")),
    # "non-Norwegian" is not Norwegian
    (
        "The bank paid non-Norwegian painters such as Ada Quint.",
        ("Ada Quint", "citizenOf", "Norway"),
    ),
    # the subject of the next clause, and what goes on after a list that never was one
    (
        "Countries that make steel, including Norway, Sweden said, met.",
        ("Sweden", "memberOf", "countries"),
    ),
    # deputy of the post
    (
        "Dana Roth is the vice-presidential candidate of the Harbour Party.",
        ("Dana Roth", "candidateFor", "president"),
    ),
    # no post that is sought
    (
        "Dana Roth called for Mayor Ada Quint to go.",
        ("Dana Roth", "candidateFor", "Mayor"),
    ),
    # the place of the verb, not of the noun
    ("They sent soldiers to Oslo.", ("soldiers", "locatedIn", "Oslo")),
    # a counterpart of somebody with another office, or of nobody in office
    (
        (
            "French President Dana Roth met her German counterpart, Chancellor Peter Hallam. "
            "German Chancellor Peter Hallam smiled."
        ),
        ("Peter Hallam", "headOfStateOf", "Germany"),
    ),
    (
        "Former Norwegian Chancellor Dana Roth met her Danish counterpart Peter Hallam.",
        ("Peter Hallam", "headOfGovernmentOf", "Denmark"),
    ),
    # where somebody's funeral was
    (
        "They attended the funeral of Peter Hallam at Delmore Church.",
        ("Peter Hallam", "affiliatedWith", "Delmore Church"),
    ),
    # where someone is from, but no longer, or sits for
    ("Dana Roth, a refugee from Lyon, left.", ("Dana Roth", "livesIn", "Lyon")),
    ("Dana Roth, a senator from Ohio, left.", ("Dana Roth", "livesIn", "Ohio")),
    # a part of a body
    (
        "Dana Roth, head of research at Delmore Bank, resigned.",
        ("Dana Roth", "leads", "Delmore Bank"),
    ),
]


@pytest.mark.parametrize(("text", "claim"), READ)
def test_membership_candidacy_or_place_is_read(
    proposals_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim in proposals_of(text)


@pytest.mark.parametrize(("text", "claim"), NOT_READ)
def test_near_neighbour_is_not_read(
    proposals_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim not in proposals_of(text)


def test_label_of_a_complement_holds_no_role(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    claims = proposals_of("Otto Brandt, counsel to Democrat Ann Marsh, resigned.")

    assert ("Ann Marsh", "memberOf", "Democrat") in claims
    assert ("Otto Brandt", "representativeOf", "Ann Marsh") in claims
    assert not any(
        subject == "Ann Marsh"
        for subject, relation, _ in claims
        if relation == "holdsPost"
    )
