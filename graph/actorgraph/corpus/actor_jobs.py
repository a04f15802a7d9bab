"""Who is who in an archive: decided by the driver, from outlines of the readings.

The driver keeps the outlines of all documents and nothing else of them; what it decides goes back
to the documents through a file, a row for each.
"""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from actorgraph.codec import to_row
from actorgraph.corpus.frames import Row, in_chunks, map_rows, texts_schema
from actorgraph.dataset.quad_context import Context
from actorgraph.dataset.quads import described_lines
from actorgraph.export.arrow_tables import arrow_schema
from actorgraph.export.table_rows import actor_row
from actorgraph.model import (
    Actor,
    ActorId,
    Corpus,
    DocumentId,
    Doubt,
    Judgement,
)
from actorgraph.pipeline.reading_records import parquet_library, reading_from_columns
from actorgraph.pipeline.sound_readings import without_idle_dates
from actorgraph.resolution import Resolution
from actorgraph.resolution.outlines import Outline
from actorgraph.vocabulary import Vocabulary, load_vocabulary

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

#: Local id → the global actor, without its mentions.
Members = Mapping[ActorId, Actor]
#: Document → the older one that it is a near-copy of.
Copies = Mapping[DocumentId, DocumentId]
#: Rows that are written at a time.
_ROWS = 1_000


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people decided, as each document needs it.

    Attributes:
        about_claims: The decisions about claims, with the present ids of their actors.
        actors: Those that they name, without mentions.
        hidden: Actor → why its claims are refused.
    """

    about_claims: tuple[Judgement, ...]
    actors: Members
    hidden: Mapping[ActorId, str]


def collect_outlines(
    readings: DataFrame, extensions: tuple[Path, ...]
) -> list[Outline]:
    """Return what resolution looks at in all readings, sorted by document.

    Args:
        readings: Of all documents.
        extensions: Of the ontology.
    """
    function = partial(_outline_rows, extensions)
    rows = map_rows(readings, function, _pickle_schema()).toLocalIterator()
    contents = (row.content for row in rows)  # our own process wrote them
    outlines: list[Outline] = list(map(pickle.loads, contents))
    return sorted(outlines, key=attrgetter("document.id"))


def decisions_of(resolution: Resolution) -> Decisions:
    """Return the decisions that every document needs."""
    about_claims = [judgement for _, judgement in resolution.about_claims.decisions]
    named: set[ActorId] = set()
    for judgement in about_claims:
        named |= {judgement.left, judgement.right}
        if judgement.correction is not None:
            ends = judgement.correction.subject, judgement.correction.object
            named.update(filter(None, ends))
    known = named & resolution.actors.keys()
    actors = {id_: _brief(resolution.actors[id_]) for id_ in known}
    return Decisions(tuple(about_claims), actors, dict(resolution.hidden))


def write_members(resolution: Resolution, originals: Copies, path: Path) -> None:
    """Write the global actors of each document, and of what it is a copy, a row for each.

    A document that has no actors and is no copy has no row.
    """
    grouped: dict[DocumentId, dict[ActorId, Actor]] = defaultdict(dict)
    briefs: dict[ActorId, Actor] = {}
    for (document, local), actor in resolution.members.items():
        brief = _brief(actor)
        grouped[document][local] = briefs.setdefault(actor.id, brief)
    documents = sorted(grouped.keys() | originals.keys())
    rows = (
        {
            "document": document,
            "original": originals.get(document),
            "content": pickle.dumps(grouped.get(document, {})),
        }
        for document in documents
    )
    schema = _member_schema()
    _write(rows, schema, path)


def write_actors(resolution: Resolution, folder: Path) -> None:
    """Write the table of actors, and that of the pairs that may be the same."""
    actors = (actor_row(actor, {}) for actor in resolution.shown())
    _write(actors, arrow_schema("actors"), folder / "actors")
    doubts = map(to_row, resolution.doubts)
    _write(doubts, doubt_schema(), folder / "doubts")


def write_actor_lines(
    resolution: Resolution, vocabulary: Vocabulary, base: str, path: Path
) -> None:
    """Write the lines of N-Quads about the actors themselves."""
    context = Context.of(Corpus(), vocabulary, base)
    lines = described_lines(resolution.shown(), (), context)
    _write(({"value": line} for line in lines), texts_schema("value"), path)


def doubt_schema() -> pa.Schema:
    """Return the columns of ``Doubt``."""
    import pyarrow as pa

    names = list(Doubt.__dataclass_fields__)
    types = [pa.float64() if name == "score" else pa.string() for name in names]
    fields = zip(names, types, strict=True)
    return pa.schema(list(fields))


def _pickle_schema() -> pa.Schema:
    import pyarrow as pa

    return pa.schema([("document", pa.string()), ("content", pa.binary())])


def _member_schema() -> pa.Schema:
    import pyarrow as pa

    return _pickle_schema().append(pa.field("original", pa.string()))


def _outline_rows(extensions: tuple[Path, ...], rows: Iterator[Row]) -> Iterator[Row]:
    vocabulary = load_vocabulary(*extensions)
    for row in rows:
        reading = without_idle_dates(reading_from_columns(row))
        outline = Outline.of(reading, vocabulary)
        content = pickle.dumps(outline)
        yield {"document": row["id"], "content": content}


def _brief(actor: Actor) -> Actor:
    return replace(actor, mentions=())


def _write(rows: Iterable[Row], schema: pa.Schema, folder: Path) -> None:
    """Write a Parquet file as the only one of a folder."""
    import pyarrow as pa

    folder.mkdir(parents=True)
    path = folder / "part-0.parquet"
    with parquet_library().ParquetWriter(path, schema, compression="zstd") as writer:
        for chunk in in_chunks(rows, _ROWS):
            writer.write_table(pa.Table.from_pylist(chunk, schema=schema))
