"""Articles that somebody annotated: the input that ``evaluate`` measures against.

One JSON object a line: ``{"id", "text", "entities": [{"id", "mentions": [[start, end], …], "demonymOf"?}], "relations":
[{"subject", "relation", "object"}, …], "covers"?: [relation, …]}``; offsets in code points of ``text``.  ``statements``
may stand for ``relations``, so that what ``actorgraph extract`` wrote can be corrected and used.  An entity such as
“German” may say with ``demonymOf`` which entity, Germany, it stands for: the two count as one.  A relation may say how
it is told with ``modality``, ``status`` and ``polarity``; one that is only denied is no fact.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actorgraph.documents.jsonl import parse_line
from actorgraph.errors import DocumentError, UnknownTerm
from actorgraph.identifiers import document_id
from actorgraph.model import Document, Polarity, Span
from actorgraph.vocabulary import Vocabulary

#: Subject, relation, object.
Fact = tuple[str, str, str]
#: How a fact is told, as far as the annotation says: property → value, such as modality → planned.
Properties = Mapping[str, str]
#: The properties that an annotation may state.
STATED = ("modality", "status")


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated article.

    Attributes:
        mentions: Entity → where the text mentions it.
        facts: What holds, between entities, with how it is told.
        covers: The relations of which all that the article says is annotated; None where the annotation does not tell.
    """

    document: Document
    mentions: dict[str, tuple[Span, ...]]
    facts: Mapping[Fact, Properties]
    covers: frozenset[str] | None


def read_gold(path: Path, vocabulary: Vocabulary) -> list[Gold]:
    """Read a file of annotated articles.

    Raises:
        DocumentError: naming the line and what is wrong with it: no annotation is skipped.
    """
    try:
        with path.open("rb") as lines:
            found = [
                _read(line, f"{path}:{number}", vocabulary)
                for number, line in enumerate(lines, 1)
                if line.strip()
            ]
    except OSError as error:
        raise DocumentError(f"cannot read {path}: {error.strerror or error}") from error
    if not found:
        raise DocumentError(f"{path} holds no annotated articles")
    return found


def _read(line: bytes, place: str, vocabulary: Vocabulary) -> Gold:
    try:
        return _gold(parse_line(line), vocabulary)
    except (
        DocumentError,
        UnknownTerm,
        KeyError,
        TypeError,
        ValueError,
        IndexError,
    ) as error:
        what = f"{error.args[0]!r} is missing" if isinstance(error, KeyError) else error
        raise DocumentError(f"{place}: {what}") from error


def _gold(record: dict[str, Any], vocabulary: Vocabulary) -> Gold:
    text = record["text"]
    if not isinstance(text, str) or not text:
        raise DocumentError('"text" must be a string that is not empty')
    name = str(record["id"])
    same = {
        str(one["id"]): str(one.get("demonymOf") or one["id"])
        for one in record["entities"]
    }
    mentions: dict[str, tuple[Span, ...]] = dict.fromkeys(same.values(), ())
    for one in record["entities"]:
        mentions[same[str(one["id"])]] += tuple(
            _span(span, text) for span in one["mentions"]
        )
    stated = record["relations"] if "relations" in record else record["statements"]
    facts = {
        _fact(one, same, vocabulary): _properties(one)
        for one in stated
        if one.get("polarity") != Polarity.DENIED
    }
    covers = (
        frozenset(vocabulary.relation(str(one)).name for one in record["covers"])
        if "covers" in record
        else None
    )
    title, date = record.get("title"), record.get("date")
    document = Document(document_id(text, title, date, None), name, text, title, date)
    return Gold(document, mentions, facts, covers)


def _properties(stated: dict[str, Any]) -> Properties:
    return {name: str(stated[name]) for name in STATED if stated.get(name) is not None}


def _span(span: list[Any], text: str) -> Span:
    start, end = int(span[0]), int(span[1])
    if not 0 <= start < end <= len(text):
        raise DocumentError(
            f"a mention {start}–{end} lies outside the text, which has {len(text)} characters"
        )
    return start, end


def _fact(stated: dict[str, Any], same: dict[str, str], vocabulary: Vocabulary) -> Fact:
    ends = str(stated["subject"]), str(stated["object"])
    for end in ends:
        if end not in same:
            raise DocumentError(
                f"a relation names the entity {end!r}, which is not among the entities"
            )
    return (
        same[ends[0]],
        vocabulary.relation(str(stated["relation"])).name,
        same[ends[1]],
    )
