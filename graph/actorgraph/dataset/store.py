"""The graph folder: the RDF, the documents behind it, and a manifest of both.

One generation consists of ``store/`` (the quads in Oxigraph), ``documents.jsonl`` (texts and their
quotations), ``mentions.jsonl`` (where each actor is mentioned), ``names.tsv`` (how each is called),
``members.jsonl`` (the actors of single documents that each consists of), ``refusals.jsonl``,
``doubts.jsonl``, ``ontology/`` (copies of the user's own Turtle files) and ``manifest.json``.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from actorgraph.codec import DAMAGED, Row, from_row
from actorgraph.dataset.engine import readable_store
from actorgraph.dataset.generations import current_generation
from actorgraph.dataset.manifest import (
    MANIFEST,
    Manifest,
    damage,
    file_hashes,
    file_names,
    file_sizes,
    is_administrative,
    is_table,
    miscounted,
    read_manifest,
)
from actorgraph.dataset.rows import (
    attributions_of,
    document_of,
    mentions_of,
    value_of,
)
from actorgraph.dataset.stored_lines import stored_lines
from actorgraph.errors import StoreError
from actorgraph.model import (
    ActorId,
    Attribution,
    Document,
    DocumentId,
    Doubt,
    Mention,
    Refusal,
)
from actorgraph.vocabulary import Vocabulary, load_vocabulary

if TYPE_CHECKING:
    import pyoxigraph as ox

Value = TypeVar("Value")
#: Ids; None for all.
Wanted = AbstractSet[str] | None

#: Up to this many quads an opened store is counted (0.24 µs a quad); above it, only one whose
#: administration is not that which was written.
COUNTED_AT_OPENING = 50_000


@dataclass(frozen=True)
class StoredGraph:
    """A graph that was opened to read.

    Attributes:
        folder: Of the generation, not of the graph: a later build does not change it.
        manifest: What was written.
        store: Read-only; its default graph is the current picture, its named graphs are the
            documents.
    """

    folder: Path
    manifest: Manifest
    store: ox.Store

    @cached_property
    def extensions(self) -> tuple[Path, ...]:
        """The stored copies of the user's ontology files, in reading order."""
        folder = self.folder / "ontology"
        copies = folder.glob("*.ttl")
        return tuple(sorted(copies))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary the graph was written with, the user's files included."""
        return load_vocabulary(*self.extensions)

    def lines(self) -> Iterator[str]:
        """Yield the sorted N-Quads lines of the graph, without line ends."""
        count = 0
        for line in stored_lines(self.store):
            count += 1
            yield line
        if count != self.manifest.quads:
            raise miscounted(self.folder, count, self.manifest)

    def documents(self, wanted: Wanted = None) -> tuple[Document, ...]:
        """Return all documents, or those that are wanted, with their texts, sorted by id."""
        rows = self._rows("documents.jsonl", document_of, "id", wanted)
        return tuple(rows)

    def attributions(
        self, wanted: Wanted = None
    ) -> Mapping[DocumentId, tuple[Attribution, ...]]:
        """Return the quotations of each document that has any."""
        rows = self._rows("documents.jsonl", attributions_of, "id", wanted)
        return {id_: quotations for id_, quotations in rows if quotations}

    def mentions(self) -> Mapping[ActorId, tuple[Mention, ...]]:
        """Return the mentions of each actor that has any, sorted."""
        texts = {document.id: document.text for document in self.documents()}
        parse = partial(mentions_of, texts)
        return dict(self._rows("mentions.jsonl", parse))

    def mention_places(
        self, actors: AbstractSet[ActorId] | None = None
    ) -> dict[ActorId, tuple[Mention, ...]]:
        """Return the mentions of some actors, or of all, without the words."""
        nowhere: Mapping[DocumentId, str] = defaultdict(str)
        parse = partial(mentions_of, nowhere)
        return dict(self._rows("mentions.jsonl", parse, "actor", actors))

    def refusals(self, wanted: Wanted = None) -> tuple[Refusal, ...]:
        """Return what was not claimed, and why, sorted by document and place."""
        parse = partial(from_row, Refusal)
        rows = self._rows("refusals.jsonl", parse, "document", wanted)
        return tuple(rows)

    def doubts(self) -> tuple[Doubt, ...]:
        """Return the pairs of actors that may be the same and were kept apart."""
        parse = partial(from_row, Doubt)
        rows = self._rows("doubts.jsonl", parse)
        return tuple(rows)

    def content(self, name: str) -> bytes:
        """Return the bytes of a file of the generation, which are those that were written.

        Raises:
            StoreError: if they are not.
        """
        path = self.folder / name
        try:
            data = path.read_bytes()
        except OSError as error:
            raise damage(self.folder, f"{name} cannot be read ({error!r})") from error
        digest = hashlib.sha256(data).hexdigest()
        self._check_digest(name, digest)
        return data

    def check_tables(self) -> None:
        """Compare the tables of the store with their digests.

        Raises:
            StoreError: if one is not what was written.
        """
        tables = set(filter(is_table, self.manifest.sha256))
        altered = _altered(self.folder, self.manifest, tables)
        if altered:
            name = min(altered)
            raise self._not_as_written(name)

    def _rows(
        self,
        name: str,
        parse: Callable[[Row], Value],
        key: str = "",
        wanted: Wanted = None,
    ) -> Iterator[Value]:
        """Yield what the rows of a file say: all, or those with the wanted keys."""
        lines = self._read(name, str)
        with self._guarded(name):
            for line in lines:
                is_wanted = wanted is None or value_of(line, key) in wanted
                if is_wanted:
                    row = json.loads(line)
                    yield parse(row)

    @contextmanager
    def _guarded(self, name: str) -> Iterator[None]:
        try:
            yield
        except (OSError, *DAMAGED) as error:
            raise damage(self.folder, f"{name} cannot be read ({error!r})") from error

    def _read(self, name: str, parse: Callable[[str], Value]) -> Iterator[Value]:
        """Yield what the lines of a file say; its end raises if it is not what was written."""
        path = self.folder / name
        hasher = hashlib.sha256()
        with self._guarded(name), path.open("rb") as file:
            for line in file:
                hasher.update(line)
                text = line.decode()
                yield parse(text)
        self._check_digest(name, hasher.hexdigest())

    def _check_digest(self, name: str, digest: str) -> None:
        expected = self.manifest.sha256.get(name)
        if digest != expected:
            raise self._not_as_written(name)

    def _not_as_written(self, name: str) -> StoreError:
        return damage(self.folder, f"{name} is not the file that was written")


