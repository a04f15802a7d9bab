"""What changed between two graphs, or between two days of one?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from actorgraph.analysis.answers import ClaimAnswer
from actorgraph.analysis.network import EdgeKey, edge_key
from actorgraph.analysis.wording import Wording
from actorgraph.errors import UsageError
from actorgraph.model import NOT_ACTING, Actor, Claim, Corpus, Reading
from actorgraph.remarks import attribution, period
from actorgraph.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two graphs that are compared."""

    corpus: Corpus
    vocabulary: Vocabulary


@dataclass(frozen=True, slots=True)
class EdgeDifference:
    """A relation between two actors that is new, gone, or stated otherwise.

    Attributes:
        sentence: The relation in words.
        before: How it was stated: ``denied``, ``former until 2031``, ``stated`` for a plain fact.
        after: How it is stated now.
        claims: The best that state what is new, or else what is gone.
    """

    sentence: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    claims: tuple[ClaimAnswer, ...]


@dataclass(frozen=True, slots=True)
class GraphDifference:
    """What differs between two graphs; names and sentences are sorted.

    Attributes:
        changed: Relations in both that are stated otherwise: another status, polarity or date.
    """

    new_documents: tuple[str, ...]
    gone_documents: tuple[str, ...]
    new_actors: tuple[str, ...]
    gone_actors: tuple[str, ...]
    new: tuple[EdgeDifference, ...]
    gone: tuple[EdgeDifference, ...]
    changed: tuple[EdgeDifference, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        lists = (
            self.new_documents,
            self.gone_documents,
            self.new_actors,
            self.gone_actors,
        )
        return not any((*lists, self.new, self.gone, self.changed))


def difference(before: Side, after: Side) -> GraphDifference:
    """Return what differs between two graphs.

    Actors are the same if their ids are.  Posts and dates are not listed as actors, and what is
    known without the texts counts for nothing.
    """
    old = _Statements(before)
    new = _Statements(after)
    old_documents = _names(before.corpus)
    new_documents = _names(after.corpus)
    old_actors = _actors(before.corpus)
    new_actors = _actors(after.corpus)
    added = new.edges.keys() - old.edges
    gone = old.edges.keys() - new.edges
    changed = _changes(old, new)
    return GraphDifference(
        new_documents=only_in(new_documents, old_documents),
        gone_documents=only_in(old_documents, new_documents),
        new_actors=only_in(new_actors, old_actors),
        gone_actors=only_in(old_actors, new_actors),
        new=_sorted(new.lone(key, is_new=True) for key in added),
        gone=_sorted(old.lone(key, is_new=False) for key in gone),
        changed=_sorted(changed),
    )


def until(corpus: Corpus, day: str | None, *, is_before: bool = False) -> Corpus:
    """Return the part of a corpus that its documents up to a day make.

    A document without a date belongs to every day.

    Args:
        corpus: All documents.
        day: ``YYYY-MM-DD``; None for all days.
        is_before: Leave the day itself out.

    Raises:
        UsageError: if it is no day.
    """
    if day is None:
        return corpus
    _check_day(day)
    readings = [r for r in corpus.readings if _is_until(r, day, is_before=is_before)]
    documents = {reading.document.id for reading in readings}
    actors: list[Actor] = []
    for actor in corpus.actors:
        mentions = tuple(filter(lambda m: m.document in documents, actor.mentions))
        if mentions or not actor.mentions:
            actors.append(replace(actor, mentions=mentions))
    return replace(corpus, readings=tuple(readings), actors=tuple(actors))


def _check_day(text: str) -> None:
    try:
        is_day = date.fromisoformat(text).isoformat() == text
    except ValueError:
        is_day = False
    if not is_day:
        raise UsageError(f"{text!r} is not a day; write it as 2031-05-03")


def _is_until(reading: Reading, day: str, *, is_before: bool) -> bool:
    published = reading.document.date
    if published is None or published < day:
        return True
    return published == day and not is_before


class _Statements:
    """How each relation of a graph is stated.

    Attributes:
        edges: Relation → manner → the claims that state it so.
    """

    def __init__(self, side: Side) -> None:
        self._wording = Wording(side.corpus, side.vocabulary)
        self.edges: dict[EdgeKey, dict[str, list[Claim]]] = {}
        for claim in side.corpus.claims:
            if claim.is_background:
                continue
            key = edge_key(claim, side.vocabulary)
            manners = self.edges.setdefault(key, defaultdict(list))
            manner = self._manner(claim)
            manners[manner].append(claim)

    def lone(self, key: EdgeKey, *, is_new: bool) -> EdgeDifference:
        """Return a relation that only this graph has."""
        by_manner = self.edges[key]
        manners = tuple(sorted(by_manner))
        claims = chain.from_iterable(by_manner.values())
        quoted = self.quoted(claims)
        sentence = self._wording.edge(*key)
        if is_new:
            return EdgeDifference(sentence, (), manners, quoted)
        return EdgeDifference(sentence, manners, (), quoted)

    def between(self, key: EdgeKey, earlier: _Statements) -> EdgeDifference | None:
        """Return how a relation of both graphs changed since the other one, or None."""
        here = self.edges[key]
        there = earlier.edges[key]
        if here.keys() == there.keys():
            return None
        fresh = _claims_only_in(here, there)
        lost = _claims_only_in(there, here)
        quoted = self.quoted(fresh) if fresh else earlier.quoted(lost)
        before = tuple(sorted(there))
        after = tuple(sorted(here))
        sentence = self._wording.edge(*key)
        return EdgeDifference(sentence, before, after, quoted)

    def quoted(self, claims: Iterable[Claim]) -> tuple[ClaimAnswer, ...]:
        """Return the best proofs among claims."""
        return self._wording.best_claims(claims)

    def _manner(self, claim: Claim) -> str:
        """Return how a claim states its relation, in words."""
        words = [*claim.reservations, period(claim)]
        if claim.attributed_to:
            speaker = self._wording.name(claim.attributed_to)
            words.append(attribution(speaker))
        manner = " ".join(filter(None, words))
        return manner or "stated"


def _changes(old: _Statements, new: _Statements) -> Iterator[EdgeDifference]:
    kept = old.edges.keys() & new.edges.keys()
    for key in kept:
        change = new.between(key, old)
        if change is not None:
            yield change


def _claims_only_in(
    manners: Mapping[str, list[Claim]], others: Mapping[str, list[Claim]]
) -> list[Claim]:
    lone = manners.keys() - others.keys()
    return [claim for manner in lone for claim in manners[manner]]


def _names(corpus: Corpus) -> Mapping[str, str]:
    return {item.document.id: item.document.name for item in corpus.readings}


def _actors(corpus: Corpus) -> Mapping[str, str]:
    acting = (actor for actor in corpus.actors if actor.type not in NOT_ACTING)
    return {actor.id: f"{actor.name} ({actor.type})" for actor in acting}


def only_in(names: Mapping[str, str], missing: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names whose keys another mapping lacks, sorted.

    >>> only_in({"a": "Ada", "b": "Bo"}, {"b": "Bo"})
    ('Ada',)
    """
    keys = names.keys() - missing.keys()
    return tuple(sorted(map(names.__getitem__, keys)))


def _sorted(edges: Iterable[EdgeDifference]) -> tuple[EdgeDifference, ...]:
    ordered: Sequence[EdgeDifference] = sorted(edges, key=_order)
    return tuple(ordered)


def _order(edge: EdgeDifference) -> tuple[str, str]:
    return edge.sentence, edge.claims[0].id
