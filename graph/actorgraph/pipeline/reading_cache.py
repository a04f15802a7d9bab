"""Readings kept in the graph folder, so that no document is read twice.

They are in one SQLite file, each with its checksum and the fingerprint of what it was read with.  A
reading counts as missing if it is damaged or its fingerprint differs.  What resolution looks at is
kept a second time, apart from the claims: who is who in all documents is decided from that.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import weakref
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import Any

from actorgraph.codec import CONTEXT, DAMAGED, from_row, to_row
from actorgraph.errors import StoreError
from actorgraph.model import (
    Actor,
    ActorType,
    Document,
    DocumentId,
    Mention,
    MentionKind,
    Reading,
)
from actorgraph.pipeline.options import Settings
from actorgraph.pipeline.reading_fingerprint import fingerprint
from actorgraph.resolution.gathering import unjoinable
from actorgraph.resolution.outlines import Outline
from actorgraph.resolution.traits import Traits
from actorgraph.vocabulary import Vocabulary, load_vocabulary

#: Name of the file in a graph folder.
READINGS = "readings.sqlite"
#: One row for each reading, as compressed JSON, after what resolution looks at.
TABLE = """CREATE TABLE IF NOT EXISTS readings (
    document TEXT PRIMARY KEY, fingerprint TEXT NOT NULL,
    outline BLOB NOT NULL, outline_sum BLOB NOT NULL,
    content BLOB NOT NULL, content_sum BLOB NOT NULL
) WITHOUT ROWID"""
_KINDS = {kind.value: kind for kind in MentionKind}
_TYPES = {type_.value: type_ for type_ in ActorType}
#: What reading a damaged row raises.
_LOST = (sqlite3.Error, zlib.error, *DAMAGED)
#: Names that one statement asks for at most.
_PORTION = 500


@dataclass(frozen=True)
class ReadingCache:
    """The readings in a file that are valid for a fingerprint.

    Attributes:
        path: The file.
        fingerprint: Of what they were read with.
        vocabulary: The ontology among that.
    """

    path: Path
    fingerprint: str
    vocabulary: Vocabulary

    @classmethod
    def of(cls, folder: Path, settings: Settings) -> ReadingCache:
        """Return the cache of a graph folder.

        Raises:
            UsageError: as ``fingerprint``.
        """
        vocabulary = load_vocabulary(*settings.extensions)
        return cls(folder / READINGS, fingerprint(settings), vocabulary)

    def get(self, document: Document) -> Reading | None:
        """Return the reading of a document, or None if it must be read."""
        for _, packed, checksum in self._rows("content, content_sum", [document.id]):
            with suppress(*_LOST):
                return from_row(Reading, _unpacked(packed, checksum), document)
        return None

    def known(self, documents: Iterable[DocumentId]) -> set[DocumentId]:
        """Return the documents that have a reading, which may be damaged."""
        return {row[0] for row in self._rows("fingerprint", documents)}

    def outlines(self, documents: Iterable[Document]) -> dict[DocumentId, Outline]:
        """Return the outlines of documents, with the actors that names may join with others.

        Of their mentions these have the first, and the first name, without their words: enough to
        decide who is who.  A document whose reading is missing is left out.
        """
        by_id = {document.id: document for document in documents}
        outlines: dict[DocumentId, Outline] = {}
        for id_, packed, checksum in self._rows("outline, outline_sum", by_id):
            with suppress(*_LOST):
                row = _unpacked(packed, checksum)
                outlines[id_] = _outline(by_id[id_], row)
        return outlines

    def put(self, reading: Reading) -> None:
        """Keep a reading; if the process is killed, the previous one stays, or none.

        Raises:
            StoreError: if it cannot be written.
        """
        outline = _outline_row(Outline.of(reading, self.vocabulary))
        packed = (*_packed(outline), *_packed(to_row(reading, CONTEXT)))
        values = (reading.document.id, self.fingerprint, *packed)
        try:
            with self._connection as connection:
                connection.execute(
                    "INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?, ?, ?)", values
                )
        except sqlite3.Error as error:
            raise StoreError(
                f"cannot keep what was read in {self.path}: {error}; the graph is unchanged"
            ) from error

    def retain(self, documents: Iterable[DocumentId]) -> None:
        """Delete the readings of all but these documents.

        If the file cannot be written they stay, which costs space only; the graph is in force.
        """
        kept = set(documents)
        with suppress(sqlite3.Error), self._connection as connection:
            present = connection.execute("SELECT document FROM readings")
            gone = [row for row in present if row[0] not in kept]
            connection.executemany("DELETE FROM readings WHERE document = ?", gone)
        # Version 0.5 and earlier kept a file for each.
        shutil.rmtree(self.path.with_suffix(""), ignore_errors=True)

    def _rows(
        self, columns: str, documents: Iterable[DocumentId]
    ) -> Iterator[tuple[Any, ...]]:
        """Yield columns of the readings of documents that have the fingerprint."""
        ids = sorted(documents)
        if not self.path.is_file():
            return
        for start in range(0, len(ids), _PORTION):
            portion = ids[start : start + _PORTION]
            marks = ", ".join("?" * len(portion))
            query = (
                f"SELECT document, {columns} FROM readings "  # noqa: S608  only marks vary
                f"WHERE fingerprint = ? AND document IN ({marks})"
            )
            with suppress(sqlite3.Error):
                yield from self._connection.execute(query, (self.fingerprint, *portion))

    @cached_property
    def _connection(self) -> sqlite3.Connection:
        """The opened file, closed when this cache is no longer used.

        A file that is damaged is replaced, since it only saves time.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            connection = _opened(self.path)
        except sqlite3.OperationalError:
            raise  # it is not damaged: the disk is full, or it may not be written
        except sqlite3.DatabaseError:
            self.path.unlink(missing_ok=True)
            connection = _opened(self.path)
        weakref.finalize(self, connection.close)
        return connection


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    try:
        # A power failure may damage the file, which is noticed; a killed process does not.
        connection.execute("PRAGMA synchronous = OFF")
        ((finding,),) = connection.execute("PRAGMA quick_check(1)")
        if finding != "ok":
            raise sqlite3.DatabaseError(finding)
        connection.execute(TABLE)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _packed(row: object) -> tuple[bytes, bytes]:
    text = json.dumps(row, separators=(",", ":"))
    packed = zlib.compress(text.encode(), level=1)
    checksum = hashlib.sha256(packed).digest()
    return packed, checksum


