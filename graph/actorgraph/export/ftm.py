"""FollowTheMoney entities, the exchange format of Aleph and OpenSanctions, one JSON object a line.

A thing of FollowTheMoney, its properties and links are facts, so they say only what the texts state
as plain facts.  What is denied, planned, alleged or only said by someone is a note about the
actors concerned, and so is every quotation.  A claim that is a property there, such as a
nationality, has a note with its quote.  Every actor is a thing, and its names in an article are
mentions; works and dates have no counterpart and are in notes only.
"""

from __future__ import annotations

import json
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Any, BinaryIO

from actorgraph.export.characters import printable
from actorgraph.export.corpus_lookup import Lookup, document_title
from actorgraph.export.ftm_claims import Claims, article_id
from actorgraph.export.ftm_notes import notes
from actorgraph.export.registry import STATEMENTS, Exporter, Material
from actorgraph.export.utterances import attributed
from actorgraph.model import Actor, ActorType, Document, DocumentId, MentionKind
from actorgraph.territories import territories

if TYPE_CHECKING:
    from collections.abc import Iterator

Entity = dict[str, Any]
Properties = dict[str, list[str]]


def write(material: Material, target: BinaryIO) -> None:
    """Write articles, things, mentions, links and notes.  Control characters are left out."""
    target.writelines(map(_line, _Entities(material).all()))


EXPORTER = Exporter(
    "ftm",
    "FollowTheMoney entities, for Aleph and OpenSanctions",
    "graph.ftm.json",
    write,
    opens="Aleph, OpenSanctions",
    keeps=STATEMENTS,
)


class _Entities:
    """The entities of a graph."""

    def __init__(self, material: Material) -> None:
        self._corpus = material.corpus
        self._lookup = Lookup(material.corpus)
        self._claims = Claims(material.corpus, material.vocabulary, self._lookup)

    def all(self) -> Iterator[Entity]:
        """Yield articles, then things and their mentions, then links, then notes."""
        corpus = self._corpus
        for reading in corpus.readings:
            yield _article(reading.document)
        for actor in corpus.actors:
            schema = self._claims.schema(actor.id)
            if schema:
                yield self._thing(actor, schema)
                yield from self._mentions(actor, schema)
        links = chain(self._claims.posts(), self._claims.links())
        for entity in links:
            yield entity_of(*entity)
        words = attributed(corpus)
        for entity in notes(self._claims, words, self._lookup):
            yield entity_of(*entity)

    def _thing(self, actor: Actor, schema: str) -> Entity:
        documents = sorted(actor.documents)
        properties: Properties = {
            "name": [actor.name],
            "alias": list(actor.aliases),
            "wikidataId": [actor.wikidata or ""],
            "notes": list(actor.notes),
            "proof": list(map(article_id, documents)),
        }
        if actor.type is ActorType.PLACE:
            properties |= _place(actor, schema)
        claimed = self._claims.properties(actor.id)
        for name, values in claimed.items():
            texts = properties.get(name, ())
            properties[name] = sorted({*texts, *values})
        return entity_of(actor.id, schema, properties)

    def _mentions(self, actor: Actor, schema: str) -> Iterator[Entity]:
        """Yield the names of an actor in each document; a mention can only be of a legal entity."""
        if not self._claims.is_legal_entity(schema):
            return
        names: dict[DocumentId, set[str]] = defaultdict(set)
        for mention in actor.mentions:
            if mention.kind is MentionKind.NAME:
                names[mention.document].add(" ".join(mention.text.split()))
        for document, texts in sorted(names.items()):
            id_ = f"mention-{document}-{actor.id}"
            properties: Properties = {
                "document": [article_id(document)],
                "resolved": [actor.id],
                "name": sorted(texts),
                "detectedSchema": [schema],
            }
            yield entity_of(id_, "Mention", properties)


def _place(actor: Actor, schema: str) -> Properties:
    if schema != "Territory":
        return {"full": [actor.name]}
    territory = territories().get(actor.wikidata or "")
    if territory is None:
        return {}
    return {
        "territoryCode": [territory.code],
        "country": [territory.country],
        "level": ["country" if territory.is_country else "adm1"],
    }


def _line(entity: Entity) -> bytes:
    return f"{json.dumps(entity, ensure_ascii=False)}\n".encode()


def _article(document: Document) -> Entity:
    properties = {
        "title": [document_title(document)],
        "fileName": [document.name],
        "publishedAt": [document.date or ""],
        "sourceUrl": [document.url or ""],
    }
    return entity_of(article_id(document.id), "Article", properties)


def entity_of(id_: str, schema: str, properties: Properties) -> Entity:
    """Return an entity without empty values and properties."""
    kept = {}
    for name, values in properties.items():
        texts = list(filter(None, map(printable, values)))
        if texts:
            kept[name] = texts
    return {"id": id_, "schema": schema, "properties": kept}
