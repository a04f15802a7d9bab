"""Writes a corpus as a new generation of a graph folder; ``store`` describes its files."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from actorgraph.codec import Row, to_row
from actorgraph.dataset.engine import writable_store
from actorgraph.dataset.generations import current_generation, new_generation
from actorgraph.dataset.manifest import (
    FORMAT,
    MANIFEST,
    Manifest,
    file_hashes,
    file_names,
    file_sizes,
)
from actorgraph.dataset.quads import corpus_lines
from actorgraph.dataset.rows import (
    NAMES,
    document_row,
    mentions_row,
    write_names,
    write_rows,
)
from actorgraph.errors import InvalidData
from actorgraph.model import Corpus, Doubt, Reading, Refusal
from actorgraph.vocabulary import Vocabulary

#: Returns the lines of a graph.
Lines = Callable[[], Iterable[str]]
#: Writes more files into the folder of a generation.
Accompaniment = Callable[[Path, Lines], None]

_NUMBERED = re.compile(r"^[0-9]{3}-")
_refusal_order = attrgetter(
    "document", "start", "end", "relation", "subject", "object", "reason"
)


@dataclass(frozen=True, slots=True)
class Generation:
    """A finished build: its folder and manifest.

    The folder's name is its number, six digits or more.
    """

    folder: Path
    manifest: Manifest


def write_graph(  # noqa: PLR0913  each is a part of what is written
    folder: Path,
    corpus: Corpus,
    vocabulary: Vocabulary,
    *,
    base: str,
    threshold: float,
    extensions: Sequence[Path] = (),
    info: Mapping[str, str] | None = None,
    accompany: Accompaniment | None = None,
) -> Generation:
    """Write a corpus as the new current generation of a graph folder, created if it is missing.

    When it returns, the graph is on the disk and in force.  When it raises, the previous graph
    stays in force.

    Args:
        folder, corpus, vocabulary: Where, what, and the ontology that it must fit.
        base: Base IRI of the data, absolute.
        threshold: Minimum confidence (0–1) of a direct triple.
        extensions: The user's ontology files that ``vocabulary`` was loaded with, to be copied.
        info: Stored in the manifest.
        accompany: Called before the graph is put in force; writes more files into the new
            generation's folder, given what returns the lines of the graph.

    Raises:
        InvalidData: if the corpus breaks a rule; see ``quads.corpus_lines``.
        StoreError: if another process builds in the folder, or it cannot be written.
    """
    lines = corpus_lines(corpus, vocabulary, base, threshold)
    with new_generation(folder) as draft:
        _write_files(draft, corpus, lines)
        names = copy_extensions(draft / "ontology", extensions)
        if accompany is not None:
            accompany(draft, lambda: lines)
        manifest = Manifest(
            **_contents(draft, corpus),
            quads=len(lines),
            base=base,
            threshold=threshold,
            extensions=names,
            info=dict(info or {}),
        )
        write_rows(draft / MANIFEST, [to_row(manifest)])
    return Generation(current_generation(folder), manifest)


def _contents(draft: Path, corpus: Corpus) -> dict[str, Any]:
    """Return what a manifest says of the files of a generation and of what they contain."""
    return {
        "actors": len(corpus.actors),
        "claims": len(corpus.claims),
        "documents": len(corpus.readings),
        **described_files(draft),
    }


def described_files(
    draft: Path, unchanged: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Return what a manifest says of the files of a generation.

    Args:
        draft: The folder of the generation.
        unchanged: Digests of files that are those of the generation before.
    """
    hashes = dict(unchanged or {})
    new = [name for name in file_names(draft) if name not in hashes]
    hashes.update(file_hashes(draft, new))
    return {
        "format": FORMAT,
        "sha256": hashes,
        "sizes": file_sizes(draft),
    }


def _write_files(draft: Path, corpus: Corpus, lines: Sequence[str]) -> None:
    """Write all that a generation consists of, but for the ontology and the manifest."""
    quads = draft / "graph.nq"
    with quads.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)
    _fill_store(draft / "store", quads, len(lines))
    quads.unlink()

    readings = sorted(corpus.readings, key=attrgetter("document.id"))
    documents = map(document_row, readings)
    write_rows(draft / "documents.jsonl", documents)

    mentioned = filter(attrgetter("mentions"), corpus.actors)
    mentions = map(mentions_row, mentioned)
    write_rows(draft / "mentions.jsonl", mentions)

    write_names(draft / NAMES, corpus.actors)

    write_rows(draft / "refusals.jsonl", refusal_rows(readings))
    write_rows(draft / "doubts.jsonl", doubt_rows(corpus.doubts))


def refusal_rows(readings: Iterable[Reading]) -> Iterator[Row]:
    """Yield the refusals of some readings, sorted, each once."""
    refusals: set[Refusal] = set()
    for reading in readings:
        refusals.update(reading.refusals)
    ordered = sorted(refusals, key=_refusal_order)
    yield from map(to_row, ordered)


def doubt_rows(doubts: Iterable[Doubt]) -> Iterator[Row]:
    """Yield doubts, sorted by the actors."""
    yield from map(to_row, sorted(doubts, key=attrgetter("left", "right")))


def copy_extensions(folder: Path, extensions: Sequence[Path]) -> tuple[str, ...]:
    """Copy the user's ontology files, numbered in reading order; return their names.

    A graph that is built again has its own copies as extensions: their numbers are replaced.
    """
    folder.mkdir()
    names: list[str] = []
    for number, path in enumerate(extensions):
        stem = _NUMBERED.sub("", path.stem)
        shutil.copyfile(path, folder / f"{number:03d}-{stem}.ttl")
        names.append(_NUMBERED.sub("", path.name))
    return tuple(names)


def _fill_store(folder: Path, lines: Path, count: int) -> None:
    try:
        store = writable_store(folder)
        store.bulk_load(path=str(lines), format=ox.RdfFormat.N_QUADS)
        store.optimize()
        store.flush()
        loaded = len(store)
    except (SyntaxError, RuntimeError, ValueError) as error:
        raise InvalidData(f"the store refuses the graph: {error}") from error
    del store  # closes it
    if loaded != count:
        raise InvalidData(f"the store took {loaded} of {count} statements")
    remove_logs(folder)


def remove_logs(folder: Path) -> None:
    """Remove the log of the engine, which names folders of this machine."""
    for log in folder.glob("LOG*"):
        log.unlink()
