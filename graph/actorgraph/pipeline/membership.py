"""What the actors of a graph consist of, kept beside it: it says what a change touches.

A document's claims depend on who its actors are in all documents, and on the decisions about them.
Where neither differs from the graph before, neither do the claims.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from actorgraph.codec import from_row, to_row
from actorgraph.dataset.rows import write_rows
from actorgraph.model import Actor, ActorId, DocumentId
from actorgraph.resolution import Resolution

if TYPE_CHECKING:
    from actorgraph.dataset.store import StoredGraph

#: Names of the files in a generation.
MEMBERS = "members.jsonl"
DECISIONS = "decisions.jsonl"

#: What of an actor the claims about it depend on.
_as_claimed = attrgetter("id", "type", "name", "subtype", "hidden")
#: What two rows have in common that are one decision about the same actors.
_as_decided = attrgetter("id", "left", "right", "place")


class MemberRow(NamedTuple):
    """A global actor, as far as claims depend on it, and its parts: a line is an array of these.

    Attributes:
        items: Its Wikidata item, and the other matches.
        hidden: Why its claims are refused, if a person hid it.
        parts: Documents and ids in them, sorted.
    """

    id: ActorId
    type: str
    name: str
    subtype: str | None
    notes: list[str]
    items: list[str | None]
    hidden: str | None
    parts: list[list[str]]

    @property
    def documents(self) -> set[DocumentId]:
        """The documents that have a part of it."""
        return {DocumentId(document) for document, _ in self.parts}


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision about claims.

    Attributes:
        left, right: The present ids of the actors.
        place: The document of the claim; None if it is about every claim of an edge.
        corrects: Whether claims are changed, so that other decisions may be about them.
        documents: The documents whose claims it is about, sorted.
    """

    id: str
    left: ActorId
    right: ActorId
    place: DocumentId | None
    corrects: bool
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Membership:
    """Who is who in a graph, and the decisions about its claims, by their ids."""

    actors: Mapping[ActorId, MemberRow]
    decisions: Mapping[str, DecisionRow]

    @classmethod
    def of(cls, resolution: Resolution) -> Membership:
        """Return who is who, and what the decisions were about as far as readings were applied."""
        parts: dict[ActorId, list[list[str]]] = defaultdict(list)
        for part, actor in resolution.members.items():
            parts[actor.id].append(list(part))
        actors: dict[ActorId, MemberRow] = {}
        for id_, own in parts.items():
            hidden = resolution.hidden.get(id_)
            actors[id_] = _member_row(resolution.actors[id_], hidden, own)
        decisions = dict(_decision_rows(resolution))
        return cls(actors, decisions)

    @classmethod
    def read(cls, stored: StoredGraph) -> Membership | None:
        """Return who is who in a stored graph; None if it does not say so.

        Raises:
            StoreError: if the graph is damaged.
        """
        if not {MEMBERS, DECISIONS} <= stored.manifest.sha256.keys():
            return None
        members = {row[0]: MemberRow(*row) for row in _rows(stored, MEMBERS)}
        decisions: dict[str, DecisionRow] = {}
        for fields in _rows(stored, DECISIONS):
            row = from_row(DecisionRow, fields)
            decisions[row.id] = row
        return cls(members, decisions)

    def write(self, generation: Path) -> None:
        """Write it into a generation that is being made."""
        encode = json.JSONEncoder(separators=(",", ":")).encode
        path = generation / MEMBERS
        with path.open("w", encoding="utf-8", newline="\n") as file:
            for id_ in sorted(self.actors):
                line = encode(self.actors[id_])
                file.write(f"{line}\n")
        decisions = (self.decisions[id_] for id_ in sorted(self.decisions))
        write_rows(generation / DECISIONS, map(to_row, decisions))

    def alone(
        self, members: Container[tuple[str, str]], documents: Container[DocumentId]
    ) -> dict[ActorId, MemberRow]:
        """Return the actors of a single part that is not among these, but in these documents."""
        rows: dict[ActorId, MemberRow] = {}
        for id_, row in self.actors.items():
            if len(row.parts) > 1:
                continue
            document, local = row.parts[0]
            if document not in documents:
                continue
            if (document, local) not in members:
                rows[id_] = row
        return rows

    def joined(self, actors: Mapping[ActorId, MemberRow]) -> Membership:
        """Return it with more actors."""
        return replace(self, actors={**self.actors, **actors})

    def shown(self) -> set[ActorId]:
        """Return the ids of the actors that are not hidden."""
        return {row.id for row in self.actors.values() if row.hidden is None}

    def changed_actors(self, before: Membership) -> set[ActorId]:
        """Return the ids of the actors that are new, changed or gone."""
        ids = self.actors.keys() | before.actors.keys()
        return {id_ for id_ in ids if self.actors.get(id_) != before.actors.get(id_)}

    def touched_documents(self, before: Membership) -> set[DocumentId]:
        """Return the documents whose claims may differ, among them those that are gone."""
        documents: set[DocumentId] = set()
        for id_ in self.changed_actors(before):
            documents |= _touched(self.actors.get(id_), before.actors.get(id_))
        for decision in self.decisions.keys() | before.decisions.keys():
            old, new = before.decisions.get(decision), self.decisions.get(decision)
            documents |= self._redecided(old, new)
        return documents

    def decided(
        self,
        resolution: Resolution,
        before: Membership,
        touched: Collection[DocumentId],
    ) -> Membership:
        """Return it with what decisions are about, now that touched readings were applied.

        In documents that were not touched, they are about what they were about before.
        """
        decisions = dict(_decision_rows(resolution))
        for id_, row in decisions.items():
            old = before.decisions.get(id_)
            if old is not None:
                untouched = set(old.documents) - set(touched)
                documents = sorted({*row.documents, *untouched})
                decisions[id_] = replace(row, documents=tuple(documents))
        return replace(self, decisions=decisions)

    def _redecided(
        self, old: DecisionRow | None, new: DecisionRow | None
    ) -> set[DocumentId]:
        """Return the documents that a decision touches, as it was and as it is."""
        documents: set[DocumentId] = set()
        is_same = (
            old is not None and new is not None and _as_decided(new) == _as_decided(old)
        )
        for row in filter(None, (old, new)):
            if row.corrects or not is_same:
                documents |= set(map(DocumentId, row.documents))
                if row.place:
                    documents.add(row.place)
        if new is not None and not is_same:
            documents |= self._documents_of(new.left) & self._documents_of(new.right)
        return documents

    def _documents_of(self, id_: ActorId) -> set[DocumentId]:
        row = self.actors.get(id_)
        if row is None:
            return set()
        return row.documents


