"""Readings as rows of JSON lines beside the store, written and read back.

Whatever reads a row raises one of ``codec.DAMAGED`` if the row has another shape.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from operator import attrgetter
from pathlib import Path
from typing import Any

from actorgraph.codec import Row, from_row, to_row
from actorgraph.model import (
    Actor,
    ActorId,
    Attribution,
    Document,
    DocumentId,
    Mention,
    MentionKind,
    Reading,
)
from actorgraph.names import fold_name

#: Name of the file that says how actors are called.
NAMES = "names.tsv"
#: A mention as an array: document, start, end, kind.
Place = list[Any]
_DECODER = json.JSONDecoder()
_place = attrgetter("document", "start", "end", "kind")


def write_rows(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write a file of rows, keys sorted, so that equal rows are equal bytes."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(map(row_line, rows))


def row_line(row: Mapping[str, Any]) -> str:
    """Return the line of a row, with its end."""
    line = json.dumps(row, sort_keys=True)
    return f"{line}\n"


def value_of(line: str, key: str) -> str:
    """Return the value of a key of a row, which is sorted by its keys, whatever follows."""
    start = f'{{"{key}": '
    if line.startswith(start):
        value, _ = _DECODER.raw_decode(line, len(start))
    else:
        value = json.loads(line)[key]
    return str(value)


def write_names(path: Path, actors: Iterable[Actor]) -> None:
    """Write by which folded names each actor is called: after a first empty line, a name a line.

    A tab follows the name, and then the actor's id.  The lines are sorted.
    """
    write_name_lines(path, name_lines(actors))


def write_name_lines(path: Path, lines: Iterable[str]) -> None:
    """Write lines of ``name_lines`` as ``write_names`` does."""
    text = "".join(sorted(lines))
    path.write_text(f"\n{text}", encoding="utf-8", newline="\n")


def name_lines(actors: Iterable[Actor]) -> set[str]:
    """Return the names of actors as lines, each with a tab and the actor's id."""
    lines: set[str] = set()
    for actor in actors:
        names = (actor.name, *actor.aliases)
        for name in names:
            folded = fold_name(name).replace("\n", " ")
            line = f"{folded}\t{actor.id}\n"
            lines.add(line)
    return lines


def document_row(reading: Reading) -> Row:
    """Return a document with its quotations."""
    row = to_row(reading.document)
    attributions = sorted(reading.attributions, key=attrgetter("text_order"))
    rows = map(to_row, attributions)
    row["attributions"] = list(rows)
    return row


def mentions_row(actor: Actor) -> Row:
    """Return where an actor is mentioned, without the words, which are in the texts."""
    places = map(_place, sorted(actor.mentions))
    return {"actor": actor.id, "mentions": list(places)}


def document_of(row: Row) -> Document:
    """Return the document of a row."""
    fields = dict(row)
    fields.pop("attributions", None)
    return from_row(Document, fields)


def attributions_of(row: Row) -> tuple[DocumentId, tuple[Attribution, ...]]:
    """Return the id of a document, and its quotations."""
    rows = row["attributions"]
    attributions = tuple(from_row(Attribution, fields) for fields in rows)
    return row["id"], attributions


def mentions_of(
    texts: Mapping[DocumentId, str], row: Row
) -> tuple[ActorId, tuple[Mention, ...]]:
    """Return the id of an actor, and its mentions.

    Args:
        texts: Of all documents, which the words of the mentions are taken from.
        row: As ``mentions_row`` made it.
    """
    places = row["mentions"]
    mentions = tuple(_mention(place, texts) for place in places)
    return row["actor"], mentions


def _mention(place: Place, texts: Mapping[DocumentId, str]) -> Mention:
    document, start, end, kind = place
    words = texts[document][start:end]
    return Mention(document, start, end, MentionKind(kind), words)
