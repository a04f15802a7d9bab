import json
import os
import signal
import time
from contextlib import suppress
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from actorgraph.dataset import named_questions as questions
from actorgraph.dataset import query_process
from actorgraph.dataset.named_questions import named_question, named_questions
from actorgraph.dataset.queries import run_query
from actorgraph.dataset.results import QueryResult
from actorgraph.dataset.screening import screen
from actorgraph.dataset.store import StoredGraph, open_graph
from actorgraph.errors import NotFound, QueryRefused, StoreError, UsageError

#: A thousand million rows from ten digits, without any data.
ENDLESS = (
    "SELECT (COUNT(*) AS ?n) {"
    + "".join(f"VALUES ?v{n} {{ 0 1 2 3 4 5 6 7 8 9 }}" for n in range(9))
    + "}"
)
HIDDEN_BY_QUOTES = (
    "ASK { FILTER(?a<?b&&?c='>')SERVICE<http://away.example/>{?s?p?o}FILTER(?x='a') }"
)
HIDDEN_BY_COMMENT = (
    'ASK { FILTER(?a<?b&&#>"""\n?c)SERVICE<http://away.example/>{?s?p?o}#"""\n}'
)

HIDDEN_BY_A_BRACE = (
    "SELECT ?x { FILTER(true || EXISTS {?s ?p ?o} <'abc>') "
    "SERVICE <http://away.example/> {?x ?y ?z} #'\n}"
)
HIDDEN_BY_AN_OPEN_STRING = (
    "ASK { FILTER(<<( <a:a> <a:b> 1 )>><'a>) SERVICE<http://away.example/>{} }"
)
HIDDEN_BY_A_TIE = (
    "ASK { FILTER(?a\u203f<'abc>') SERVICE <http://away.example/> {?x ?y ?z} #'\n}"
)


def cells(result: QueryResult) -> list[tuple[str | None, ...]]:
    return [
        tuple(getattr(term, "value", None) for term in row) for row in result.rows()
    ]


def test_the_current_picture_is_asked_without_ceremony(stored: StoredGraph) -> None:
    result = run_query(
        stored, "SELECT ?name { ?who ag:envoyOf ?whom . ?whom rdfs:label ?name }"
    )
    assert (result.variables, cells(result), result.truncated) == (
        ("name",),
        [("Orvo Lund",)],
        False,
    )


def test_claims_are_in_the_graph_of_their_document(stored: StoredGraph) -> None:
    assert not run_query(stored, "ASK { ?claim a ag:Claim }").holds
    assert run_query(
        stored, "ASK { GRAPH doc:d1 { ?claim a ag:Claim, rdf:Statement } }"
    ).holds


def test_a_symmetric_relation_is_found_from_both_ends(stored: StoredGraph) -> None:
    assert run_query(
        stored,
        "ASK { actor:marsh-1 ag:spouseOf actor:lund-2 . actor:lund-2 ag:spouseOf actor:marsh-1 }",
    ).holds


def test_describe_and_construct_give_a_graph(stored: StoredGraph) -> None:
    described = (
        run_query(stored, "DESCRIBE actor:norland-3").serialize("turtle").decode()
    )
    assert "actor:norland-3 a ag:" in described
    built = run_query(
        stored, "CONSTRUCT { ?a skos:related ?b } WHERE { ?a ag:envoyOf ?b }"
    )
    assert [row[1:2] for row in cells(built)] == [
        ("http://www.w3.org/2004/02/skos/core#related",)
    ]


def test_turtle_is_the_same_every_time(stored: StoredGraph) -> None:
    result = run_query(stored, "DESCRIBE actor:marsh-1")
    assert len({result.serialize("turtle") for _ in range(5)}) == 1


def test_an_answer_cut_at_a_number_of_rows_says_so(stored: StoredGraph) -> None:
    everything = "SELECT ?s ?p ?o { ?s ?p ?o }"
    cut = run_query(stored, everything, max_rows=2)
    assert (len(cells(cut)), cut.truncated) == (2, True)
    assert "more rows" in cut.serialize("table").decode()
    assert "more rows" in cut.table(100)


@pytest.mark.parametrize(
    "form", ["SELECT ?s { ?s a ag:Country }", "CONSTRUCT WHERE { ?s a ag:Country }"]
)
def test_an_answer_of_just_that_many_rows_is_whole(
    stored: StoredGraph, form: str
) -> None:
    assert not run_query(stored, form, max_rows=1).truncated


