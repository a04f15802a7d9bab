"""Builders: a corpus is written as a few lines of "subject relation object"."""

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from actorgraph.analysis import annotate, build_network
from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Claim,
    ClaimId,
    Corpus,
    Document,
    DocumentId,
    Evidence,
    Reading,
    Refusal,
)
from actorgraph.vocabulary import Relation, Vocabulary


def relation(
    name: str,
    label: str,
    family: str = "Affiliation",
    symmetric: bool = False,
    delegation: str = "",
) -> Relation:
    anyone = frozenset({"Actor"})
    iri = f"https://example.org/{name}"
    return Relation(
        name,
        iri,
        label,
        f"has {label}",
        "",
        "",
        anyone,
        anyone,
        family=family,
        symmetric=symmetric,
        delegation=delegation,
    )


def actor(name: str, type_: ActorType = ActorType.PERSON, **more: Any) -> Actor:
    return Actor(ActorId(name.lower().replace(" ", "-")), type_, name, **more)


def document(id_: str, text: str = "Nothing.", **more: Any) -> Document:
    return Document(DocumentId(id_), f"{id_}.txt", text, **more)


class CorpusBuilder:
    """Collects documents, actors and claims; actors are made as they are named."""

    def __init__(self) -> None:
        self.actors: dict[ActorId, Actor] = {}
        self.texts: dict[str, str] = {}
        self.claims: dict[str, list[Claim]] = {}
        self.refusals: dict[str, list[Refusal]] = {}
        self.dates: dict[str, str] = {}

    def know(self, known: Actor) -> Actor:
        self.actors[known.id] = known
        return known

    def _id(self, name: str) -> ActorId:
        return self.know(self.actors.get(actor(name).id) or actor(name)).id

    def say(
        self, subject: str, relation_: str, object_: str, by: str = "one", **more: Any
    ) -> Claim:
        """Add a claim whose evidence is the sentence that states it, in the document ``by``."""
        sentence, before = f"{subject} {relation_} {object_}.", self.texts.get(by, "")
        self.texts[by] = before + sentence
        more = {"id": ClaimId(f"{by}-{len(before):04}"), **more}
        if "attributed_to" in more:
            more["attributed_to"] = self._id(more["attributed_to"])
        evidence = Evidence(
            DocumentId(by), len(before), len(before) + len(sentence), sentence
        )
        claim = Claim(
            subject=self._id(subject),
            relation=relation_,
            object=self._id(object_),
            evidence=(evidence,),
            **more,
        )
        self.claims.setdefault(by, []).append(claim)
        return claim

    def corpus(self) -> Corpus:
        readings = tuple(
            Reading(
                document(name, self.texts[name], date=self.dates.get(name)),
                claims=tuple(self.claims.get(name, ())),
                refusals=tuple(self.refusals.get(name, ())),
            )
            for name in sorted(self.texts)
        )
        return Corpus(readings, tuple(self.actors[id_] for id_ in sorted(self.actors)))


@pytest.fixture
def corpus() -> CorpusBuilder:
    return CorpusBuilder()


@pytest.fixture
def vocabulary() -> Vocabulary:
    relations = [
        relation("adviserTo", "adviser to"),
        relation("citizenOf", "citizen of", "Location"),
        relation("married", "married to", "Kinship", symmetric=True),
        relation("metWith", "met with", "Diplomacy", symmetric=True),
        relation("worksFor", "works for"),
    ]
    return Vocabulary(
        {one.name: one for one in relations}, {"Actor": (), "Person": ("Actor",)}
    )


@pytest.fixture
def measured(
    corpus: CorpusBuilder, vocabulary: Vocabulary
) -> Callable[[], nx.MultiDiGraph]:
    """The network of what the builder has, with its measures."""
    return lambda: annotate(build_network(corpus.corpus(), vocabulary, threshold=0.5))
