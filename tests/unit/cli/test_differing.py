"""diff and conflicts on the command line."""

import json
from pathlib import Path

from actorgraph.pipeline.changes import add
from actorgraph.pipeline.graph import load
from tests.unit.cli.conftest import Command

DENIAL = (
    "Norway waits\n\nPavel Brandt denied that Greta Solheim leads the Coast Party. "
    "Ines Okoro is the former chief executive of Lumen Ferries."
)


def later(graph: Path, tmp_path: Path) -> Path:
    """Add a story to a graph."""
    story = tmp_path / "denial.txt"
    story.write_text(DENIAL)
    add([story], graph)
    return graph


def test_diff_tells_what_an_added_story_changed(
    actorgraph: Command, built: Path, graph: Path, tmp_path: Path
) -> None:
    after = later(graph, tmp_path)
    told = actorgraph("diff", built, after)
    assert told.code == 0
    assert "+ denial.txt" in told.out
    assert (
        "~ Ines Okoro – chief executive of → Lumen Ferries: stated → former" in told.out
    )
    assert "“Ines Okoro is the former chief executive of Lumen Ferries”" in told.out
    answer = json.loads(actorgraph("diff", built, after, "--json").out)
    assert answer["new_documents"] == ["denial.txt"]
    assert len(answer["changed"]) == len(load(after).changes_from(load(built)).changed)


def test_diff_of_a_graph_with_itself_says_that_nothing_changed(
    actorgraph: Command, built: Path
) -> None:
    assert actorgraph("diff", built, built).out == "Nothing changed.\n"


def test_diff_of_days_takes_the_graph_of_the_option(
    actorgraph: Command, built: Path
) -> None:
    told = actorgraph("diff", "--since", "2031-05-03", "-g", built)
    assert (told.code, told.out) == (0, "Nothing changed.\n")


def test_diff_needs_two_graphs_or_days(actorgraph: Command, built: Path) -> None:
    for words in ((built,), (), (built, built, "--since", "2031-05-03")):
        told = actorgraph("diff", *words)
        assert told.code == 2
        assert "two graph folders" in told.err
    wrong = actorgraph("diff", "--since", "May", "-g", built)
    assert (wrong.code, "'May' is not a day" in wrong.err) == (2, True)


def test_conflicts_tell_both_sides_with_their_quotes(
    actorgraph: Command, graph: Path, tmp_path: Path
) -> None:
    assert "do not contradict" in actorgraph("conflicts", "-g", graph).out
    after = later(graph, tmp_path)
    told = actorgraph("conflicts", "Greta Solheim", "-g", after).out
    assert "Said and denied: Greta Solheim – leads → Coast Party" in told
    assert "(denied, according to Pavel Brandt)" in told
    assert "denial.txt" in told
    (conflict,) = json.loads(actorgraph("conflicts", "--json", "-g", after).out)
    assert conflict["kind"] == "said and denied"
    named = actorgraph(
        "query", "--name", "contradictions", "--format", "json", "-g", after
    )
    rows = json.loads(named.out)["results"]["bindings"]
    assert {row["who"]["value"] for row in rows} == {"Greta Solheim"}
