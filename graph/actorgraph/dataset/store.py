"""The graph folder: the RDF, the documents behind it, and a manifest of both.

One generation holds ``graph.nq`` (sorted N-Quads, the graph itself), ``store/`` (the same quads in
Oxigraph, to be asked), ``documents.jsonl`` (texts and their quotations), ``mentions.jsonl`` (where
each actor is mentioned), ``refusals.jsonl``, ``doubts.jsonl``, ``ontology/`` (copies of the user's
own Turtle files) and ``manifest.json``.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from dataclasses import asdict, dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, TypeVar

import pyoxigraph as ox

from actorgraph.dataset.generations import current_generation, new_generation
from actorgraph.dataset.manifest import (
    FORMAT,
    MANIFEST,
    Manifest,
    damage,
    file_sizes,
    read_manifest,
)
from actorgraph.dataset.quads import corpus_lines
from actorgraph.dataset.rows import (
    DAMAGED,
    attributions_of,
    document_of,
    document_row,
    mentions_of,
    mentions_row,
    place_of,
    write_rows,
)
from actorgraph.errors import InvalidData
from actorgraph.model import Doubt, Refusal
from actorgraph.vocabulary import Vocabulary, load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from actorgraph.model import (
        ActorId,
        Attribution,
        Corpus,
        Document,
        DocumentId,
        Mention,
    )

Value = TypeVar("Value")

#: Up to this many quads an opened store is counted (0.24 µs a quad); above it, ``verify`` counts,
#: and opening relies on the sizes of the files, which a lost or shortened file changes at once.
COUNTED_AT_OPENING = 50_000

_NUMBERED = re.compile(r"^[0-9]{3}-")
_HASHED = (
    "graph.nq",
    "documents.jsonl",
    "mentions.jsonl",
    "refusals.jsonl",
    "doubts.jsonl",
)


@dataclass(frozen=True, slots=True)
class Generation:
    """A finished build: its folder and manifest.

    The folder's name is its number, six digits or more.
    """

    folder: Path
    manifest: Manifest


@dataclass(frozen=True)
class StoredGraph:
    """A graph that was opened to read.

    Attributes:
        folder: Of the generation, not of the graph: it stays whole while a later build switches.
        store: Read-only; its default graph is the current picture, its named graphs are the
            documents.
    """

    folder: Path
    manifest: Manifest
    store: ox.Store

    @cached_property
    def extensions(self) -> tuple[Path, ...]:
        """The stored copies of the user's ontology files, in reading order."""
        return tuple(sorted((self.folder / "ontology").glob("*.ttl")))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary the graph was written with, the user's files included."""
        return load_vocabulary(*self.extensions)

    def lines(self) -> Iterator[str]:
        """The sorted N-Quads lines of the graph, without line ends."""
        yield from self._read("graph.nq", lambda line: line.rstrip("\n"))

    def documents(self) -> tuple[Document, ...]:
        """All documents with their texts, sorted by id."""
        return tuple(self._rows("documents.jsonl", document_of))

    def attributions(self) -> Mapping[DocumentId, tuple[Attribution, ...]]:
        """The quotations of each document that has any."""
        return {
            id_: said
            for id_, said in self._rows("documents.jsonl", attributions_of)
            if said
        }

    def mentions(self) -> Mapping[ActorId, tuple[Mention, ...]]:
        """The mentions of each actor that has any, sorted."""
        texts = {document.id: document.text for document in self.documents()}
        return dict(self._rows("mentions.jsonl", partial(mentions_of, texts)))

    def refusals(self) -> tuple[Refusal, ...]:
        """What was not claimed, and why, sorted by document and place."""
        return tuple(self._rows("refusals.jsonl", lambda row: Refusal(**row)))

    def doubts(self) -> tuple[Doubt, ...]:
        """Actors that may be one and were left apart."""
        return tuple(self._rows("doubts.jsonl", lambda row: Doubt(**row)))

    def _rows(self, name: str, parse: Callable[[Any], Value]) -> Iterator[Value]:
        return self._read(name, lambda line: parse(json.loads(line)))

    def _read(self, name: str, parse: Callable[[str], Value]) -> Iterator[Value]:
        try:
            with (self.folder / name).open(encoding="utf-8", newline="\n") as file:
                yield from map(parse, file)
        except (OSError, *DAMAGED) as error:
            raise damage(self.folder, f"{name} cannot be read ({error!r})") from error


