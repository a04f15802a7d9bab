"""People's judgements: a file of JSON lines that outlives every rebuild.

A judgement names actors by id.  Ids are made from names, so they stay valid when documents come and
go.  To take one document's part out of an actor, name it ``<actor id>@<document id>``.

The order of the lines means nothing, so two people's files can be merged line by line: of two
decisions about the same thing, the later one counts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import MISSING, fields, replace
from pathlib import Path

from actorgraph.codec import DAMAGED, Row, from_row, to_row
from actorgraph.errors import InvalidData
from actorgraph.files import append, bytes_of, make_folder
from actorgraph.identifiers import WIKIDATA, digest
from actorgraph.kinds import ACTOR_VERDICTS, CLAIM_VERDICTS, PAIR_VERDICTS
from actorgraph.model import ActorId, DocumentId, Judgement, Verdict

#: Separates the actor and the document in the id of a part.
PART = "@"
#: Of two decisions of the same moment, one of these counts: it claims less.
_CAUTIOUS = frozenset({Verdict.DIFFERENT, Verdict.REJECTED, Verdict.HIDDEN})
#: Verdicts that need a text: a name, a class, a note, or the id of a decision.
_WORDED = frozenset(
    {
        Verdict.RENAMED,
        Verdict.RETYPED,
        Verdict.NOTED,
        Verdict.ALIGNED,
        Verdict.UNDONE,
    }
)
#: The id of an item of Wikidata.
_ITEM = re.compile(r"Q[1-9]\d*")
_TEXTS = ("left", "right", "by", "why", "at", "relation", "text")


def read_judgements(path: Path | None) -> tuple[Judgement, ...]:
    """Return all judgements of a file, in its order.

    Args:
        path: The file; without one, or if it does not exist, there are no judgements.

    Raises:
        InvalidData: naming the first line that is damaged or cut.
        UsageError: if the file cannot be read.
    """
    if path is None or not path.exists():
        return ()
    lines = bytes_of(path).split(b"\n")
    # What follows the last line end is a line that was not written completely.
    if lines.pop():
        raise InvalidData(
            f"line {len(lines) + 1} of {path.name} is cut: complete it or remove it"
        )
    judgements: list[Judgement] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            place = f"line {number} of {path.name}"
            judgements.append(judgement_of(parsed_line(line, place), place))
    return tuple(judgements)


def append_judgements(path: Path, judgements: Sequence[Judgement]) -> None:
    """Add judgements, and return when they are on the disk.

    Args:
        path: The file; it and its folder are created if they do not exist.
        judgements: Their ids may be in any order.

    Raises:
        InvalidData: if one of them lacks what its verdict needs, or the file does not end with a
            complete line.
        UsageError: if they cannot be written; then the file is as it was.
    """
    lines = [_written(checked(item, "the judgement")) for item in judgements]
    # Nothing is added after a line that is damaged or cut.
    read_judgements(path)
    make_folder(path.parent)
    append(path, b"".join(lines))


def judgement_id(judgement: Judgement) -> str:
    """Return the id of a judgement, made of all that it says; "undone" names it so."""
    row = _row(_sorted(judgement))
    text = json.dumps(row, sort_keys=True)
    return digest(text, length=12)


def remaining(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements that were not undone, each once, the earliest first."""
    by_id: dict[str, Judgement] = {}
    gone: set[str] = set()
    for judgement in judgements:
        id_ = judgement_id(judgement)
        by_id[id_] = _sorted(judgement)
        if judgement.verdict is Verdict.UNDONE:
            gone |= {id_, judgement.text}
    kept = [item for id_, item in by_id.items() if id_ not in gone]
    return tuple(sorted(kept, key=_moment))


