"""Readings as rows of JSON lines beside the store, written and read back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from actorgraph.model import Attribution, Document, Mention, MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from actorgraph.model import Actor, ActorId, DocumentId, Reading

#: What making something of a row of another shape raises.
DAMAGED = (ValueError, TypeError, KeyError, IndexError, AttributeError)

Row = Mapping[str, Any]


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """Write a file of rows, keys sorted, so that equal rows are equal bytes."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(row, sort_keys=True) + "\n" for row in rows)


def place_of(row: Row) -> tuple[Any, ...]:
    """What the row of a refusal is sorted by."""
    return (
        row["document"],
        row["start"],
        row["end"],
        row["relation"],
        row["subject"],
        row["object"],
        row["reason"],
    )


def document_row(reading: Reading) -> dict[str, Any]:
    """A document with its quotations."""
    said = sorted(
        reading.attributions,
        key=lambda attribution: (attribution.content, repr(attribution)),
    )
    return {
        **asdict(reading.document),
        "attributions": [asdict(attribution) for attribution in said],
    }


def mentions_row(actor: Actor) -> dict[str, Any]:
    """Where an actor is mentioned, without the words, which are in the texts."""
    places = [
        [mention.document, mention.start, mention.end, mention.kind]
        for mention in sorted(actor.mentions)
    ]
    return {"actor": actor.id, "mentions": places}


def document_of(row: Row) -> Document:
    """The document of a row.

    Like the others, it raises one of ``DAMAGED`` for a row of another shape.
    """
    return Document(
        **{key: value for key, value in row.items() if key != "attributions"}
    )


def mentions_of(
    texts: Mapping[DocumentId, str], row: Row
) -> tuple[ActorId, tuple[Mention, ...]]:
    """An actor and its mentions, with their words from the texts of the documents."""
    return row["actor"], tuple(_mention(place, texts) for place in row["mentions"])


def _mention(place: Sequence[Any], texts: Mapping[DocumentId, str]) -> Mention:
    document, start, end, kind = place
    return Mention(document, start, end, MentionKind(kind), texts[document][start:end])


def attributions_of(row: Row) -> tuple[DocumentId, tuple[Attribution, ...]]:
    """A document and its quotations."""
    return row["id"], tuple(map(_attribution, row["attributions"]))


def _attribution(row: Row) -> Attribution:
    source, cue = (
        (None if row[key] is None else (row[key][0], row[key][1]))
        for key in ("source", "cue")
    )
    content = tuple((start, end) for start, end in row["content"])
    return Attribution(source, row["speaker"], cue, content, row["direct"])
