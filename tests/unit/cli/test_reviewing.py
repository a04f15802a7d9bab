"""review as a dialogue, timeline with limits, relations."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from actorgraph import build_from_readings, read
from actorgraph.cli.reviewing import converse
from actorgraph.kinds import Verdict
from actorgraph.model import Judgement
from actorgraph.pipeline.changes import build, judge
from actorgraph.pipeline.graph import load
from actorgraph.pipeline.review import (
    ReviewCase,
    claim_case,
    doubtful_claims,
    doubtful_pairs,
    pair_case,
)
from tests.unit.cli.conftest import Command
from tests.unit.conftest import write_all

ALIKE = {
    "a.txt": "Petra Dahlgren, the mayor of Oslo, met Ines Okoro. Petra Dahlgren met Bo Lind.",
    "b.txt": "Petra Dahlgrenn, a lawyer, met Tarek Haddad in Bergen on Monday.",
}


@pytest.fixture(scope="module")
def alike(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("alike")
    build([write_all(folder / "in", ALIKE)], folder / "graph")
    return folder / "graph"


def typed(*answers: str) -> Callable[[str], str]:
    waiting: Iterator[str] = iter(answers)

    def ask(_: str) -> str:
        try:
            return next(waiting)
        except StopIteration:
            raise EOFError from None

    return ask


def case(number: int) -> ReviewCase:
    left, right = f"a{number}", f"b{number}"
    yes = Judgement(left, right, Verdict.SAME)  # type: ignore[arg-type]
    no = Judgement(left, right, Verdict.DIFFERENT)  # type: ignore[arg-type]
    return ReviewCase(f"{left}?", (), (), yes, no)


CASES = [lambda number=number: case(number) for number in range(3)]


@pytest.mark.parametrize(
    ("answers", "made"),
    [
        (("y", "n", "s"), ["a0 same", "a1 different"]),
        (("yes", "u", "n", "q"), ["a0 different"]),
        (("s", "u", "y"), ["a0 same"]),
        (("u", "?", "", "y", "q"), ["a0 same"]),
        ((), []),
    ],
)
def test_answers_make_judgements(
    answers: tuple[str, ...], made: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    decided = converse(CASES, typed(*answers), by="Ada")
    assert [f"{item.left} {item.verdict}" for item in decided] == made
    assert {item.by for item in decided} <= {"Ada"}
    assert "1 of 3. a0?" in capsys.readouterr().out


def test_a_pair_is_shown_with_its_documents_roles_and_reason(alike: Path) -> None:
    graph = load(alike)
    doubts = doubtful_pairs(graph)
    (pair,) = [pair_case(graph, d) for d in doubts if "petra" in d.left]
    assert "Petra Dahlgren (Person) and Petra Dahlgrenn (Person)" in pair.question
    assert "spelling" in pair.reasons[0]
    left, right = pair.sides
    assert any("mayor" in relation for relation in left.relations)
    assert [quote.source for quote in right.quotes] == ["b.txt"]
    assert "a lawyer" in right.quotes[0].text
    report = judge(pair.yes, alike)
    assert report.summary.doubts == len(doubts) - 1


@pytest.fixture(scope="module")
def doubtful(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph with an arrest that is not sure enough for an edge."""
    folder = tmp_path_factory.mktemp("doubtful") / "graph"
    reading = read("Norland arrested Dana Roth.")
    claims = tuple(replace(claim, confidence=0.5) for claim in reading.claims)
    build_from_readings([replace(reading, claims=claims)], folder)
    return folder


def test_doubtful_grave_claims_can_be_confirmed(doubtful: Path) -> None:
    opened = load(doubtful)
    (claim,) = doubtful_claims(opened)
    assert claim.relation == "arrested"
    asked = claim_case(opened, claim)
    assert asked.yes.verdict is Verdict.CONFIRMED
    assert asked.no.verdict is Verdict.REJECTED


def test_without_a_terminal_the_questions_are_listed(
    actorgraph: Command, doubtful: Path
) -> None:
    sentence = "Norland – arrested → Dana Roth"
    assert sentence in actorgraph("review", "--claims", "-g", doubtful).out
    answer = actorgraph("review", "--claims", "--json", "-g", doubtful).out
    assert [item["sentence"] for item in json.loads(answer)] == [sentence]


def test_a_timeline_is_limited(actorgraph: Command, built: Path) -> None:
    def rows(*options: str) -> list[dict[str, object]]:
        said = actorgraph("timeline", "-g", built, "--json", *options)
        answer: list[dict[str, object]] = json.loads(said.out)
        return answer

    everything = rows()
    happenings, states = rows("--kind", "happenings"), rows("--kind", "states")
    assert len(happenings) + len(states) == len(everything)
    assert not any(row["lasting"] for row in happenings)
    assert rows("--from", "2999") == []
    assert rows("--to", "1000-01") == []
    assert rows("--actor", "Ines Okoro") == rows("Ines Okoro")


def test_a_day_that_is_none_is_refused(actorgraph: Command, built: Path) -> None:
    said = actorgraph("timeline", "-g", built, "--from", "Monday")
    assert said.code == 2
    assert "is no day; write 2026-01-31, 2026-01 or 2026" in said.err


def test_relations_are_listed_with_examples_and_numbers(
    actorgraph: Command, built: Path
) -> None:
    terms = json.loads(actorgraph("relations", "-g", built, "--json").out)
    by_name = {term["name"]: term for term in terms if term["kind"] == "relation"}
    graph = load(built)
    assert by_name.keys() == graph.vocabulary.relations.keys()
    assert sum(term["count"] for term in by_name.values()) == len(graph.corpus.claims)
    assert by_name["envoyOf"]["example"]
    (people,) = [t for t in terms if t["kind"] == "class" and t["name"] == "Person"]
    assert people["count"] == sum(a.type == "Person" for a in graph.corpus.actors)
    said = actorgraph("relations", "nothing of this kind", "-g", built)
    assert said.code == 1
    assert "see: actorgraph relations" in said.err