def test_rows_are_the_same_with_and_without_a_limit(stored: StoredGraph) -> None:
    query = (
        "SELECT ?s ?o ?none { ?s rdfs:label|ag:mentionCount ?o "
        "OPTIONAL { ?s ag:spouseOf ?none } } ORDER BY ?s ?o"
    )
    assert cells(run_query(stored, query)) == cells(
        run_query(stored, query, max_rows=99)
    )


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("SELECT * { SERVICE <http://away.example/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * { service silent ?v { ?s ?p ?o } }", "SERVICE"),
        (
            "SELECT * { { SELECT * { SERVICE#comment\n<http://away.example/> { ?s ?p ?o } } } }",
            "SERVICE",
        ),
        (r"SELECT * { \u0053ERVICE <http://away.example/> { ?s ?p ?o } }", r"\\u0053"),
        (r"SELECT * { S\u0045RVICE <http://away.example/> { ?s ?p ?o } }", r"\\u0045"),
        (
            r"SELECT * { \U00000053ERVICE <http://away.example/> { ?s ?p ?o } }",
            r"\\U00000053",
        ),
        ("PREFIX : <http://away.example/> ASK { SERVICE:a { ?s ?p ?o } }", "SERVICE"),
        ("PREFIX x: <http://away.example/> ASK { serviceX:a { ?s ?p ?o } }", "SERVICE"),
        ("ASK { ?s ?p 1SERVICE<http://away.example/>{ ?s ?p ?o } }", "SERVICE"),
        (
            "PREFIX a: <a:> ASK { ?s ?p a:.SERVICE<http://away.example/>{ ?s ?p ?o } }",
            "SERVICE",
        ),
        (HIDDEN_BY_QUOTES, "SERVICE"),
        (HIDDEN_BY_A_BRACE, "SERVICE"),
        (HIDDEN_BY_AN_OPEN_STRING, "SERVICE"),
        (HIDDEN_BY_A_TIE, "SERVICE"),
        (HIDDEN_BY_COMMENT, "SERVICE"),
        ("ASK {} # \rSERVICE", "SERVICE"),
        ("LOAD <http://away.example/>", "LOAD"),
        ("LOAD <file:///etc/hostname>", "LOAD"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "INSERT"),
        ("delete where { ?s ?p ?o }", "DELETE"),
        ("PREFIX x: <a:> DROP ALL", "DROP"),
        ("CLEAR DEFAULT", "CLEAR"),
        ("CREATE GRAPH <a:b>", "CREATE"),
        ("COPY <a:a> TO <a:b>", "COPY"),
        ("MOVE <a:a> TO <a:b>", "MOVE"),
        ("ADD <a:a> TO <a:b>", "ADD"),
        ("WITH <a:a> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "WITH"),
        (
            "SELECT * FROM <http://away.example/> { ?s ?p ?o }",
            "FROM <http://away.example/>",
        ),
        (
            "SELECT * FROM NAMED <file:///etc/hostname> { ?s ?p ?o }",
            "FROM <file:///etc/hostname>",
        ),
        ("SELECT * FROM doc:d9 { ?s ?p ?o }", "FROM doc:d9"),
        ("SELECT * FROM nowhere { ?s ?p ?o }", "FROM nowhere"),
        ("ASK " + "{" * 201 + "}" * 201, "200 deep"),
        ("ASK { FILTER(" + "(" * 4000 + "1" + ")" * 4000 + ") }", "200 deep"),
        ("ASK {} #" + "x" * 1_000_000, "at most 1,000,000"),
        ("SELECT ?x { ?x", "cannot be parsed"),
        ("", "cannot be parsed"),
        ("SELECT ?x { ?x nope:a ?y }", "cannot be parsed"),
    ],
)
def test_a_query_that_may_not_run_is_refused_by_name(
    stored: StoredGraph, monkeypatch: pytest.MonkeyPatch, query: str, named: str
) -> None:
    if named != "cannot be parsed":
        ran = query_process._error("refused", "it was run")
        monkeypatch.setattr(query_process, "_answer", lambda *_: ran)
    with pytest.raises(QueryRefused, match=named) as caught:
        run_query(stored, query)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "query",
    [
        'ASK { ?a rdfs:label ?l FILTER(CONTAINS(?l, "Secret Service")) }',
        "ASK { ?a rdfs:label ?l FILTER(?l != '''it's a \"service\"''') }",
        "# LOAD, INSERT and SERVICE are refused\nASK {}",
        "PREFIX load: <a:> ASK { ?service load:insert wd:DELETE, <http://x.example/SERVICE> }",
        r"PREFIX x: <a:> ASK { ?s x:o\'clock ?o . FILTER(?o > 3 && ?o<7) }",
        "ASK FROM doc:d1 { ?s a ag:Claim }",
        (
            "PREFIX d: <https://w3id.org/actorgraph/data/document/> ASK FROM NAMED d:d1 "
            "{ GRAPH ?g { ?s a ag:Claim } }"
        ),
        'ASK { BIND("\\u0053ERVICE" AS ?x) }',
        "ASK { actor:secret-service-1 ag:memberOf ?o ; wd:b.service ?customer_service }",
        "ASK { ?s ?p ?o FILTER(?o IN (ag:Person, <http://x.example/#y>)) }",
        "ASK " + "{" * 200 + "}" * 200,
    ],
)
def test_a_query_that_only_looks_dangerous_is_run(
    stored: StoredGraph, query: str
) -> None:
    assert run_query(stored, query).kind == "ask"