def _touched(new: MemberRow | None, old: MemberRow | None) -> set[DocumentId]:
    """Return the documents in which claims about an actor differ."""
    if new is None or old is None or _as_claimed(new) != _as_claimed(old):
        rows = filter(None, (new, old))
        return set().union(*(row.documents for row in rows))
    new_parts = set(map(tuple, new.parts))
    old_parts = set(map(tuple, old.parts))
    moved = new_parts ^ old_parts
    return {DocumentId(document) for document, _ in moved}


def _member_row(
    actor: Actor, hidden: str | None, parts: Iterable[list[str]]
) -> MemberRow:
    return MemberRow(
        actor.id,
        actor.type.value,
        actor.name,
        actor.subtype,
        list(actor.notes),
        [actor.wikidata, *actor.matches],
        hidden,
        sorted(parts),
    )


def _decision_rows(resolution: Resolution) -> Iterator[tuple[str, DecisionRow]]:
    judged = resolution.about_claims
    for id_, decision in judged.decisions:
        place = decision.claim
        documents = judged.ledger.documents.get(id_, ())
        yield (
            id_,
            DecisionRow(
                id_,
                decision.left,
                decision.right,
                None if place is None else place.document,
                decision.correction is not None,
                tuple(sorted(documents)),
            ),
        )


def _rows(stored: StoredGraph, name: str) -> Iterator[Any]:
    lines = stored.content(name).split(b"\n")
    yield from json.loads(b"[" + b",".join(filter(None, lines)) + b"]")
