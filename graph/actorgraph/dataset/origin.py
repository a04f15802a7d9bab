"""Which generation was in force in a damaged graph folder, and what its manifest said.

The pointer has the digest of the manifest, and there are two copies of that, so whichever of the
three is damaged, the other two give it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from actorgraph.dataset.generations import SPARE, read_pointer
from actorgraph.dataset.manifest import FORMAT, MANIFEST, Manifest, read_manifest
from actorgraph.errors import StoreError
from actorgraph.files import file_hash
from actorgraph.identifiers import DEFAULT_BASE
from actorgraph.settings import CONFIDENCE_THRESHOLD

#: What is left of the manifest if no copy of it can be read.
UNKNOWN = Manifest(
    FORMAT, 0, 0, 0, 0, DEFAULT_BASE, CONFIDENCE_THRESHOLD, (), {}, {}, {}
)


class Origin(NamedTuple):
    """The generation that was in force, its manifest, and whether that is certain."""

    generation: Path
    manifest: Manifest
    is_certain: bool


def find_origin(folder: Path, generations: list[Path]) -> Origin:
    """Return what was in force in a folder.

    Args:
        folder: The graph folder.
        generations: At least one, the newest first.
    """
    name, digest = "", ""
    with suppress(StoreError):
        name, digest = read_pointer(folder)
    named = next((path for path in generations if path.name == name), generations[0])
    for path in _certain(folder, generations, digest):
        with suppress(StoreError):
            manifest = read_manifest(path)
            generation = named if path.parent == folder else path.parent
            return Origin(generation, manifest, is_certain=True)
    return Origin(named, _likeliest([named, *generations]), is_certain=False)


def _certain(folder: Path, generations: Iterable[Path], digest: str) -> Iterator[Path]:
    """Yield the manifests that the pointer means, and then those that there are two copies of."""
    spare = folder / SPARE
    written = [path / MANIFEST for path in generations]
    for path in (*written, spare):
        if hash_if_present(path) == digest:
            yield path
    for path in written:
        if hash_if_present(path) == hash_if_present(spare):
            yield path


def _likeliest(generations: Iterable[Path]) -> Manifest:
    for generation in generations:
        with suppress(StoreError):
            return read_manifest(generation / MANIFEST)
    return UNKNOWN


def hash_if_present(path: Path) -> str | None:
    """Return the SHA-256 of a file, hexadecimal; None if it cannot be read."""
    with suppress(OSError):
        return file_hash(path)
    return None
