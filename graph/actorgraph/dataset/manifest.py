"""The manifest of a generation: what it must contain, and how big its files are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from actorgraph.codec import DAMAGED, from_row
from actorgraph.errors import StoreError
from actorgraph.files import file_hash

#: Version of the folder's layout; a graph of a newer one is refused, not guessed at.  Since 2, what
#: is in force is named with the digest of its manifest, which has the digest of every file; since
#: 3, the lines of the graph are in its store only.
FORMAT = 3
#: Name of the manifest in a generation's folder.
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation must contain.

    Attributes:
        sha256: Path inside the generation → hexadecimal digest, of every file but the manifest.
        sizes: The same → bytes, without the engine's own administration.
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
    folder = generation.parent.parent
    one_line = " ".join(finding.split())
    return StoreError(
        f"the graph in {folder} is damaged: {one_line}; run: actorgraph repair -g {folder}"
    )


def miscount(noun: str, stored: int, written: int) -> str:
    """Return the finding that more or fewer of something are stored than were written.

    >>> miscount("claims", 2, 3)
    '2 claims are stored, 3 were written'
    """
    return f"{stored} {noun} are stored, {written} were written"


def miscounted(generation: Path, count: int, manifest: Manifest) -> StoreError:
    """Return the error of a store that has more or fewer statements than were written."""
    return damage(generation, miscount("statements", count, manifest.quads))


def read_manifest(path: Path) -> Manifest:
    """Read a manifest.

    Raises:
        StoreError: if it cannot be read, or is that of a newer layout.
    """
    try:
        text = path.read_text(encoding="utf-8")
        fields = json.loads(text)
        version = int(fields["format"])
        if version <= FORMAT:
            for name in ("sha256", "sizes", "info"):
                fields[name] = dict(fields[name])
            fields["quads"] = int(fields["quads"])
            return from_row(Manifest, fields)
    except (OSError, *DAMAGED) as error:
        raise damage(path.parent, f"its manifest cannot be read ({error})") from error
    raise _newer(path, version)


def refuse_newer(folder: Path) -> None:
    """Refuse to replace the graph of a folder if a newer version wrote it.

    Raises:
        StoreError: if any generation in the folder has a newer layout.
    """
    for path in folder.glob(f"generations/*/{MANIFEST}"):
        with suppress(OSError, *DAMAGED):
            text = path.read_text(encoding="utf-8")
            fields = json.loads(text)
            version = int(fields["format"])
            if version > FORMAT:
                raise _newer(path, version)


def _newer(manifest: Path, version: int) -> StoreError:
    return StoreError(
        f"{manifest.parent} has format {version}, this version reads up to {FORMAT}; "
        "upgrade actorgraph, or choose another folder"
    )


def file_sizes(generation: Path) -> dict[str, int]:
    """Return the bytes of every lasting file of a generation, by path inside it.

    Another program that opens the store to write renews the files of its administration, and people
    may edit the page.
    """
    sizes: dict[str, int] = {}
    for name in file_names(generation):
        if is_administrative(name) or name.startswith("outputs/"):
            continue
        path = generation / name
        sizes[name] = path.stat().st_size
    return sizes


def file_hashes(generation: Path, names: Iterable[str]) -> dict[str, str]:
    """Return the SHA-256 of files of a generation, by path inside it.

    Raises:
        OSError: if one is missing.
    """
    return {name: file_hash(generation / name) for name in names}


def file_names(generation: Path) -> list[str]:
    """Return the paths inside a generation of all its files but the manifest, sorted."""
    paths = filter(Path.is_file, generation.rglob("*"))
    names = (path.relative_to(generation).as_posix() for path in paths)
    return sorted(name for name in names if name != MANIFEST)


def is_administrative(name: str) -> bool:
    """Whether a file belongs to the engine's administration of its tables."""
    if is_table(name):
        return False
    return name.startswith("store/")


def is_table(name: str) -> bool:
    """Whether a file is a table of the store."""
    return name.startswith("store/") and name.endswith(".sst")
