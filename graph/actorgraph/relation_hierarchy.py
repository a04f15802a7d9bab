"""Relations as the ontology defines them, and what each of them implies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, TypeVar

Node = TypeVar("Node")

#: Families whose relations to a place say where someone belongs, not what they do there.
BELONGING = frozenset({"Location", "Affiliation", "Structure", "Life"})


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of the ontology.

    Attributes:
        name: Local name, such as ``envoyOf``.
        inverse_label: How it reads from object to subject ("has envoy").
        domain, range: Local names of the classes that its subject and object may have (any one of
            them).
        parents: Direct super-relations.
        inverse: Local name of the relation that says the same from the other end, if there is one.
        family: What the page colours by: Affiliation, Kinship, Location, Cooperation, Hostility, …
        lasting: True for what lasts (a post), False for what happens (a visit).
        least_confidence: Confidence below which its claims are never drawn, 0–1: above 0 for what
            would be libel if it were wrong ("killed", "arrested").
        delegation: ``participant`` if the subject takes part in the object or belongs to it,
            ``mandate`` if it acts on behalf of the object, else "".
        identity: What it says that distinguishes its subject from namesakes: ``birth``, ``death``,
            ``country``, ``territory``, ``post``, or "" for nothing.
        single_holder: Whether its object has one such subject at a time.
        verb_phrase: How it reads in a sentence ("is an envoy of"); "" where that is its label.
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
    least_confidence: float = 0.0
    delegation: str = ""
    identity: str = ""
    single_holder: bool = False
    verb_phrase: str = ""

    @property
    def is_belonging(self) -> bool:
        """Whether it says of an actor and a place where the actor belongs, not what it does there.

        A country that attacks, helps or negotiates is an actor like any other.
        """
        return self.family in BELONGING

    @property
    def grave(self) -> bool:
        """Whether a wrong claim would be libel."""
        return self.least_confidence > 0.0

    def threshold(self, threshold: float) -> float:
        """Return the confidence from which its claims are drawn.

        Args:
            threshold: The confidence from which claims of other relations are drawn, 0–1.
        """
        return max(threshold, self.least_confidence)


class Implied(NamedTuple):
    """A relation that another one implies; turned if subject and object change places."""

    relation: str
    is_turned: bool


def implications(
    relations: Mapping[str, Relation],
) -> Mapping[str, tuple[Implied, ...]]:
    """Close relations under super-relations, symmetry and inverses.

    Symmetry passes on to what is above: if "fought" is symmetric and below "opposes", then "A
    fought B" implies "B opposes A".  Transitive relations are not closed: ask for them with a
    property path (``ag:locatedIn+``).

    Returns:
        For each relation all that it implies, itself included, sorted.
    """
    steps = _steps(relations)
    next_steps = partial(_turned_like, steps)
    implied: dict[str, tuple[Implied, ...]] = {}
    for name in relations:
        start = Implied(name, is_turned=False)
        reached = _reachable(start, next_steps)
        ordered = sorted(reached)
        implied[name] = tuple(ordered)
    return implied


def closure(name: str, parents: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return a name and all that is above it."""
    return frozenset(_reachable(name, lambda below: parents.get(below, ())))


def _steps(relations: Mapping[str, Relation]) -> Mapping[str, set[Implied]]:
    """Map each relation to what it implies at once."""
    steps: dict[str, set[Implied]] = defaultdict(set)
    for name, relation in relations.items():
        from_here = steps[name]
        turned = Implied(name, is_turned=True)
        from_here.update(
            Implied(parent, is_turned=False) for parent in relation.parents
        )
        if relation.symmetric:
            from_here.add(turned)
        inverse = relation.inverse
        if inverse is not None and inverse in relations:
            from_here.add(Implied(inverse, is_turned=True))
            steps[inverse].add(turned)
    return steps


def _turned_like(
    steps: Mapping[str, set[Implied]], current: Implied
) -> Iterator[Implied]:
    for step in steps.get(current.relation, ()):
        yield Implied(step.relation, step.is_turned != current.is_turned)


def _reachable(start: Node, steps: Callable[[Node], Iterable[Node]]) -> set[Node]:
    """Return a start and all that steps lead to from it."""
    reached, waiting = {start}, [start]
    while waiting:
        fresh = set(steps(waiting.pop())) - reached
        reached |= fresh
        waiting.extend(fresh)
    return reached
