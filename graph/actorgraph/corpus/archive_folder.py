"""The folder of an archive, and which result in it is in force."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actorgraph.codec import DAMAGED, from_row, to_row
from actorgraph.dataset.generations import locked
from actorgraph.errors import StoreError
from actorgraph.files import replacing

#: Version of the layout; a newer one is refused.
ARCHIVE_FORMAT = 1
_MANIFEST = "archive.json"
_LOCK = ".change"


@dataclass(frozen=True, slots=True)
class ArchiveManifest:
    """What is in force.

    Attributes:
        result: Name of its folder.
        fingerprint: Of what the documents were read with.
        base: Base IRI of the data.
        threshold: Minimum confidence (0–1) of a direct triple.
        refused: Number of documents that could not be read.
    """

    format: int
    result: str
    fingerprint: str
    base: str
    threshold: float
    documents: int
    actors: int
    claims: int
    quads: int
    refused: int


@dataclass(frozen=True, slots=True)
class ArchiveFolder:
    """Where the parts of an archive are."""

    path: Path

    @property
    def readings(self) -> Path:
        """The readings of all runs."""
        return self.path / "readings"

    @property
    def results(self) -> Path:
        """Every result; one is in force."""
        return self.path / "results"

    @property
    def work(self) -> Path:
        """What a run needs meanwhile; it is removed at its end, and at the start of the next."""
        return self.path / "work"

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Make the folder; no other process may change it within the block.

        Raises:
            StoreError: if it cannot be written, or another process changes it.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = error.strerror or str(error)
            raise StoreError(
                f"cannot make the archive {self.path}: {reason}"
            ) from error
        with locked(self.path / _LOCK):
            self.clear_work()
            yield
            self.clear_work()

    def clear_work(self) -> None:
        """Remove what a run left."""
        shutil.rmtree(self.work, ignore_errors=True)

    def manifest(self) -> ArchiveManifest:
        """Return what is in force.

        Raises:
            StoreError: if there is no complete result, or a newer program wrote it.
        """
        row = self._row()
        if row.get("format", 0) > ARCHIVE_FORMAT:
            raise StoreError(
                f"{self.path} has format {row['format']}, this version reads up to "
                f"{ARCHIVE_FORMAT}; upgrade actorgraph"
            )
        try:
            return from_row(ArchiveManifest, row)
        except DAMAGED as error:
            raise self._damage(error) from error

    def next_result(self) -> Path:
        """Return the folder of a new result, after removing those that are not in force."""
        current = self._current()
        for folder in self.results.glob("*"):
            if folder.name != current:
                shutil.rmtree(folder)
        number = int(current or 0) + 1
        name = f"{number:06d}"
        return self.results / name

    def put_in_force(self, manifest: ArchiveManifest) -> None:
        """Make a complete result the one in force, and remove the one before."""
        line = json.dumps(to_row(manifest), indent=2)
        with replacing(self.path / _MANIFEST) as stream:
            stream.write(f"{line}\n".encode())
        for folder in self.results.glob("*"):
            if folder.name != manifest.result:
                shutil.rmtree(folder, ignore_errors=True)

    def _current(self) -> str:
        if not (self.path / _MANIFEST).exists():
            return ""
        return self.manifest().result

    def _row(self) -> dict[str, Any]:
        try:
            row = json.loads((self.path / _MANIFEST).read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise StoreError(
                f"no archive at {self.path}; make one with: actorgraph corpus run INPUT --out "
                f"{self.path}"
            ) from None
        except (OSError, ValueError) as error:
            raise self._damage(error) from error
        return row if isinstance(row, dict) else {}

    def _damage(self, error: Exception) -> StoreError:
        return StoreError(
            f"{self.path / _MANIFEST} is damaged ({error!r}); run actorgraph corpus run again"
        )
