"""What the shell completes: commands, formats, actors, relations, questions, measures."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Command

Complete = Callable[..., list[str]]


@pytest.fixture
def complete(actorgraph: Command, monkeypatch: pytest.MonkeyPatch) -> Complete:
    """Completes the last of the words that a shell has, as bash asks for it."""

    def completed(*words: str, by: str = "bash") -> list[str]:
        typed = ["actorgraph", *words]
        monkeypatch.setenv("_ACTORGRAPH_COMPLETE", f"complete_{by}")
        monkeypatch.setenv("COMP_WORDS", "\n".join(typed))
        monkeypatch.setenv("COMP_CWORD", str(len(words)))
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", " ".join(typed))
        monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
        return list(filter(None, actorgraph().out.splitlines()))

    return completed


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["timel"], ["timeline"]),
        (["export", "grapho"], ["graphology"]),
        (["query", "--name", "envo"], ["envoys"]),
        (["rank", "--measure", "betw"], ["betweenness"]),
        (["correct", "--relation", "envo"], ["envoyOf"]),
        (["relations", "envo"], ["envoyOf"]),
    ],
)
def test_words_of_the_program_are_completed(
    complete: Complete, words: list[str], offered: list[str]
) -> None:
    assert complete(*words) == offered


def test_actors_are_completed_as_bash_reads_them(
    complete: Complete, built: Path
) -> None:
    show = ("show", "-g", str(built))
    assert complete(*show, "Greta") == [r"Greta\ Solheim"]
    assert complete(*show, "greta") == [r"Greta\ Solheim"]
    assert complete(*show, '"Greta S') == ["Greta Solheim"]
    assert complete(*show, "Greta", by="fish") == ["Greta Solheim"]
    assert complete(*show, r"Greta\ S") == [r"Greta\ Solheim"]
    assert [id_[:14] for id_ in complete(*show, "greta-")] == ["greta-solheim-"]
    assert complete(*show, "Nobody") == []


@pytest.mark.parametrize(
    "words",
    [
        ["reject"],
        ["path"],
        ["said"],
        ["explain"],
        ["rename"],
        ["timeline"],
        ["conflicts"],
    ],
)
def test_every_command_about_actors_completes_them(
    complete: Complete, built: Path, words: list[str]
) -> None:
    assert complete(*words, "-g", str(built), "Greta") == [r"Greta\ Solheim"]


def test_without_a_graph_no_actor_is_offered(
    complete: Complete, tmp_path: Path
) -> None:
    assert complete("show", "-g", str(tmp_path), "A") == []
