"""Refuse terms of the ontology's own namespace that do not exist: nothing would read them.

``ontology/vocabulary.ttl`` declares the kinds of entry with the properties that they need, the
kinds of cue and the constructions.  Terms of other namespaces are free: users may annotate.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from actorgraph.errors import OntologyError
from actorgraph.extraction.knowledge.entry import entries_in
from actorgraph.extraction.knowledge.turtle_lines import line_of_term, line_of_text
from actorgraph.identifiers import ONTOLOGY
from actorgraph.resources import ontology_file
from actorgraph.turtle import RDF, Descriptions, local_name, read_turtle

FILES = ("vocabulary.ttl", "actors.ttl", "alignments.ttl")
#: Property with a closed list of values → class of the declarations of these.
CLOSED_LISTS = {"cue": "CueKind", "construction": "ConstructionKind"}
#: What a value of such a property is called in a message.
VALUE_NAMES = {"cue": "kind of cue", "construction": "construction"}


@dataclass(frozen=True)
class DeclaredTerms:
    """The terms in force.

    Attributes:
        terms: Local names of classes, properties and individuals.
        values: Property with a closed list of values → these.
        required: Kind of entry → properties that it must have.
    """

    terms: frozenset[str]
    values: Mapping[str, frozenset[str]]
    required: Mapping[str, tuple[str, ...]]

    def check(self, facts: Mapping[str, Sequence[str]], paths: Sequence[Path]) -> None:
        """Refuse a description with a class, a property or a listed value that does not exist.

        Args:
            facts: IRI of property → values.
            paths: Files, one with the description, which are searched for its line.

        Raises:
            OntologyError: naming file, line, the term and the nearest one that exists.
        """
        self._check_terms("property", facts, paths)
        self._check_terms("class", facts.get(RDF + "type", ()), paths)
        for name in self.values:
            texts = facts.get(ONTOLOGY + name, ())
            self._check_values(name, texts, paths)

    def _check_terms(
        self, what: str, iris: Iterable[str], paths: Sequence[Path]
    ) -> None:
        for iri in iris:
            name = local_name(iri)
            if iri.startswith(ONTOLOGY) and name not in self.terms:
                near = _nearest(name, self.terms)
                raise OntologyError(
                    f"{_place(paths, iri)}: there is no {what} ag:{name}; did you mean ag:{near}?"
                )

    def _check_values(
        self, name: str, texts: Iterable[str], paths: Sequence[Path]
    ) -> None:
        allowed = self.values[name]
        for text in texts:
            if text not in allowed:
                place = _place(paths, ONTOLOGY + name, text)
                what, near = VALUE_NAMES[name], _nearest(text, allowed)
                raise OntologyError(
                    f"{place}: there is no {what} “{text}”; did you mean “{near}”?"
                )


def load_declared_terms(extensions: Iterable[Path]) -> DeclaredTerms:
    """Return the terms that the ontology and a user's Turtle files declare.

    Raises:
        OntologyError: if a file cannot be read.
    """
    files = map(ontology_file, FILES)
    described = read_turtle([*files, *extensions])
    terms: set[str] = set()
    required: dict[str, tuple[str, ...]] = {}
    for iri, facts in described.items():
        types = facts.get(RDF + "type", [])
        if not types or not iri.startswith(ONTOLOGY):
            continue
        name = local_name(iri)
        terms.add(name)
        if ONTOLOGY + "EntryKind" in types:
            properties = facts.get(ONTOLOGY + "requires", ())
            required[name] = tuple(map(local_name, properties))
    values = _closed_lists(described)
    return DeclaredTerms(frozenset(terms), values, required)


def _closed_lists(described: Descriptions) -> dict[str, frozenset[str]]:
    """Return the values of each property with a closed list."""
    entries = list(entries_in(described.values()))
    lists = {}
    for name, kind in CLOSED_LISTS.items():
        labels = [entry.label for entry in entries if entry.kind == kind]
        lists[name] = frozenset(labels)
    return lists


def _nearest(name: str, allowed: Iterable[str]) -> str:
    """Return the allowed name that is written most like another."""
    from difflib import get_close_matches  # only for the message

    return get_close_matches(name, sorted(allowed), n=1, cutoff=0)[0]


def _place(paths: Sequence[Path], iri: str, text: str | None = None) -> str:
    """Return file and line of a term, or of a text that is a value of it."""
    for path in reversed(paths):  # the user's own files come last
        content = path.read_text(encoding="utf-8")
        line = line_of_term(content, iri)
        if text is not None:
            line = line_of_text(content, iri, text)
        if line is not None:
            return f"{path.name}, line {line}"
    return paths[-1].name
