"""Annotated articles: the input that ``evaluate`` compares with.

Each line is a JSON object::

    {"id", "text", "entities": [{"id", "mentions": [[start, end], …], "demonymOf"?}, …],
     "relations": [{"subject", "relation", "object"}, …], "covers"?: [relation, …]}

Offsets are in code points of ``text``.  ``statements`` may be used instead of ``relations``, so the
output of ``actorgraph extract`` can be corrected and used.  ``demonymOf`` names the entity that an
entity such as "German" refers to, here Germany: the two count as one.  A relation may state its
``modality``, ``status`` and ``polarity``; a relation that is only denied is no fact.
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
#: How a fact is stated, as far as it is annotated: property → value, such as modality → planned.
Properties = Mapping[str, str]
Record = dict[str, Any]

#: The properties that an annotation may state.
STATED = ("modality", "status")
#: What a record of the wrong form raises.
MALFORMED = (DocumentError, UnknownTerm, KeyError, TypeError, ValueError, IndexError)


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One annotated article.

    Attributes:
        document: Its text.
        mentions: Entity → where the text mentions it.
        facts: What is true, between entities, and how it is stated.
        covers: The relations whose facts are all annotated; None if the annotation does not say.
    """

    document: Document
    mentions: dict[str, tuple[Span, ...]]
    facts: Mapping[Fact, Properties]
    covers: frozenset[str] | None


def read_gold(path: Path, vocabulary: Vocabulary) -> list[GoldArticle]:
    """Read a file of annotated articles; blank lines are skipped.

    Raises:
        DocumentError: if the file is empty or cannot be read, or an annotation is wrong; the
            message names the line.
    """
    articles: list[GoldArticle] = []
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    articles.append(_read(line, f"{path}:{number}", vocabulary))
    except OSError as error:
        raise DocumentError(f"cannot read {path}: {error.strerror or error}") from error
    if not articles:
        raise DocumentError(f"{path} contains no annotated articles")
    return articles


def _read(line: bytes, place: str, vocabulary: Vocabulary) -> GoldArticle:
    try:
        return _article(parse_line(line), vocabulary)
    except KeyError as error:
        raise DocumentError(f"{place}: {error.args[0]!r} is missing") from error
    except MALFORMED as error:
        raise DocumentError(f"{place}: {error}") from error


def _article(record: Record, vocabulary: Vocabulary) -> GoldArticle:
    document = _document(record)
    canonical = _canonical_ids(record)
    mentions = _mentions(record, canonical, document.text)
    stated = record["relations"] if "relations" in record else record["statements"]
    facts = {
        _fact(relation, canonical, vocabulary): _properties(relation)
        for relation in stated
        if relation.get("polarity") != Polarity.DENIED
    }
    covered = _covered(record, vocabulary)
    return GoldArticle(document, mentions, facts, covered)


def _document(record: Record) -> Document:
    text = record["text"]
    if not isinstance(text, str) or not text:
        raise DocumentError('"text" must be a string that is not empty')
    title = record.get("title")
    date = record.get("date")
    name = str(record["id"])
    id_ = document_id(text, title, date, None)
    return Document(id_, name, text, title, date)


def _canonical_ids(record: Record) -> dict[str, str]:
    """Return entity → the entity that it counts as."""
    return {
        str(entity["id"]): str(entity.get("demonymOf") or entity["id"])
        for entity in record["entities"]
    }


def _mentions(
    record: Record, canonical: Mapping[str, str], text: str
) -> dict[str, tuple[Span, ...]]:
    mentions: dict[str, tuple[Span, ...]] = dict.fromkeys(canonical.values(), ())
    for entity in record["entities"]:
        spans = (_span(span, text) for span in entity["mentions"])
        mentions[canonical[str(entity["id"])]] += tuple(spans)
    return mentions


def _covered(record: Record, vocabulary: Vocabulary) -> frozenset[str] | None:
    if "covers" not in record:
        return None
    names = map(str, record["covers"])
    return frozenset(vocabulary.relation(name).name for name in names)


def _properties(stated: Record) -> Properties:
    properties: dict[str, str] = {}
    for name in STATED:
        value = stated.get(name)
        if value is not None:
            properties[name] = str(value)
    return properties


def _span(span: list[Any], text: str) -> Span:
    start = int(span[0])
    end = int(span[1])
    length = len(text)
    if not 0 <= start < end <= length:
        raise DocumentError(
            f"a mention {start}–{end} lies outside the text, which has {length} characters"
        )
    return start, end


def _fact(stated: Record, canonical: Mapping[str, str], vocabulary: Vocabulary) -> Fact:
    subject = str(stated["subject"])
    object_ = str(stated["object"])
    for entity in (subject, object_):
        if entity not in canonical:
            raise DocumentError(
                f"a relation names the entity {entity!r}, which is not among the entities"
            )
    relation = vocabulary.relation(str(stated["relation"])).name
    return canonical[subject], relation, canonical[object_]
