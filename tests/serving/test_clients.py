"""Clients that others have written."""

from typing import Any

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, RDFXML, TSV, TURTLE, XML, SPARQLWrapper

from tests.serving.conftest import Server

AG = rdflib.Namespace("https://w3id.org/actorgraph/ontology#")
LEADERS = "SELECT ?name { ?who ag:leads ?what . ?who rdfs:label ?name } ORDER BY ?name"


def answer_of(server: Server, query: str, form: str, method: str = "GET") -> Any:
    client = SPARQLWrapper(f"{server.address}sparql")
    client.setQuery(query)
    client.setReturnFormat(form)
    client.setMethod(method)
    return client.query().convert()


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("form", [JSON, XML, CSV, TSV])
def test_sparqlwrapper_reads_rows(server: Server, method: str, form: str) -> None:
    answer = answer_of(server, LEADERS, form, method)
    text = answer.toxml() if form == XML else str(answer)
    assert "Greta Solheim" in text


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # SPARQLWrapper's
@pytest.mark.parametrize("form", [TURTLE, RDFXML])
def test_sparqlwrapper_reads_graphs(server: Server, form: str) -> None:
    query = "CONSTRUCT { ?a ag:leads ?b } { ?a ag:leads ?b }"
    answer = answer_of(server, query, form)
    if form == TURTLE:
        answer = rdflib.Graph().parse(data=answer, format="turtle")
    assert len(list(answer.subject_objects(AG.leads))) >= 1


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_asks_the_store(server: Server, method: Any) -> None:
    store = SPARQLStore(f"{server.address}sparql", method=method)
    graph = rdflib.Graph(store)
    rows: Any = graph.query(f"PREFIX ag: <{AG}> {LEADERS}")
    assert "Greta Solheim" in {str(row[0]) for row in rows}
    assert len(list(graph.triples((None, AG.leads, None)))) >= 1
