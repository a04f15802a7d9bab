"""The classes and relations that Turtle files define, checked against each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from actorgraph.errors import OntologyError
from actorgraph.identifiers import ONTOLOGY
from actorgraph.relation_hierarchy import Relation
from actorgraph.settings import GRAVE_THRESHOLD
from actorgraph.turtle import (
    OWL,
    RDF,
    RDFS,
    SKOS,
    Descriptions,
    Facts,
    local_name,
    read_turtle,
)

#: By local name: the relations, the super-classes of each class, the IRI of each class.
Terms = tuple[Mapping[str, Relation], Mapping[str, tuple[str, ...]], Mapping[str, str]]


def read_terms(files: Iterable[Path]) -> Terms:
    """Return the relations, the direct super-classes of each class, and the IRIs of the classes.

    Raises:
        OntologyError: as ``load_vocabulary`` does.
    """
    described = read_turtle(files)
    class_iris = _class_iris(_instances(described, OWL + "Class"))
    relations = _relations(described)
    for relation in relations.values():
        _check(relation, relations, class_iris)
    classes: dict[str, tuple[str, ...]] = {}
    for name, iri in class_iris.items():
        classes[name] = _locals(described[iri], RDFS + "subClassOf")
    return {name: relations[name] for name in sorted(relations)}, classes, class_iris


def _instances(described: Descriptions, class_: str) -> Iterator[str]:
    """Yield the IRIs of the subjects of a class, in file order."""
    for iri, facts in described.items():
        if class_ in facts[RDF + "type"]:
            yield iri


def _class_iris(iris: Iterable[str]) -> dict[str, str]:
    """Return the IRI of each class by its local name, sorted."""
    named: dict[str, str] = {}
    for iri in sorted(iris, key=local_name):
        first = named.setdefault(local_name(iri), iri)
        if first != iri:
            raise OntologyError(
                f"the class {local_name(iri)} is defined twice, as {first} and as {iri}; rename one"
            )
    return named


def _relations(described: Descriptions) -> dict[str, Relation]:
    relations: dict[str, Relation] = {}
    for iri in _instances(described, ONTOLOGY + "Relation"):
        relation = _relation(iri, described[iri])
        if relation.name in relations:
            raise OntologyError(
                f"the relation {relation.name} is defined twice, under different IRIs; rename one"
            )
        relations[relation.name] = relation
    return relations


def _relation(iri: str, facts: Facts) -> Relation:
    types = facts[RDF + "type"]
    label = _first(facts, RDFS + "label") or local_name(iri)
    inverse_label = _first(facts, ONTOLOGY + "inverseLabel")
    is_grave = _first(facts, ONTOLOGY + "grave") == "true"
    return Relation(
        name=local_name(iri),
        iri=iri,
        label=label,
        inverse_label=inverse_label or f"inverse of {label}",
        definition=_first(facts, SKOS + "definition"),
        example=_first(facts, SKOS + "example"),
        domain=frozenset(_locals(facts, ONTOLOGY + "domain")),
        range=frozenset(_locals(facts, ONTOLOGY + "range")),
        parents=_locals(facts, RDFS + "subPropertyOf"),
        inverse=next(iter(_locals(facts, OWL + "inverseOf")), None),
        symmetric=OWL + "SymmetricProperty" in types,
        transitive=OWL + "TransitiveProperty" in types,
        family=next(iter(_locals(facts, ONTOLOGY + "family")), "Other"),
        lasting=_first(facts, ONTOLOGY + "lasting") == "true",
        least_confidence=GRAVE_THRESHOLD if is_grave else 0.0,
        delegation=_first(facts, ONTOLOGY + "delegation"),
        identity=_first(facts, ONTOLOGY + "identity"),
        verb_phrase=_first(facts, ONTOLOGY + "verbPhrase"),
        single_holder=_first(facts, ONTOLOGY + "singleHolder") == "true",
    )


def _check(
    relation: Relation, relations: Collection[str], classes: Collection[str]
) -> None:
    name = relation.name
    if not relation.domain or not relation.range:
        raise OntologyError(f"the relation {name} needs both ag:domain and ag:range")
    for class_ in sorted(relation.domain | relation.range):
        if class_ not in classes:
            raise OntologyError(f"the relation {name} names an unknown class {class_}")
    for parent in relation.parents:
        if parent not in relations:
            raise OntologyError(
                f"the relation {name} is below an unknown relation {parent}"
            )


def _first(facts: Facts, predicate: str) -> str:
    values = facts.get(predicate)
    return values[0] if values else ""


def _locals(facts: Facts, predicate: str) -> tuple[str, ...]:
    values = facts.get(predicate, ())
    return tuple(sorted(map(local_name, values)))
