"""From readings and who is who to tables and N-Quads, a document at a time."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from actorgraph.columns import TABLES
from actorgraph.corpus.actor_jobs import Decisions, Members
from actorgraph.corpus.frames import Row, map_rows
from actorgraph.dataset.checks import objection
from actorgraph.dataset.derivation import implied_triples
from actorgraph.dataset.quad_context import Context
from actorgraph.dataset.quads import (
    described_lines,
    document_lines,
    triple_lines,
)
from actorgraph.errors import InvalidData, UnknownTerm
from actorgraph.export.arrow_tables import arrow_schema
from actorgraph.export.table_rows import rows_of_reading
from actorgraph.model import Actor, ActorId, Corpus, Reading
from actorgraph.pipeline.options import Settings
from actorgraph.pipeline.reading_records import reading_from_columns
from actorgraph.pipeline.sound_readings import named_actors, without_idle_dates
from actorgraph.resolution.assembly import relabelled
from actorgraph.resolution.claim_judgements import ClaimJudgements
from actorgraph.resolution.near_copies import marked
from actorgraph.vocabulary import Vocabulary, load_vocabulary

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

#: The tables that are made a document at a time.
DOCUMENT_TABLES = tuple(name for name in TABLES if name != "actors")


def applied_schema() -> pa.Schema:
    """Return the columns of what is made of each document: why not, lines, and rows as JSON."""
    import pyarrow as pa

    texts = [(name, pa.string()) for name in ("document", "name", "reason")]
    lists = [(name, pa.list_(pa.string())) for name in ("lines", *DOCUMENT_TABLES)]
    return pa.schema([*texts, *lists])


def apply(
    readings: DataFrame, members: DataFrame, decisions: Decisions, settings: Settings
) -> DataFrame:
    """Return what becomes of each document, with the columns of ``applied_schema``.

    Args:
        readings: Of all documents.
        members: The global actors of each document, and of what it is a near-copy, if any.
        decisions: Of people.
        settings: Those of the archive.
    """
    joined = readings.join(members, readings.id == members.document, "left")
    function = partial(_applied_rows, decisions, settings)
    return map_rows(joined, function, applied_schema())


def write_tables(applied: DataFrame, folder: Path) -> None:
    """Write the tables of the documents."""
    from pyspark.sql import functions as f
    from pyspark.sql.pandas.types import from_arrow_schema

    for name in DOCUMENT_TABLES:
        schema = from_arrow_schema(arrow_schema(name))
        rows = applied.select(f.explode(name).alias("row"))
        table = rows.select(f.from_json("row", schema).alias("row")).select("row.*")
        table.write.parquet(str(folder / name))


def write_lines(applied: DataFrame, actor_lines: DataFrame, folder: Path) -> None:
    """Write all lines, each once, sorted from the first part to the last."""
    from pyspark.sql import functions as f

    of_documents = applied.select(f.explode("lines").alias("value"))
    lines = of_documents.unionByName(actor_lines).distinct()
    lines.sort("value").write.text(str(folder))
    # Stores know by the ending of a file what is in it.
    for part in folder.glob("part-*.txt"):
        part.rename(part.with_suffix(".nq"))


@dataclass(frozen=True, slots=True)
class Appliers:
    """What makes tables and lines of a reading.

    Attributes:
        decisions: Of people.
        settings: Those of the archive.
        vocabulary: The ontology.
    """

    decisions: Decisions
    settings: Settings
    vocabulary: Vocabulary

    def resolved(self, reading: Reading, members: Members) -> Reading:
        """Return a reading with global ids, as people decided about its claims."""
        actors = {actor.id: actor for actor in members.values()}
        actors |= self.decisions.actors
        judged = ClaimJudgements(
            self.decisions.about_claims,
            actors,
            actors.get,
            self.decisions.hidden,
            self.vocabulary,
        )
        id_ = reading.document.id
        relabelling = {(id_, local): actor for local, actor in members.items()}
        return relabelled(reading, relabelling, self.vocabulary, judged)

    def objection(self, reading: Reading, actors: Iterable[Actor]) -> str | None:
        """Return why a resolved reading cannot be stored, or None if it can."""
        named = named_actors(reading)
        own = tuple(actor for actor in actors if actor.id in named)
        return objection(replace(reading, actors=own), self.vocabulary)

    def lines(self, reading: Reading, actors: Iterable[Actor]) -> set[str]:
        """Return the lines of N-Quads that a resolved reading makes, but those of its actors."""
        settings, vocabulary = self.settings, self.vocabulary
        corpus = Corpus((reading,))
        context = Context.of(corpus, vocabulary, settings.base)
        classes: dict[ActorId, str] = {}
        for actor in actors:
            classes[actor.id] = vocabulary.class_of(actor.type, actor.subtype)
        triples = implied_triples(
            reading.claims, classes, vocabulary, settings.threshold
        )
        return {
            *document_lines(reading, context),
            *described_lines((), (reading.document,), context),
            *triple_lines(triples, context),
        }


def _applied_rows(
    decisions: Decisions, settings: Settings, rows: Iterator[Row]
) -> Iterator[Row]:
    vocabulary = load_vocabulary(*settings.extensions)
    appliers = Appliers(decisions, settings, vocabulary)
    for row in rows:
        reading = without_idle_dates(reading_from_columns(row))
        original = row["original"]
        document = marked(reading.document, original)
        reading = replace(reading, document=document)
        content = row["content"]
        # The driver wrote the content.
        members: Members = pickle.loads(content) if content else {}  # noqa: S301
        yield applied_row(reading, members, appliers)


def applied_row(reading: Reading, members: Members, appliers: Appliers) -> Row:
    """Return what becomes of a document, or why it cannot be stored."""
    document = reading.document
    row: Row = {"document": document.id, "name": document.name}
    decided = appliers.decisions.actors.values()
    actors = [*members.values(), *decided]
    try:
        resolved = appliers.resolved(reading, members)
        reason = appliers.objection(resolved, actors)
    except (InvalidData, UnknownTerm) as error:
        reason = str(error)
    if reason is not None:
        return row | {"reason": reason}
    lines = appliers.lines(resolved, actors)
    row["lines"] = sorted(lines)
    row |= {name: [] for name in DOCUMENT_TABLES}
    for name, columns in rows_of_reading(resolved):
        line = json.dumps(columns)
        row[name].append(line)
    return row
