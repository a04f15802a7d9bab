"""How annotated articles are compared with, and what is said when they cannot be used."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from actorgraph.errors import DocumentError
from actorgraph.pipeline.evaluation import Evaluation, RelationScores, evaluate
from actorgraph.pipeline.options import Options
from actorgraph.settings import ReaderMode

TEXT = (
    "Norwegian President Dana Roth met Ada Quint, the mayor of Lisbon. "
    "Peter Hallam stayed at home in Oslo."
)
RULES = Options(reader=ReaderMode.RULES)


def _span(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


ENTITIES = [
    {"id": name, "mentions": [_span(name)]}
    for name in ("Dana Roth", "Ada Quint", "Lisbon", "Oslo", "Peter Hallam")
]
ENTITIES.append({"id": "Norway", "mentions": []})
ENTITIES.append(
    {"id": "Norwegian", "mentions": [_span("Norwegian")], "demonymOf": "Norway"}
)


def _fact(subject: str, relation: str, object_: str) -> dict[str, str]:
    return {"subject": subject, "relation": relation, "object": object_}


FACTS = [
    _fact("Dana Roth", "headOfStateOf", "Norway"),
    _fact("Ada Quint", "metWith", "Dana Roth"),
    _fact("Ada Quint", "mayorOf", "Lisbon"),
]


@pytest.fixture
def gold(tmp_path: Path) -> Callable[..., Path]:
    """A file of one annotated article, with changes to it."""

    def write(**changes: Any) -> Path:
        record = {
            "id": "talks",
            "text": TEXT,
            "entities": ENTITIES,
            "relations": FACTS,
        } | changes
        path = tmp_path / "gold.jsonl"
        path.write_text(
            json.dumps(
                {key: value for key, value in record.items() if value is not None}
            )
            + "\n"
        )
        return path

    return write


def _measured(found: Evaluation, relation: str = "all") -> RelationScores:
    return next(one for one in found.relations if one.relation == relation)


def test_all_that_is_annotated_and_read_counts_as_found(
    gold: Callable[..., Path],
) -> None:
    found = _measured(evaluate(gold(), RULES))

    assert (found.gold, found.recalled) == (3, 3)
    assert found.recall == 1.0
    assert found.intervals[1] == (1.0, 1.0)


def test_a_symmetric_fact_is_found_either_way_round(gold: Callable[..., Path]) -> None:
    assert _measured(evaluate(gold(), RULES), "metWith").recalled == 1


def test_what_is_annotated_and_not_read_is_missed_with_its_passage(
    gold: Callable[..., Path],
) -> None:
    found = evaluate(
        gold(relations=[*FACTS, _fact("Peter Hallam", "livesIn", "Oslo")]), RULES
    )

    (missed,) = found.missed
    assert (missed.subject, missed.relation, missed.object, missed.cause) == (
        "Peter Hallam",
        "livesIn",
        "Oslo",
        "unread",
    )
    assert "stayed at home in" in missed.passage


def test_what_is_read_and_not_annotated_is_wrong_with_its_quote(
    gold: Callable[..., Path],
) -> None:
    found = evaluate(gold(relations=FACTS[:2], covers=["mayorOf", "metWith"]), RULES)

    (wrong,) = found.wrong
    assert (wrong.subject, wrong.relation, wrong.object, wrong.cause) == (
        "Ada Quint",
        "mayorOf",
        "Lisbon",
        "unread",
    )
    assert wrong.passage == "Ada Quint, the mayor of Lisbon"
    assert _measured(found).precision == pytest.approx(0.5)


def test_a_fact_the_other_way_round_is_told_as_such(gold: Callable[..., Path]) -> None:
    turned = evaluate(gold(relations=[_fact("Lisbon", "mayorOf", "Ada Quint")]), RULES)

    assert {one.cause for one in turned.missed} == {"direction"}
    assert {one.cause for one in turned.wrong} == {"direction"}


def test_a_fact_that_the_types_we_read_forbid_is_told_as_such(
    gold: Callable[..., Path],
) -> None:
    (missed,) = evaluate(
        gold(relations=[_fact("Peter Hallam", "capitalOf", "Oslo")]), RULES
    ).missed

    assert missed.cause == "type"


def test_a_vaguer_annotation_confirms_a_more_specific_claim(
    gold: Callable[..., Path],
) -> None:
    found = evaluate(gold(relations=[_fact("Ada Quint", "leads", "Lisbon")]), RULES)

    assert (_measured(found).right, _measured(found).recalled) == (1, 1)


def test_what_no_article_covers_is_not_judged(gold: Callable[..., Path]) -> None:
    assert _measured(evaluate(gold(covers=["metWith"]), RULES)).judged == 1


def test_claims_below_the_least_confidence_are_left_out(
    gold: Callable[..., Path],
) -> None:
    assert _measured(evaluate(gold(), replace(RULES, floor=1.0))).judged == 0


def test_the_same_file_gives_the_same_intervals(gold: Callable[..., Path]) -> None:
    assert evaluate(gold(), RULES) == evaluate(gold(), RULES)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"text": None}, "'text' is missing"),
        ({"text": ""}, "must be a string that is not empty"),
        (
            {"relations": [_fact("Dana Roth", "metWyth", "Ada Quint")]},
            "no relation 'metWyth'",
        ),
        (
            {"relations": [_fact("Dana Roth", "metWith", "nobody")]},
            "'nobody', which is not among the entities",
        ),
        (
            {"entities": [{"id": "Dana Roth", "mentions": [[0, 9999]]}]},
            "lies outside the text",
        ),
        ({"covers": ["leeds"]}, "no relation 'leeds'"),
    ],
)
def test_an_annotation_that_cannot_be_used_is_named_with_its_line(
    gold: Callable[..., Path],
    changes: dict[str, Any],
    reason: str,
) -> None:
    with pytest.raises(DocumentError, match=r"gold\.jsonl:1: ") as told:
        evaluate(gold(**changes), RULES)

    assert reason in str(told.value)


def test_no_articles_and_no_file_are_said(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_text("\n")

    with pytest.raises(DocumentError, match="no annotated articles"):
        evaluate(tmp_path / "empty.jsonl", RULES)
    with pytest.raises(DocumentError, match="cannot read"):
        evaluate(tmp_path / "absent.jsonl", RULES)


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ({}, []),
        ({"modality": "asserted", "status": "current"}, []),
        ({"modality": "planned"}, ["asserted, not planned"]),
        (
            {"status": "former", "modality": "alleged"},
            ["asserted, not alleged, current, not former"],
        ),
    ],
)
def test_right_claim_that_is_told_otherwise_than_annotated_is_listed_with_both(
    gold: Callable[..., Path], stated: dict[str, str], told: list[str]
) -> None:
    found = evaluate(gold(relations=[FACTS[0] | stated]), RULES)

    assert [(one.cause, one.difference) for one in found.misstated] == [
        ("property", one) for one in told
    ]
    assert _measured(found).right == 1


def test_relation_that_the_annotation_denies_is_no_fact(
    gold: Callable[..., Path],
) -> None:
    found = evaluate(
        gold(
            relations=[FACTS[0] | {"polarity": "denied"}, FACTS[1]],
            covers=["headOfStateOf"],
        ),
        RULES,
    )

    assert (_measured(found).gold, _measured(found).right) == (0, 0)
    assert [one.relation for one in found.wrong] == ["headOfStateOf"]
