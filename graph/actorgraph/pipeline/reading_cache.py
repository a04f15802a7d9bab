"""Readings kept in the graph folder, so that no document is read twice.

They are in one SQLite file, each with its checksum and the fingerprint of what it was read with.  A
reading counts as missing if it is damaged or its fingerprint differs.  The
actors that may be those of other documents are kept a second time, apart from the claims: who is
who is decided from them.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import zlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from importlib.metadata import PackageNotFoundError, version
from operator import attrgetter
from pathlib import Path
from typing import Any

from actorgraph.codec import CONTEXT, DAMAGED, Row, from_row, to_row
from actorgraph.errors import StoreError, UsageError
from actorgraph.identifiers import digest
from actorgraph.model import (
    Actor,
    Document,
    DocumentId,
    Mention,
    MentionKind,
    Reading,
)
from actorgraph.pipeline.options import Settings
from actorgraph.resolution.profiles import unjoinable
from actorgraph.resources import ontology_folder, weights_folder
from actorgraph.turtle import file_digest
from actorgraph.version import VERSION

#: Libraries whose version may change a reading.
LIBRARIES = ("spacy", "onnxruntime", "tokenizers")
#: The code that readings depend on, as patterns below the package.
READING_CODE = (
    "extraction/**/*.py",
    "vocabulary.py",
    "model.py",
    "kinds.py",
    "names.py",
    "codec.py",
    "grammar.py",
    "identifiers.py",
    "settings.py",
)
#: All that the graph and the page depend on.
ALL_CODE = ("**/*.py", "export/page/web/*.*", "export/page/web/script/*")
#: Endings of the ontology's files.
KNOWLEDGE = frozenset({".ttl", ".tsv"})


def fingerprint(settings: Settings) -> str:
    """Return a digest of all that a reading depends on besides its document.

    That is the versions, the ontology with the user's extensions, the weights and the settings.

    Raises:
        UsageError: if the spaCy pipeline is not installed or an extension cannot be read.
    """
    libraries = (f"{name} {version(name)}" for name in LIBRARIES)
    choices = settings.reading_choices().values()
    files = map(file_digest, (*_knowledge_files(), *settings.extensions))
    pipeline = _pipeline_version(settings.pipeline)
    return digest(VERSION, pipeline, *choices, code(READING_CODE), *libraries, *files)


@lru_cache(maxsize=2)
def code(patterns: tuple[str, ...] = ALL_CODE) -> str:
    """Return a digest of files of this package, as they were at the first call."""
    package = Path(__file__).resolve().parents[1]
    files: list[Path] = []
    for pattern in patterns:
        files += sorted(path for path in package.glob(pattern) if path.is_file())
    return digest(*map(file_digest, files))


def _knowledge_files() -> list[Path]:
    ontology = (
        path for path in ontology_folder().rglob("*") if path.suffix in KNOWLEDGE
    )
    # The manifest of the weights has the digests of the others.
    return [*sorted(ontology), *sorted(weights_folder().glob("*.json"))]


@lru_cache(maxsize=8)
def _pipeline_version(name: str) -> str:
    with suppress(PackageNotFoundError):
        return f"{name} {version(name)}"
    meta = Path(name) / "meta.json"
    if meta.is_file():
        return file_digest(meta)
    raise UsageError(
        f"the spaCy pipeline {name!r} is not installed: pip install it, or choose another"
    )


#: One row for each reading, as compressed JSON, after the actors that may be those of others.
TABLE = """CREATE TABLE IF NOT EXISTS readings (
    document TEXT PRIMARY KEY, fingerprint TEXT NOT NULL,
    actors BLOB NOT NULL, actors_sum BLOB NOT NULL, content BLOB NOT NULL, content_sum BLOB NOT NULL
) WITHOUT ROWID"""
_KINDS = {kind.value: kind for kind in MentionKind}
#: What reading a damaged row raises.
_LOST = (sqlite3.Error, zlib.error, *DAMAGED)
#: Names that one statement asks for at most.
_PORTION = 500


@dataclass(frozen=True)
class ReadingCache:
    """The readings in a file that are valid for a fingerprint."""

    path: Path
    fingerprint: str

    def get(self, document: Document) -> Reading | None:
        """Return the reading of a document, or None if it must be read."""
        for _, packed, checksum in self._rows("content, content_sum", [document.id]):
            with suppress(*_LOST):
                return from_row(Reading, _unpacked(packed, checksum), document)
        return None

    def known(self, documents: Iterable[DocumentId]) -> set[DocumentId]:
        """Return the documents that have a reading, which may be damaged."""
        return {row[0] for row in self._rows("fingerprint", documents)}

    def actors(
        self, documents: Collection[DocumentId]
    ) -> dict[DocumentId, list[Actor]]:
        """Return the actors of documents that names may join with those of others.

        Of their mentions they have the first, and the first name, without their words: enough to
        decide who is who.  A document whose reading is missing is left out.
        """
        actors: dict[DocumentId, list[Actor]] = {}
        for id_, packed, checksum in self._rows("actors, actors_sum", documents):
            with suppress(*_LOST):
                rows = _unpacked(packed, checksum)
                actors[id_] = [_actor(id_, row) for row in rows]
        return actors

    def put(self, reading: Reading) -> None:
        """Keep a reading; if the process is killed, the previous one stays, or none.

        Raises:
            StoreError: if it cannot be written.
        """
        alone = unjoinable(reading.actors)
        actors = [_compact(item) for item in reading.actors if item.id not in alone]
        packed = (*_packed(actors), *_packed(to_row(reading, CONTEXT)))
        values = (reading.document.id, self.fingerprint, *packed)
        self._change(
            "INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?, ?, ?)", [values]
        )

    def retain(self, documents: Iterable[DocumentId]) -> None:
        """Delete the readings of all but these documents.

        Raises:
            StoreError: if the file cannot be written.
        """
        kept = set(documents)
        with suppress(sqlite3.Error):
            present = self._connection.execute("SELECT document FROM readings")
            gone = [row for row in present if row[0] not in kept]
            if gone:
                self._change("DELETE FROM readings WHERE document = ?", gone)
        # Version 0.5 and earlier kept a file for each.
        shutil.rmtree(self.path.with_suffix(""), ignore_errors=True)

    def _change(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        try:
            with self._connection as connection:
                connection.executemany(statement, rows)
        except sqlite3.Error as error:
            raise StoreError(
                f"cannot keep what was read in {self.path}: {error}; the graph is unchanged"
            ) from error

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
        """The opened file; one that is damaged is replaced, since it only saves time."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(sqlite3.DatabaseError):
            return _opened(self.path)
        self.path.unlink(missing_ok=True)
        return _opened(self.path)


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    # A power failure may damage the file, which is noticed; a killed process does not.
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA quick_check(1)")
    connection.execute(TABLE)
    return connection


def _packed(row: object) -> tuple[bytes, bytes]:
    packed = zlib.compress(json.dumps(row, separators=(",", ":")).encode(), level=1)
    return packed, hashlib.sha256(packed).digest()


def _unpacked(packed: bytes, checksum: bytes) -> Any:  # noqa: ANN401  whatever was packed
    if hashlib.sha256(packed).digest() != checksum:
        raise ValueError("the checksum differs")
    return json.loads(zlib.decompress(packed))


def _compact(actor: Actor) -> list[object]:
    """Return an actor as an array, with the places of its first mention and its first name."""
    ordered = sorted(actor.mentions, key=attrgetter("start", "end"))
    names = [m for m in ordered if m.kind is MentionKind.NAME]
    kept = dict.fromkeys([*ordered[:1], *names[:1]])
    mentions = [(m.start, m.end, m.kind.value) for m in kept]
    row = to_row(replace(actor, mentions=()))
    del row["mentions"]
    return [row, mentions]


def _actor(document: DocumentId, compact: tuple[Row, list[list[Any]]]) -> Actor:
    row, places = compact
    mentions = [
        Mention(document, start, end, _KINDS[kind], "") for start, end, kind in places
    ]
    return replace(from_row(Actor, row), mentions=tuple(mentions))
