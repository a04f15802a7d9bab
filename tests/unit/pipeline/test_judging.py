"""Judgements live beside the graph folder, outlive it, and outrank every score."""

import shutil
from pathlib import Path

import pytest

from actorgraph.errors import NotFound, UsageError
from actorgraph.model import Judgement, Verdict
from actorgraph.pipeline.changes import build, judge
from actorgraph.pipeline.graph import load
from actorgraph.pipeline.judged_pairs import judged_pair, part_of
from actorgraph.pipeline.judgement_intake import read_file
from actorgraph.pipeline.listed_judgements import list_judgements
from actorgraph.pipeline.options import judgements_beside


def names(folder: Path) -> set[str]:
    return {actor.name for actor in load(folder).corpus.actors}


def merged(folder: Path) -> None:
    judge(
        Judgement(
            *judged_pair(folder, "Ines Okoro", "Greta Solheim"),
            Verdict.SAME,
            why="a test",
        ),
        folder,
    )


def test_a_merge_makes_two_actors_one(graph: Path) -> None:
    assert {"Ines Okoro", "Greta Solheim"} <= names(graph)
    merged(graph)
    assert len({"Ines Okoro", "Greta Solheim"} & names(graph)) == 1


def test_a_judgement_outlives_the_graph_folder(graph: Path, stories: Path) -> None:
    merged(graph)
    shutil.rmtree(graph)
    build([stories], graph)
    assert len({"Ines Okoro", "Greta Solheim"} & names(graph)) == 1


def test_judgements_are_not_kept_in_the_graph_folder(graph: Path) -> None:
    merged(graph)
    assert judgements_beside(graph).is_file()
    assert not judgements_beside(graph).is_relative_to(graph)


def test_a_merge_can_be_taken_back_by_the_ids_that_were_judged(graph: Path) -> None:
    ids = judged_pair(graph, "Ines Okoro", "Greta Solheim")
    merged(graph)
    judge(Judgement(*judged_pair(graph, *ids), Verdict.DIFFERENT), graph)
    assert {"Ines Okoro", "Greta Solheim"} <= names(graph)


def test_a_document_that_means_another_actor_is_split_off(graph: Path) -> None:
    judge(
        Judgement(*part_of(graph, "Pavel Brandt", "party.txt"), Verdict.DIFFERENT),
        graph,
    )
    assert (
        len([actor for actor in load(graph).corpus.actors if "Brandt" in actor.name])
        == 2
    )


def test_one_actor_cannot_be_judged_against_itself(graph: Path) -> None:
    with pytest.raises(UsageError, match="are one actor here"):
        judged_pair(graph, "Ines Okoro", "Okoro")


def test_a_file_of_judgements_that_is_not_there_is_a_wrong_use(graph: Path) -> None:
    with pytest.raises(UsageError, match=r"cannot read .*missing\.jsonl"):
        read_file(graph / "missing.jsonl", load(graph))


def test_an_unknown_actor_is_told_with_the_nearest_names(graph: Path) -> None:
    with pytest.raises(NotFound, match="the nearest name is Greta Solheim"):
        judged_pair(graph, "Ines Okoro", "Solhaim")


def test_a_judgement_without_effect_is_flagged(graph: Path, stories: Path) -> None:
    merged(graph)
    build([stories / "envoy.txt"], graph)
    (judged,) = list_judgements(graph)
    assert not judged.used
    build([stories], graph)
    (judged,) = list_judgements(graph)
    assert judged.used
