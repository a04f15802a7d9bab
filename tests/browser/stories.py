"""Invented news about invented countries, read by hand: what the page is tested on."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import networkx as nx

from actorgraph.export.registry import Material
from actorgraph.identifiers import actor_id, digest, document_id
from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Claim,
    ClaimId,
    Corpus,
    Document,
    Evidence,
    Modality,
    Polarity,
    Reading,
)
from actorgraph.vocabulary import Relation, Vocabulary

FAMILIES = {
    "presidentOf": ("president of", "has president", "Affiliation"),
    "envoyOf": ("envoy of", "has envoy", "Affiliation"),
    "memberOf": ("member of", "has member", "Affiliation"),
    "holdsPost": ("holds the post of", "held by", "Affiliation"),
    "metWith": ("met with", "met with", "Diplomacy"),
    "accused": ("accused", "was accused by", "Hostility"),
    "attacked": ("attacked", "was attacked by", "Hostility"),
    "supports": ("supports", "has the support of", "Support"),
    "capitalOf": ("capital of", "has capital", "Location"),
    "spouseOf": ("married to", "married to", "Kinship"),
    "visited": ("visited", "was visited by", "Diplomacy"),
}
VERB_PHRASES = {"presidentOf": "is president of", "memberOf": "is a member of"}
SYMMETRIC = {"metWith", "spouseOf"}

PEOPLE = {
    "Ilva Marn": ActorType.PERSON,
    "Torben Quist": ActorType.PERSON,
    "Sela Oduya": ActorType.PERSON,
    "Anton Brask": ActorType.PERSON,
    "Veshta": ActorType.PLACE,
    "Corland": ActorType.PLACE,
    "Harrow Bay": ActorType.PLACE,
    "Free Coast Party": ActorType.ORGANIZATION,
    "Council of the Straits": ActorType.ORGANIZATION,
    "Dockers": ActorType.GROUP,
    "President of Veshta": ActorType.ROLE,
    "Mira Lund": ActorType.PERSON,
}

TEXTS = {
    "harbour.txt": (
        "Talks over the harbour",
        "2031-03-02",
        (
            "Ilva Marn, the president of Veshta, met with Torben Quist on Monday. "
            "Mr. Quist, an envoy of Corland, said that Anton Brask attacked the dockers. "
            "The Dockers support Marn, a member of the Free Coast Party."
        ),
    ),
    "council.txt": (
        "Council meets",
        "2031-03-09",
        (
            "Sela Oduya will visit Harrow Bay next week. "
            "Brask denied that he is a member of the Council of the Straits. "
            "Quist accused Veshta of closing the port. Harrow Bay is the capital of Veshta."
        ),
    ),
    "wedding.txt": (
        "",
        "",
        (
            "Marn, president of Veshta, is married to Anton Brask, a neighbour said. "
            "Corland supports the Council of the Straits."
        ),
    ),
}

#: Subject, relation, object, document, quote, and what else is known of the claim.
CLAIMS: tuple[tuple[str, str, str, str, str, dict[str, object]], ...] = (
    (
        "Ilva Marn",
        "presidentOf",
        "Veshta",
        "harbour.txt",
        "Ilva Marn, the president of Veshta",
        {},
    ),
    (
        "Ilva Marn",
        "presidentOf",
        "Veshta",
        "wedding.txt",
        "Marn, president of Veshta",
        {"confidence": 0.93},
    ),
    (
        "Ilva Marn",
        "holdsPost",
        "President of Veshta",
        "harbour.txt",
        "Ilva Marn, the president of Veshta",
        {},
    ),
    (
        "Ilva Marn",
        "metWith",
        "Torben Quist",
        "harbour.txt",
        "met with Torben Quist",
        {},
    ),
    (
        "Torben Quist",
        "envoyOf",
        "Corland",
        "harbour.txt",
        "Mr. Quist, an envoy of Corland",
        {},
    ),
    (
        "Anton Brask",
        "attacked",
        "Dockers",
        "harbour.txt",
        "Anton Brask attacked the dockers",
        {
            "modality": Modality.ALLEGED,
            "attributed_to": "Torben Quist",
            "confidence": 0.7,
        },
    ),
    ("Dockers", "supports", "Ilva Marn", "harbour.txt", "The Dockers support Marn", {}),
    (
        "Ilva Marn",
        "memberOf",
        "Free Coast Party",
        "harbour.txt",
        "Marn, a member of the Free Coast Party",
        {},
    ),
    (
        "Sela Oduya",
        "visited",
        "Harrow Bay",
        "council.txt",
        "Sela Oduya will visit Harrow Bay",
        {"modality": Modality.PLANNED},
    ),
    (
        "Anton Brask",
        "memberOf",
        "Council of the Straits",
        "council.txt",
        "he is a member of the Council of the Straits",
        {"polarity": Polarity.DENIED, "attributed_to": "Anton Brask"},
    ),
    (
        "Torben Quist",
        "accused",
        "Veshta",
        "council.txt",
        "Quist accused Veshta of closing the port",
        {},
    ),
    (
        "Harrow Bay",
        "capitalOf",
        "Veshta",
        "council.txt",
        "Harrow Bay is the capital of Veshta",
        {},
    ),
    (
        "Ilva Marn",
        "spouseOf",
        "Anton Brask",
        "wedding.txt",
        "Marn, president of Veshta, is married to Anton Brask",
        {"confidence": 0.35},
    ),
    (
        "Corland",
        "supports",
        "Council of the Straits",
        "wedding.txt",
        "Corland supports the Council of the Straits",
        {},
    ),
)


def vocabulary() -> Vocabulary:
    anything = frozenset({"Actor"})
    return Vocabulary(
        relations={
            name: Relation(
                name,
                "",
                label,
                inverse,
                "",
                "",
                anything,
                anything,
                symmetric=name in SYMMETRIC,
                family=family,
                verb_phrase=VERB_PHRASES.get(name, ""),
            )
            for name, (label, inverse, family) in FAMILIES.items()
        },
        classes={"Actor": ()} | {kind.value: ("Actor",) for kind in ActorType},
    )


def actor(name: str, type_: ActorType = ActorType.PERSON) -> Actor:
    return Actor(actor_id(type_, name, name), type_, name)


def document(name: str, text: str, title: str = "", date: str = "") -> Document:
    return Document(
        document_id(text, title, date, None), name, text, title or None, date or None
    )


def claim(
    who: Actor, relation: str, whom: Actor, source: Document, quote: str, **more: Any
) -> Claim:
    start = source.text.index(quote)
    evidence = Evidence.of(source, start, start + len(quote))
    id_ = ClaimId(digest(who.id, relation, whom.id, source.id, quote))
    return Claim(
        id_,
        who.id,
        relation,
        whom.id,
        (evidence,),
        **{"method": f"verb: {relation}", "confidence": 0.95, **more},
    )


def network(actors: Iterable[Actor], claims: Iterable[Claim]) -> nx.MultiDiGraph:
    """What analysis would give: one edge per subject, relation and object."""
    graph = nx.MultiDiGraph()
    for number, one in enumerate(actors):
        measures = {
            "community": number % 3,
            "pagerank": 1 / (number + 2),
            "mentions": 2,
            "documents": 1,
        }
        graph.add_node(
            one.id,
            label=one.name,
            type=one.type.value,
            aliases=list(one.aliases),
            wikidata=one.wikidata or "",
            **measures,
        )
    for claim_ in sorted(claims, key=lambda c: c.id):
        _join(graph, claim_)
    return graph


def _join(graph: nx.MultiDiGraph, one: Claim) -> None:
    found = graph.get_edge_data(one.subject, one.object, one.relation)
    if found is not None:
        found.update(
            weight=found["weight"] + 1,
            count=found["count"] + 1,
            claims=[*found["claims"], one.id],
        )
        return
    firm = one.modality is Modality.ASSERTED and one.polarity is Polarity.AFFIRMED
    graph.add_edge(
        one.subject,
        one.object,
        key=one.relation,
        relation=one.relation,
        label=one.relation,
        weight=1,
        count=1,
        polarity=one.polarity.value,
        modality=one.modality.value,
        confidence=one.confidence,
        claims=[one.id],
        accepted=firm and one.confidence >= 0.5,
    )


def material(
    actors: Iterable[Actor], claims: Iterable[Claim], documents: Iterable[Document]
) -> Material:
    actors, claims = tuple(sorted(actors, key=lambda a: a.id)), tuple(claims)
    readings = tuple(
        Reading(
            one, claims=tuple(c for c in claims if c.evidence[0].document == one.id)
        )
        for one in documents
    )
    return Material(
        Corpus(readings, actors), network(actors, claims), vocabulary(), lambda: ()
    )


def story() -> Material:
    """Twelve actors, fourteen claims, three documents, and what follows from two of the claims."""
    actors = {name: actor(name, type_) for name, type_ in PEOPLE.items()}
    documents = {
        name: document(name, text, title, date)
        for name, (title, date, text) in TEXTS.items()
    }
    claims = [
        claim(
            actors[who],
            relation,
            actors[whom],
            documents[name],
            quote,
            **_resolved(more, actors),
        )
        for who, relation, whom, name, quote, more in CLAIMS
    ]
    claims.append(_derived(claims, documents["harbour.txt"]))
    return material(actors.values(), claims, documents.values())


def _resolved(more: dict[str, object], actors: dict[str, Actor]) -> dict[str, object]:
    return {
        key: actors[str(value)].id if key == "attributed_to" else value
        for key, value in more.items()
    }


def _derived(claims: list[Claim], source: Document) -> Claim:
    presides, meets = claims[0], claims[3]
    return Claim(
        ClaimId(digest("derived", presides.id, meets.id)),
        ActorId(presides.object),
        "metWith",
        ActorId(meets.object),
        (*presides.evidence, *meets.evidence),
        confidence=0.8,
        method="rule: a president speaks for the country",
        premises=(presides.id, meets.id),
    )


def one_claim(text: str, quote: str) -> Material:
    """Ann Roth met Bob Marsh, in these words of this text."""
    ann, bob, source = (
        actor("Ann Roth"),
        actor("Bob Marsh"),
        document("a.txt", text, "A text"),
    )
    return material([ann, bob], [claim(ann, "metWith", bob, source, quote)], [source])


def apart() -> Material:
    """Two pairs of people whom nothing connects."""
    text = "Ann Roth met Bob Marsh. Otto Brandt met Ada Quint."
    source = document("a.txt", text, "A text")
    people = {
        name: actor(name)
        for name in ("Ann Roth", "Bob Marsh", "Otto Brandt", "Ada Quint")
    }
    claims = [
        claim(
            people["Ann Roth"],
            "metWith",
            people["Bob Marsh"],
            source,
            "Ann Roth met Bob Marsh",
        ),
        claim(
            people["Otto Brandt"],
            "metWith",
            people["Ada Quint"],
            source,
            "Otto Brandt met Ada Quint",
        ),
    ]
    return material(people.values(), claims, [source])


def travels() -> Material:
    """Visits, one of them planned and one to a place that no gazetteer knows, and an accusation."""
    text = (
        "Ann Roth visited Oslo. Bob Marsh visited Harrow Bay. Norway accused France. "
        "Roth will visit Lisbon."
    )
    source = document("a.txt", text, "A text")
    people = {name: actor(name) for name in ("Ann Roth", "Bob Marsh")}
    places = {
        name: actor(name, ActorType.PLACE) for name in ("Oslo", "Lisbon", "Harrow Bay")
    }
    countries = {
        name: replace(actor(name, ActorType.PLACE), subtype="Country", wikidata=item)
        for name, item in {"Norway": "Q20", "France": "Q142"}.items()
    }
    actors = {**people, **places, **countries}
    claims = [
        claim(actors[who], relation, actors[whom], source, quote)
        for who, relation, whom, quote in (
            ("Ann Roth", "visited", "Oslo", "Ann Roth visited Oslo"),
            ("Bob Marsh", "visited", "Harrow Bay", "Bob Marsh visited Harrow Bay"),
            ("Norway", "accused", "France", "Norway accused France"),
        )
    ]
    planned = {"modality": Modality.PLANNED}
    ann, lisbon = actors["Ann Roth"], actors["Lisbon"]
    claims.append(
        claim(ann, "visited", lisbon, source, "Roth will visit Lisbon", **planned)
    )
    return material(actors.values(), claims, [source])


def crowd() -> Material:
    """Forty people with long names who all met one, and each the next."""
    names = [f"Maximiliane Featherstone {number:02}" for number in range(40)]
    people = [actor(name) for name in names]
    text = ". ".join(f"{name} met them" for name in names)
    source = document("crowd.txt", text)
    pairs = [(people[0], other) for other in people[1:]] + list(pairwise(people[1:]))
    claims = [
        claim(one, "metWith", other, source, f"{other.name} met them")
        for one, other in pairs
    ]
    return material(people, claims, [source])
