"""What an annotation teaches: facts, choices, and the sentences that state them."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from actorgraph.extraction.learned.encoding import Window
from training.annotated_facts import annotated_facts
from training.corpora import AnnotatedArticle, MarkedMention
from training.examples import CHOICE, UNKNOWN, Example, Integers
from training.pair_targets import pair_targets
from training.relation_table import RelationTable
from training.seen_mentions import SeenMention, add_seen_mentions

TERMS = """{"terms": {
    "opposes": {"domain": ["Person"], "range": ["Person"]},
    "criticized": {"domain": ["Person"], "range": ["Person"], "subPropertyOf": ["opposes"]},
    "accused": {"domain": ["Person"], "range": ["Person"], "subPropertyOf": ["criticized"]},
    "metWith": {"domain": ["Person"], "range": ["Person"], "symmetric": true}
}}"""
NO_RELATIONS = RelationTable((), {}, frozenset(), {}, {}, {})
SAME = {"quint": "quint", "lind": "lind", "hale": "hale"}


@pytest.fixture
def relations(tmp_path: Path) -> RelationTable:
    """Four relations, three of them in a chain."""
    path = tmp_path / "relations.json"
    path.write_text(TERMS, encoding="utf-8")
    return RelationTable.load(path)


def record(dataset: str, *annotations: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return an article with relations between Quint and Lind."""
    ends = {"subject": "quint", "object": "lind", "evidence": [[0, 20]]}
    related = [{**ends, **annotation} for annotation in annotations]
    return {"dataset": dataset, "text": "…", "relations": related, **more}


def test_a_fact_implies_more_general_ones(relations: RelationTable) -> None:
    facts = annotated_facts(record("news", {"relation": "accused"}), SAME, relations)

    assert facts.true == {
        ("quint", term, "lind") for term in ("accused", "criticized", "opposes")
    }


def test_of_a_choice_only_what_all_imply_is_true(relations: RelationTable) -> None:
    choice = {"anyOf": ["accused", "criticized"]}
    facts = annotated_facts(record("events-gsr", choice), SAME, relations)

    assert ("quint", "criticized", "lind") in facts.true
    assert ("quint", "accused", "lind") in facts.unknown
    assert facts.choices == [("quint", frozenset({"accused", "criticized"}), "lind")]


def test_weak_annotation_teaches_nothing(relations: RelationTable) -> None:
    weak = {"anyOf": ["accused"], "weak": True}
    facts = annotated_facts(record("events-dse", weak), SAME, relations)

    assert not facts.true
    assert not facts.choices


def test_a_deed_is_not_done_the_other_way_round(relations: RelationTable) -> None:
    done = [{"relation": "accused"}, {"relation": "metWith"}]
    facts = annotated_facts(record("events-gsr", *done), SAME, relations)

    assert facts.false == {("lind", "accused", "quint")}


def test_unrelated_pairs_have_none_of_the_relations_below(
    relations: RelationTable,
) -> None:
    article = record(
        "events-dse", unrelated=[["lind", "hale"]], unrelatedTerms=["opposes"]
    )
    facts = annotated_facts(article, SAME, relations)

    assert ("lind", "accused", "hale") in facts.false
    assert ("hale", "accused", "lind") not in facts.false


def example(targets: Integers, stated: list[tuple[int, ...]]) -> Example:
    """Return a window of two sentences with the same two actors in each."""
    spans = np.array([[1, 2], [3, 4], [6, 7], [8, 9]])
    return Example(
        article="a",
        dataset="news",
        window=Window([2, *range(10, 20), 3], [0] * 12, list(range(12)), []),
        tags=None,
        parts=None,
        spans=spans,
        types=np.zeros(4, np.int64),
        entities=np.array([0, 1, 0, 1]),
        sentences=np.array([1, 1, 2, 2]),
        coreference=False,
        targets=targets.astype(np.int8),
        stated=np.array(stated, np.int64).reshape(-1, 4),
    )


def targets_by_sentence(of_window: Example) -> dict[int, list[int]]:
    """Return the targets of "the first actor to the second" by the sentence."""
    result = pair_targets(of_window, random.Random(0))
    found = {}
    for (subject, object_), group in zip(result.pairs, result.groups, strict=True):
        ends = of_window.entities[subject], of_window.entities[object_]
        if group >= 0 and ends == (0, 1):
            sentence = int(of_window.sentences[subject])
            found[sentence] = result.targets[group].tolist()
    return found


def test_a_fact_is_learned_only_from_sentences_that_state_it() -> None:
    targets = np.zeros((2, 2, 1), np.int64)
    targets[0, 1, 0] = 1

    by_sentence = targets_by_sentence(example(targets, [(0, 1, 0, 1)]))

    assert by_sentence == {1: [1], 2: [UNKNOWN]}


def test_without_statements_all_sentences_of_a_window_tell() -> None:
    targets = np.zeros((2, 2, 1), np.int64)
    targets[0, 1, 0] = CHOICE

    result = pair_targets(example(targets, []), random.Random(0))

    assert len(result.targets) == 2  # one for each direction, both sentences together
    assert sorted(result.targets.ravel().tolist()) == [0, CHOICE]


def test_mentions_in_different_sentences_are_in_no_group() -> None:
    window = example(np.zeros((2, 2, 1), np.int64), [])
    result = pair_targets(window, random.Random(0))
    sentences = window.sentences[result.pairs]

    crosses = sentences[:, 0] != sentences[:, 1]
    assert crosses.any()
    assert (result.groups[crosses] == -1).all()
    assert (result.groups[~crosses & ~result.is_same] >= 0).all()


def test_seen_mentions_join_their_entity_or_are_related_to_nobody() -> None:
    article = AnnotatedArticle(
        id="a",
        dataset="news",
        text="Ada Quint met reporters. She left.",
        mentions=[MarkedMention(0, 9, "quint", "Person")],
        types={"quint": frozenset({"Person"})},
        same={"quint": "quint"},
        facts=annotated_facts(record("news"), SAME, NO_RELATIONS),
        covers=frozenset({"metWith"}),
        domain={},
        range={},
        complete=False,
        tagged=False,
    )
    seen = [(0, 9, 4, "Person"), (14, 23, 5, "Group"), (25, 28, 4, "Person")]

    add_seen_mentions(article, [SeenMention(*mention) for mention in seen])

    assert [mention.entity for mention in article.mentions] == [
        "quint",
        "bystander 5",
        "quint",
    ]
    assert article.is_decided("metWith", "quint", "bystander 5")
