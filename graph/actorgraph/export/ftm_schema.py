"""The schemata of FollowTheMoney for actors and relations, as ``ontology/alignments.ttl`` has them.

Schema: https://followthemoney.tech/explorer, version 4.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from actorgraph.identifiers import ONTOLOGY
from actorgraph.model import Actor
from actorgraph.resources import ontology_file
from actorgraph.turtle import RDFS, SKOS, Descriptions, local_name, read_turtle
from actorgraph.vocabulary import Vocabulary

FTM = "https://schema.followthemoney.tech/#"
#: From the nearest match to the widest.
_MATCHES = (SKOS + "exactMatch", SKOS + "closeMatch", SKOS + "broadMatch")
_INVERSE = ONTOLOGY + "inverseMatch"
DOMAIN = RDFS + "domain"


@dataclass(frozen=True, slots=True)
class Link:
    """A schema for relations, with the properties for its ends.

    Attributes:
        schema: Its name, such as ``Ownership``.
        subject, object: Names of the properties for subject and object.
        subject_schema, object_schema: Schemata that may be there; "" for any.
    """

    schema: str
    subject: str
    object: str
    subject_schema: str = ""
    object_schema: str = ""

    @property
    def inverse(self) -> Link:
        """The same schema for a relation that says it from object to subject."""
        return Link(
            self.schema,
            self.object,
            self.subject,
            self.object_schema,
            self.subject_schema,
        )


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a thing that says the same as a relation.

    Attributes:
        name: Its name, such as ``nationality``.
        domain: The schema that has it.
        range: What it takes from the object: ``name``, ``date``, ``country`` or a schema.
    """

    name: str
    domain: str
    range: str


#: The link for any two things.
ANY = Link("UnknownLink", "subject", "object")


class Schemata:
    """Finds the schema of an actor and the link of a relation.

    Args:
        described: The statements of ``ontology/alignments.ttl``.
    """

    def __init__(self, described: Descriptions) -> None:
        self._described = described

    def of_actor(self, actor: Actor | None) -> str:
        """Return the schema of an actor by its subtype, or else its type; "" if it has none."""
        if actor is None:
            return ""
        for class_ in (actor.subtype or "", actor.type.value):
            for schema in self._matches(ONTOLOGY + class_, _MATCHES):
                return schema
        return ""

    def link(self, relation: str, ends: tuple[str, str], terms: Vocabulary) -> Link:
        """Return the link for a relation between actors of two schemata.

        The relation itself is tried first, then its super-relations, the most specific first, and
        at last its family; ``ANY`` fits if nothing else does.
        """
        ancestors = terms.ancestors(relation)
        nearest = sorted(ancestors, key=lambda name: (-terms.depth(name), name))
        family = terms.relation(relation).family
        names = (*nearest, family)
        for name in names:
            links = self._links(ONTOLOGY + name)
            for link in links:
                if self._admits(link, ends):
                    return link
        return ANY

    def properties(
        self, relation: str, schema: str, terms: Vocabulary
    ) -> Iterator[Property]:
        """Yield the properties of a thing that say what a relation and its super-relations say."""
        ancestors = terms.ancestors(relation)
        for name in sorted(ancestors):
            for match in self._matches(ONTOLOGY + name, _MATCHES):
                property_ = FTM + match
                described = self._described.get(property_, {})
                domains = map(local_name, described.get(DOMAIN, ()))
                for domain in domains:
                    if self.is_a(schema, domain):
                        range_ = self._range(property_)
                        yield Property(match, domain, range_)

    def _links(self, iri: str) -> Iterator[Link]:
        """Yield the links that a relation or family is aligned with, the nearest match first."""
        for schema in self._matches(iri, _MATCHES):
            if ONTOLOGY + "source" in self._described.get(FTM + schema, ()):
                yield self._described_link(schema)
        for schema in self._matches(iri, (_INVERSE,)):
            if ONTOLOGY + "source" in self._described.get(FTM + schema, ()):
                yield self._described_link(schema).inverse

    def _described_link(self, schema: str) -> Link:
        facts = self._described[FTM + schema]
        (source,), (target,) = facts[ONTOLOGY + "source"], facts[ONTOLOGY + "target"]
        return Link(
            schema,
            local_name(source),
            local_name(target),
            self._range(source),
            self._range(target),
        )

    def _range(self, property_: str) -> str:
        (range_,) = self._described[property_][RDFS + "range"]
        return local_name(range_)

    def _matches(self, iri: str, predicates: Iterable[str]) -> Iterator[str]:
        """Yield the names of the schemata that a term of ours is aligned with."""
        for predicate in predicates:
            for match in self._described.get(iri, {}).get(predicate, ()):
                if match.startswith(FTM):
                    yield local_name(match)

    def _admits(self, link: Link, ends: tuple[str, str]) -> bool:
        subject, object_ = ends
        return self.is_a(subject, link.subject_schema) and self.is_a(
            object_, link.object_schema
        )

    def is_a(self, schema: str, ancestor: str) -> bool:
        """Whether a schema is another or lies below it."""
        if schema == ancestor:
            return True
        described = self._described.get(FTM + schema, {})
        parents = described.get(RDFS + "subClassOf", ())
        for parent in parents:
            name = local_name(parent)
            if self.is_a(name, ancestor):
                return True
        return False


@lru_cache(maxsize=1)
def load_schemata() -> Schemata:
    """Read the alignments of the ontology.

    Raises:
        OntologyError: if the file cannot be read.
    """
    file = ontology_file("alignments.ttl")
    return Schemata(read_turtle([file]))
