"""Classes and relations, read from the ontology.

``ontology/actors.ttl`` says which relations there are, between what, in which direction.  A user's own Turtle files are
read on top of it, so a relation that they add is extracted, checked, stored, drawn and exported like any other.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox

from actorgraph.errors import OntologyError, UnknownTerm
from actorgraph.identifiers import NAMESPACES, ONTOLOGY
from actorgraph.model import ActorType
from actorgraph.resources import ontology_file
from actorgraph.settings import GRAVE_THRESHOLD

RDF = NAMESPACES["rdf"]
RDFS = NAMESPACES["rdfs"]
OWL = NAMESPACES["owl"]
SKOS = NAMESPACES["skos"]

#: Subject → predicate → objects, IRIs and literals as plain strings, in file order.
Descriptions = Mapping[str, Mapping[str, list[str]]]


def local_name(iri: str) -> str:
    """The part of an IRI after its last ``#``, ``/`` or ``:``."""
    return iri.replace("#", "/").rsplit("/", 1)[-1].rsplit(":", 1)[-1]


def file_digest(path: Path) -> str:
    """SHA-256 of an ontology file, hexadecimal: with the path it tells whether what was made of the file still holds.

    Raises:
        OntologyError: if the file cannot be read.
    """
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise _unreadable(path, error) from error


def read_turtle(paths: Iterable[Path]) -> Descriptions:
    """Describe every subject of some Turtle files.

    Raises:
        OntologyError: if a file is missing or is not Turtle, with the line.
    """
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for path in paths:
        try:
            for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
                if isinstance(
                    quad.subject, (ox.NamedNode, ox.BlankNode)
                ) and not isinstance(quad.object, ox.Triple):
                    found[quad.subject.value][quad.predicate.value].append(
                        quad.object.value
                    )
        except OSError as error:
            raise _unreadable(path, error) from error
        except (SyntaxError, ValueError) as error:
            raise OntologyError(f"{path.name} is not valid Turtle: {error}") from error
    return found


def _unreadable(path: Path, error: OSError) -> OntologyError:
    return OntologyError(
        f"cannot read the ontology file {path}: {error.strerror or error}"
    )


