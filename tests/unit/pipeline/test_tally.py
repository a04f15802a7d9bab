"""What a build counts, and what it asks a person to decide."""

from dataclasses import replace
from pathlib import Path

import pytest

from actorgraph.cli.reporting import print_report
from actorgraph.model import Corpus, Reading
from actorgraph.pipeline.report import EMPTY, Report
from actorgraph.pipeline.tally import Tally
from actorgraph.vocabulary import load_vocabulary
from tests.browser import stories


def tally(*claims: tuple[str, str, float]) -> Tally:
    """Of a text that relates Ann to others: relation, name and confidence of each claim."""
    source = stories.document("a.txt", "Ann did it")
    ann = stories.actor("Ann")
    made = [
        stories.claim(
            ann,
            relation,
            stories.actor(name),
            source,
            "Ann did it"[: 3 + number],
            confidence=confidence,
        )
        for number, (relation, name, confidence) in enumerate(claims)
    ]
    corpus = Corpus((Reading(source, claims=tuple(made)),), (ann,))
    return Tally.of(corpus, load_vocabulary(), 0.5)


def test_grave_relations_that_are_not_sure_enough_are_counted_apart() -> None:
    counted = tally(
        ("accused", "Bo", 0.6), ("accused", "Cy", 0.9), ("metWith", "Di", 0.3)
    )
    assert (counted.edges, counted.unaccepted, counted.doubted) == (1, 2, 1)
    assert counted.most_frequent(9) == (("accused", 1),)
    assert Tally.from_text(counted.to_text()) == counted


def test_a_relation_with_one_sure_claim_is_not_doubted() -> None:
    for order in ((0.6, 0.9), (0.9, 0.6)):
        counted = tally(*(("accused", "Bo", confidence) for confidence in order))
        assert (counted.edges, counted.unaccepted, counted.doubted) == (1, 0, 0)


def test_a_build_says_where_grave_relations_are_decided(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_report(Report(Path("g"), replace(EMPTY, doubted=2)), json=False)
    told = capsys.readouterr().out
    assert "2 grave relations are too doubtful for an edge" in told
    assert "actorgraph review --claims -g g" in told
    print_report(Report(Path("g"), EMPTY), json=False)
    assert "grave" not in capsys.readouterr().out
