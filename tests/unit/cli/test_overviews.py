"""brokers, timeline, compare and delegation."""

import json

import pytest

from actorgraph.cli import printing


def test_each_says_what_it_found_with_quotes_and_gives_the_same_as_json(actorgraph, built):
    told = actorgraph("delegation", "Coast Party", "-g", built)
    found = json.loads(actorgraph("delegation", "Coast Party", "-g", built, "--json").out)

    assert "Greta Solheim – leads → Coast Party" in told.out
    assert "“Greta Solheim, the leader of the Coast Party” (party.txt" in told.out
    assert "Greta Solheim" in [one["name"] for one in found]


def test_compare_tells_what_relates_two(actorgraph, built):
    told = actorgraph("compare", "Greta Solheim", "Coast Party", "-g", built)

    assert told.code == 0
    assert "Greta Solheim – leads → Coast Party" in told.out


def test_brokers_and_timeline_answer_a_small_graph(actorgraph, built):
    assert actorgraph("brokers", "-g", built).code == 0
    assert isinstance(json.loads(actorgraph("timeline", "-g", built, "--json").out), list)


def test_an_actor_that_is_not_there_is_named(actorgraph, built):
    said = actorgraph("timeline", "Nobody Known", "-g", built)

    assert said.code != 0
    assert "Nobody Known" in said.err


@pytest.mark.parametrize("command", ["rank", "communities", "brokers", "timeline"])
def test_terminal_gets_a_table_and_a_pipe_gets_lines_without_colour(actorgraph, built, monkeypatch, command):
    piped = actorgraph(command, "-g", built)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    shown = actorgraph(command, "-g", built)

    assert (piped.code, shown.code) == (0, 0)
    assert "\x1b" not in piped.out
    assert "─" not in piped.out
    assert command == "brokers" or "─" in shown.out or not piped.out.strip()


def test_markup_in_a_name_is_no_markup_of_the_table(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    printing.table(("#", "actor"), [("1", "[red]Ada[/red] \x1b[31mQuint")], "{} {}".format)

    shown = capsys.readouterr().out
    assert "[red]Ada[/red]" in shown
    assert "\x1b[31m" not in shown