#: Whatever stands for an actor in a fact.
End = TypeVar("End")


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation as the ontology defines it.

    Attributes:
        name: Local name, such as ``envoyOf``.
        inverse_label: How it reads from object to subject ("has envoy").
        domain, range: Local names of the classes that its subject and object may have (any one of them).
        parents: Direct super-relations.
        inverse: Local name of the relation that says the same from the other end, if there is one.
        family: What the page colours by: Affiliation, Kinship, Location, Cooperation, Hostility, …
        lasting: True for what holds over time (a post), False for what happens (a visit).
        grave: True for what would be libel if it were wrong ("killed", "arrested").
        delegation: "participant" if the subject takes part in the object or belongs to it, "mandate" if it acts on
            behalf of the object, else "".
    """

    name: str
    iri: str
    label: str
    inverse_label: str
    definition: str
    example: str
    domain: frozenset[str]
    range: frozenset[str]
    parents: tuple[str, ...] = ()
    inverse: str | None = None
    symmetric: bool = False
    transitive: bool = False
    family: str = "Other"
    lasting: bool = False
    grave: bool = False
    delegation: str = ""

    def threshold(self, threshold: float) -> float:
        """Return the confidence from which its claims are drawn.

        Args:
            threshold: The confidence from which claims of other relations are drawn, 0–1.
        """
        return max(threshold, GRAVE_THRESHOLD) if self.grave else threshold


@dataclass(frozen=True)
class Vocabulary:
    """The classes and relations in force.

    Attributes:
        relations: By local name, sorted.
        classes: Local name of each class → its direct super-classes.
        class_iris: Local name of each class → its IRI.
    """

    relations: Mapping[str, Relation]
    classes: Mapping[str, tuple[str, ...]]
    class_iris: Mapping[str, str] = field(default_factory=dict)

    def relation(self, name: str) -> Relation:
        """Look a relation up by local name.

        Raises:
            UnknownTerm: naming it and the nearest known ones.
        """
        if name in self.relations:
            return self.relations[name]
        from difflib import get_close_matches  # only for the message

        near = (
            get_close_matches(name, self.relations, n=3) or sorted(self.relations)[:3]
        )
        raise UnknownTerm(
            f"no relation {name!r} in the ontology; did you mean {', '.join(near)}?"
        )

    def ancestors(self, name: str) -> frozenset[str]:
        """A relation and all its super-relations."""
        return self._ancestors.get(name, frozenset({name}))

    def implied(
        self, subject: End, relation: str, object_: End
    ) -> Iterator[tuple[End, str, End]]:
        """A fact and all that the ontology makes of it: super-relations, symmetry, inverses."""
        for above in self.ancestors(relation):
            term = self.relation(above)
            yield subject, above, object_
            if term.symmetric:
                yield object_, above, subject
            if term.inverse is not None:
                yield object_, term.inverse, subject

    @cached_property
    def _ancestors(self) -> Mapping[str, frozenset[str]]:
        parents = {name: relation.parents for name, relation in self.relations.items()}
        return {name: _closure(name, parents) for name in parents}

    def is_a(self, class_: str | None, ancestor: str) -> bool:
        """Whether a class is, or is below, another; None is below nothing."""
        return class_ is not None and ancestor in _closure(class_, self.classes)

    def fits(self, type_: str, subtype: str | None, classes: Iterable[str]) -> bool:
        """Whether an actor of this type and subtype belongs to any of these classes."""
        return any(
            self.is_a(type_, class_) or self.is_a(subtype, class_) for class_ in classes
        )

    def class_of(self, type_: ActorType, subtype: str | None) -> str:
        """The most specific class of an actor: its subtype where the ontology puts that below its type."""
        return (
            subtype
            if subtype is not None and self.is_a(subtype, type_)
            else type_.value
        )

    def objection(self, relation: str, subject: str, object_: str) -> str | None:
        """Why a relation cannot hold between actors of two classes, as a sentence, or None when it can."""
        term = self.relation(relation)
        for role, type_, allowed in (
            ("subject", subject, term.domain),
            ("object", object_, term.range),
        ):
            if not self.fits(type_, None, allowed):
                return f"the {role} of “{term.label}” must be {' or '.join(sorted(allowed))}, not {type_}"
        return None

    def depth(self, name: str) -> int:
        """How many super-relations a relation has: more is more specific."""
        return len(self.ancestors(name)) - 1


def load_vocabulary(*extensions: Path) -> Vocabulary:
    """The ontology's vocabulary, with a user's Turtle files on top.

    Raises:
        OntologyError: if a file cannot be read, a relation lacks a domain, a range or a known super-relation, or two
            classes or relations have one local name.
    """
    return _load(extensions, tuple(map(file_digest, extensions)))


@lru_cache(maxsize=8)
def _load(extensions: tuple[Path, ...], _digests: tuple[str, ...]) -> Vocabulary:
    described = read_turtle((ontology_file("actors.ttl"), *extensions))
    classes = _classes(
        iri for iri, facts in described.items() if OWL + "Class" in facts[RDF + "type"]
    )
    relations = [
        _relation(iri, facts)
        for iri, facts in described.items()
        if ONTOLOGY + "Relation" in facts[RDF + "type"]
    ]
    vocabulary = Vocabulary(
        relations={
            relation.name: relation
            for relation in sorted(relations, key=lambda relation: relation.name)
        },
        classes={
            name: _locals(described[iri], RDFS + "subClassOf")
            for name, iri in sorted(classes.items())
        },
        class_iris=dict(sorted(classes.items())),
    )
    _check(vocabulary, [relation.name for relation in relations])
    return vocabulary


def _classes(iris: Iterable[str]) -> dict[str, str]:
    named: dict[str, str] = {}
    for iri in iris:
        if (other := named.setdefault(local_name(iri), iri)) != iri:
            raise OntologyError(
                f"the class {local_name(iri)} is defined twice, as {other} and as {iri}; rename one"
            )
    return named


def _relation(iri: str, facts: Mapping[str, list[str]]) -> Relation:
    types = facts[RDF + "type"]
    name = local_name(iri)
    label = _first(facts, RDFS + "label") or name
    return Relation(
        name=name,
        iri=iri,
        label=label,
        inverse_label=_first(facts, ONTOLOGY + "inverseLabel") or f"inverse of {label}",
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
        grave=_first(facts, ONTOLOGY + "grave") == "true",
        delegation=_first(facts, ONTOLOGY + "delegation"),
    )


def _check(vocabulary: Vocabulary, names: list[str]) -> None:
    for name in names:
        relation = vocabulary.relations[name]
        if names.count(name) > 1:
            raise OntologyError(
                f"the relation {name} is defined twice, under different IRIs; rename one"
            )
        if not relation.domain or not relation.range:
            raise OntologyError(
                f"the relation {name} needs both ag:domain and ag:range"
            )
        for class_ in sorted(relation.domain | relation.range):
            if class_ not in vocabulary.classes:
                raise OntologyError(
                    f"the relation {name} names an unknown class {class_}"
                )
        for parent in relation.parents:
            if parent not in vocabulary.relations:
                raise OntologyError(
                    f"the relation {name} is below an unknown relation {parent}"
                )


def _first(facts: Mapping[str, list[str]], predicate: str) -> str:
    values = facts.get(predicate)
    return values[0] if values else ""


def _locals(facts: Mapping[str, list[str]], predicate: str) -> tuple[str, ...]:
    return tuple(sorted(local_name(value) for value in facts.get(predicate, ())))


def _closure(name: str, parents: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    reached, waiting = {name}, [name]
    while waiting:
        fresh = set(parents.get(waiting.pop(), ())) - reached
        reached |= fresh
        waiting.extend(fresh)
    return frozenset(reached)
