"""The relations and classes of the ontology, and how often a graph has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from actorgraph.dataset.statements import Statements
from actorgraph.dataset.store import StoredGraph
from actorgraph.identifiers import ONTOLOGY
from actorgraph.turtle import RDF


@dataclass(frozen=True, slots=True)
class TermUse:
    """A relation or a class.

    Attributes:
        kind: ``relation`` or ``class``.
        name: Local name.
        iri: What names it in RDF.
        label: In words; of a class, its name.
        group: Family of a relation, or what a class is below.
        example: A sentence; "" for a class.
        count: Number of claims of a relation, or of actors of a class.
    """

    kind: str
    name: str
    iri: str
    label: str
    group: str
    example: str
    count: int

    @property
    def written(self) -> str:
        """How a query names it: ``ag:name``, or in full where the ontology is another one."""
        is_own_term = self.iri == ONTOLOGY + self.name
        if is_own_term:
            return f"ag:{self.name}"
        return f"<{self.iri}>"


def ontology_terms(stored: StoredGraph) -> tuple[TermUse, ...]:
    """Return all relations and then all classes, the most frequent first."""
    statements = Statements(stored.store, stored.manifest.base)
    relations = sorted(_relations(stored, statements), key=_frequent_first)
    classes = sorted(_classes(stored, statements), key=_frequent_first)
    return (*relations, *classes)


def _relations(stored: StoredGraph, statements: Statements) -> Iterator[TermUse]:
    for name, relation in stored.vocabulary.relations.items():
        count = statements.count(RDF + "predicate", relation.iri)
        words = (relation.label, relation.family, relation.example)
        yield TermUse("relation", name, relation.iri, *words, count)


def _classes(stored: StoredGraph, statements: Statements) -> Iterator[TermUse]:
    vocabulary = stored.vocabulary
    for name, parents in vocabulary.classes.items():
        iri = vocabulary.class_iris[name]
        count = statements.count(RDF + "type", iri)
        yield TermUse("class", name, iri, name, ", ".join(parents), "", count)


def _frequent_first(term: TermUse) -> tuple[int, str]:
    return -term.count, term.name