def _unpacked(packed: bytes, checksum: bytes) -> Any:  # noqa: ANN401  whatever was packed
    digest = hashlib.sha256(packed).digest()
    if digest != checksum:
        raise ValueError("the checksum differs")
    return json.loads(zlib.decompress(packed))


def _outline_row(outline: Outline) -> list[object]:
    """Return an outline, without actors that no name joins with others, as an array."""
    alone = unjoinable(outline.actors)
    actors = [item for item in outline.actors if item.id not in alone]
    traits = outline.traits
    known = [(item.id, to_row(traits[item.id])) for item in actors if item.id in traits]
    return [list(map(_compact, actors)), known, list(outline.sample)]


def _outline(document: Document, row: list[Any]) -> Outline:
    compact, known, sample = row
    actors = tuple(_actor(document.id, item) for item in compact)
    traits = {id_: from_row(Traits, facts) for id_, facts in known}
    return Outline(document, actors, traits, sample)


def _compact(actor: Actor) -> list[object]:
    """Return an actor as an array, with the places of its first mention and its first name."""
    ordered = sorted(actor.mentions, key=attrgetter("start", "end"))
    names = [m for m in ordered if m.kind is MentionKind.NAME]
    kept = dict.fromkeys([*ordered[:1], *names[:1]])
    mentions = [(m.start, m.end, m.kind.value) for m in kept]
    own = actor.id, actor.type.value, actor.name, actor.subtype
    return [*own, actor.aliases, mentions, actor.wikidata]


def _actor(document: DocumentId, compact: list[Any]) -> Actor:
    """Return the actor of an array; of all that a cache holds, there are the most of these."""
    id_, type_, name, subtype, aliases, places, wikidata = compact
    mentions = [
        Mention(document, start, end, _KINDS[kind], "") for start, end, kind in places
    ]
    own = id_, _TYPES[type_], name, subtype
    return Actor(*own, tuple(aliases), tuple(mentions), wikidata)
