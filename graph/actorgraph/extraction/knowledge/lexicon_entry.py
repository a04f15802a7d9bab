"""One entry of the lexicon, as a Turtle file describes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from actorgraph.errors import OntologyError
from actorgraph.extraction.knowledge.lexicon import ROLE_PREPOSITIONS, Sense
from actorgraph.identifiers import ONTOLOGY
from actorgraph.model import ActorType
from actorgraph.vocabulary import Vocabulary, local_name

#: Properties whose values are classes of the ontology.
CLASS_PROPERTIES = ("subjectType", "objectType", "endType", "subtype")
#: Properties of which one tells the reader of a message which entry is meant.
TELLING_PROPERTIES = ("word", "frame", "ruleName")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: its kind, such as ``RoleNoun``, and IRI of property → values."""

    kind: str
    facts: Mapping[str, list[str]]

    def texts(self, name: str) -> list[str]:
        """Return the values of a property as they are; empty if it has none."""
        return list(self.facts.get(ONTOLOGY + name, ()))

    def names(self, name: str) -> list[str]:
        """Return the local names of the classes or relations that a property has."""
        return [local_name(iri) for iri in self.texts(name)]

    def name(self, name: str) -> str | None:
        """Return the first of ``names``, None if there is none."""
        return next(iter(self.names(name)), None)

    def is_true(self, name: str) -> bool:
        """Whether a property says ``true``."""
        return self.texts(name) == ["true"]

    def check(self, required: Iterable[str], vocabulary: Vocabulary) -> None:
        """Refuse an entry that would silently mean something else, or nothing.

        Raises:
            OntologyError: if a required property is missing or a class does not exist.
        """
        for name in required:
            if not self.texts(name):
                kind = f"kind ag:{self.kind}"
                raise OntologyError(f"the entry {self} of {kind} lacks ag:{name}")
        for name in CLASS_PROPERTIES:
            self._check_classes(self.names(name), vocabulary)
        for type_ in self.names("actorType"):
            if type_ not in tuple(ActorType):
                allowed = ", ".join(ActorType)
                raise OntologyError(
                    f"the entry {self} names {type_!r}: ag:actorType must be one of {allowed}"
                )

    def _check_classes(self, names: Iterable[str], vocabulary: Vocabulary) -> None:
        for name in names:
            if name not in vocabulary.classes:
                raise OntologyError(
                    f"the entry {self} names the class {name!r}, which the ontology lacks"
                )

    def __str__(self) -> str:
        samples = [self.texts(name)[:1] for name in TELLING_PROPERTIES]
        return ", ".join(repr(text) for texts in samples for text in texts) or self.kind


def senses_of(entry: Entry, vocabulary: Vocabulary) -> list[Sense]:
    """Return a sense for each relation that an entry expresses.

    Raises:
        UnknownTerm: if the ontology lacks a relation.
    """
    return [_sense(entry, name, vocabulary) for name in entry.names("expresses")]


def _sense(entry: Entry, name: str, vocabulary: Vocabulary) -> Sense:
    relation = vocabulary.relation(name)
    inverted = entry.is_true("inverted")
    subjects, objects = relation.domain, relation.range
    if inverted:
        subjects, objects = objects, subjects
    return Sense(
        relation.name,
        frozenset(entry.names("subjectType")) or subjects,
        frozenset(entry.names("objectType")) or objects,
        frozenset(entry.texts("preposition")) or ROLE_PREPOSITIONS,
        inverted,
        entry.is_true("complementOnly"),
    )
