"""Confidence is the share of right claims, drawn towards a wider share the less there is to count."""

from __future__ import annotations

import pytest

from actorgraph.extraction.reliability import Reliability, load_reliability
from actorgraph.settings import RELIABILITY_PRIOR_WEIGHT, UNSEEN_CONFIDENCE

KEY = ("verb", "praised", "laud")


def _confidence(right: int, wrong: int) -> float:
    return Reliability({KEY: (right, wrong)}).confidence(*KEY)


def test_unseen_way_of_reading_has_the_confidence_of_all():
    assert Reliability({}).confidence(*KEY) == pytest.approx(UNSEEN_CONFIDENCE, abs=0.005)


def test_formula_is_applied_from_template_to_relation_to_word():
    expected = UNSEEN_CONFIDENCE
    for _ in range(3):
        expected = (3 + RELIABILITY_PRIOR_WEIGHT * expected) / (4 + RELIABILITY_PRIOR_WEIGHT)

    assert _confidence(3, 1) == round(expected, 2)


def test_more_right_claims_never_lower_it_and_more_wrong_ones_never_raise_it():
    rights = [_confidence(right, 5) for right in range(40)]
    wrongs = [_confidence(5, wrong) for wrong in range(40)]

    assert rights == sorted(rights)
    assert wrongs == sorted(wrongs, reverse=True)
    assert rights[0] < rights[-1]
    assert wrongs[-1] < wrongs[0]


@pytest.mark.parametrize(("right", "wrong"), [(0, 0), (10_000, 0), (0, 10_000), (1, 1)])
def test_it_lies_between_none_and_all(right, wrong):
    assert 0.0 <= _confidence(right, wrong) <= 1.0


def test_much_evidence_overrules_the_prior():
    assert _confidence(10_000, 0) > 0.99
    assert _confidence(0, 10_000) < 0.01


def test_unseen_word_falls_back_to_its_relation_then_to_its_template():
    counts = {KEY: (500, 0), ("verb", "praised", "hail"): (0, 500), ("verb", "accused", "sue"): (0, 2_000)}
    reliability = Reliability(counts)

    word = reliability.confidence(*KEY)
    relation = reliability.confidence("verb", "praised", "unheard")
    template = reliability.confidence("verb", "unheard", "unheard")

    assert word > relation > template
    assert relation == pytest.approx(0.5, abs=0.05)
    assert template == pytest.approx(500 / 3_000, abs=0.05)


def test_counts_that_ship_give_shares():
    assert 0.0 <= load_reliability().confidence("apposition", "analystAt", "analyst") <= 1.0


def test_every_claim_carries_its_confidence(read):
    reading = read("Dana Roth, the mayor of Lisbon, praised Ada Quint of the Carver Institute.")

    assert reading.claims
    assert all(0.0 < claim.confidence <= 1.0 for claim in reading.claims)
