"""A part of an archive as an ordinary graph folder, without Spark."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from actorgraph.corpus.archive_folder import ArchiveFolder
from actorgraph.errors import NotFound, StoreError, UsageError
from actorgraph.export.arrow_tables import arrow_library
from actorgraph.model import ActorId, DocumentId, Reading
from actorgraph.names import fold_name
from actorgraph.pipeline.options import DEFAULTS, Options
from actorgraph.pipeline.reading_records import reading_from_columns
from actorgraph.pipeline.report import Report
from actorgraph.pipeline.single_readings import build_from_readings
from actorgraph.pipeline.workers import Progress, silent

if TYPE_CHECKING:
    import pyarrow.compute as pc

#: Maximum number of documents of a slice; a graph of more is slow to draw and to look at.
MOST_DOCUMENTS = 2_000


@dataclass(frozen=True, slots=True)
class Slice:
    """Which documents of an archive: those that all of these choose.

    Attributes:
        actor: Name or id; only documents with claims about it, …
        depth: … or about the actors up to this many steps less one away.
        start: First day of publication, ``YYYY-MM-DD``, or the beginning of one: ``2024-05``.
        end: Last day; ``2024-05`` includes all of May.
        words: Words that the text or the title must all contain, in any case.
        most: Refuse to open more documents than these.
    """

    actor: str | None = None
    depth: int = 1
    start: str | None = None
    end: str | None = None
    words: str | None = None
    most: int = MOST_DOCUMENTS


def open_slice(
    folder: str | Path,
    slice_: Slice,
    graph: str | Path,
    options: Options = DEFAULTS,
    progress: Progress = silent,
) -> Report:
    """Make an ordinary graph of a part of an archive.

    It is the graph of these documents: their readings come from the archive, and who is who is
    decided among them.

    Args:
        folder: The archive.
        slice_: Which documents.
        graph: The graph folder, which is replaced.
        options: As for ``build_from_readings``.
        progress: As for ``build_from_readings``.

    Raises:
        NotFound: if there is no such document or actor.
        StoreError: if there is no archive, or a part of it cannot be read.
        UsageError: if nothing is chosen, or there are too many documents.
    """
    if slice_ == Slice(depth=slice_.depth, most=slice_.most):
        raise UsageError(
            "an archive is opened in part: give an actor, days, or words to look for"
        )
    tables = _Tables(ArchiveFolder(Path(folder)))
    try:
        readings = list(tables.readings(slice_))
    except (arrow_library().ArrowException, OSError) as error:
        raise StoreError(
            f"a part of the archive {folder} cannot be read ({error}); run actorgraph corpus run "
            "again"
        ) from error
    return build_from_readings(readings, graph, options, progress)


class _Tables:
    """The tables of an archive.

    Args:
        archive: Its folder.
    """

    def __init__(self, archive: ArchiveFolder) -> None:
        self._manifest = archive.manifest()
        self._archive = archive
        self._result = archive.results / self._manifest.result

    def readings(self, slice_: Slice) -> Iterator[Reading]:
        """Yield the readings of a slice."""
        condition = self._documents(slice_)
        names = self._rows(self._result / "documents", ["id"], condition)
        ids = sorted({row["id"] for row in names})
        if not ids:
            raise NotFound(
                "the archive has no such document; choose other days or words"
            )
        if len(ids) > slice_.most:
            raise UsageError(
                f"these are {len(ids):,} documents, more than {slice_.most:,}: choose fewer by "
                "actor, days or words, or raise --most"
            )
        yield from self._read(ids)

    def _read(self, ids: Collection[str]) -> Iterator[Reading]:
        """Yield the readings of documents, each once."""
        fields = _fields()
        wanted = fields.field("id").isin(list(ids))
        current = fields.field("fingerprint") == self._manifest.fingerprint
        remaining = set(ids)
        condition = wanted & current & fields.field("reason").is_null()
        for row in self._rows(self._archive.readings, None, condition):
            if row["id"] in remaining:
                remaining.remove(row["id"])
                yield reading_from_columns(row)

    def _documents(self, slice_: Slice) -> pc.Expression:
        """Return the condition on the table of documents."""
        fields = _fields()
        date = fields.field("date")
        condition = fields.scalar(value=True)
        if slice_.start is not None:
            condition &= date >= slice_.start
        if slice_.end is not None:
            beginning = fields.utf8_slice_codeunits(date, 0, len(slice_.end))
            condition &= beginning <= slice_.end
        words = (slice_.words or "").split()
        for word in words:
            in_text = _contains("text", word)
            in_title = _contains("title", word)
            condition &= in_text | in_title
        if slice_.actor is not None:
            actor = self._actor(slice_.actor)
            near = self._documents_about(actor, slice_.depth)
            condition &= fields.field("id").isin(sorted(near))
        return condition

    def _actor(self, name: str) -> ActorId:
        """Return the only actor with an id or a name.

        Raises:
            NotFound: if there is none, or several have the name.
        """
        rows = self._rows(self._result / "actors", ["id", "label", "aliases"])
        folded = fold_name(name)
        matches: list[tuple[bool, ActorId]] = []
        for row in rows:
            if row["id"] == name:
                return ActorId(name)
            names = [fold_name(row["label"]), *map(fold_name, row["aliases"])]
            if folded in names:
                matches.append((folded != names[0], row["id"]))
        best = [id_ for is_alias, id_ in matches if is_alias == min(matches)[0]]
        if len(best) != 1:
            ids = ", ".join(sorted(best)[:5])
            several = f"{len(best)} actors are called {name!r}: {ids}; give the id"
            raise NotFound(
                several if best else f"no actor of the archive is called {name!r}"
            )
        return best[0]

    def _documents_about(self, actor: ActorId, depth: int) -> set[DocumentId]:
        """Return the documents with claims about an actor, or about those around it."""
        around = {actor}
        documents: set[DocumentId] = set()
        for _ in range(depth):
            claims = self._claims_about(around)
            documents = {row["document"] for row in claims}
            for row in claims:
                around |= {row["subject"], row["object"]}
        return documents

    def _claims_about(self, actors: Collection[ActorId]) -> list[dict[str, Any]]:
        ids = sorted(actors)
        fields = _fields()
        is_subject = fields.field("subject").isin(ids)
        is_object = fields.field("object").isin(ids)
        columns = ["subject", "object", "document"]
        rows = self._rows(self._result / "claims", columns, is_subject | is_object)
        return list(rows)

    def _rows(
        self, folder: Path, columns: list[str] | None, condition: pc.Expression = None
    ) -> Iterator[dict[str, Any]]:
        from pyarrow import dataset

        table = dataset.dataset(folder, format="parquet")
        for batch in table.to_batches(columns=columns, filter=condition):
            yield from batch.to_pylist()


def _fields() -> Any:  # noqa: ANN401  pyarrow has no types
    arrow_library()
    from pyarrow import compute

    return compute


def _contains(column: str, word: str) -> pc.Expression:
    fields = _fields()
    field = fields.field(column)
    match = fields.match_substring(field, word, ignore_case=True)
    no_match = fields.scalar(value=False)
    return fields.coalesce(match, no_match)