def latest(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the last judgement of each pair of actors that was not undone, sorted by ids."""
    by_pair: dict[tuple[ActorId, ActorId], Judgement] = {}
    for judgement in remaining(judgements):
        if judgement.verdict in PAIR_VERDICTS:
            by_pair[judgement.left, judgement.right] = judgement
    return tuple(by_pair[pair] for pair in sorted(by_pair))


def is_match(iri: str) -> bool:
    """Whether an actor can be aligned to this: an absolute IRI, in Wikidata that of an item.

    >>> is_match("https://example.org/people/7"), is_match("http://www.wikidata.org/entity/P31")
    (True, False)
    """
    if iri.startswith(WIKIDATA):
        return _ITEM.fullmatch(iri.removeprefix(WIKIDATA)) is not None
    import pyoxigraph as ox  # the command line shows its help without it

    with suppress(ValueError):
        return bool(ox.NamedNode(iri).value)
    return False


def part_id(actor: ActorId, document: str) -> ActorId:
    """Return the id that names one document's part of an actor in a judgement.

    >>> part_id(ActorId("dana-roth-5c1e0a9b"), "3f0c")
    'dana-roth-5c1e0a9b@3f0c'
    """
    return ActorId(f"{actor}{PART}{document}")


def split_part(id_: ActorId) -> tuple[ActorId, DocumentId]:
    """Return the actor and the document of such an id; of any other, the document is "".

    >>> split_part(ActorId("dana-roth-5c1e0a9b@3f0c"))
    ('dana-roth-5c1e0a9b', '3f0c')
    """
    actor, _, document = id_.partition(PART)
    return ActorId(actor), DocumentId(document)


def parsed_line(line: bytes, place: str) -> Row:
    """Return the object of a JSON line.

    Raises:
        InvalidData: if it is something else; the message begins with ``place``.
    """
    try:
        row = json.loads(line)
    except ValueError as error:
        raise InvalidData(f"{place} is no judgement: it is not JSON") from error
    if not isinstance(row, dict):
        raise InvalidData(f"{place} is no judgement: it is not a JSON object")
    return row


def judgement_of(row: Row, place: str) -> Judgement:
    """Return the judgement of a line's object.

    Raises:
        InvalidData: if it lacks what its verdict needs; the message begins with ``place``.
    """
    try:
        judgement = from_row(Judgement, {"left": "", "right": "", **row})
    except DAMAGED as error:
        verdicts = ", ".join(Verdict)
        raise InvalidData(
            f'{place} is no judgement: {{"left", "right", "verdict"}} are needed, and a verdict '
            f"is one of {verdicts}"
        ) from error
    return checked(judgement, place)


def checked(judgement: Judgement, place: str) -> Judgement:
    """Return a judgement with its ids in order.

    Raises:
        InvalidData: if it lacks what its verdict needs; the message begins with ``place``.
    """
    for name in _TEXTS:
        if not isinstance(getattr(judgement, name), str):
            raise InvalidData(f"{place}: {name} must be text")
    for problem in _problems(judgement):
        raise InvalidData(f"{place} {problem}")
    return _sorted(judgement)


def _moment(judgement: Judgement) -> tuple[str, bool, str]:
    is_cautious = judgement.verdict in _CAUTIOUS
    return judgement.at, is_cautious, judgement_id(judgement)


def _problems(judgement: Judgement) -> Iterator[str]:
    verdict = judgement.verdict
    if verdict in PAIR_VERDICTS | CLAIM_VERDICTS:
        if not judgement.left or judgement.left == judgement.right:
            yield "must name two different actors, in text"
        if not judgement.right:
            yield "must name two actors"
    if verdict in CLAIM_VERDICTS and not judgement.relation:
        yield "must name the relation of the claim"
    if verdict is Verdict.CORRECTED and None in (judgement.claim, judgement.correction):
        yield "must name the claim and what it is instead"
    if verdict in ACTOR_VERDICTS and not judgement.left:
        yield "must name an actor"
    yield from _problems_of_text(judgement)


def _problems_of_text(judgement: Judgement) -> Iterator[str]:
    verdict = judgement.verdict
    if verdict in _WORDED and not judgement.text.strip():
        yield f"must say in its text what is {verdict}"
    elif verdict is Verdict.ALIGNED and not is_match(judgement.text):
        yield f"must give an IRI such as {WIKIDATA}Q585, not {judgement.text!r}"


def _sorted(judgement: Judgement) -> Judgement:
    """Return a judgement about a pair with its ids in order; a claim has a direction."""
    is_of_pair = judgement.verdict in PAIR_VERDICTS
    if not is_of_pair:
        return judgement
    ids = judgement.left, judgement.right
    left, right = sorted(ids, key=str)
    return replace(judgement, left=left, right=right)


def _row(judgement: Judgement) -> Row:
    """Return what a line says: the fields that differ from their defaults, and the ids."""
    row = to_row(judgement)
    for field in fields(judgement):
        if (
            field.default is not MISSING
            and getattr(judgement, field.name) == field.default
        ):
            del row[field.name]
    correction = row.get("correction", {})
    for name in [name for name, value in correction.items() if value is None]:
        del correction[name]
    return row


def _written(judgement: Judgement) -> bytes:
    line = json.dumps(_row(judgement), ensure_ascii=False)
    return f"{line}\n".encode()
