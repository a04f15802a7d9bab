"""What the endpoint says of itself, in the words of SPARQL 1.1 Service Description."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from actorgraph.dataset.results import QueryResult

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
RESULTS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
    "RDF_XML",
)
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def described(endpoint: str, form: str) -> bytes:
    """Return the description of an endpoint.

    Args:
        endpoint: Its address.
        form: A form of graphs, of ``dataset.results.FORMATS``.
    """
    lines = sorted(f"{triple} .\n" for triple in _triples(endpoint))
    payload = "".join(lines).encode()
    result = QueryResult("graph", payload, truncated=False, prefixes={"sd": SD})
    return result.serialize(form)


def _triples(endpoint: str) -> Iterator[ox.Triple]:
    service, dataset, graph = (
        ox.NamedNode(f"{endpoint}{part}") for part in ("#service", "#dataset", "#graph")
    )
    yield _link(service, _TYPE, f"{SD}Service")
    yield _link(service, f"{SD}endpoint", endpoint)
    yield _link(service, f"{SD}supportedLanguage", f"{SD}SPARQL11Query")
    for name in RESULTS:
        yield _link(service, f"{SD}resultFormat", f"{FORMATS}{name}")
    yield _link(service, f"{SD}defaultDataset", dataset.value)
    yield _link(dataset, _TYPE, f"{SD}Dataset")
    yield _link(dataset, f"{SD}defaultGraph", graph.value)
    yield _link(graph, _TYPE, f"{SD}Graph")


def _link(subject: ox.NamedNode, predicate: str, object_: str) -> ox.Triple:
    predicate_node = ox.NamedNode(predicate)
    object_node = ox.NamedNode(object_)
    return ox.Triple(subject, predicate_node, object_node)
