"""People's judgements: a file of JSON lines that outlives every rebuild.

A judgement names two actors by id.  Ids are made from names, so they stay valid when documents come
and go.  To take one document's part out of an actor, name it ``<actor id>@<document id>``.  The
last line about a pair counts.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from actorgraph.errors import InvalidData
from actorgraph.files import sync
from actorgraph.model import ActorId, Judgement, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

#: Stands between the actor and the document in the id of a part.
PART = "@"


def read_judgements(path: Path | None) -> tuple[Judgement, ...]:
    """All judgements of a file, in its order; no file, or one that is not there, has none.

    Raises:
        InvalidData: naming the first line that is damaged or cut.
    """
    if path is None or not path.exists():
        return ()
    lines = path.read_bytes().split(b"\n")
    if lines.pop():
        raise InvalidData(
            f"line {len(lines) + 1} of {path.name} is cut: complete it or remove it"
        )
    return tuple(
        _parsed(line, f"line {number} of {path.name}")
        for number, line in enumerate(lines, 1)
        if line.strip()
    )


def append_judgement(path: Path, judgement: Judgement) -> None:
    """Add one judgement and return when it is on the disk.

    The file and its folder are made if needed.

    Raises:
        InvalidData: if an id is empty, both are the same, or the file does not end with a whole
            line.
    """
    line = _checked(_sorted(judgement), "the judgement")
    read_judgements(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab", buffering=0) as stream:
        stream.write(_written(line))
        os.fsync(stream.fileno())
    sync(path.parent)


def latest(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The last judgement of each pair, sorted by ids."""
    by_pair = {(found.left, found.right): found for found in map(_sorted, judgements)}
    return tuple(by_pair[pair] for pair in sorted(by_pair))


def part_id(actor: ActorId, document: str) -> ActorId:
    """The id that names one document's part of an actor in a judgement."""
    return ActorId(f"{actor}{PART}{document}")


def _parsed(line: bytes, place: str) -> Judgement:
    try:
        fields = json.loads(line)
        judgement = Judgement(
            left=ActorId(fields["left"]),
            right=ActorId(fields["right"]),
            verdict=Verdict(fields["verdict"]),
            by=fields.get("by", ""),
            why=fields.get("why", ""),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InvalidData(
            f'{place} is no judgement: {{"left", "right", "verdict": same, different or unsure}}'
        ) from error
    return _checked(_sorted(judgement), place)


def _checked(judgement: Judgement, place: str) -> Judgement:
    values = (judgement.left, judgement.right, judgement.by, judgement.why)
    if (
        not all(isinstance(value, str) for value in values)
        or not judgement.left
        or judgement.left == judgement.right
    ):
        raise InvalidData(f"{place} must name two different actors, in text")
    return judgement


def _sorted(judgement: Judgement) -> Judgement:
    left, right = sorted((judgement.left, judgement.right), key=str)
    return Judgement(left, right, judgement.verdict, judgement.by, judgement.why)


def _written(judgement: Judgement) -> bytes:
    fields = {
        "left": judgement.left,
        "right": judgement.right,
        "verdict": judgement.verdict.value,
    }
    return (
        json.dumps(fields | {"by": judgement.by, "why": judgement.why}) + "\n"
    ).encode()
