"""The graph folder: the RDF, the documents behind it, and a manifest of both.

One generation holds ``graph.nq`` (sorted N-Quads, the graph itself), ``store/`` (the same quads in
Oxigraph, to be asked), ``documents.jsonl`` (texts and their quotations), ``mentions.jsonl`` (where
each actor is mentioned), ``refusals.jsonl``, ``doubts.jsonl``, ``ontology/`` (copies of the user's
own Turtle files) and ``manifest.json``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox

from actorgraph.codec import DAMAGED, Row, from_row
from actorgraph.dataset.generations import current_generation
from actorgraph.dataset.manifest import (
    MANIFEST,
    Manifest,
    damage,
    file_sizes,
    read_manifest,
)
from actorgraph.dataset.rows import (
    attributions_of,
    document_of,
    mentions_of,
)
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

Value = TypeVar("Value")

#: Up to this many quads an opened store is counted (0.24 µs a quad); above it, ``verify`` counts,
#: and opening relies on the sizes of the files, which a lost or shortened file changes at once.
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
        copies = self.folder / "ontology"
        return tuple(sorted(copies.glob("*.ttl")))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary the graph was written with, the user's files included."""
        return load_vocabulary(*self.extensions)

    def lines(self) -> Iterator[str]:
        """Yield the sorted N-Quads lines of the graph, without line ends."""
        return self._read("graph.nq", _without_end)

    def documents(self) -> tuple[Document, ...]:
        """Return all documents with their texts, sorted by id."""
        return tuple(self._rows("documents.jsonl", document_of))

    def attributions(self) -> Mapping[DocumentId, tuple[Attribution, ...]]:
        """Return the quotations of each document that has any."""
        rows = self._rows("documents.jsonl", attributions_of)
        return {id_: quotations for id_, quotations in rows if quotations}

    def mentions(self) -> Mapping[ActorId, tuple[Mention, ...]]:
        """Return the mentions of each actor that has any, sorted."""
        texts = {document.id: document.text for document in self.documents()}
        parse = partial(mentions_of, texts)
        return dict(self._rows("mentions.jsonl", parse))

    def refusals(self) -> tuple[Refusal, ...]:
        """Return what was not claimed, and why, sorted by document and place."""
        parse = partial(from_row, Refusal)
        return tuple(self._rows("refusals.jsonl", parse))

    def doubts(self) -> tuple[Doubt, ...]:
        """Return the pairs of actors that may be the same and were kept apart."""
        parse = partial(from_row, Doubt)
        return tuple(self._rows("doubts.jsonl", parse))

    def _rows(self, name: str, parse: Callable[[Row], Value]) -> Iterator[Value]:
        def parse_line(line: str) -> Value:
            row = json.loads(line)
            return parse(row)

        return self._read(name, parse_line)

    def _read(self, name: str, parse: Callable[[str], Value]) -> Iterator[Value]:
        path = self.folder / name
        try:
            with path.open(encoding="utf-8", newline="\n") as file:
                yield from map(parse, file)
        except (OSError, *DAMAGED) as error:
            raise damage(self.folder, f"{name} cannot be read ({error!r})") from error


def open_graph(folder: Path) -> StoredGraph:
    """Open the current generation of a graph folder to read; nothing is created or changed.

    Only the sizes of the files are compared with the manifest; ``verify`` compares their content.

    Raises:
        StoreError: in one line, if there is no folder, no graph in it, a damaged or newer manifest,
            a file that is longer or shorter than it was, or a store that cannot be opened or
            contains something other than the manifest says.
    """
    generation = current_generation(folder)
    manifest = read_manifest(generation / MANIFEST)
    changed = dict(file_sizes(generation).items() ^ manifest.sizes.items())
    if changed:
        names = ", ".join(sorted(changed)[:3])
        raise damage(generation, f"{names} changed or vanished")
    return StoredGraph(generation, manifest, _opened_store(generation, manifest))


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file, hexadecimal."""
    with path.open("rb") as file:
        hasher = hashlib.file_digest(file, "sha256")
    return hasher.hexdigest()


def _without_end(line: str) -> str:
    return line.rstrip("\n")


def _opened_store(generation: Path, manifest: Manifest) -> ox.Store:
    try:
        store = ox.Store.read_only(str(generation / "store"))
        is_counted = manifest.quads <= COUNTED_AT_OPENING
        count = len(store) if is_counted else manifest.quads
    except (RuntimeError, OSError, ValueError) as error:
        raise damage(generation, f"its store cannot be opened ({error})") from error
    if count != manifest.quads:
        raise damage(
            generation,
            f"its store contains {count} statements, {manifest.quads} were written",
        )
    return store