def write_graph(
    folder: Path,
    corpus: Corpus,
    vocabulary: Vocabulary,
    *,
    base: str,
    threshold: float,
    extensions: Sequence[Path] = (),
    info: Mapping[str, str] | None = None,
) -> Generation:
    """Write a corpus as the new current generation of a graph folder, which is made if need be.

    When it returns, the graph is on the disk and in force.  When it raises, the graph before it is
    in force as it was.

    Args:
        base: Base IRI of the data, absolute.
        threshold: Least confidence (0–1) of a direct triple.
        extensions: The user's ontology files that ``vocabulary`` was loaded with; copies are kept
            with the graph.
        info: Kept in the manifest.

    Raises:
        InvalidData: if the corpus breaks an invariant; see ``quads.corpus_lines``.
        StoreError: if another build holds the folder, or the disk refuses.
    """
    lines = corpus_lines(corpus, vocabulary, base, threshold)
    with new_generation(folder) as draft:
        _write_files(draft, corpus, lines)
        _copy_extensions(draft / "ontology", extensions)
        _fill_store(draft / "store", draft / "graph.nq", len(lines))
        manifest = Manifest(
            format=FORMAT,
            actors=len(corpus.actors),
            claims=len(corpus.claims),
            documents=len(corpus.readings),
            quads=len(lines),
            base=base,
            threshold=threshold,
            extensions=tuple(_NUMBERED.sub("", path.name) for path in extensions),
            sha256={name: file_hash(draft / name) for name in _HASHED},
            sizes=file_sizes(draft),
            info=dict(info or {}),
        )
        write_rows(draft / MANIFEST, [asdict(manifest)])
    return Generation(current_generation(folder), manifest)


def open_graph(folder: Path) -> StoredGraph:
    """Open the current generation of a graph folder to read; nothing is created or changed.

    That the files are those that were written is told by their sizes; ``verify`` compares what is
    in them.

    Raises:
        StoreError: in one line, if there is no folder, no graph in it, a damaged or newer manifest,
            a file that is longer or shorter than it was, or a store that cannot be opened or holds
            other than the manifest says.
    """
    generation = current_generation(folder)
    manifest = read_manifest(generation / MANIFEST)
    if differing := sorted(
        dict(file_sizes(generation).items() ^ manifest.sizes.items())
    ):
        raise damage(generation, f"{', '.join(differing[:3])} changed or vanished")
    try:
        store = ox.Store.read_only(str(generation / "store"))
        held = len(store) if manifest.quads <= COUNTED_AT_OPENING else manifest.quads
    except (RuntimeError, OSError, ValueError) as error:
        raise damage(generation, f"its store cannot be opened ({error})") from error
    if held != manifest.quads:
        raise damage(
            generation,
            f"its store holds {held} statements, {manifest.quads} were written",
        )
    return StoredGraph(generation, manifest, store)


def file_hash(path: Path) -> str:
    """SHA-256 of a file, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write_files(draft: Path, corpus: Corpus, lines: Iterable[str]) -> None:
    with (draft / "graph.nq").open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(line + "\n" for line in lines)
    readings = sorted(corpus.readings, key=lambda reading: reading.document.id)
    write_rows(draft / "documents.jsonl", map(document_row, readings))
    write_rows(
        draft / "mentions.jsonl",
        [mentions_row(actor) for actor in corpus.actors if actor.mentions],
    )
    refusals = {refusal for reading in readings for refusal in reading.refusals}
    write_rows(draft / "refusals.jsonl", sorted(map(asdict, refusals), key=place_of))
    write_rows(
        draft / "doubts.jsonl",
        sorted(map(asdict, corpus.doubts), key=lambda row: (row["left"], row["right"])),
    )


def _copy_extensions(folder: Path, extensions: Sequence[Path]) -> None:
    folder.mkdir()
    for number, path in enumerate(extensions):
        stem = _NUMBERED.sub(
            "", path.stem
        )  # a graph is built again from its own copies
        shutil.copyfile(path, folder / f"{number:03d}-{stem}.ttl")


def _fill_store(folder: Path, lines: Path, count: int) -> None:
    try:
        store = ox.Store(str(folder))
        store.bulk_load(path=str(lines), format=ox.RdfFormat.N_QUADS)
        store.optimize()
        store.flush()
        held = len(store)
    except (SyntaxError, RuntimeError, ValueError) as error:
        raise InvalidData(f"the store refuses the graph: {error}") from error
    del store  # closes it
    if held != count:
        raise InvalidData(f"the store took {held} of {count} statements")
    for log in folder.glob(
        "LOG*"
    ):  # the engine's diary: it names folders of this machine
        log.unlink()
