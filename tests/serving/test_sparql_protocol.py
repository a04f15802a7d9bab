"""The SPARQL 1.1 Protocol, in raw requests."""

from urllib.parse import urlencode

import pyoxigraph as ox
import pytest

from tests.serving.conftest import Server

ASK = "ASK { ?who ag:leads ?what }"
SELECT = "SELECT ?who ?what { ?who ag:leads ?what }"
CONSTRUCT = "CONSTRUCT { ?who ag:leads ?what } { ?who ag:leads ?what }"
FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def test_a_query_is_answered_however_it_is_sent(server: Server) -> None:
    replies = [
        server.query(ASK),
        server.send("POST", "/sparql", urlencode({"query": ASK}), Content_Type=FORM),
        server.send("POST", "/sparql", ASK, Content_Type=DIRECT),
        server.send("POST", "/sparql/", ASK, Content_Type=f"{DIRECT}; charset=UTF-8"),
    ]
    assert [(reply.status, reply.json()["boolean"]) for reply in replies] == [
        (200, True)
    ] * 4


@pytest.mark.parametrize(
    ("query", "accept", "media_type"),
    [
        (SELECT, "*/*", "application/sparql-results+json"),
        (SELECT, "application/json", "application/json"),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (SELECT, "text/csv", "text/csv"),
        (SELECT, "text/tab-separated-values", "text/tab-separated-values"),
        (SELECT, "text/csv;q=0.4, application/json;q=0.6", "application/json"),
        (SELECT, "application/*, text/csv;q=0.9", "application/sparql-results+json"),
        (SELECT, BROWSER, "application/xml"),
        (ASK, "application/sparql-results+xml", "application/sparql-results+xml"),
        (CONSTRUCT, "*/*", "text/turtle"),
        (CONSTRUCT, "application/n-triples", "application/n-triples"),
        (CONSTRUCT, "application/ld+json", "application/ld+json"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        (CONSTRUCT, "text/csv, text/turtle;q=0.1", "text/turtle"),
    ],
)
def test_the_answer_has_the_form_that_the_client_likes_best(
    server: Server, query: str, accept: str, media_type: str
) -> None:
    reply = server.query(query, accept)
    assert (reply.status, reply.media_type) == (200, media_type)
    assert reply.headers["vary"] == "Accept"


@pytest.mark.parametrize(
    ("accept", "format_"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
    ],
)
def test_every_form_of_a_graph_has_the_same_triples(
    server: Server, accept: str, format_: ox.RdfFormat
) -> None:
    expected = server.query(CONSTRUCT, "application/n-triples").body
    triples = {
        str(quad.triple) for quad in ox.parse(expected, format=ox.RdfFormat.N_TRIPLES)
    }
    body = server.query(CONSTRUCT, accept).body
    assert (
        {str(quad.triple) for quad in ox.parse(body, format=format_)}
        == triples
        != set()
    )


@pytest.mark.parametrize(
    ("accept", "query"),
    [("image/png", SELECT), ("text/turtle", SELECT), ("text/csv", CONSTRUCT)],
)
def test_a_form_that_the_answer_does_not_have_is_not_acceptable(
    server: Server, accept: str, query: str
) -> None:
    reply = server.query(query, accept)
    assert reply.status == 406
    assert "this answer is there as" in reply.text


@pytest.mark.parametrize(
    ("method", "path", "body", "media_type", "status"),
    [
        ("PUT", "/sparql", ASK, DIRECT, 405),
        ("DELETE", "/sparql", None, "", 405),
        ("POST", "/sparql", ASK, "text/plain", 415),
        ("POST", "/sparql", ASK, "", 415),
        ("POST", "/sparql", ASK.encode("utf-16"), f"{DIRECT}; charset=utf-16", 415),
        ("POST", "/sparql", b"ASK { ?s ?p '\xff' }", DIRECT, 400),
        ("POST", "/sparql", "", FORM, 400),
        ("POST", "/sparql", urlencode([("query", ASK)] * 2), FORM, 400),
        ("GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", None, "", 400),
        ("GET", "/sparql?query=%FF", None, "", 400),
        ("GET", "/sparql?query=", None, "", 400),
        ("GET", "/sparql?query=SELECT", None, "", 400),
        ("GET", "/sparql?" + "&".join(["a=b"] * 200), None, "", 400),
        ("POST", "/sparql", b"#" * 300_000, DIRECT, 413),
    ],
)
def test_a_request_that_means_nothing_gets_a_status_and_a_sentence(
    server: Server,
    method: str,
    path: str,
    body: bytes | str | None,
    media_type: str,
    status: int,
) -> None:
    headers = {"Content_Type": media_type} if media_type else {}
    reply = server.send(method, path, body, **headers)
    assert reply.status == status
    assert reply.media_type == "text/plain"
    assert 0 < len(reply.text.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        ("DELETE WHERE { ?s ?p ?o }", "application/sparql-update"),
        (urlencode({"update": "DELETE WHERE { ?s ?p ?o }"}), FORM),
    ],
)
def test_an_update_is_refused(server: Server, body: str, media_type: str) -> None:
    reply = server.send("POST", "/sparql", body, Content_Type=media_type)
    assert (reply.status, reply.text) == (
        403,
        "this server only reads; send a query, not an update\n",
    )
    assert server.get("/sparql?update=CLEAR%20ALL").status == 403
    assert server.query(ASK).json()["boolean"]


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("DELETE WHERE { ?s ?p ?o }", "DELETE is refused"),
        ("LOAD <http://away.example/>", "LOAD is refused"),
        (
            "SELECT * { SERVICE <http://away.example/> { ?s ?p ?o } }",
            "SERVICE is refused",
        ),
        ("ASK FROM <http://away.example/> { ?s ?p ?o }", "FROM <http://away.example/>"),
    ],
)
def test_a_query_that_would_leave_the_graph_is_refused_by_name(
    server: Server, query: str, word: str
) -> None:
    reply = server.query(query)
    assert reply.status == 400
    assert word in reply.text


