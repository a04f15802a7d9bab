"""align, watchlist and reconcile on the command line."""

import json
from pathlib import Path

import pytest

from actorgraph.identifiers import match_iris
from actorgraph.model import ActorType
from actorgraph.pipeline.graph import load
from actorgraph.pipeline.reconciliation import Service
from actorgraph.pipeline.service_client import ServiceClient
from tests.unit.cli.conftest import Command

ITEM = "http://www.wikidata.org/entity/Q77"


def matches(graph: Path) -> dict[str, str]:
    """Return the name of each person and body → what the graph says it is elsewhere."""
    return {
        actor.name: " ".join(match_iris(actor))
        for actor in load(graph).corpus.actors
        if match_iris(actor) and actor.type is not ActorType.PLACE
    }


def test_an_alignment_is_in_the_graph_until_it_is_undone(
    actorgraph: Command, graph: Path
) -> None:
    assert (
        actorgraph("align", "Ines Okoro", "Q77", "--by", "Ada", "-g", graph).code == 0
    )
    address = "https://data.example/7"
    assert actorgraph("align", "Lumen Ferries", address, "-g", graph).code == 0
    assert matches(graph) == {"Ines Okoro": ITEM, "Lumen Ferries": address}
    query = f"ASK {{ ?a rdfs:label 'Lumen Ferries' ; skos:exactMatch <{address}> }}"
    assert "true" in actorgraph("query", query, "-g", graph).out
    assert (
        "same as https://data.example/7"
        in actorgraph("show", "Lumen Ferries", "-g", graph).out
    )
    assert actorgraph("verify", "-g", graph).code == 0
    assert actorgraph("validate", "-g", graph).code == 0
    assert f"aligned: Ines Okoro: {ITEM}" in actorgraph("judgements", "-g", graph).out
    actorgraph("undo", "1", "-g", graph)
    assert matches(graph) == {"Lumen Ferries": address}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("Ines Okoro", "no iri"), 2),
        (("Ines Okoro", "http://www.wikidata.org/entity/P31"), 2),
        (("Ines", "Q77"), 1),
    ],
)
def test_what_cannot_be_aligned_is_refused(
    actorgraph: Command, built: Path, words: tuple[str, str], code: int
) -> None:
    told = actorgraph("align", *words, "-g", built)
    assert told.code == code
    assert len(told.err.splitlines()) == 1


def test_a_watch_list_is_compared_and_what_is_sure_is_kept(
    actorgraph: Command, graph: Path, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("id,name\nQ77,Ines Okoro\n8,P. Brandt\n9,\n")
    told = actorgraph("watchlist", path, "-g", graph)
    assert told.code == 3
    assert "line 4 of list.csv: it has no name" in told.err
    assert matches(graph) == {}
    assert told.out.splitlines()[0].startswith(
        "match      0.95  Ines Okoro (Q77) | Ines Okoro"
    )
    assert told.out.splitlines()[1].startswith(
        "possible   0.80  P. Brandt (8) | Pavel Brandt"
    )
    answer = json.loads(actorgraph("watchlist", path, "--json", "-g", graph).out)
    assert [row["standing"] for row in answer["matches"]] == ["match", "possible"]
    assert [row["line"] for row in answer["bad_rows"]] == [4]
    for number in ("1 alignment", "0 alignments"):
        kept = actorgraph("watchlist", path, "--keep", "-g", graph)
        assert f"{number} recorded" in kept.err
        assert matches(graph) == {"Ines Okoro": ITEM}


def test_a_list_of_which_nothing_is_in_the_graph_is_a_finding(
    actorgraph: Command, built: Path, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("name\nNobody Known\n")
    assert actorgraph("watchlist", path, "-g", built).code == 1
    assert actorgraph("watchlist", tmp_path / "none.csv", "-g", built).code == 2


def test_what_a_service_is_sure_of_is_kept(
    actorgraph: Command, graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Client(ServiceClient):
        def ask(self, form: dict[str, str] | None = None) -> object:
            queries = json.loads((form or {})["queries"])
            result = [{"id": "Q77", "name": "Ines Okoro", "score": 99, "match": True}]
            return {
                key: {"result": result if query["query"] == "Ines Okoro" else []}
                for key, query in queries.items()
            }

    space = "http://www.wikidata.org/entity/"
    monkeypatch.setattr(
        Service,
        "at",
        lambda _: Service(Client("https://data.example/"), "Register", space),
    )
    told = actorgraph("reconcile", "https://data.example/", "--keep", "-g", graph)
    assert told.code == 0
    assert "Ines Okoro (Q77)" in told.out
    assert matches(graph) == {"Ines Okoro": ITEM}


def test_a_wrong_type_or_address_is_one_line(actorgraph: Command, built: Path) -> None:
    for words in (("https://data.example/", "--type", "Persona"), ("data.example",)):
        told = actorgraph("reconcile", *words, "-g", built)
        assert told.code == 2
        assert len(told.err.splitlines()) == 1