@pytest.mark.parametrize(
    "unit", ["'''\n\\", "'\\", '"""\n\\', "<'", "a<", "(" * 9 + "<a>"]
)
def test_a_long_query_is_screened_in_no_time(unit: str) -> None:
    start = time.process_time()
    with suppress(QueryRefused):
        screen(unit * (200_000 // len(unit)), {}, lambda _: True)
    assert time.process_time() - start < 2


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Process ids of the children that are started; the test run has others, such as the browser's
    driver.
    """
    started, fork = [], os.fork

    def noted() -> int:
        started.append(fork())
        return started[-1]

    monkeypatch.setattr(os, "fork", noted)
    return started


def test_a_query_without_end_is_stopped_and_gives_no_rows(
    stored: StoredGraph, children: list[Any]
) -> None:
    with pytest.raises(QueryRefused, match=r"no answer within 0\.2 seconds"):
        run_query(stored, ENDLESS, time_limit=0.2)
    assert_none_is_left(children)


def test_a_crash_of_the_engine_is_an_error_and_not_the_end(
    stored: StoredGraph, children: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        query_process, "_answer", lambda *_: os.kill(os.getpid(), signal.SIGKILL)
    )
    with pytest.raises(QueryRefused, match="crashed the engine"):
        run_query(stored, "ASK {}")
    assert_none_is_left(children)


def test_a_function_that_the_engine_lacks_is_no_damage(stored: StoredGraph) -> None:
    with pytest.raises(QueryRefused, match="function <a:f> is not supported"):
        run_query(stored, "SELECT (<a:f>(1) AS ?x) {}")


def test_half_an_answer_is_no_answer(
    stored: StoredGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Cut(bytes):
        def __len__(self) -> int:
            return 10_000

    monkeypatch.setattr(
        query_process,
        "_answer",
        lambda *_: Cut(b'{"kind": "select", "truncated": false}\n?x\n'),
    )
    with pytest.raises(QueryRefused, match="no answer"):
        run_query(stored, "SELECT ?x {}")


def assert_none_is_left(children: list[int]) -> None:
    (child,) = children
    with pytest.raises(ChildProcessError):
        os.waitpid(child, os.WNOHANG)


@pytest.mark.parametrize("limits", [{"time_limit": 0}, {"max_rows": 0}])
def test_a_limit_must_leave_something(
    stored: StoredGraph, limits: dict[str, int]
) -> None:
    with pytest.raises(UsageError, match="more than 0"):
        run_query(stored, "ASK {}", **limits)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("table", "label\tcount\nNorland\t0\n"),
        ("csv", "label,count\r\nNorland,0\r\n"),
        ("tsv", '?label\t?count\n"Norland"\t0\n'),
    ],
)
def test_rows_are_written_as_text(
    stored: StoredGraph, form: str, expected: str
) -> None:
    result = run_query(
        stored,
        "SELECT ?label ?count { actor:norland-3 rdfs:label ?label ; ag:mentionCount ?count }",
    )
    assert result.serialize(form).decode() == expected


def test_rows_are_written_as_json(stored: StoredGraph) -> None:
    result = run_query(stored, "SELECT ?label { actor:norland-3 rdfs:label ?label }")
    bindings = json.loads(result.serialize("json"))["results"]["bindings"]
    assert bindings == [{"label": {"type": "literal", "value": "Norland"}}]


@pytest.mark.parametrize(
    ("form", "expected"),
    [("csv", "true"), ("json", '"boolean":true'), ("xml", "<boolean>true<")],
)
def test_yes_is_written_in_every_form(
    stored: StoredGraph, form: str, expected: str
) -> None:
    assert expected in run_query(stored, "ASK {}").serialize(form).decode()


def test_xml_stays_well_formed_and_says_what_it_replaced(stored: StoredGraph) -> None:
    xml = (
        run_query(stored, 'SELECT ("a\\u0001b\\u0000" AS ?x) {}')
        .serialize("xml")
        .decode()
    )
    root = ET.fromstring(xml)  # noqa: S314 - written here
    assert root.findtext(".//{*}literal") == "a\ufffdb\ufffd"
    assert "replaced by U+FFFD: 2" in xml


def test_a_table_draws_no_control_characters_and_no_markup(stored: StoredGraph) -> None:
    result = run_query(stored, 'SELECT ("[red]\\u001b[31mx" AS ?x) {}')
    for drawn in (result.table(60), result.serialize("table").decode()):
        assert "\x1b" not in drawn
        assert "[red]" in drawn


def test_a_table_leaves_out_nothing_of_a_long_word(stored: StoredGraph) -> None:
    word = "".join(f"word{number}" for number in range(9))
    drawn = run_query(stored, f'SELECT ("{word}" AS ?x) {{}}').table(20)
    cells = (line.strip("│ ") for line in drawn.splitlines() if "│" in line)
    assert "".join(cells) == word


@pytest.mark.parametrize(
    ("query", "form"),
    [("ASK {}", "turtle"), ("DESCRIBE actor:x", "csv"), ("ASK {}", "yaml")],
)
def test_a_form_that_does_not_fit_is_refused_with_those_that_do(
    stored: StoredGraph, query: str, form: str
) -> None:
    with pytest.raises(UsageError, match="choose one of table"):
        run_query(stored, query).serialize(form)


@pytest.fixture
def two_questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "queries").mkdir()
    (tmp_path / "queries" / "envoys.rq").write_text(
        "# Who is an envoy of whom?\n# One row an envoy.\nSELECT * {}\n"
    )
    (tmp_path / "queries" / "bare.rq").write_text("ASK {}")
    monkeypatch.setattr(questions, "ontology_folder", lambda: tmp_path)


@pytest.mark.usefixtures("two_questions")
def test_named_questions_are_listed_with_their_titles() -> None:
    assert [(question.name, question.title) for question in named_questions()] == [
        ("bare", "bare"),
        ("envoys", "Who is an envoy of whom?"),
    ]
    assert (
        named_question("envoys").help == "Who is an envoy of whom?\nOne row an envoy."
    )


@pytest.mark.usefixtures("two_questions")
@pytest.mark.parametrize(
    ("name", "near"), [("envoy", "did you mean envoys\\? "), ("zzz", "")]
)
def test_an_unknown_question_is_answered_with_near_ones_and_how_to_see_all(
    name: str, near: str
) -> None:
    with pytest.raises(
        NotFound,
        match=f"^no question is named '{name}'; {near}see them all: actorgraph questions$",
    ):
        named_question(name)


def test_a_query_that_needs_too_much_memory_is_refused(
    stored: StoredGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        query_process, "_answer", lambda *_: bytes(query_process.MEMORY + (1 << 20))
    )
    with pytest.raises(QueryRefused, match="no answer"):
        run_query(stored, "ASK {}")


def test_a_query_over_a_damaged_table_says_so_and_nothing_else(
    graph_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(query_process, "MEMORY", 1 << 28)
    text = (
        "SELECT * { GRAPH ?d { ?claim a ag:Claim ; ag:method ?how } } ORDER BY ?claim"
    )
    rows = cells(run_query(open_graph(graph_folder), text))
    reasons: set[str] = set()
    for table in sorted(graph_folder.glob("generations/*/store/*.sst")):
        content = table.read_bytes()
        table.write_bytes(content[:20] + bytes([content[20] ^ 85]) + content[21:])
        try:
            assert cells(run_query(open_graph(graph_folder), text)) == rows
        except StoreError as error:
            reasons.add(str(error))
        table.write_bytes(content)
    # Of some tables, the engine repeats the error until the memory is used up.
    assert any("sst is not the file that was written" in reason for reason in reasons)
    assert capfd.readouterr().err == ""
