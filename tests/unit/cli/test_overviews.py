"""brokers, timeline, compare and delegation."""

import json
from pathlib import Path

import pytest

from actorgraph.cli import printing
from actorgraph.pipeline.changes import build
from actorgraph.pipeline.options import Options
from actorgraph.settings import ReaderMode
from tests.unit.cli.conftest import Command


def test_each_says_what_it_found_with_quotes_and_gives_the_same_as_json(
    actorgraph: Command, built: Path
) -> None:
    told = actorgraph("delegation", "Coast Party", "-g", built)
    found = json.loads(
        actorgraph("delegation", "Coast Party", "-g", built, "--json").out
    )

    assert "Greta Solheim – leads → Coast Party" in told.out
    assert "“Greta Solheim, the leader of the Coast Party” (party.txt" in told.out
    assert "Greta Solheim" in [one["name"] for one in found]


def test_compare_tells_what_relates_two(actorgraph: Command, built: Path) -> None:
    told = actorgraph("compare", "Greta Solheim", "Coast Party", "-g", built)

    assert told.code == 0
    assert "Greta Solheim – leads → Coast Party" in told.out


def test_brokers_and_timeline_answer_a_small_graph(
    actorgraph: Command, built: Path
) -> None:
    assert actorgraph("brokers", "-g", built).code == 0
    assert isinstance(
        json.loads(actorgraph("timeline", "-g", built, "--json").out), list
    )


def test_a_timeline_is_about_one_actor(actorgraph: Command, built: Path) -> None:
    said = actorgraph("timeline", "Ines Okoro", "--actor", "Ines Okoro", "-g", built)

    assert said.code == 2
    assert "name the actor once" in said.err


def test_an_actor_that_is_not_there_is_named(actorgraph: Command, built: Path) -> None:
    said = actorgraph("timeline", "Nobody Known", "-g", built)

    assert said.code != 0
    assert "Nobody Known" in said.err


@pytest.fixture(scope="module")
def two_circles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of a dated story: two circles of people, and two who know each other."""
    folder = tmp_path_factory.mktemp("circles")
    pairs = ("AB", "BC", "AC", "CD", "DE", "EF", "DF")
    names = dict(
        zip("ABCDEF", ("Ada", "Boris", "Clara", "Dana", "Elena", "Felix"), strict=True)
    )
    text = " ".join(
        f"{names[pair[0]]} Quint met {names[pair[1]]} Quint." for pair in pairs
    )
    text = (
        text.replace("Dana Quint", "Dana Roth")
        .replace("Elena Quint", "Elena Marsh")
        .replace("Felix Quint", "Otto Brandt")
    )
    (folder / "story.jsonl").write_text(
        json.dumps({"text": text, "date": "2024-05-03"}), encoding="utf-8"
    )
    build([str(folder)], folder / "graph", Options(reader=ReaderMode.RULES))
    return folder / "graph"


@pytest.mark.parametrize("command", ["rank", "communities", "brokers", "timeline"])
def test_terminal_gets_a_table_and_a_pipe_gets_lines_without_colour(
    actorgraph: Command,
    two_circles: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
) -> None:
    piped = actorgraph(command, "-g", two_circles)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    shown = actorgraph(command, "-g", two_circles)

    assert (piped.code, shown.code) == (0, 0)
    assert "\x1b" not in piped.out
    assert "─" not in piped.out
    assert piped.out.strip()
    assert "─" in shown.out


def test_markup_in_a_name_is_no_markup_of_the_table(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    printing.print_table(
        ("#", "actor"), [("1", "[red]Ada[/red] \x1b[31mQuint")], "{} {}".format
    )

    shown = capsys.readouterr().out
    assert "[red]Ada[/red]" in shown
    assert "\x1b[31m" not in shown
