"""FollowTheMoney entities, the exchange format of Aleph and OpenSanctions, one JSON object a line.

A thing of FollowTheMoney is a fact, so only claims that the texts state as plain facts are
written; what is denied, planned, alleged or only said by somebody stays out.  Each claim is an
entity of its own that names its article as proof and quotes it.  Places are addresses there; works,
dates and posts that nobody holds have no counterpart, and claims about them stay out too.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any, BinaryIO

from actorgraph.export.characters import printable
from actorgraph.export.ftm_schema import load_schemata
from actorgraph.export.lookup import Lookup
from actorgraph.export.registry import Exporter, Material
from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Claim,
    Document,
    DocumentId,
    Modality,
    Polarity,
    Status,
)
from actorgraph.remarks import reading_words

if TYPE_CHECKING:
    from collections.abc import Iterator

Entity = dict[str, Any]
Properties = dict[str, list[str]]

#: Schemata of links whose words are their "relationship"; those of the others are their "role".
RELATIONSHIPS = frozenset({"Family", "Associate"})
#: Schemata of links that need no words.
WORDLESS = frozenset({"Occupancy", "Succession"})


def write(material: Material, target: BinaryIO) -> None:
    """Write articles, actors and links, each sorted by id.  Control characters are left out."""
    target.writelines(map(_line, _Entities(material).all()))


EXPORTER = Exporter(
    "ftm",
    "FollowTheMoney entities, for Aleph and OpenSanctions",
    "graph.ftm.json",
    write,
)


class _Entities:
    """The entities of a graph."""

    def __init__(self, material: Material) -> None:
        self._schemata = load_schemata()
        self._vocabulary = material.vocabulary
        self._network = material.network
        self._lookup = Lookup(material.corpus)
        self._claims = list(filter(self._is_plain, material.corpus.claims))

    def all(self) -> Iterator[Entity]:
        """Yield articles, then things, then links."""
        used = self._documents_by_actor()
        for document in sorted(set().union(*used.values())):
            yield _article(self._lookup.documents[document])
        for id_ in sorted(used):
            yield self._thing(self._lookup.actors[id_], used[id_])
        for claim in self._claims:
            yield self._link(claim)

    def _is_plain(self, claim: Claim) -> bool:
        """Whether a claim is stated as a fact and both its ends have a schema.

        A grave one has to be as certain as on the page.
        """
        relation = self._vocabulary.relation(claim.relation)
        if claim.confidence < relation.threshold(0.0):
            return False
        is_affirmed = claim.polarity is Polarity.AFFIRMED
        is_asserted = claim.modality is Modality.ASSERTED
        is_fact = is_affirmed and is_asserted and claim.attributed_to is None
        return is_fact and all(self._ends(claim))

    def _ends(self, claim: Claim) -> tuple[str, str]:
        """Return the schemata of subject and object, "" where there is none."""
        return self._schema(claim.subject), self._schema(claim.object)

    def _schema(self, actor: ActorId) -> str:
        if actor not in self._network:
            return ""
        return self._schemata.of_actor(self._lookup.actors.get(actor))

    def _documents_by_actor(self) -> dict[ActorId, set[DocumentId]]:
        documents: dict[ActorId, set[DocumentId]] = defaultdict(set)
        for claim in self._claims:
            for document in self._lookup.sources(claim):
                documents[claim.subject].add(document.id)
                documents[claim.object].add(document.id)
        return documents

    def _thing(self, actor: Actor, documents: set[DocumentId]) -> Entity:
        is_place = actor.type is ActorType.PLACE
        properties = {
            "name": [actor.name],
            "alias": list(actor.aliases),
            "full": [actor.name] if is_place else [],
            "wikidataId": [actor.wikidata or ""],
            "proof": [f"document-{document}" for document in sorted(documents)],
        }
        return _entity(actor.id, self._schemata.of_actor(actor), properties)

    def _link(self, claim: Claim) -> Entity:
        link = self._schemata.link(claim.relation, self._ends(claim), self._vocabulary)
        documents = self._lookup.sources(claim)
        properties: Properties = {
            link.subject: [claim.subject],
            link.object: [claim.object],
            **self._words(claim, link.schema),
            "startDate": [claim.valid_from or ""],
            "endDate": [claim.valid_until or ""],
            "summary": [] if claim.is_background else [e.quote for e in claim.evidence],
            "description": [self._description(claim)],
            "recordId": [claim.id],
            "proof": list(map(_article_id, documents)),
            "sourceUrl": list(map(_url, documents)),
        }
        return _entity(f"claim-{claim.id}", link.schema, properties)

    def _words(self, claim: Claim, schema: str) -> Properties:
        """Return the relation in words, and whether it is over, where the schema has room."""
        name = "relationship" if schema in RELATIONSHIPS else "role"
        label = self._vocabulary.relation(claim.relation).label
        words = {} if schema in WORDLESS else {name: [label]}
        if name == "role" and claim.status is Status.FORMER:
            words["status"] = [claim.status.value]
        return words

    def _description(self, claim: Claim) -> str:
        """Return how surely it was read, and by what method."""
        return "; ".join(filter(None, reading_words(claim)))


def _line(entity: Entity) -> bytes:
    return f"{json.dumps(entity, ensure_ascii=False)}\n".encode()


def _article(document: Document) -> Entity:
    properties = {
        "title": [document.title or document.name],
        "fileName": [document.name],
        "publishedAt": [document.date or ""],
        "sourceUrl": [_url(document)],
    }
    return _entity(_article_id(document), "Article", properties)


def _article_id(document: Document) -> str:
    return f"document-{document.id}"


def _url(document: Document) -> str:
    return document.url or ""


def _entity(id_: str, schema: str, properties: Properties) -> Entity:
    """Return an entity without empty values and properties."""
    kept = {}
    for name, values in properties.items():
        if texts := list(filter(None, map(printable, values))):
            kept[name] = texts
    return {"id": id_, "schema": schema, "properties": kept}
