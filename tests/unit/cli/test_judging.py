"""merge, split, judgements and review."""

import json
from pathlib import Path

from tests.unit.cli.conftest import Command
from tests.unit.conftest import Write


def test_merge_is_kept_and_listed_and_can_be_taken_back(
    actorgraph: Command, graph: Path
) -> None:
    said = actorgraph(
        "merge",
        "Ines Okoro",
        "Greta Solheim",
        "--why",
        "a test",
        "--by",
        "me",
        "-g",
        graph,
    )
    assert said.code == 0
    assert "actors: 0 added, 1 removed" in said.out
    listed = actorgraph("judgements", "-g", graph)
    assert listed.out.startswith("1. same: ")
    assert {"Ines Okoro", "Greta Solheim"} == set(
        listed.out.splitlines()[0].removeprefix("1. same: ").split(" | ")
    )
    assert "by me – a test" in listed.out
    judged = json.loads(actorgraph("judgements", "--json", "-g", graph).out)[0][
        "judgement"
    ]
    assert (
        "actors: 1 added, 0 removed"
        in actorgraph("split", judged["left"], judged["right"], "-g", graph).out
    )


def test_split_takes_a_documents_part_out(actorgraph: Command, graph: Path) -> None:
    said = actorgraph("split", "Pavel Brandt", "--document", "party.txt", "-g", graph)
    assert said.code == 0
    assert "actors: 1 added" in said.out
    listed = actorgraph("judgements", "-g", graph).out
    assert listed.startswith("1. different: Pavel Brandt | Pavel Brandt in party.txt\n")


def test_split_wants_one_of_two(actorgraph: Command, graph: Path) -> None:
    assert actorgraph("split", "Pavel Brandt", "-g", graph).code == 2
    assert (
        actorgraph(
            "split",
            "Pavel Brandt",
            "Ines Okoro",
            "--document",
            "party.txt",
            "-g",
            graph,
        ).code
        == 2
    )


def test_a_judgement_that_has_no_effect_is_flagged(
    actorgraph: Command, graph: Path
) -> None:
    actorgraph("merge", "Ines Okoro", "Greta Solheim", "-g", graph)
    said = actorgraph("remove", "party.txt", "-g", graph)
    assert "1 decision has no effect" in said.out
    assert (
        "no effect: its actor or claim no longer exists"
        in actorgraph("judgements", "-g", graph).out
    )


def test_review_says_how_to_decide(
    actorgraph: Command, write: Write, tmp_path: Path
) -> None:
    inputs = write(
        one_txt="Edith Varga, the director of Fjord Museum, lives in Bergen.",
        two_txt="Stefan Varga, the mayor of Bergen, met Pavel Brandt in Oslo on Monday.",
        three_txt="Talks go on in Oslo\n\nMayor Varga met Pavel Brandt in Oslo on Monday.",
    )
    actorgraph("build", inputs, "-g", tmp_path / "graph")
    doubts = json.loads(actorgraph("review", "--json", "-g", tmp_path / "graph").out)
    assert doubts
    said = actorgraph("review", "-g", tmp_path / "graph").out
    assert f"actorgraph merge {doubts[0]['left']} {doubts[0]['right']}" in said
