"""query and questions."""

import json
from pathlib import Path

import pytest

from actorgraph.dataset.named_questions import named_questions
from tests.unit.cli.conftest import Command

LEADERS = (
    "SELECT ?name WHERE { ?who ag:leads ?what . ?who rdfs:label ?name } ORDER BY ?name"
)


def test_a_query_needs_no_prefixes(actorgraph: Command, built: Path) -> None:
    said = actorgraph("query", LEADERS, "-g", built)
    assert said.code == 0
    assert "Greta Solheim" in said.out.splitlines()


@pytest.mark.parametrize("name", [question.name for question in named_questions()])
def test_every_named_question_is_answered(
    actorgraph: Command, built: Path, name: str
) -> None:
    said = actorgraph("query", "--name", name, "--format", "csv", "-g", built)
    assert (said.code, said.err) == (0, "")


def test_a_query_can_stand_in_a_file(
    actorgraph: Command, built: Path, tmp_path: Path
) -> None:
    (tmp_path / "q.rq").write_text(LEADERS, encoding="utf-8")
    assert (
        actorgraph("query", "--file", tmp_path / "q.rq", "-g", built).out
        == actorgraph("query", LEADERS, "-g", built).out
    )


@pytest.mark.parametrize(
    ("form", "start"),
    [("csv", "name"), ("tsv", "?name"), ("json", "{"), ("xml", "<?xml")],
)
def test_an_answer_has_several_forms(
    actorgraph: Command, built: Path, form: str, start: str
) -> None:
    assert actorgraph("query", LEADERS, "--format", form, "-g", built).out.startswith(
        start
    )


def test_json_answers_have_the_form_of_sparql_results(
    actorgraph: Command, built: Path
) -> None:
    answer = json.loads(actorgraph("query", LEADERS, "--json", "-g", built).out)
    assert {"type": "literal", "value": "Greta Solheim"} in [
        row["name"] for row in answer["results"]["bindings"]
    ]


def test_a_graph_is_answered_in_turtle_or_json_ld(
    actorgraph: Command, built: Path
) -> None:
    asked = "CONSTRUCT { ?s ag:leads ?o } WHERE { ?s ag:leads ?o }"
    assert "ag:leads" in actorgraph("query", asked, "-g", built).out
    answer = json.loads(actorgraph("query", asked, "--json", "-g", built).out)
    assert answer
    assert all("#leads" in str(described) for described in answer)


def test_an_empty_answer_says_what_is_not_there(
    actorgraph: Command, built: Path
) -> None:
    said = actorgraph("query", "SELECT * { ?c a ag:Claim }", "-g", built)
    assert (said.code, said.out) == (0, "c\n")
    assert "no rows: ag:Claim is only in the graphs of documents" in said.err


def test_a_cut_answer_says_so(actorgraph: Command, built: Path) -> None:
    said = actorgraph(
        "query", "SELECT ?s WHERE { ?s ?p ?o }", "--limit", "2", "-g", built
    )
    assert (
        said.err
        == "actorgraph: there are more than 2 rows; raise --limit to see them\n"
    )
    assert said.code == 0


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["SELECT"], 2, "the query cannot be parsed"),
        (["DROP ALL"], 2, "changes the graph"),
        (
            ["SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }"],
            2,
            "asks another machine",
        ),
        ([], 2, "give one query"),
        (["ASK {}", "--name", "aides"], 2, "give one query"),
        (["--name", "adies"], 1, "did you mean aides"),
        (["--name", "zzzz"], 1, "see them all: actorgraph questions"),
        (["--file", "none.rq"], 2, "cannot read none.rq: No such file or directory\n"),
        (["--file", "."], 2, "cannot read .: Is a directory\n"),
        (
            ["ASK {}", "--format", "turtle"],
            2,
            "choose one of table, csv, tsv, json, xml",
        ),
        (
            [
                "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i",
                "--seconds",
                "0.05",
            ],
            2,
            "no answer within 0.05",
        ),
    ],
)
def test_a_failure_is_one_line_with_its_code(
    actorgraph: Command, built: Path, words: list[str], code: int, message: str
) -> None:
    said = actorgraph("query", *words, "-g", built)
    assert (said.code, said.out) == (code, "")
    assert said.err.count("\n") == 1
    assert message in said.err


def test_questions_are_listed_with_what_they_ask(actorgraph: Command) -> None:
    lines = actorgraph("questions").out.splitlines()
    assert [line.split()[0] for line in lines] == [
        question.name for question in named_questions()
    ]
    listed = json.loads(actorgraph("questions", "--json").out)
    assert all(one["name"] and one["title"] for one in listed)


def test_a_named_question_can_be_asked_about_one_actor(
    actorgraph: Command, built: Path
) -> None:
    everybody = actorgraph("query", "--name", "leaders", "--format", "csv", "-g", built)
    greta = actorgraph(
        "query",
        "--name",
        "leaders",
        "--actor",
        "Greta Solheim",
        "--format",
        "csv",
        "-g",
        built,
    )

    names = {line.split(",")[0] for line in greta.out.splitlines()[1:]}
    assert names == {"Greta Solheim"}
    assert set(greta.out.splitlines()) < set(everybody.out.splitlines())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--name", "leaders", "--day", "2018"], "takes no --day; it takes --actor"),
        (["--name", "new-since", "--since", "soon"], "'soon' is no day"),
        (["--name", "new-since", "--since", "2031-02-30"], "'2031-02-30' is no day"),
        (["ASK {}", "--seconds", "nan"], "the time at most a day"),
        (["ASK {}", "--seconds", "inf"], "the time at most a day"),
        (["ASK {}", "--actor", "Greta Solheim"], "go with --name"),
    ],
)
def test_a_parameter_out_of_place_is_refused(
    actorgraph: Command, built: Path, arguments: list[str], message: str
) -> None:
    answer = actorgraph("query", *arguments, "-g", built)

    assert answer.code == 2
    assert message in answer.err


def test_an_empty_name_means_nobody_and_not_everybody(
    actorgraph: Command, built: Path
) -> None:
    answer = actorgraph("query", "--name", "leaders", "--actor", "", "-g", built)

    assert (answer.code, answer.out) == (1, "")
    assert "no actor is called ''" in answer.err


def test_any_number_of_rows_may_be_asked_for(actorgraph: Command, built: Path) -> None:
    query = "SELECT ?x { ?x a ag:Person } LIMIT 1"
    answer = actorgraph("query", query, "--limit", "9" * 30, "-g", built)

    assert (answer.code, len(answer.out.splitlines())) == (0, 2)


def test_questions_say_which_parameters_they_take(actorgraph: Command) -> None:
    listed = json.loads(actorgraph("questions", "--json").out)
    (leaders,) = [question for question in listed if question["name"] == "leaders"]

    assert leaders["parameters"] == ["actor"]

    (line,) = [
        line
        for line in actorgraph("questions").out.splitlines()
        if line.startswith("leaders ")
    ]
    assert line.endswith("  --actor")
