"""Clients that others have written."""

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, RDFXML, TSV, TURTLE, XML, SPARQLWrapper

from tests.serving.conftest import Server

AG = rdflib.Namespace("https://w3id.org/actorgraph/ontology#")
LEADERS = "SELECT ?name { ?who ag:leads ?what . ?who rdfs:label ?name } ORDER BY ?name"


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("form", [JSON, XML, CSV, TSV])
def test_sparqlwrapper_reads_rows(server: Server, method: str, form: str) -> None:
    client = SPARQLWrapper(f"{server.address}sparql")
    client.setQuery(LEADERS)
    client.setReturnFormat(form)
    client.setMethod(method)
    answer = client.query().convert()
    text = answer.toxml() if form == XML else str(answer)
    assert "Greta Solheim" in text


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # SPARQLWrapper's
@pytest.mark.parametrize("form", [TURTLE, RDFXML])
def test_sparqlwrapper_reads_graphs(server: Server, form: str) -> None:
    client = SPARQLWrapper(f"{server.address}sparql")
    client.setQuery("CONSTRUCT { ?a ag:leads ?b } { ?a ag:leads ?b }")
    client.setReturnFormat(form)
    answer = client.query().convert()
    parsed = (
        answer if form == RDFXML else rdflib.Graph().parse(data=answer, format="turtle")
    )
    assert len(list(parsed.subject_objects(AG.leads))) >= 1


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_asks_the_store(server: Server, method: str) -> None:
    store = SPARQLStore(f"{server.address}sparql", method=method)
    graph = rdflib.Graph(store)
    names = {str(row[0]) for row in graph.query(f"PREFIX ag: <{AG}> {LEADERS}")}
    assert "Greta Solheim" in names
    assert len(list(graph.triples((None, AG.leads, None)))) >= 1
