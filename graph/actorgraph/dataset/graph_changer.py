"""Makes the next generation of a graph by what differs; the result is that of writing it in full.

The tables of the store are never changed once they are written, so both generations share them as
hard links, and only the statements that differ are written.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from pathlib import Path

from actorgraph.codec import to_row
from actorgraph.dataset.engine import writable_store
from actorgraph.dataset.generations import current_generation, new_generation
from actorgraph.dataset.graph_writer import (
    Generation,
    copy_extensions,
    described_files,
    doubt_rows,
    refusal_rows,
    remove_logs,
)
from actorgraph.dataset.manifest import MANIFEST, Manifest, is_table
from actorgraph.dataset.rows import (
    NAMES,
    document_row,
    mentions_row,
    name_lines,
    row_line,
    value_of,
    write_name_lines,
    write_rows,
)
from actorgraph.dataset.store import StoredGraph
from actorgraph.dataset.store_changes import StoreChanges
from actorgraph.errors import StoreError
from actorgraph.files import link_or_copy
from actorgraph.model import Actor, ActorId, DocumentId, Doubt, Reading
from actorgraph.vocabulary import Vocabulary

#: Writes more files into the folder of a generation, which has no manifest yet.
Accompaniment = Callable[[Path, Manifest], None]
_document_id = attrgetter("document.id")


@dataclass(frozen=True, slots=True)
class Patch:
    """What differs from the graph before.

    Attributes:
        readings: Documents that are new or changed, as they are now, sorted.
        gone: Documents that are no longer there.
        actors: Actors that are new or changed, with their mentions, sorted.
        lost: Actors that are no longer there.
        doubts: All pairs of actors that may be the same.
        claims: Number of claims in all documents.
    """

    readings: tuple[Reading, ...]
    gone: frozenset[DocumentId]
    actors: tuple[Actor, ...]
    lost: frozenset[ActorId]
    doubts: tuple[Doubt, ...]
    claims: int

    @property
    def documents(self) -> frozenset[DocumentId]:
        """All documents that differ."""
        return self.gone.union(map(_document_id, self.readings))


def change_graph(
    folder: Path,
    before: StoredGraph,
    patch: Patch,
    vocabulary: Vocabulary,
    info: Mapping[str, str],
    accompany: Accompaniment,
) -> Generation:
    """Write a changed graph as the new current generation of its folder.

    When it returns, the graph is on the disk and in force.  When it raises, the previous graph
    stays in force.

    Args:
        folder: The graph folder.
        before: Its current graph.
        patch: What differs.
        vocabulary: The one that the graph was written with.
        info: Stored in the manifest.
        accompany: Called before the graph is put in force.

    Raises:
        StoreError: if the folder cannot be written.
    """
    with new_generation(folder) as draft:
        _link_store(before.folder / "store", draft / "store")
        quads = _change_store(draft / "store", before.manifest, patch, vocabulary)
        documents, actors = _change_rows(before, draft, patch)
        copy_extensions(draft / "ontology", before.extensions)
        manifest = Manifest(
            **described_files(draft, _shared_hashes(before, draft)),
            documents=documents,
            actors=actors,
            claims=patch.claims,
            quads=quads,
            base=before.manifest.base,
            threshold=before.manifest.threshold,
            extensions=before.manifest.extensions,
            info=dict(info),
        )
        accompany(draft, manifest)
        files = described_files(draft, manifest.sha256)
        write_rows(draft / MANIFEST, [{**to_row(manifest), **files}])
    return Generation(current_generation(folder), manifest)


def _link_store(source: Path, target: Path) -> None:
    """Share the tables, which are never changed, and copy what the engine does change."""
    target.mkdir()
    for path in source.iterdir():
        if path.suffix == ".sst":
            link_or_copy(path, target / path.name)
        else:
            shutil.copyfile(path, target / path.name)


def _shared_hashes(before: StoredGraph, draft: Path) -> dict[str, str]:
    """Return the digests of the tables that are those of the generation before."""
    hashes: dict[str, str] = {}
    for name, digest in before.manifest.sha256.items():
        if not is_table(name):
            continue
        path = draft / name
        original = before.folder / name
        if path.is_file() and path.samefile(original):
            hashes[name] = digest
    return hashes


def _change_store(
    folder: Path, manifest: Manifest, patch: Patch, vocabulary: Vocabulary
) -> int:
    """Return the number of statements after the change."""
    try:
        growth = _logged_changes(folder, manifest, patch, vocabulary)
        # Opened again, the engine makes tables of its log.  ``flush`` does so too, but waits for
        # ever if the disk is full.
        count = len(writable_store(folder))
    except (RuntimeError, ValueError, OSError, SyntaxError) as error:
        raise StoreError(f"the store cannot be changed: {error}") from error
    expected = manifest.quads + growth
    if count != expected:
        raise StoreError(f"the store has {count} statements instead of {expected}")
    remove_logs(folder)
    return count


def _logged_changes(
    folder: Path, manifest: Manifest, patch: Patch, vocabulary: Vocabulary
) -> int:
    """Change a store and close it; return how many statements it has more than before."""
    store = writable_store(folder)
    changes = StoreChanges(store, vocabulary, manifest.base, manifest.threshold)
    changes.replace_documents(patch.readings, patch.gone)
    changes.replace_actors(patch.actors, patch.lost)
    changes.derive_again()
    return changes.growth


def _change_rows(before: StoredGraph, draft: Path, patch: Patch) -> tuple[int, int]:
    """Write the files beside the store; return how many documents and actors there are."""
    document_lines: dict[str, Sequence[str]] = dict.fromkeys(patch.gone, ())
    refusal_lines = dict(document_lines)
    for reading in patch.readings:
        id_ = reading.document.id
        document_lines[id_] = [row_line(document_row(reading))]
        refusal_lines[id_] = list(map(row_line, refusal_rows([reading])))
    mention_lines: dict[str, Sequence[str]] = dict.fromkeys(patch.lost, ())
    for actor in patch.actors:
        row = [row_line(mentions_row(actor))] if actor.mentions else []
        mention_lines[actor.id] = row
    rows = _Rows(before, draft)
    documents = rows.replace("documents.jsonl", "id", document_lines)
    rows.replace("mentions.jsonl", "actor", mention_lines)
    rows.replace("refusals.jsonl", "document", refusal_lines)
    write_rows(draft / "doubts.jsonl", doubt_rows(patch.doubts))
    return documents, rows.replace_names(patch)


@dataclass(frozen=True, slots=True)
class _Rows:
    """Copies files of rows, sorted by a key, with other rows for some keys."""

    before: StoredGraph
    draft: Path

    def replace(
        self, name: str, key: str, replacements: Mapping[str, Sequence[str]]
    ) -> int:
        """Write a file; return its number of rows."""
        kept: dict[str, list[str]] = {}
        for line in self._lines(name):
            value = value_of(line, key)
            if value not in replacements:
                kept.setdefault(value, []).append(line)
        groups = {**kept, **replacements}
        lines = list(chain.from_iterable(groups[value] for value in sorted(groups)))
        path = self.draft / name
        path.write_text("".join(lines), encoding="utf-8", newline="\n")
        return len(lines)

    def replace_names(self, patch: Patch) -> int:
        """Write the names; return the number of actors."""
        changed = patch.lost.union(map(attrgetter("id"), patch.actors))
        kept: set[str] = set()
        for line in self._lines(NAMES):
            if _owner(line) not in changed:
                kept.add(line)
        kept |= name_lines(patch.actors)
        write_name_lines(self.draft / NAMES, kept)
        return len(set(map(_owner, kept)))

    def _lines(self, name: str) -> Iterator[str]:
        text = self.before.content(name).decode()
        lines = text.split("\n")
        for line in filter(None, lines):
            yield f"{line}\n"


def _owner(line: str) -> str:
    _, _, id_ = line.rstrip("\n").rpartition("\t")
    return id_
