"""show, path, rank, communities and explain."""

import json
from pathlib import Path

import pytest

from actorgraph.pipeline.graph import load
from tests.unit.cli.conftest import Command


def test_show_gives_relations_with_their_quotes(
    actorgraph: Command, built: Path
) -> None:
    said = actorgraph("show", "Greta Solheim", "-g", built)
    assert said.code == 0
    assert "Greta Solheim – leads → Coast Party" in said.out
    assert "“Greta Solheim, the leader of the Coast Party” (party.txt" in said.out


def test_path_goes_step_by_step(actorgraph: Command, built: Path) -> None:
    said = actorgraph("path", "Greta Solheim", "Coast Party", "-g", built)
    assert "Path 1 of 1, 1 step\n  Greta Solheim – leads → Coast Party" in said.out


def test_path_says_where_only_places_connect_two_actors(
    actorgraph: Command, built: Path
) -> None:
    said = actorgraph("path", "Tarek Haddad", "France", "-g", built)
    warned = "nothing but citizenship, seats and locations connects them"
    assert (said.code, warned in said.err) == (0, True)
    asked = actorgraph("path", "Tarek Haddad", "France", "--places", "-g", built)
    assert (asked.out, asked.err) == (said.out, "")


def test_path_to_oneself_has_no_steps(actorgraph: Command, built: Path) -> None:
    assert (
        "the same actor" in actorgraph("path", "Okoro", "Ines Okoro", "-g", built).out
    )


@pytest.mark.parametrize(
    "words",
    [
        ["show", "caf\udce9"],
        ["explain", "Ines Okoro", "caf\udce9"],
        ["query", "SELECT ?caf\udce9 {}"],
        ["note", "Ines Okoro", "caf\udce9"],
    ],
)
def test_words_in_another_encoding_are_refused(
    actorgraph: Command, built: Path, words: list[str]
) -> None:
    said = actorgraph(*words, "-g", built)
    assert (said.code, said.out) == (2, "")
    assert "is not in UTF-8: set the terminal to UTF-8" in said.err


def test_a_path_may_have_any_bytes(actorgraph: Command, tmp_path: Path) -> None:
    said = actorgraph("rank", "-g", tmp_path / "caf\udce9")
    assert (said.code, "there is no such folder" in said.err) == (4, True)


def test_rank_lists_actors_and_leaves_posts_out(
    actorgraph: Command, built: Path
) -> None:
    names = {
        one["name"] for one in json.loads(actorgraph("rank", "-g", built, "--json").out)
    }
    everything = json.loads(
        actorgraph("rank", "-g", built, "--all", "--limit", "999", "--json").out
    )
    posts = {one["name"] for one in everything if one["type"] == "Role"}
    assert "Ines Okoro" in names
    assert posts
    assert names & posts == set()


def test_rank_by_another_measure_of_so_many(actorgraph: Command, built: Path) -> None:
    lines = actorgraph(
        "rank", "--measure", "degree", "--limit", "2", "-g", built
    ).out.splitlines()
    assert [line.split()[0] for line in lines] == ["1", "2"]


def test_communities_name_their_members(actorgraph: Command, built: Path) -> None:
    said = actorgraph("communities", "-g", built)
    assert any(
        "Greta Solheim" in line and "Coast Party" in line
        for line in said.out.splitlines()
    )


def test_explain_gives_the_proof_of_an_edge(actorgraph: Command, built: Path) -> None:
    said = actorgraph("explain", "Greta Solheim", "Coast Party", "-g", built)
    assert "Greta Solheim – leads → Coast Party" in said.out
    assert "“Greta Solheim, the leader of the Coast Party” (party.txt" in said.out


def test_explain_opens_a_claim_down_to_its_premises(
    actorgraph: Command, stories: Path, tmp_path: Path
) -> None:
    graph = tmp_path / "graph"
    assert actorgraph("build", stories, "--reader", "rules", "-g", graph).code == 0
    derived = next(claim for claim in load(graph).corpus.claims if claim.premises)
    said = actorgraph("explain", derived.id, "-g", graph)
    assert "follows from:" in said.out
    assert all(premise in said.out for premise in derived.premises)


def test_explain_why_not_gives_reasons(actorgraph: Command, built: Path) -> None:
    refusals = [
        refusal
        for reading in load(built).corpus.readings
        for refusal in reading.refusals
    ]
    said = actorgraph("explain", "--why-not", "-g", built)
    assert said.out.count("refused: ") == len(refusals)


@pytest.mark.parametrize(
    "words",
    [
        ["show", "Greta Solheim"],
        ["path", "Greta Solheim", "Coast Party"],
        ["rank"],
        ["communities"],
        ["explain", "Greta Solheim", "Coast Party"],
        ["explain", "--why-not"],
        ["review"],
        ["judgements"],
        ["validate"],
        ["verify"],
    ],
    ids=" ".join,
)
def test_a_program_can_read_the_answer(
    actorgraph: Command, built: Path, words: list[str]
) -> None:
    json.loads(actorgraph(*words, "--json", "-g", built).out)


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["show", "Gretta Solhein Junior"], 1, "nearest name is Greta Solheim"),
        (["path", "Greta Solheim", "Tarek Haddad the Elder"], 1, "nearest name is"),
        (["rank", "--measure", "size"], 2, "choose one of pagerank"),
        (["communities", "--number", "999"], 1, "no community 999"),
        (["explain", "0123456789abcdef"], 1, "no claim 0123456789abcdef"),
        (
            ["explain", "Greta Solheim", "Tarek Haddad"],
            1,
            "actorgraph explain --why-not greta-solheim-",
        ),
        (["explain", "Greta Solheim"], 2, "give two actors, or the id of a claim"),
        (["explain", "--why-not", "a", "b", "c"], 2, "no actor, one or two"),
        (["html", "--focus", "Nobody Atall"], 1, "or anything like it"),
        (["export", "xlsx"], 2, "choose one of html, gexf"),
        (["export", "gexf", "-o", "/no/such/folder/x.gexf"], 2, "cannot write"),
    ],
)
def test_a_failure_is_one_line_with_its_code(
    actorgraph: Command, built: Path, words: list[str], code: int, message: str
) -> None:
    said = actorgraph(*words, "-g", built)
    assert (said.code, said.out) == (code, "")
    assert said.err.count("\n") == 1
    assert message in said.err
