"""Namesakes under one name: distinguished by birth and country, or left undecided.

A name that only one actor can have, as far as the documents say, is left whole.  Where what is said
of it cannot be true of one actor, there are several.  A document that does not say which of them it
means is given to the one whose post or company it shares, or else stays alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from actorgraph.model import DocumentId
from actorgraph.resolution.company import Companies, Company
from actorgraph.resolution.profiles import Member, TraitsOf, member_key
from actorgraph.resolution.traits import UNKNOWN, Traits, objection_to
from actorgraph.settings import COMPANY_MARGIN, LEAST_AFFINITY, USUAL_NAMESAKE_SHARE

#: Documents from which a namesake may count as the one that a name usually means.
_USUAL_DOCUMENTS = 3


@dataclass(slots=True)
class Namesake:
    """One of the actors that have a name.

    Attributes:
        traits: All that its members say of it.
        members: Documents with their local actors.
        company: The actors in the documents that it began with.
        home: The only document of one that could not be decided.
        is_usual: Whether the name alone means it.
    """

    traits: Traits = UNKNOWN
    members: list[Member] = field(default_factory=list)
    company: Company = frozenset()
    home: DocumentId | None = None
    is_usual: bool = False

    def take(self, members: Iterable[Member], traits: Traits) -> None:
        """Add members with the same traits."""
        self.members += members
        self.traits |= traits


def namesakes(
    text: str, members: Sequence[Member], traits: TraitsOf, companies: Companies
) -> list[tuple[str, Namesake]]:
    """Separate the members of a name that cannot be one actor.

    Args:
        text: The name, as the companies have it.
        members: In any order.
        traits: Of those that have any.
        companies: Of all documents.

    Returns:
        Each namesake with the text of its key; one if nothing speaks against it.
    """
    ordered = sorted(members, key=member_key)
    alike = _alike(ordered, traits)
    plain = alike.pop((), Namesake())
    pairs = combinations(alike.values(), 2)
    if not any(objection_to(left.traits, right.traits) for left, right in pairs):
        return [(text, Namesake(members=ordered))]
    separation = _Separation(text, companies)
    undecided = [*separation.begin(alike), *plain.members]
    for member in sorted(undecided, key=member_key):
        separation.settle(member, traits.get(member_key(member), UNKNOWN))
    return list(separation.labelled())


def _alike(
    members: Iterable[Member], traits: TraitsOf
) -> dict[tuple[str, ...], Namesake]:
    """Return the members by their marks."""
    alike: dict[tuple[str, ...], Namesake] = defaultdict(Namesake)
    for member in members:
        known = traits.get(member_key(member), UNKNOWN)
        alike[known.marks].take([member], known)
    return alike


@dataclass(slots=True)
class _Separation:
    """Divides the members of a name.

    Attributes:
        text: The name.
        companies: Of all documents.
        groups: The namesakes that the documents distinguish.
        alone: The undecided of each document.
    """

    text: str
    companies: Companies
    groups: list[Namesake] = field(default_factory=list)
    alone: dict[DocumentId, Namesake] = field(default_factory=dict)

    def begin(self, alike: Mapping[tuple[str, ...], Namesake]) -> list[Member]:
        """Make the groups, from what most documents say to what fewest do.

        Returns:
            What fits several of them.
        """
        undecided: list[Member] = []
        for marks in sorted(alike, key=lambda item: (-len(alike[item].members), item)):
            namesake = alike[marks]
            members = namesake.members
            traits = namesake.traits
            fitting = self._fitting(traits)
            if not fitting:
                fitting = [Namesake()]
                self.groups += fitting
            if len(fitting) == 1:
                fitting[0].take(members, traits)
            else:
                undecided += members
        self._find_usual()
        for group in self.groups:
            group.company = self._company(group.members)
        return undecided

    def settle(self, member: Member, traits: Traits) -> None:
        """Give a further member to the namesake that it must be, or leave it alone."""
        group = self._decided(member, traits)
        if group is None:
            group = self.alone.setdefault(member[0], Namesake(home=member[0]))
        group.take([member], traits)

    def labelled(self) -> Iterator[tuple[str, Namesake]]:
        """Yield each namesake with the text of its key."""
        for group in self.groups:
            label = f"{self.text} ({', '.join(group.traits.marks)})"
            yield self.text if group.is_usual else label, group
        for document, group in self.alone.items():
            yield f"document:{document}:{self.text}", group

    def _fitting(self, traits: Traits) -> list[Namesake]:
        """Return the groups that nothing speaks against."""
        return [item for item in self.groups if not objection_to(item.traits, traits)]

    def _find_usual(self) -> None:
        sizes = [len(group.members) for group in self.groups]
        largest = max(sizes)
        if largest >= max(_USUAL_DOCUMENTS, USUAL_NAMESAKE_SHARE * sum(sizes)):
            self.groups[sizes.index(largest)].is_usual = True

    def _decided(self, member: Member, traits: Traits) -> Namesake | None:
        """Return the only group that fits, else that of the same post, company or habit."""
        fitting = self._fitting(traits)
        alike = [group for group in fitting if group.traits.posts & traits.posts]
        usual = [group for group in fitting if group.is_usual]
        for choice in (fitting, alike, self._nearest(member, fitting), usual):
            if len(choice) == 1:
                return choice[0]
        return None

    def _nearest(self, member: Member, fitting: Iterable[Namesake]) -> list[Namesake]:
        """Return the group whose documents name the same actors, if that is clearly one."""
        here = self._company([member])
        scores = [self.companies.affinity(here, group.company) for group in fitting]
        best, second, *_ = sorted([*scores, 0.0, 0.0], reverse=True)
        if best < max(LEAST_AFFINITY, COMPANY_MARGIN * second):
            return []
        return [
            group for group, score in zip(fitting, scores, strict=True) if score == best
        ]

    def _company(self, members: Iterable[Member]) -> Company:
        documents = [document for document, _ in members]
        return self.companies.around(documents, self.text)
