"""Classes and relations, read from the ontology.

``ontology/actors.ttl`` defines which relations there are, between what, in which direction.  A
user's own Turtle files are read on top of it, so a relation that they add is extracted, checked,
stored, drawn and exported like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar

from actorgraph.errors import UnknownTerm
from actorgraph.model import ActorType
from actorgraph.relation_hierarchy import Implied, Relation, closure, implications
from actorgraph.resources import ontology_file
from actorgraph.turtle import file_digest
from actorgraph.vocabulary_file import read_terms

__all__ = ["Relation", "Vocabulary", "load_vocabulary"]

#: What a fact has for its subject and object: an id, a number.
End = TypeVar("End")
#: How many relations the message about an unknown one names.
_SUGGESTIONS = 3


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
        """Return a relation by its local name.

        Raises:
            UnknownTerm: naming it and those with the most similar names.
        """
        if name in self.relations:
            return self.relations[name]
        from difflib import get_close_matches  # only for the message

        similar = get_close_matches(name, self.relations, n=_SUGGESTIONS)
        suggested = similar or sorted(self.relations)[:_SUGGESTIONS]
        raise UnknownTerm(
            f"no relation {name!r} in the ontology; did you mean {', '.join(suggested)}?"
        )

    def belonging(self) -> list[str]:
        """Return the IRIs of relations that may say to which place an actor belongs."""
        relations = self.relations.values()
        return [each.iri for each in relations if each.is_belonging]

    def ancestors(self, name: str) -> frozenset[str]:
        """Return a relation and all its super-relations."""
        return self._ancestors.get(name, frozenset({name}))

    def depth(self, name: str) -> int:
        """Return how many super-relations a relation has: more is more specific."""
        ancestors = self.ancestors(name)
        return len(ancestors) - 1

    def identity(self, name: str) -> str:
        """Return what a relation, or one above it, says to distinguish its subject from namesakes.

        Of an unknown relation it is nothing.
        """
        terms = self.ancestors(name) & self.relations.keys()
        return max((self.relations[term].identity for term in terms), default="")

    def most_specific(self, names: Iterable[str]) -> list[str]:
        """Return the most specific of some relations, in order."""
        relations = list(dict.fromkeys(names))
        implied: set[str] = set()
        for name in relations:
            implied |= self.ancestors(name) - {name}
        return [name for name in relations if name not in implied]

    def implied(
        self,
        subject: End,
        relation: str,
        object_: End,
        class_of: Callable[[End], str] | None = None,
    ) -> Iterator[tuple[End, str, End]]:
        """Yield a fact and all that the ontology makes of it: super-relations, symmetry, inverses.

        Args:
            subject, object_: Of the fact, as ids of whatever kind.
            relation: Local name.
            class_of: Returns the class of a subject or object.  With it, a relation is implied
                only where its domain and range allow it: the envoy of a person is not affiliated
                with that person.

        Raises:
            UnknownTerm: if the ontology lacks the relation.
        """
        self.relation(relation)
        for name, is_turned in self.implications[relation]:
            start, end = (object_, subject) if is_turned else (subject, object_)
            if class_of is None or self.allows(name, class_of(start), class_of(end)):
                yield start, name, end

    @cached_property
    def implications(self) -> Mapping[str, tuple[Implied, ...]]:
        """Each relation → all that it implies, itself included, sorted."""
        return implications(self.relations)

    @cached_property
    def _ancestors(self) -> Mapping[str, frozenset[str]]:
        parents: dict[str, tuple[str, ...]] = {}
        for name, relation in self.relations.items():
            parents[name] = relation.parents
        return {name: closure(name, parents) for name in parents}

    @cached_property
    def _classes_above(self) -> Mapping[str, frozenset[str]]:
        return {name: closure(name, self.classes) for name in self.classes}

    def is_a(self, class_: str | None, ancestor: str) -> bool:
        """Whether a class is, or is below, another one; None is below nothing."""
        if class_ is None:
            return False
        return ancestor in self._classes_above.get(class_, (class_,))

    def fits(self, type_: str, subtype: str | None, classes: Iterable[str]) -> bool:
        """Whether an actor of this type and subtype belongs to any of these classes."""
        return any(
            self.is_a(type_, class_) or self.is_a(subtype, class_) for class_ in classes
        )

    def class_of(self, type_: ActorType, subtype: str | None) -> str:
        """Return the most specific class of an actor: its subtype where that is below its type."""
        if subtype is not None and self.is_a(subtype, type_):
            return subtype
        return type_.value

    def objection(self, relation: str, subject: str, object_: str) -> str | None:
        """Return why a relation is not allowed between actors of two classes, or None if it can.

        Raises:
            UnknownTerm: if the ontology lacks the relation.
        """
        term = self.relation(relation)
        for role, type_, allowed in (
            ("subject", subject, term.domain),
            ("object", object_, term.range),
        ):
            if not self.fits(type_, None, allowed):
                classes = " or ".join(sorted(allowed))
                return f"the {role} of “{term.label}” must be {classes}, not {type_}"
        return None

    def allows(self, relation: str, subject: str, object_: str) -> bool:
        """Whether a relation is allowed between actors of two classes."""
        pair = relation, subject, object_
        is_allowed = self._allowed.get(pair)
        if is_allowed is None:
            is_allowed = self.objection(*pair) is None
            self._allowed[pair] = is_allowed
        return is_allowed

    @cached_property
    def _allowed(self) -> dict[tuple[str, str, str], bool]:
        """What ``allows`` answered before."""
        return {}


# Loading


def load_vocabulary(*extensions: Path) -> Vocabulary:
    """Load the ontology's vocabulary, with a user's Turtle files on top.

    Raises:
        OntologyError: if a file cannot be read, a relation lacks a domain, a range or a known
            super-relation, or two classes or relations have one local name.
    """
    digests = map(file_digest, extensions)
    return _load(extensions, tuple(digests))


@lru_cache(maxsize=8)
def _load(extensions: tuple[Path, ...], _digests: tuple[str, ...]) -> Vocabulary:
    relations, classes, class_iris = read_terms(
        (ontology_file("actors.ttl"), *extensions)
    )
    return Vocabulary(relations, classes, class_iris)
