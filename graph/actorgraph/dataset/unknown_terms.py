"""Terms of a query that the ontology or the graph lacks, or that are elsewhere in the graph.

A query with a misspelt relation is valid SPARQL and would have an empty answer, and so would one
that looks for claims outside the graphs of their documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

import pyoxigraph as ox

from actorgraph.dataset.matching_quads import matching_quads
from actorgraph.dataset.sparql_tokens import (
    Token,
    declared_prefixes,
    decoded,
    meaningful_tokens,
    place_of,
)
from actorgraph.errors import QueryRefused
from actorgraph.identifiers import ONTOLOGY
from actorgraph.resources import ontology_file
from actorgraph.turtle import local_name, read_turtle

if TYPE_CHECKING:
    from actorgraph.dataset.query_answers import Query
    from actorgraph.dataset.store import StoredGraph
    from actorgraph.vocabulary import Vocabulary

#: Files that declare terms; no other is needed to name what a query may ask.
_FILES = ("actors.ttl", "vocabulary.ttl", "alignments.ttl")
#: How many names the message offers.
_OFFERED = 3
_NAMESPACE = re.compile(r".*[#/]")


def check_terms(stored: StoredGraph, query: Query) -> None:
    """Refuse a query with an unknown term of the ontology, or of the user's own.

    Raises:
        QueryRefused: naming the term, its place, and those with the most similar names.
    """
    others = set(query.prefixes.values()) - {ONTOLOGY}
    for token, iri in _terms(query):
        if _namespace(iri) not in others and not _is_used(stored.store, iri):
            _check_declared(stored, query, token, iri)


def why_empty(stored: StoredGraph, query: Query) -> str:
    """Return which term of a query explains that it has no rows; "" if none does."""
    words = {token.text.upper() for token in meaningful_tokens(query.text)}
    names_graphs = bool(words & {"GRAPH", "FROM"})
    for token, iri in _terms(query):
        if _is_used(stored.store, iri, ox.DefaultGraph()):
            continue
        if not _is_used(stored.store, iri):
            if iri.startswith(ONTOLOGY):
                return f"{token.text} is nowhere in this graph"
        elif not names_graphs:
            return (
                f"{token.text} is only in the graphs of documents: "
                "write GRAPH ?document { … }"
            )
    return ""


def _terms(query: Query) -> Iterator[tuple[Token, str]]:
    """Yield each IRI that a query names, with its token."""
    tokens = list(meaningful_tokens(query.text))
    declared = declared_prefixes(tokens, query.prefixes)
    for before, token in zip([None, *tokens], tokens, strict=False):
        prefix, _, name = token.text.partition(":")
        is_declaration = before is not None and before.text.upper() == "PREFIX"
        if token.kind == "name" and prefix in declared and name and not is_declaration:
            yield token, declared[prefix] + name
        # CASE namespace: PREFIX my: <https://example.org/#> names no term
        elif token.kind == "iri" and not token.text.endswith(("#>", "/>")):
            yield token, decoded(token.text[1:-1])


def _namespace(iri: str) -> str:
    match = _NAMESPACE.match(iri)
    return match.group() if match else ""


def _is_used(store: ox.Store, iri: str, graph: ox.DefaultGraph | None = None) -> bool:
    """Whether a store has a term in one of its graphs, or anywhere."""
    try:
        term = ox.NamedNode(iri)
    except ValueError:
        return False
    found = (
        matching_quads(store, None, term, None, graph),
        matching_quads(store, None, None, term, graph),
        matching_quads(store, term, None, None, graph),
    )
    return any(next(iter(quads), None) is not None for quads in found)


def _check_declared(stored: StoredGraph, query: Query, token: Token, iri: str) -> None:
    """Refuse a term of the ontology's namespaces that no file of it declares."""
    names = _names(stored.vocabulary)
    namespaces = {ONTOLOGY} | set(map(_namespace, names))
    namespace = _namespace(iri)
    if iri in names or namespace not in namespaces:
        return
    files = [ontology_file(name) for name in _FILES]
    declared = read_turtle(files)
    if iri in declared:
        return
    names |= {term: local_name(term) for term in declared if term.startswith(ONTOLOGY)}
    place = place_of(query.text, token.start)
    name = local_name(iri)
    suggestion = _suggestion(name, names, query)
    raise QueryRefused(
        f"{token.text} at {place} is no relation or class of the ontology{suggestion}"
    )


def _names(vocabulary: Vocabulary) -> dict[str, str]:
    """Return the name of each relation and class by its IRI."""
    names = {iri: name for name, iri in vocabulary.class_iris.items()}
    for name, relation in vocabulary.relations.items():
        names[relation.iri] = name
    return names


def _suggestion(name: str, names: Mapping[str, str], query: Query) -> str:
    listed = "actorgraph relations lists all"
    similar = get_close_matches(name, sorted(names.values()), n=_OFFERED)
    if not similar:
        return f"; {listed}"
    iris = {known: iri for iri, known in names.items()}
    offered = ", ".join(_short(iris[known], query) for known in similar)
    return f"; did you mean {offered}? {listed}"


def _short(iri: str, query: Query) -> str:
    """Return an IRI as a query writes it."""
    namespace = _namespace(iri)
    for prefix, expansion in query.prefixes.items():
        if expansion == namespace:
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return f"<{iri}>"