def test_the_dataset_of_a_request_counts(server: Server) -> None:
    document = server.query(
        "SELECT ?d { GRAPH ?d { ?c a ag:Claim } } LIMIT 1", "text/csv"
    )
    iri = document.text.split()[1]
    claims = "ASK { ?claim a ag:Claim }"
    in_it = "ASK { GRAPH ?g { ?claim a ag:Claim } }"

    def holds(query: str, **graphs: str) -> bool:
        named = {name.replace("_", "-"): value for name, value in graphs.items()}
        reply = server.get(f"/sparql?{urlencode({'query': query, **named})}")
        return bool(reply.json()["boolean"])

    assert not holds(claims)
    assert holds(claims, default_graph_uri=iri)
    assert not holds(claims, named_graph_uri=iri)
    assert holds(in_it, named_graph_uri=iri)
    assert not holds(in_it, default_graph_uri=iri)


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
def test_a_graph_that_is_not_there_is_refused_and_not_taken_for_empty(
    server: Server, name: str
) -> None:
    reply = server.get(
        f"/sparql?{urlencode({'query': ASK, name: 'http://away.example/'})}"
    )
    assert reply.status == 400
    assert "the store has no graph <http://away.example/>" in reply.text


def test_without_a_query_the_service_describes_itself(server: Server) -> None:
    reply = server.get("/sparql", Accept="text/turtle")
    assert reply.media_type == "text/turtle"
    assert f"<{server.address}sparql>" in reply.text
    assert "sd:supportedLanguage sd:SPARQL11Query" in reply.text


def test_a_browser_without_a_query_is_led_to_the_editor(server: Server) -> None:
    reply = server.get("/sparql", Accept=BROWSER)
    assert (reply.status, reply.headers["location"]) == (303, "/query")
