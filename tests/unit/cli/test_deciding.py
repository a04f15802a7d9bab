"""reject, confirm, correct, rename, retype, hide, note, undo and judge."""

import json
from pathlib import Path

import pytest

from actorgraph.pipeline.graph import load
from tests.unit.cli.conftest import Command

ACCUSED = ("Greta Solheim", "Pavel Brandt")


def names(graph: Path) -> set[str]:
    return {actor.name for actor in load(graph).corpus.actors}


def claim_id(graph: Path, relation: str) -> str:
    return next(c.id for c in load(graph).corpus.claims if c.relation == relation)


def relations(graph: Path) -> set[str]:
    return {claim.relation for claim in load(graph).corpus.claims}


def test_a_rejected_edge_is_only_told_under_why_not_until_it_is_undone(
    actorgraph: Command, graph: Path
) -> None:
    options = ("--why", "misread", "--by", "Ada", "-g", graph)
    assert "accused" in relations(graph)
    assert actorgraph("reject", *ACCUSED, "--relation", "accused", *options).code == 0
    assert "accused" not in relations(graph)
    refused = actorgraph("explain", "--why-not", *ACCUSED, "-g", graph).out
    assert "refused: rejected by Ada: misread" in refused
    listed = actorgraph("judgements", "-g", graph).out
    assert "1. rejected: Greta Solheim – accused → Pavel Brandt (every claim)" in listed
    undone = actorgraph("undo", "1", "-g", graph)
    assert undone.code == 0
    assert "taken back: rejected: Greta Solheim – accused → Pavel Brandt" in undone.out
    assert "recorded" not in undone.out
    assert "accused" in relations(graph)
    assert "No decisions yet" in actorgraph("judgements", "-g", graph).out


def test_a_claim_is_rejected_and_confirmed_by_its_id(
    actorgraph: Command, graph: Path
) -> None:
    claim = claim_id(graph, "accused")
    assert actorgraph("reject", claim, "-g", graph).code == 0
    assert "accused" not in relations(graph)
    assert actorgraph("undo", "1", "-g", graph).code == 0
    assert actorgraph("confirm", claim, "-g", graph).code == 0
    (confirmed,) = [c for c in load(graph).corpus.claims if c.id == claim]
    assert confirmed.confidence == 1.0


def test_a_claim_is_corrected_and_must_fit(actorgraph: Command, graph: Path) -> None:
    claim = claim_id(graph, "accused")
    wrong = actorgraph("correct", claim, "--relation", "capitalOf", "-g", graph)
    assert wrong.code == 2
    assert "does not fit" in wrong.err
    for mistaken, offered in (
        ("acused", "did you mean accused"),
        ("zzz", "to see all relations: actorgraph relations"),
    ):
        said = actorgraph("correct", claim, "--relation", mistaken, "-g", graph)
        assert (said.code, offered in said.err) == (1, True)
    assert actorgraph("correct", claim, "-g", graph).code == 2
    done = actorgraph("correct", claim, "--swap", "--relation", "warned", "-g", graph)
    assert done.code == 0
    (changed,) = [c for c in load(graph).corpus.claims if c.id == claim]
    called = load(graph).names
    assert (called[changed.subject], changed.relation, called[changed.object]) == (
        "Pavel Brandt",
        "warned",
        "Greta Solheim",
    )


def test_an_actor_is_renamed_retyped_noted_and_hidden(
    actorgraph: Command, graph: Path
) -> None:
    assert (
        actorgraph("rename", "Coast Party", "Party of the Coast", "-g", graph).code == 0
    )
    assert "Party of the Coast" in names(graph)
    noted = actorgraph("note", "coast party", "asked on Monday", "-g", graph)
    assert (
        "Nothing was added or removed.\n1 decision recorded; to see all, " in noted.out
    )
    assert f"actorgraph judgements -g {graph}\n" in noted.out
    silent = actorgraph("note", "coast party", "also Tuesday", "-g", graph, "--json")
    assert json.loads(silent.out)["changes"] is not None
    assert "Note: asked on Monday" in actorgraph("show", "Coast Party", "-g", graph).out
    assert actorgraph("retype", "Coast Party", "Partei", "-g", graph).code == 1
    assert actorgraph("retype", "Coast Party", "Group", "-g", graph).code == 0
    assert load(graph).find("Coast Party").type == "Group"
    assert actorgraph("hide", "Party of the Coast", "-g", graph).code == 0
    assert "Party of the Coast" not in names(graph)


