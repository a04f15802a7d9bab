import json
import os
from dataclasses import replace
from errno import ENOSPC
from itertools import permutations
from pathlib import Path

import pytest

from actorgraph.errors import InvalidData, UsageError
from actorgraph.model import (
    ActorId,
    ClaimId,
    Correction,
    DocumentId,
    JudgedPassage,
    Judgement,
    Polarity,
    Verdict,
)
from actorgraph.resolution.judgements import (
    append_judgements,
    judgement_id,
    latest,
    read_judgements,
    remaining,
)

SAME = Judgement(
    ActorId("a-1"), ActorId("b-2"), Verdict.SAME, "the desk", "one biography"
)
DIFFERENT = Judgement(ActorId("b-2"), ActorId("a-1"), Verdict.DIFFERENT)


def test_what_is_appended_is_read_in_order_with_sorted_ids(tmp_path: Path) -> None:
    path = tmp_path / "kept" / "judgements.jsonl"
    append_judgements(path, [SAME])
    append_judgements(path, [DIFFERENT])
    assert read_judgements(path) == (
        SAME,
        Judgement(ActorId("a-1"), ActorId("b-2"), Verdict.DIFFERENT),
    )


def test_of_a_judgement_for_which_there_is_no_room_nothing_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "judgements.jsonl"
    append_judgements(path, [SAME])

    def fail(_: int) -> None:
        raise OSError(ENOSPC, "No space left on device")

    size = path.stat().st_size
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        with pytest.raises(UsageError, match="No space left on device"):
            append_judgements(path, [DIFFERENT])
    assert path.stat().st_size == size
    append_judgements(path, [DIFFERENT])
    assert len(read_judgements(path)) == 2


def test_a_file_that_is_not_there_has_no_judgements(tmp_path: Path) -> None:
    assert read_judgements(tmp_path / "none.jsonl") == ()


def test_the_latest_line_about_a_pair_counts_whichever_way_round() -> None:
    later = replace(DIFFERENT, at="2031-05-03T09:15:00.000000Z")
    earlier = replace(SAME, at="2031-05-03T09:14:00.000000Z")
    for lines in ([earlier, later], [later, earlier]):
        assert [found.verdict for found in latest(lines)] == [Verdict.DIFFERENT]


def test_of_two_lines_of_one_moment_the_cautious_one_counts() -> None:
    for lines in ([SAME, DIFFERENT], [DIFFERENT, SAME]):
        assert [found.verdict for found in latest(lines)] == [Verdict.DIFFERENT]


def test_the_order_of_the_lines_means_nothing() -> None:
    undoing = Judgement(
        ActorId(""), ActorId(""), Verdict.UNDONE, text=judgement_id(SAME)
    )
    renaming = Judgement(
        ActorId("a-1"), ActorId(""), Verdict.RENAMED, text="Ann", at="2031"
    )
    for lines in permutations([SAME, DIFFERENT, undoing, renaming, SAME]):
        assert [item.verdict for item in remaining(lines)] == [
            Verdict.DIFFERENT,
            Verdict.RENAMED,
        ]


def test_a_line_says_only_what_was_decided_and_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    correction = Correction(object=ActorId("c-3"), polarity=Polarity.DENIED)
    place = JudgedPassage(ClaimId("1"), DocumentId("d"), 3, 9)
    decision = Judgement(
        ActorId("b-2"),
        ActorId("a-1"),
        Verdict.CORRECTED,
        relation="leads",
        claim=place,
        correction=correction,
    )
    append_judgements(path, [decision])
    assert json.loads(path.read_bytes()) == {
        "left": "b-2",
        "right": "a-1",
        "verdict": "corrected",
        "relation": "leads",
        "claim": {"id": "1", "document": "d", "start": 3, "end": 9},
        "correction": {"object": "c-3", "polarity": "denied"},
    }
    assert read_judgements(path) == (decision,)


@pytest.mark.parametrize(
    "line",
    [
        "x",
        "[]",
        '{"left": "a"}',
        '{"left": "a", "right": "b", "verdict": "maybe"}',
        '{"left": "a", "right": "a", "verdict": "same"}',
        '{"left": 1, "right": "b", "verdict": "same"}',
        '{"left": "a", "right": "b", "verdict": "rejected"}',
        '{"left": "a", "right": "b", "verdict": "corrected", "relation": "leads"}',
        '{"left": "a", "verdict": "renamed"}',
        '{"verdict": "hidden"}',
        '{"verdict": "undone"}',
        '{"left": "a", "right": "b", "verdict": "same", "colour": "red"}',
    ],
)
def test_a_damaged_line_is_an_error_that_names_it(tmp_path: Path, line: str) -> None:
    path = tmp_path / "judgements.jsonl"
    append_judgements(path, [SAME])
    path.write_text(path.read_text() + line + "\n")
    with pytest.raises(InvalidData, match=r"line 2 of judgements\.jsonl"):
        read_judgements(path)


def test_nothing_is_appended_to_a_file_with_a_cut_line(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    append_judgements(path, [SAME])
    path.write_bytes(cut := path.read_bytes()[:-5])
    with pytest.raises(InvalidData, match=r"line 1 of judgements\.jsonl is cut"):
        append_judgements(path, [DIFFERENT])
    assert path.read_bytes() == cut


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=f"cannot read {tmp_path}: Is a directory"):
        read_judgements(tmp_path)


def test_a_judgement_is_on_the_disk_before_it_is_acknowledged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    monkeypatch.setattr("os.fsync", synced.append)
    append_judgements(tmp_path / "judgements.jsonl", [SAME])
    assert len(synced) == 2


def test_an_actor_is_not_judged_against_itself(tmp_path: Path) -> None:
    with pytest.raises(InvalidData):
        append_judgements(
            tmp_path / "j.jsonl", [Judgement(ActorId("a"), ActorId("a"), Verdict.SAME)]
        )