def open_graph(folder: Path) -> StoredGraph:
    """Open the current generation of a graph folder to read; nothing is created or changed.

    The manifest is the one that was put in force.  Of the tables only the sizes are compared: the
    engine has a checksum in each of their blocks, which it compares whenever it reads one.  If its
    administration of the tables was renewed, the statements are counted.  The other files are
    compared with their digests when they are read.

    Raises:
        StoreError: in one line, if there is no folder, no graph in it, a damaged or newer manifest,
            a file that is longer or shorter than it was, or a store that cannot be opened or
            contains something other than the manifest says.
    """
    generation = current_generation(folder)
    manifest = read_manifest(generation / MANIFEST)
    changed = _changed_files(generation, manifest)
    if changed:
        names = ", ".join(changed[:3])
        raise damage(generation, f"{names} changed or vanished")
    store = _opened_store(generation, manifest)
    return StoredGraph(generation, manifest, store)


def _changed_files(generation: Path, manifest: Manifest) -> list[str]:
    """Return the files of another size, and the copies of the ontology with other content."""
    sizes_apart = file_sizes(generation).items() ^ manifest.sizes.items()
    resized = {name for name, _ in sizes_apart}
    copies = {name for name in manifest.sha256 if name.startswith("ontology/")}
    altered = _altered(generation, manifest, copies - resized)
    return sorted(resized | altered)


def _altered(
    generation: Path, manifest: Manifest, names: AbstractSet[str]
) -> AbstractSet[str]:
    """Return those of some files that have another digest than they had, or that are missing."""
    present = names & set(file_names(generation))
    expected = {(name, manifest.sha256[name]) for name in names}
    altered = expected - file_hashes(generation, present).items()
    return {name for name, _ in altered}


def _opened_store(generation: Path, manifest: Manifest) -> ox.Store:
    quads = manifest.quads
    administration = set(filter(is_administrative, manifest.sha256))
    renewed = _altered(generation, manifest, administration)
    is_counted = bool(renewed) or quads <= COUNTED_AT_OPENING
    folder = generation / "store"
    try:
        store = readable_store(folder)
        count = len(store) if is_counted else quads
    except (RuntimeError, OSError, ValueError) as error:
        raise damage(generation, f"its store cannot be opened ({error})") from error
    if count != quads:
        raise miscounted(generation, count, manifest)
    return store
