"""Builders: a corpus is written as a few lines of "subject relation object"."""

import pytest

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
)
from actorgraph.vocabulary import Relation, Vocabulary


def relation(name, label, family="Affiliation", symmetric=False, delegation=""):
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


def actor(name, type_=ActorType.PERSON, **more):
    return Actor(ActorId(name.lower().replace(" ", "-")), type_, name, **more)


def document(id_, text="Nothing.", **more):
    return Document(DocumentId(id_), f"{id_}.txt", text, **more)


class CorpusBuilder:
    """Collects documents, actors and claims; actors are made as they are named."""

    def __init__(self):
        self.actors, self.texts, self.claims, self.refusals, self.dates = (
            {},
            {},
            {},
            {},
            {},
        )

    def know(self, known):
        self.actors[known.id] = known
        return known

    def _id(self, name):
        return self.know(self.actors.get(actor(name).id) or actor(name)).id

    def say(self, subject, relation_, object_, by="one", **more):
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

    def corpus(self):
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
def corpus():
    return CorpusBuilder()


@pytest.fixture
def vocabulary():
    relations = [
        relation("adviserTo", "adviser to"),
        relation("married", "married to", "Kinship", symmetric=True),
        relation("metWith", "met with", "Diplomacy", symmetric=True),
        relation("worksFor", "works for"),
    ]
    return Vocabulary(
        {one.name: one for one in relations}, {"Actor": (), "Person": ("Actor",)}
    )
