"""Checks an entry of the lexicon, and reads the relations that it expresses."""

from __future__ import annotations

from collections.abc import Iterable

from actorgraph.errors import OntologyError
from actorgraph.extraction.knowledge.entry import Entry
from actorgraph.extraction.knowledge.lexicon import ROLE_PREPOSITIONS, Sense
from actorgraph.model import ActorType
from actorgraph.vocabulary import Vocabulary

#: Properties whose values are classes of the ontology.
CLASS_PROPERTIES = ("subjectType", "objectType", "endType", "subtype")
#: Properties by which a message says which entry is meant.
SHOWN_PROPERTIES = ("word", "frame", "ruleName")


def check_entry(entry: Entry, required: Iterable[str], vocabulary: Vocabulary) -> None:
    """Refuse an entry that would silently mean something else, or nothing.

    Args:
        required: Properties that an entry of its kind must have.

    Raises:
        OntologyError: if a required property is missing or a class does not exist.
    """
    for name in required:
        if not entry.texts(name):
            kind = f"kind ag:{entry.kind}"
            raise OntologyError(f"the entry {shown(entry)} of {kind} lacks ag:{name}")
    for name in CLASS_PROPERTIES:
        _check_classes(entry, name, vocabulary)
    for type_ in entry.names("actorType"):
        if type_ not in tuple(ActorType):
            allowed = ", ".join(ActorType)
            raise OntologyError(
                f"the entry {shown(entry)} names {type_!r}: ag:actorType must be one of {allowed}"
            )


def _check_classes(entry: Entry, name: str, vocabulary: Vocabulary) -> None:
    for class_ in entry.names(name):
        if class_ not in vocabulary.classes:
            raise OntologyError(
                f"the entry {shown(entry)} names the class {class_!r}, which the ontology lacks"
            )


def shown(entry: Entry) -> str:
    """Return the words by which a message names an entry."""
    samples = []
    for name in SHOWN_PROPERTIES:
        text = entry.text(name)
        if text is not None:
            samples.append(repr(text))
    return ", ".join(samples) or entry.kind


def senses_of(entry: Entry, vocabulary: Vocabulary) -> list[Sense]:
    """Return a sense for each relation that an entry expresses.

    Raises:
        UnknownTerm: if the ontology lacks a relation.
    """
    senses = []
    for name in entry.names("expresses"):
        sense = _sense(entry, name, vocabulary)
        senses.append(sense)
    return senses


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
