"""Agency copy in two papers is one source, from the text to the answers."""

from pathlib import Path

from actorgraph.export.page.data import build_payload
from actorgraph.pipeline.changes import build, remove
from actorgraph.pipeline.graph import Graph, load
from actorgraph.serving.page_rendering import answer_page

AGENCY = (
    "Ines Okoro, the chief executive of Lumen Ferries, met Pavel Brandt in Oslo on Monday. "
    "The two talked for three hours about the old harbour and about the price of its cranes. "
    "Nobody would say afterwards whether the sale of the northern quay had been mentioned at all. "
    "Workers had waited outside the hall since early morning with banners and cold coffee. "
    "A second round is to follow in June, when the council will have voted on the new budget."
)


def weight(graph: Graph) -> int:
    """Return how many sources say that the two met."""
    edges = graph.network.edges(data=True)
    return next(edge["weight"] for *_, edge in edges if edge["relation"] == "metWith")


def copies(graph: Graph) -> list[tuple[str, str]]:
    """Return the names of each copy and its original, as the store has them."""
    query = "SELECT ?c ?o { ?x ag:copyOf ?y . ?x ag:name ?c . ?y ag:name ?o }"
    lines = graph.query(query).serialize("csv").decode().splitlines()[1:]
    return list(map(_cells, lines))


def shown_as_copies(graph: Graph) -> set[tuple[str, str]]:
    """Return what the answers about an actor and the page call copies, and of what."""
    profile = graph.profile("Ines Okoro")
    claims = [
        claim
        for group in profile.groups
        for relation in group.relations
        for claim in relation.claims
    ]
    answers = {
        (quote.source, quote.copy_of) for claim in claims for quote in claim.quotes
    }
    rows = build_payload(graph.corpus, graph.network, graph.vocabulary)["tables"]
    page = {(row[1], row[-1]) for row in rows["documents"]}
    assert {("first.txt", ""), ("own.txt", "")} <= answers & page
    return {pair for pair in answers & page if pair[1]}


def _cells(line: str) -> tuple[str, str]:
    copy, original = line.split(",")
    return copy, original


def test_a_copy_adds_no_source(tmp_path: Path) -> None:
    folder, stories = tmp_path / "graph", tmp_path / "stories"
    stories.mkdir()
    (stories / "first.txt").write_text(f"2031-05-01\n\n{AGENCY}")
    (stories / "copy.txt").write_text(f"2031-05-02\n\nFrom our own desk.\n\n{AGENCY}")
    (stories / "own.txt").write_text(
        "Pavel Brandt met Ines Okoro again on Friday, as a witness says."
    )
    build([stories], folder)
    graph = load(folder)
    named = {item.document.name: item.document for item in graph.corpus.readings}
    assert named["copy.txt"].copy_of == named["first.txt"].id
    assert copies(graph) == [("copy.txt", "first.txt")]
    assert weight(graph) == 2
    assert shown_as_copies(graph) == {("copy.txt", "first.txt")}
    page = answer_page("document", graph.document(named["copy.txt"].id), {})
    assert "A near-copy of" in page
    assert f'href="/document/{named["first.txt"].id}"' in page

    remove(["first.txt"], folder)
    graph = load(folder)
    assert copies(graph) == []
    assert weight(graph) == 2
