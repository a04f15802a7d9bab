from pathlib import Path

import pytest

from actorgraph.errors import InvalidData
from actorgraph.model import ActorId, Judgement, Verdict
from actorgraph.resolution.judgements import append_judgement, latest, read_judgements

SAME = Judgement(
    ActorId("a-1"), ActorId("b-2"), Verdict.SAME, "the desk", "one biography"
)
DIFFERENT = Judgement(ActorId("b-2"), ActorId("a-1"), Verdict.DIFFERENT)


def test_what_is_appended_is_read_in_order_with_sorted_ids(tmp_path: Path) -> None:
    path = tmp_path / "kept" / "judgements.jsonl"
    append_judgement(path, SAME)
    append_judgement(path, DIFFERENT)
    assert read_judgements(path) == (
        SAME,
        Judgement(ActorId("a-1"), ActorId("b-2"), Verdict.DIFFERENT),
    )


def test_a_file_that_is_not_there_has_no_judgements(tmp_path: Path) -> None:
    assert read_judgements(tmp_path / "none.jsonl") == ()


def test_the_last_line_about_a_pair_counts_whichever_way_round() -> None:
    assert [found.verdict for found in latest([SAME, DIFFERENT])] == [Verdict.DIFFERENT]


@pytest.mark.parametrize(
    "line",
    [
        "x",
        "[]",
        '{"left": "a"}',
        '{"left": "a", "right": "b", "verdict": "maybe"}',
        '{"left": "a", "right": "a", "verdict": "same"}',
        '{"left": 1, "right": "b", "verdict": "same"}',
    ],
)
def test_a_damaged_line_is_an_error_that_names_it(tmp_path: Path, line: str) -> None:
    path = tmp_path / "judgements.jsonl"
    append_judgement(path, SAME)
    path.write_text(path.read_text() + line + "\n")
    with pytest.raises(InvalidData, match=r"line 2 of judgements\.jsonl"):
        read_judgements(path)


def test_nothing_is_appended_to_a_file_with_a_cut_line(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    append_judgement(path, SAME)
    path.write_bytes(cut := path.read_bytes()[:-5])
    with pytest.raises(InvalidData, match=r"line 1 of judgements\.jsonl is cut"):
        append_judgement(path, DIFFERENT)
    assert path.read_bytes() == cut


def test_a_judgement_is_on_the_disk_before_it_is_acknowledged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    monkeypatch.setattr("os.fsync", synced.append)
    append_judgement(tmp_path / "judgements.jsonl", SAME)
    assert len(synced) == 2


def test_an_actor_is_not_judged_against_itself(tmp_path: Path) -> None:
    with pytest.raises(InvalidData):
        append_judgement(
            tmp_path / "j.jsonl", Judgement(ActorId("a"), ActorId("a"), Verdict.SAME)
        )
