"""People's judgements: a file of JSON lines that outlives every rebuild.

A judgement names two actors by id.  Ids are made from names, so they stay valid when documents come
and go.  To take one document's part out of an actor, name it ``<actor id>@<document id>``.  The
last line about a pair counts.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from actorgraph.codec import to_row
from actorgraph.errors import InvalidData
from actorgraph.files import sync
from actorgraph.model import ActorId, Judgement, Verdict

#: Stands between the actor and the document in the id of a part.
PART = "@"


def read_judgements(path: Path | None) -> tuple[Judgement, ...]:
    """Return all judgements of a file, in its order.

    Args:
        path: The file; without one, or if it does not exist, there are no judgements.

    Raises:
        InvalidData: naming the first line that is damaged or cut.
    """
    if path is None or not path.exists():
        return ()
    lines = path.read_bytes().split(b"\n")
    # What follows the last line end is a line that was not written completely.
    if lines.pop():
        raise InvalidData(
            f"line {len(lines) + 1} of {path.name} is cut: complete it or remove it"
        )
    judgements: list[Judgement] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            judgements.append(_parsed(line, f"line {number} of {path.name}"))
    return tuple(judgements)


def append_judgement(path: Path, judgement: Judgement) -> None:
    """Add a judgement, and return when it is on the disk.

    Args:
        path: The file; it and its folder are created if they do not exist.
        judgement: Its ids may be in any order.

    Raises:
        InvalidData: if an id is empty, both are the same, or the file does not end with a
            complete line.
    """
    line = _checked(_sorted(judgement), "the judgement")
    # Nothing is added after a line that is damaged or cut.
    read_judgements(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab", buffering=0) as stream:
        stream.write(_written(line))
        os.fsync(stream.fileno())
    sync(path.parent)


def latest(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the last judgement of each pair, sorted by ids."""
    by_pair: dict[tuple[ActorId, ActorId], Judgement] = {}
    for judgement in map(_sorted, judgements):
        pair = judgement.left, judgement.right
        by_pair[pair] = judgement
    return tuple(by_pair[pair] for pair in sorted(by_pair))


def part_id(actor: ActorId, document: str) -> ActorId:
    """Return the id that names one document's part of an actor in a judgement.

    >>> part_id(ActorId("dana-roth-5c1e0a9b"), "3f0c")
    'dana-roth-5c1e0a9b@3f0c'
    """
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
    ids = judgement.left, judgement.right
    left, right = sorted(ids, key=str)
    return replace(judgement, left=left, right=right)


def _written(judgement: Judgement) -> bytes:
    line = json.dumps(to_row(judgement))
    return f"{line}\n".encode()
