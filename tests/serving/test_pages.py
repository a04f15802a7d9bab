"""Pages, and the same things as data."""

import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import rdflib

from actorgraph.dataset.named_questions import named_question
from tests.serving.conftest import ROOT, Server, Start

WEB = ROOT / "graph" / "actorgraph" / "serving" / "web"


def claim_of(server: Server) -> str:
    query = "SELECT ?c { GRAPH ?d { ?c a ag:Claim ; ag:confidence ?x } } ORDER BY DESC(?x) LIMIT 1"
    return server.query(query, "text/csv").text.split()[1].rpartition("/")[2]


def document_called(server: Server, name: str) -> str:
    query = f'SELECT ?d {{ ?d ag:name "{name}" }}'
    return server.query(query, "text/csv").text.split()[1].rpartition("/")[2]


class Links(HTMLParser):
    """Collects the addresses that a page leads to or loads."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: set[str] = set()

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src", "action") and value:
                self.addresses.add(value)


def links_of(text: str) -> set[str]:
    parser = Links()
    parser.feed(text)
    return {link for link in parser.addresses if not link.startswith(("#", "data:"))}


def test_every_link_of_the_pages_leads_somewhere(server: Server) -> None:
    """Two steps from the first page and from an actor, each address once."""
    seen: set[str] = set()
    waiting = {"/", "/actor/Ines%20Okoro", "/search?name=o"}
    for _ in range(3):
        found: set[str] = set()
        for path in waiting:
            reply = server.get(path, Accept="text/html, */*;q=0.5")
            assert reply.status == 200, path
            if reply.media_type == "text/html" and path != "/graph":
                found |= links_of(reply.text) - {"/search"}  # the form's
        seen |= waiting
        waiting = {
            link.partition("#")[0] for link in found if link.startswith("/")
        } - seen
    assert any(path.startswith("/claim/") for path in seen)
    assert any(path.startswith("/document/") for path in seen)


def test_an_actor_has_a_page_with_claims_and_words(server: Server) -> None:
    page = server.get("/actor/Ines%20Okoro", Accept="text/html").text
    assert "<h1><bdi>Ines Okoro</bdi></h1>" in page
    assert "Ines Okoro – met with – Pavel Brandt" in page
    assert "would not buy the harbour" in page


def test_a_document_has_a_page_with_its_text_and_marked_quotes(server: Server) -> None:
    document = document_called(server, "party.txt")
    page = server.get(f"/document/{document}", Accept="text/html").text
    marked = "".join(re.findall("<mark>(.*?)</mark>", page, re.DOTALL))
    assert "the leader of the Coast Party" in marked
    assert "Brandt denied it." in page.replace("<mark>", "").replace("</mark>", "")


def test_what_a_document_says_is_never_markup(server: Server) -> None:
    document = document_called(server, "ferry.txt")
    page = server.get(f"/document/{document}", Accept="text/html").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page


def test_how_surely_a_claim_was_read_is_told_once(server: Server) -> None:
    page = server.get("/actor/Ines%20Okoro", Accept="text/html").text
    claims = [line for line in page.splitlines() if '<a href="/claim/' in line]
    assert claims
    assert {line.count("confidence") for line in claims} == {1}


@pytest.mark.parametrize("path", ["/search?name=", "/actor/", "/document/"])
def test_what_a_client_says_is_never_markup(server: Server, path: str) -> None:
    text = "%3Cscript%3Ealert(1)%3C/script%3E"
    reply = server.get(f"{path}{text}", Accept="text/html")
    assert reply.media_type == "text/html"
    assert "<script>alert" not in reply.text


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own use
@pytest.mark.parametrize("kind", ["actor", "document", "claim"])
@pytest.mark.parametrize(
    ("accept", "format_"),
    [
        ("text/turtle", "turtle"),
        ("application/ld+json", "json-ld"),
        ("application/n-triples", "nt"),
        ("application/rdf+xml", "xml"),
    ],
)
def test_things_are_there_as_rdf(
    server: Server, kind: str, accept: str, format_: str
) -> None:
    ids = {
        "actor": server.get("/api/search?name=okoro").json()[0]["id"],
        "document": document_called(server, "party.txt"),
        "claim": claim_of(server),
    }
    path = f"/{kind}/{ids[kind]}"
    reply = server.get(path, Accept=accept)
    assert reply.media_type == accept
    graph = rdflib.Graph().parse(data=reply.text, format=format_)
    subjects = {str(subject) for subject in graph.subjects()}
    assert f"https://w3id.org/actorgraph/data{path}" in subjects
    linked = server.get(f"{path}?format={'turtle' if format_ == 'turtle' else 'json'}")
    assert linked.status == 200


def test_a_claim_as_rdf_has_its_quote(server: Server) -> None:
    reply = server.get(f"/claim/{claim_of(server)}", Accept="text/turtle")
    assert "oa:exact" in reply.text


@pytest.mark.parametrize("kind", ["actor", "document", "claim"])
@pytest.mark.parametrize("accept", ["text/html", "application/json", "text/turtle"])
def test_what_is_not_there_is_not_found(server: Server, kind: str, accept: str) -> None:
    reply = server.get(f"/{kind}/nothing-00000000", Accept=accept)
    assert reply.status == 404


def test_a_thing_has_no_picture(server: Server) -> None:
    assert server.get("/actor/Ines%20Okoro", Accept="image/png").status == 406
    assert server.get("/actor/Ines%20Okoro?format=png").status == 406


def test_the_editor_knows_prefixes_and_questions_and_asks_nobody_else(
    server: Server,
) -> None:
    reply = server.get("/query")
    assert '"ag": "https://w3id.org/actorgraph/ontology#"' in reply.text
    assert '"name": "envoys"' in reply.text
    assert "connect-src 'self'" in reply.headers["content-security-policy"]
    assert all(link.startswith("/") for link in links_of(reply.text))


@pytest.mark.parametrize("name", ["actors", "claims-of-document"])
def test_a_question_with_too_many_rows_is_asked_for_as_many_as_there_may_be(
    built: Path, start_server: Start, name: str
) -> None:
    server = start_server(built, "--limit", "4")
    assert server.query(named_question(name).text, "text/csv").status == 400
    asked = question_of_the_editor(server, name)
    assert "# At most 4 rows at a time: add OFFSET 4" in asked
    first = server.query(asked, "text/csv").text.splitlines()
    second = server.query(f"{asked}OFFSET 4", "text/csv").text.splitlines()
    assert (len(first), first[0]) == (5, second[0])
    assert second[1:]
    assert set(second[1:]).isdisjoint(first)


def test_a_question_that_has_a_limit_keeps_it(server: Server) -> None:
    asked = question_of_the_editor(server, "most-connected")
    assert asked == named_question("most-connected").text


def question_of_the_editor(server: Server, name: str) -> str:
    """The text of a named question, as the editor opens it."""
    page = server.get("/query").text
    (setting,) = re.findall(r'id="questions">(.*)</script>', page)
    texts = {item["name"]: item["text"] for item in json.loads(setting)["questions"]}
    return str(texts[name])


def test_the_first_query_of_the_editor_declares_its_prefix(server: Server) -> None:
    script = server.get("/static/query.js").text
    (first,) = re.findall(r"Yasqe\.defaults\.value = `(.*)`;", script)
    assert first.startswith("${prefix}\\n")
    assert "const prefix = `PREFIX ag: <${setting.prefixes.ag}>`;" in script


@pytest.mark.parametrize("name", ["yasgui.min.js", "yasgui.min.css"])
def test_the_editor_is_the_one_that_its_readme_names(name: str) -> None:
    readme = (WEB.parent / "README.md").read_text(encoding="utf-8")
    digest = hashlib.sha256((WEB / "yasgui" / name).read_bytes()).hexdigest()
    assert f"`{digest}`" in readme
    assert "sourceMappingURL" not in (WEB / "yasgui" / name).read_text(encoding="utf-8")


def test_the_page_of_the_graph_is_that_of_its_build(
    server: Server, built: Path
) -> None:
    reply = server.get("/graph")
    assert reply.body == (built / "graph.html").read_bytes()
    assert "script-src" not in reply.headers["content-security-policy"]