@pytest.mark.parametrize(
    "words",
    [
        ("merge", "Ines Okorro", "Greta Solheim"),
        ("split", "Ines", "Greta Solheim"),
        ("reject", "Greta Solhiem", "Pavel Brandt"),
        ("rename", "Pavel Brand", "Paul Brandt"),
        ("hide", "Pav"),
        ("note", "Pavell Brandt", "a note"),
        ("reject", "0123456789abcdef"),
        ("undo", "7"),
    ],
)
def test_nothing_acts_on_a_guess(
    actorgraph: Command, graph: Path, words: tuple[str, ...]
) -> None:
    before = (graph / "current").read_bytes()
    said = actorgraph(*words, "-g", graph)
    assert said.code == 1
    assert (graph / "current").read_bytes() == before
    assert "No decisions yet" in actorgraph("judgements", "-g", graph).out


def test_a_guess_is_told_where_it_only_answers(
    actorgraph: Command, graph: Path
) -> None:
    said = actorgraph("show", "Pavel Brandd", "-g", graph)
    assert said.code == 0
    assert "“Pavel Brandd” is taken for Pavel Brandt" in said.err
    assert "taken for" not in actorgraph("show", "pavel brandt", "-g", graph).err


def test_a_person_is_merged_with_a_body_only_by_force(
    actorgraph: Command, graph: Path
) -> None:
    pair = ("Ines Okoro", "Lumen Ferries", "-g", graph)
    said = actorgraph("merge", *pair)
    assert said.code == 2
    assert "not of one type" in said.err
    assert actorgraph("merge", *pair, "--force").code == 0


def test_a_file_of_the_page_is_taken_in_once(
    actorgraph: Command, graph: Path, tmp_path: Path
) -> None:
    ids = {name: id_ for id_, name in load(graph).names.items()}
    rows = [
        {
            "verdict": "rejected",
            "claim": claim_id(graph, "accused"),
            "at": "2031-01-01",
        },
        {
            "verdict": "renamed",
            "left": ids["Pavel Brandt"],
            "text": "Paul Brandt",
            "at": "2031-01-02",
        },
    ]
    file = tmp_path / "decisions.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)))
    for told in (
        "2 decisions recorded;",
        "0 decisions recorded, 2 were recorded before;",
    ):
        said = actorgraph("judge", file, "-g", graph)
        assert said.code == 0
        assert told in said.out
        assert "accused" not in relations(graph)
        assert "Paul Brandt" in names(graph)
        listed = json.loads(actorgraph("judgements", "--json", "-g", graph).out)
        assert [item["effect"] for item in listed] == ["in force", "in force"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"verdict": "rejected", "claim": "0123456789abcdef"}', "no claim"),
        ('{"verdict": "retyped", "left": "x", "text": "Partei"}', "no actor can be"),
        ("{", "not JSON"),
    ],
)
def test_a_file_with_a_damaged_line_changes_nothing(
    actorgraph: Command, graph: Path, tmp_path: Path, line: str, problem: str
) -> None:
    file = tmp_path / "decisions.jsonl"
    file.write_text(f'{{"verdict": "hidden", "left": "x"}}\n{line}\n')
    said = actorgraph("judge", file, "-g", graph)
    assert said.code in {1, 2}
    assert "line 2 of decisions.jsonl" in said.err
    assert problem in said.err
    assert "No decisions yet" in actorgraph("judgements", "-g", graph).out
