"""Confidence is the share of right claims, drawn towards a wider share if there are few."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.extraction.knowledge.reliability import (
    Reliability,
    expit,
    load_reliability,
    logit,
)
from actorgraph.model import LEARNED, Reading
from actorgraph.settings import RELIABILITY_PRIOR_WEIGHT, UNSEEN_CONFIDENCE

KEY = ("verb", "praised", "laud")


def _confidence(right: int, wrong: int) -> float:
    return Reliability({KEY: (right, wrong)}).confidence(*KEY)


def test_unseen_way_of_reading_has_the_confidence_of_all() -> None:
    assert Reliability({}).confidence(*KEY) == pytest.approx(
        UNSEEN_CONFIDENCE, abs=0.005
    )


def test_formula_is_applied_from_template_to_relation_to_word() -> None:
    expected = UNSEEN_CONFIDENCE
    for _ in range(3):
        expected = (3 + RELIABILITY_PRIOR_WEIGHT * expected) / (
            4 + RELIABILITY_PRIOR_WEIGHT
        )

    assert _confidence(3, 1) == round(expected, 2)


def test_more_right_claims_never_lower_it_and_more_wrong_ones_never_raise_it() -> None:
    rights = [_confidence(right, 5) for right in range(40)]
    wrongs = [_confidence(5, wrong) for wrong in range(40)]

    assert rights == sorted(rights)
    assert wrongs == sorted(wrongs, reverse=True)
    assert rights[0] < rights[-1]
    assert wrongs[-1] < wrongs[0]


@pytest.mark.parametrize(("right", "wrong"), [(0, 0), (10_000, 0), (0, 10_000), (1, 1)])
def test_it_lies_between_none_and_all(right: int, wrong: int) -> None:
    assert 0.0 <= _confidence(right, wrong) <= 1.0


def test_much_evidence_overrules_the_prior() -> None:
    assert _confidence(10_000, 0) > 0.99
    assert _confidence(0, 10_000) < 0.01


def test_unseen_word_falls_back_to_its_relation_then_to_its_template() -> None:
    counts = {
        KEY: (500, 0),
        ("verb", "praised", "hail"): (0, 500),
        ("verb", "accused", "sue"): (0, 2_000),
    }
    reliability = Reliability(counts)

    word = reliability.confidence(*KEY)
    relation = reliability.confidence("verb", "praised", "unheard")
    template = reliability.confidence("verb", "unheard", "unheard")

    assert word > relation > template
    assert relation == pytest.approx(0.5, abs=0.05)
    assert template == pytest.approx(500 / 3_000, abs=0.05)


def test_claims_about_somebody_without_a_name_are_rated_lower(
    read: Callable[[str], Reading],
) -> None:
    named = read("Peter Hallam met Ada Quint.")
    described = read("Peter Hallam met workers.")

    def confidence(reading: Reading) -> float:
        (claim,) = [c for c in reading.claims if c.relation == "metWith"]
        return claim.confidence

    assert confidence(named) > confidence(described)


def test_counts_that_ship_give_shares() -> None:
    assert (
        0.0
        <= load_reliability().confidence("apposition", "analystAt", "analyst")
        <= 1.0
    )


def test_every_claim_carries_its_confidence(read: Callable[[str], Reading]) -> None:
    reading = read(
        "Dana Roth, the mayor of Lisbon, praised Ada Quint of the Carver Institute."
    )

    assert reading.claims
    assert all(0.0 < claim.confidence <= 1.0 for claim in reading.claims)


WEIGHTS = {
    ("rule", "intercept"): 0.2,
    ("rule", "reliability"): 0.8,
    ("rule", "probability"): 0.5,
    (LEARNED, "intercept"): -0.4,
    (LEARNED, "probability"): 1.1,
    (LEARNED, "visited"): -1.6,
}


def test_a_rule_that_the_learned_reader_agrees_with_is_surer_than_one_that_it_doubts() -> (
    None
):
    reliability = Reliability({KEY: (30, 10)}, WEIGHTS)

    doubted, alone, agreed = (
        reliability.confidence(*KEY, {"probability": odds} if odds else None)
        for odds in (-3.0, None, 3.0)
    )

    assert doubted < alone < agreed
    assert alone == Reliability({KEY: (30, 10)}).confidence(*KEY)


def test_confidence_is_the_weighted_sum_of_the_signals() -> None:
    reliability = Reliability({}, WEIGHTS)

    assert reliability.confidence(
        LEARNED, "praised", "", {"probability": 1.0}
    ) == round(expit(-0.4 + 1.1), 2)
    assert reliability.confidence(
        LEARNED, "visited", "", {"probability": 1.0}
    ) == round(expit(-0.4 + 1.1 - 1.6), 2)
    assert reliability.confidence(
        LEARNED, "praised", "", {"probability": 1.0, "unheard": 9.0}
    ) == round(expit(0.7), 2)


def test_without_calibration_a_probability_stands_for_itself() -> None:
    assert (
        Reliability({}).confidence(LEARNED, "praised", "", {"probability": logit(0.7)})
        == 0.7
    )


@pytest.mark.parametrize("probability", [0.0, 1.0])
def test_no_probability_is_too_extreme_to_be_weighed(probability: float) -> None:
    assert 0.0 < expit(logit(probability)) < 1.0


def test_a_surer_learned_reader_never_makes_a_shipped_claim_less_likely() -> None:
    reliability = load_reliability()
    told = [
        reliability.confidence(LEARNED, "citizenOf", "", {"probability": odds})
        for odds in (-3.0, 0.0, 3.0)
    ]

    assert told == sorted(told)
    assert told[0] < told[-1]


def test_learned_reader_is_heard_alone_only_of_families_that_were_judged() -> None:
    judged = Reliability({}, {(LEARNED, "Affiliation"): 0.2})

    assert judged.knows("Affiliation")
    assert not judged.knows("Hostility")
    assert Reliability({}).knows(
        "Hostility"
    )  # where nothing was calibrated, nothing is known to be bad


def test_relation_that_was_hardly_judged_is_rated_by_its_family() -> None:
    rated = Reliability({}, {(LEARNED, "Diplomacy"): -1.0, (LEARNED, "metWith"): 2.0})
    signals = {"probability": 0.0, "Diplomacy": 1.0}

    assert rated.confidence(LEARNED, "invited", "", signals) == 0.27
    assert rated.confidence(LEARNED, "metWith", "", signals) == 0.73


def test_what_a_user_judged_of_proposals_counts_for_their_relation_only() -> None:
    signals = {"probability": logit(0.7)}
    rejected = Reliability({(LEARNED, "praised", ""): (0, 6)})
    confirmed = Reliability({(LEARNED, "praised", ""): (6, 0)})
    unjudged, less, more, elsewhere = (
        reliability.confidence(LEARNED, relation, "", signals)
        for reliability, relation in (
            (Reliability({}), "praised"),
            (rejected, "praised"),
            (confirmed, "praised"),
            (rejected, "visited"),
        )
    )
    assert less < unjudged < more
    assert elsewhere == unjudged
