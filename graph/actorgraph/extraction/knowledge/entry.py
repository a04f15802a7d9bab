"""One description in a Turtle file of the ontology, by the names of its properties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from actorgraph.identifiers import ONTOLOGY
from actorgraph.turtle import RDF, RDFS, local_name, read_turtle


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: its kind, such as ``RoleNoun``, and IRI of property → values."""

    kind: str
    facts: Mapping[str, list[str]]

    @property
    def label(self) -> str:
        """The ``rdfs:label``, empty if there is none."""
        labels = self.facts.get(f"{RDFS}label")
        return labels[0] if labels else ""

    def texts(self, name: str) -> list[str]:
        """Return the values of a property as they are; empty if it has none."""
        values = self.facts.get(ONTOLOGY + name)
        if values is None:
            return []
        return values

    def text(self, name: str) -> str | None:
        """Return the first value of a property, None if it has none."""
        values = self.texts(name)
        return values[0] if values else None

    def names(self, name: str) -> list[str]:
        """Return the local names of the classes or relations that a property has."""
        iris = self.texts(name)
        return list(map(local_name, iris))

    def name(self, name: str) -> str | None:
        """Return the first of ``names``, None if there is none."""
        iri = self.text(name)
        if iri is None:
            return None
        return local_name(iri)

    def is_true(self, name: str) -> bool:
        """Whether a property says ``true``."""
        return self.text(name) == "true"


def entries_in(descriptions: Iterable[Mapping[str, list[str]]]) -> Iterator[Entry]:
    """Yield an entry for each class of our own namespace that a description has."""
    for facts in descriptions:
        for iri in facts.get(f"{RDF}type", ()):
            if iri.startswith(ONTOLOGY):
                yield Entry(local_name(iri), facts)


def read_entries(paths: Iterable[Path], kind: str) -> Iterator[Entry]:
    """Yield the entries of one kind in some Turtle files.

    Raises:
        OntologyError: if a file cannot be read.
    """
    descriptions = read_turtle(paths).values()
    for entry in entries_in(descriptions):
        if entry.kind == kind:
            yield entry
