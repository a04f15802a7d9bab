"""The query that a command prints instead of its answer gives the same answer."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from actorgraph.analysis.questions.rank import SPARQL_MEASURES
from tests.unit.cli.conftest import Command

STORIES = {
    "talks.txt": (
        "Norwegian President Dana Roth met Otto Brandt in Oslo on 3 May 2024. "
        "Otto Brandt, an envoy of Ada Quint, criticized Peter Hallam. "
        "Peter Hallam, the leader of the Coast Party, denied it."
    ),
    "party.txt": (
        "Greta Solheim, a member of the Coast Party, supports Ada Quint. "
        "Ada Quint met Greta Solheim in 2023. "
        "Norwegian painter Liv Strand met Ada Quint. "
        "Norwegian banker Nils Vik met Dana Roth."
    ),
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph folder of two stories, read by rules."""
    from actorgraph.pipeline.changes import build
    from actorgraph.pipeline.options import Options
    from actorgraph.settings import ReaderMode

    folder = tmp_path_factory.mktemp("stories")
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    build([str(folder)], folder / "graph", Options(reader=ReaderMode.RULES))
    return folder / "graph"


@pytest.fixture
def both(
    actorgraph: Command, graph: Path
) -> Callable[..., tuple[Any, list[dict[str, str]]]]:
    """The answer of a command, and the rows of the query that it prints."""

    def ask(
        *words: str,
    ) -> tuple[Any, list[dict[str, str]]]:
        answer = actorgraph(*words, "-g", graph, "--json")
        query = actorgraph(*words, "-g", graph, "--sparql")
        assert (answer.code, query.code) == (0, 0), answer.err + query.err
        rows = json.loads(actorgraph("query", query.out, "-g", graph, "--json").out)[
            "results"
        ]["bindings"]
        return json.loads(answer.out), [
            {name: cell["value"] for name, cell in row.items()} for row in rows
        ]

    return ask


def claims(rows: list[dict[str, str]]) -> list[str]:
    return sorted({row["claim"].rsplit("/")[-1] for row in rows})


def test_show_names_the_same_claims(
    both: Callable[..., tuple[Any, list[dict[str, str]]]],
) -> None:
    answer, rows = both("show", "Ada Quint")
    told = [
        claim["id"]
        for group in answer["groups"]
        for one in group["relations"]
        for claim in one["claims"]
    ]

    assert claims(rows) == sorted(told)
    assert len(told) > 2


def test_explain_names_the_same_claims_between_two(
    both: Callable[..., tuple[Any, list[dict[str, str]]]],
) -> None:
    answer, rows = both("explain", "Ada Quint", "Greta Solheim")

    assert claims(rows) == sorted(one["claim"]["id"] for one in answer)
    assert len(answer) > 1


def test_explain_of_a_claim_gives_its_quotes(
    both: Callable[..., tuple[Any, list[dict[str, str]]]],
) -> None:
    (first, *_), _ = both("explain", "Ada Quint", "Greta Solheim")
    (proof,), rows = both("explain", first["claim"]["id"])

    assert {row["quote"] for row in rows} == {
        quote["text"] for quote in proof["claim"]["quotes"]
    }


@pytest.mark.parametrize(
    "words",
    [
        ("Dana Roth", "Greta Solheim"),
        # Over Norway there is another chain of three steps: Roth, Vik, Norway, Strand.
        ("Dana Roth", "Liv Strand"),
        ("Liv Strand", "Nils Vik", "--places"),
    ],
)
def test_path_finds_the_same_chains(
    both: Callable[..., tuple[Any, list[dict[str, str]]]],
    graph: Path,
    words: tuple[str, ...],
) -> None:
    answer, rows = both("path", *words)
    names = {one["id"]: one["name"] for one in json.loads(_everybody(graph))}
    told = [[names[step["end"]] for step in steps[:-1]] for steps in answer]

    assert sorted(list(row.values()) for row in rows) == sorted(told)
    assert all(told)


def _everybody(graph: Path) -> str:
    from actorgraph.pipeline.graph import load

    return json.dumps(
        [{"id": one.id, "name": one.name} for one in load(graph).corpus.actors]
    )


@pytest.mark.parametrize("measure", SPARQL_MEASURES)
@pytest.mark.parametrize("more", [(), ("--all",), ("--limit", "2")])
def test_rank_gives_the_same_actors_in_the_same_order(
    both: Callable[..., tuple[Any, list[dict[str, str]]]],
    measure: str,
    more: tuple[str, ...],
) -> None:
    answer, rows = both("rank", "--measure", measure, *more)

    assert [(row["name"], int(row[measure])) for row in rows] == [
        (one["name"], one["value"]) for one in answer
    ]


@pytest.mark.parametrize("actor", [(), ("Ada Quint",)])
def test_timeline_names_the_same_claims_of_the_same_days(
    both: Callable[..., tuple[Any, list[dict[str, str]]]],
    actor: tuple[str],
) -> None:
    answer, rows = both("timeline", *actor)

    assert sorted((row["day"], row["claim"].rsplit("/")[-1]) for row in rows) == sorted(
        (one["date"], one["claim"]["id"]) for one in answer
    )
    assert answer


def test_compare_names_the_same_shared_neighbours(
    both: Callable[..., tuple[Any, list[dict[str, str]]]],
) -> None:
    answer, rows = both("compare", "Peter Hallam", "Greta Solheim")

    assert (
        [row["name"] for row in rows]
        == [one["name"] for one in answer["shared"]]
        == ["Coast Party"]
    )


def test_delegation_names_the_same_members(
    both: Callable[..., tuple[Any, list[dict[str, str]]]],
) -> None:
    answer, rows = both("delegation", "Coast Party")

    assert (
        {row["who"] for row in rows}
        == {one["name"] for one in answer}
        == {"Peter Hallam", "Greta Solheim"}
    )


def test_what_sparql_cannot_compute_is_refused_and_says_so(
    actorgraph: Command, graph: Path
) -> None:
    said = actorgraph("rank", "--sparql", "-g", graph)

    assert (said.code, said.out) == (2, "")
    assert "SPARQL cannot compute pagerank" in said.err


def test_what_was_refused_is_in_no_graph(actorgraph: Command, graph: Path) -> None:
    assert (
        "not in the graph"
        in actorgraph("explain", "--why-not", "--sparql", "-g", graph).err
    )
