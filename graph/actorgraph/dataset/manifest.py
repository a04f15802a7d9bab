"""The manifest of a generation: what it must hold, and how big its files are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from actorgraph.dataset.rows import DAMAGED
from actorgraph.errors import StoreError

#: Version of the folder's layout; a graph of a newer one is refused, not guessed at.
FORMAT = 1
#: Name of the manifest in a generation's folder.
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation must hold.

    Attributes:
        sha256: File name → hexadecimal digest.
        sizes: Path inside the generation → bytes, of every file but the manifest and the store's
            own administration.
        base: Base IRI of the data.
        threshold: Least confidence (0–1) of a direct triple.
        extensions: Names of the user's ontology files, in reading order.
        info: What the caller wanted kept, such as the version that built it.
    """

    format: int
    actors: int
    claims: int
    documents: int
    quads: int
    base: str
    threshold: float
    extensions: tuple[str, ...]
    sha256: Mapping[str, str]
    sizes: Mapping[str, int]
    info: Mapping[str, str]


def damage(generation: Path, finding: str) -> StoreError:
    """Return the error that says in one line what is wrong with a generation."""
    one_line = " ".join(finding.split())
    return StoreError(
        f"the graph in {generation.parent.parent} is damaged: {one_line}; build it again"
    )


def read_manifest(path: Path) -> Manifest:
    """Read a manifest.

    Raises:
        StoreError: if it cannot be read, or is that of a newer layout.
    """
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
        version = int(fields["format"])
        if version <= FORMAT:
            mappings = {
                name: dict(fields[name]) for name in ("sha256", "sizes", "info")
            }
            extensions, quads = tuple(fields["extensions"]), int(fields["quads"])
            return Manifest(
                **fields | mappings | {"extensions": extensions, "quads": quads}
            )
    except (OSError, *DAMAGED) as error:
        raise damage(path.parent, f"its manifest cannot be read ({error})") from error
    raise StoreError(
        f"{path.parent} has format {version}, this version reads up to {FORMAT}; upgrade actorgraph"
    )


def file_sizes(generation: Path) -> dict[str, int]:
    """Of every file but the manifest.

    Of the store its tables, since opening it to write renews all other files.
    """
    files = [
        path
        for path in generation.rglob("*")
        if path.is_file() and path.name != MANIFEST
    ]
    lasting = (
        path for path in files if path.parent.name != "store" or path.suffix == ".sst"
    )
    return {
        path.relative_to(generation).as_posix(): path.stat().st_size
        for path in sorted(lasting)
    }
