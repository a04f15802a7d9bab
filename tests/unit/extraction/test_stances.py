"""Whom and what people are for or against by what they want, and by who they are."""

from __future__ import annotations

from collections.abc import Callable

from tests.unit.extraction.conftest import Triple

STANCES = {"opposes", "rejected", "supports"}


def _stances(claims: set[Triple]) -> set[Triple]:
    return {claim for claim in claims if claim[1] in STANCES}


def test_an_intention_shows_what_someone_is_for_or_against(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    claims = proposals_of(
        "Dana Roth wants to introduce a levy. Norland is determined to relax the sanctions."
        " Borduria has set out plans to hold a referendum. Ada Quint urged Peter Hallam to"
        " launch an inquiry. Eva Lind voted to loosen the law."
    )
    assert _stances(claims) == {
        ("Dana Roth", "supports", "levy"),
        ("Norland", "opposes", "sanctions"),
        ("Borduria", "supports", "referendum"),
        ("Ada Quint", "supports", "inquiry"),
        ("Eva Lind", "opposes", "law"),
    }


def test_what_nobody_intends_shows_no_stance(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    claims = proposals_of(
        "Dana Roth does not want to introduce a levy. Norland’s refusal to relax the"
        " sanctions was firm. Peter Hallam attacked a plan to hold a referendum."
        " Ada Quint wants to hold talks. Eva Lind decided not to introduce a tax."
    )
    assert not {claim for claim in claims if claim[1] == "supports"}
    assert ("Norland", "opposes", "sanctions") not in claims


def test_whom_one_recognises_as_a_danger_one_does_not_back(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    claims = proposals_of(
        "Norway recognises the Harbour Front as a terrorist organisation. Sweden recognised"
        " Dana Roth as the legitimate president. Denmark recognises the Harbour Council."
    )
    assert {claim for claim in claims if claim[1] == "supports"} == {
        ("Sweden", "supports", "Dana Roth"),
        ("Denmark", "supports", "Harbour Council"),
    }


def test_critics_are_against_what_they_speak_of(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    claims = proposals_of("Critics say the reform favours large parties.")
    assert _stances(claims) == {("critics", "opposes", "reform")}
    # Whose critics they are says what they are against, and what others think is not theirs.
    claims = proposals_of("Critics of Dana Roth say the reform favours large parties.")
    assert "reform" not in {object_ for _, _, object_ in _stances(claims)}


def test_a_clause_names_what_an_act_is_about(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    claims = proposals_of(
        "Dana Roth condemned what she described as illegal sanctions."
        " Nurses hit out at what they say are harmful reforms."
    )
    assert _stances(claims) == {
        ("Dana Roth", "opposes", "illegal sanctions"),
        ("nurses", "opposes", "harmful reforms"),
    }
    # What someone sees is named by no clause.
    assert not _stances(proposals_of("Dana Roth condemned what she saw in the plan."))


def test_a_demand_needs_no_conjunction(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    demand = ("Dana Roth", "demanded", "Norland")
    assert demand in proposals_of("Dana Roth demanded Norland release the prisoners.")
    assert demand not in proposals_of("Dana Roth demanded Norland be expelled.")


def test_one_of_several_does_what_the_infinitive_says(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    claims = proposals_of(
        "Dana Roth was one of seven members to vote against the bill."
        " Ada Quint was one of the first to back Peter Hallam."
    )
    assert ("Dana Roth", "opposes", "bill") in claims
    assert ("Ada Quint", "supports", "Peter Hallam") in claims


def test_whoever_joins_a_rally_shares_its_stance(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    claims = proposals_of(
        "Dana Roth joined the pro-Norwegian rally. Ada Quint took part in an anti-Norwegian march."
    )
    assert ("Dana Roth", "supports", "Norway") in claims
    assert ("Ada Quint", "opposes", "Norway") in claims
    claims = proposals_of("Police broke up the anti-Norwegian rally.")
    assert not _stances(claims)


def test_who_did_something_is_judged_with_it(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    claims = proposals_of(
        "Dana Roth condemned what Peter Hallam had done. Ada Quint told what Eva Lind did."
    )
    judged = {claim for claim in claims if claim[1] == "criticized"}
    assert judged == {("Dana Roth", "criticized", "Peter Hallam")}


def test_whose_call_somebody_resists_is_rejected(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    claims = proposals_of("Norway resisted calls from Sweden to open the port.")
    assert ("Norway", "rejected", "Sweden") in claims
    assert ("Sweden", "rejected", "Norway") not in claims
