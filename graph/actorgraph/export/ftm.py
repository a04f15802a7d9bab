"""FollowTheMoney entities, the exchange format of Aleph, OpenAleph and OpenSanctions: one JSON object a line.

A thing of FollowTheMoney is a fact, so only claims that the texts put as plain facts are written; what is denied,
planned or alleged stays out.  Each claim is an entity of its own that names its article as proof and quotes it.  Places
are addresses there; works, dates and posts that nobody holds have no counterpart, and claims about them stay out too.

Schema: https://followthemoney.tech/explorer, version 4.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from actorgraph.export.characters import printable
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

if TYPE_CHECKING:
    from collections.abc import Iterator

Entity = dict[str, Any]
Properties = dict[str, list[str]]

#: Type or, where it says more, subtype of an actor → schema.
SCHEMATA = {
    "Person": "Person",
    "Organization": "Organization",
    "Company": "Company",
    "GovernmentBody": "PublicBody",
    "ArmedForce": "PublicBody",
    "Group": "LegalEntity",
    "Place": "Address",
    "Event": "Event",
    "Role": "Position",
}
#: What each schema is besides itself, as far as the ends of links ask for it.
ABOVE = {
    "Person": {"LegalEntity"},
    "Organization": {"LegalEntity"},
    "Company": {"Organization", "LegalEntity", "Asset"},
    "PublicBody": {"Organization", "LegalEntity"},
}


@dataclass(frozen=True, slots=True)
class Link:
    """A schema for relations, the properties that hold its ends, and what may stand there."""

    schema: str
    subject: str
    object: str
    subject_schema: str = ""
    object_schema: str = ""


#: Relation or family of relations → the link for it; the first that fits is taken, else ``ANY``.
LINKS = {
    "holdsPost": Link("Occupancy", "holder", "post", "Person", "Position"),
    "memberOf": Link(
        "Membership", "member", "organization", "LegalEntity", "Organization"
    ),
    "leads": Link(
        "Directorship", "director", "organization", "LegalEntity", "Organization"
    ),
    "worksFor": Link("Employment", "employee", "employer", "Person", "Organization"),
    "spokespersonOf": Link(
        "Representation", "agent", "client", "LegalEntity", "LegalEntity"
    ),
    "representativeOf": Link(
        "Representation", "agent", "client", "LegalEntity", "LegalEntity"
    ),
    "ownerOf": Link("Ownership", "owner", "asset", "LegalEntity", "Asset"),
    "subsidiaryOf": Link("Ownership", "asset", "owner", "Asset", "LegalEntity"),
    "succeeded": Link(
        "Succession", "successor", "predecessor", "LegalEntity", "LegalEntity"
    ),
    "Kinship": Link("Family", "person", "relative", "Person", "Person"),
    "Affiliation": Link("Associate", "person", "associate", "Person", "Person"),
}
ANY = Link("UnknownLink", "subject", "object")


def write(material: Material, target: BinaryIO) -> None:
    """Write articles, actors and links, each sorted by id.  Control characters are left out."""
    target.writelines(
        f"{json.dumps(entity, ensure_ascii=False)}\n".encode()
        for entity in _Stream(material).entities()
    )


EXPORTER = Exporter(
    "ftm",
    "FollowTheMoney entities, for Aleph and OpenSanctions",
    "graph.ftm.json",
    write,
)


class _Stream:
    def __init__(self, material: Material) -> None:
        self.vocabulary = material.vocabulary
        self.actors = {
            actor.id: actor
            for actor in material.corpus.actors
            if actor.id in material.network
        }
        self.documents = {
            reading.document.id: reading.document
            for reading in material.corpus.readings
        }
        self.claims = [
            claim for claim in material.corpus.claims if self._is_plain(claim)
        ]

    def _is_plain(self, claim: Claim) -> bool:
        stated = (
            claim.polarity is Polarity.AFFIRMED and claim.modality is Modality.ASSERTED
        )
        return stated and all(
            _schema(self.actors.get(end)) for end in (claim.subject, claim.object)
        )

    def entities(self) -> Iterator[Entity]:
        used: dict[ActorId, set[DocumentId]] = defaultdict(set)
        for claim in self.claims:
            for end in (claim.subject, claim.object):
                used[end] |= {evidence.document for evidence in claim.evidence}
        for document in sorted(set().union(*used.values())):
            yield _article(self.documents[document])
        for id_ in sorted(used):
            yield _thing(self.actors[id_], used[id_])
        for claim in self.claims:
            yield self._link(claim)

    def _link(self, claim: Claim) -> Entity:
        term = self.vocabulary.relation(claim.relation)
        ends = [_schema(self.actors[end]) for end in (claim.subject, claim.object)]
        kinds = [*self._nearest_first(claim.relation), term.family]
        link = next(
            (
                LINKS[kind]
                for kind in kinds
                if kind in LINKS and _admits(LINKS[kind], ends)
            ),
            ANY,
        )
        label = "relationship" if link.schema in ("Family", "Associate") else "role"
        role = (
            {} if link.schema in ("Occupancy", "Succession") else {label: [term.label]}
        )
        documents = [
            self.documents[one]
            for one in sorted({evidence.document for evidence in claim.evidence})
        ]
        return _entity(
            f"claim-{claim.id}",
            link.schema,
            {
                link.subject: [claim.subject],
                link.object: [claim.object],
                **role,
                "status": [claim.status.value]
                if claim.status is Status.FORMER and label == "role"
                else [],
                "startDate": [claim.valid_from or ""],
                "endDate": [claim.valid_until or ""],
                "summary": [evidence.quote for evidence in claim.evidence],
                "description": self._told(claim),
                "recordId": [claim.id],
                "proof": [f"document-{document.id}" for document in documents],
                "sourceUrl": [document.url or "" for document in documents],
            },
        )

    def _nearest_first(self, relation: str) -> list[str]:
        return sorted(
            self.vocabulary.ancestors(relation),
            key=lambda one: (-self.vocabulary.depth(one), one),
        )

    def _told(self, claim: Claim) -> list[str]:
        """Who says so, how sure it is, and how it was read."""
        speaker = self.actors.get(claim.attributed_to) if claim.attributed_to else None
        told = [f"according to {speaker.name}"] if speaker else []
        return [
            "; ".join(
                filter(
                    None, [*told, f"confidence {claim.confidence:.2f}", claim.method]
                )
            )
        ]


def _schema(actor: Actor | None) -> str:
    """The schema of an actor; "" where there is none."""
    if actor is None:
        return ""
    return SCHEMATA.get(actor.subtype or "", SCHEMATA.get(actor.type.value, ""))


def _admits(link: Link, ends: list[str]) -> bool:
    wanted = (link.subject_schema, link.object_schema)
    return all(
        end == want or want in ABOVE.get(end, ())
        for end, want in zip(ends, wanted, strict=True)
    )


def _article(document: Document) -> Entity:
    return _entity(
        f"document-{document.id}",
        "Article",
        {
            "title": [document.title or document.name],
            "fileName": [document.name],
            "publishedAt": [document.date or ""],
            "sourceUrl": [document.url or ""],
        },
    )


def _thing(actor: Actor, documents: set[DocumentId]) -> Entity:
    place = {"full": [actor.name]} if actor.type is ActorType.PLACE else {}
    return _entity(
        actor.id,
        _schema(actor),
        {
            "name": [actor.name],
            "alias": list(actor.aliases),
            **place,
            "wikidataId": [actor.wikidata or ""],
            "proof": [f"document-{document}" for document in sorted(documents)],
        },
    )


def _entity(id_: str, schema: str, properties: Properties) -> Entity:
    kept = {
        name: [text for value in values if (text := printable(value))]
        for name, values in properties.items()
    }
    return {
        "id": id_,
        "schema": schema,
        "properties": {name: values for name, values in kept.items() if values},
    }
