"""The manifest of a generation: what it must contain, and how big its files are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from actorgraph.codec import DAMAGED, from_row
from actorgraph.errors import StoreError

#: Version of the folder's layout; a graph of a newer one is refused, not guessed at.
FORMAT = 1
#: Name of the manifest in a generation's folder.
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation must contain.

    Attributes:
        sha256: File name → hexadecimal digest.
        sizes: Path inside the generation → bytes, of every file but the manifest and the store's
            own administration.
        base: Base IRI of the data.
        threshold: Minimum confidence (0–1) of a direct triple.
        extensions: Names of the user's ontology files, in reading order.
        info: What the caller stores with the graph, such as the version that built it.
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
            for name in ("sha256", "sizes", "info"):
                fields[name] = dict(fields[name])
            fields["quads"] = int(fields["quads"])
            return from_row(Manifest, fields)
    except (OSError, *DAMAGED) as error:
        raise damage(path.parent, f"its manifest cannot be read ({error})") from error
    raise StoreError(
        f"{path.parent} has format {version}, this version reads up to {FORMAT}; upgrade actorgraph"
    )


def file_sizes(generation: Path) -> dict[str, int]:
    """Return the bytes of every file of a generation but the manifest, by path inside it.

    Of the store only the tables are listed, since opening it to write renews all other files.
    """
    sizes: dict[str, int] = {}
    for path in sorted(generation.rglob("*")):
        if path.is_file() and _is_lasting(path):
            name = path.relative_to(generation).as_posix()
            sizes[name] = path.stat().st_size
    return sizes


def _is_lasting(path: Path) -> bool:
    if path.parent.name == "store":
        return path.suffix == ".sst"
    return path.name != MANIFEST
