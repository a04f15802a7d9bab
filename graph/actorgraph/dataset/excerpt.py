"""A part of a stored graph: some actors and the claims about them, without reading the others.

It is a corpus, so every question that concerns these actors only is answered from it as from the
corpus of the graph, at a cost that hardly grows with the graph.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from operator import attrgetter
from typing import TYPE_CHECKING

import pyoxigraph as ox

from actorgraph.codec import DAMAGED
from actorgraph.dataset.corpus import FactsOfSubject, actor_of, claim_of
from actorgraph.dataset.manifest import damage
from actorgraph.dataset.matching_quads import matching_quads
from actorgraph.dataset.rows import NAMES, mentions_of
from actorgraph.dataset.statements import Pair, Statements
from actorgraph.dataset.stored_documents import (
    FEW,
    StoredDocuments,
    line_with,
    lines_with,
)
from actorgraph.identifiers import ONTOLOGY, actor_iri, claim_iri, document_iri
from actorgraph.model import (
    Actor,
    ActorId,
    Attribution,
    Claim,
    ClaimId,
    Corpus,
    DocumentId,
    Mention,
    Reading,
)
from actorgraph.names import similar_names
from actorgraph.turtle import RDF

if TYPE_CHECKING:
    from actorgraph.dataset.store import StoredGraph

#: What the engine calls a graph; blank nodes are never stored.
_GraphName = ox.NamedNode | ox.BlankNode | ox.DefaultGraph
_TYPE, _CLAIM = ox.NamedNode(RDF + "type"), ox.NamedNode(ONTOLOGY + "Claim")
#: No quotations.
NOTHING: Mapping[DocumentId, tuple[Attribution, ...]] = {}
_id_of = attrgetter("id")


class Excerpt:
    """Reads parts of a stored graph.

    Args:
        stored: The graph.
    """

    def __init__(self, stored: StoredGraph) -> None:
        self._stored = stored
        self._base = stored.manifest.base
        self._documents = StoredDocuments(stored)
        self._default = _LazyGraph(stored.store, ox.DefaultGraph())

    def actors_called(self, id_: str, folded_name: str) -> tuple[Actor, ...]:
        """Return the actor with an id, or else all that have exactly this name, sorted by id.

        Args:
            id_: As the user typed it.
            folded_name: As ``fold_name`` writes it.

        Raises:
            StoreError: if the graph is damaged.
        """
        with self._guarded():
            iri = actor_iri(ActorId(id_), self._base)
            facts = self._default[iri]
            ids = {ActorId(id_)}
            is_id = ONTOLOGY + "mentionCount" in facts
            if not is_id:
                ids = set(self._ids_named(folded_name))
            return tuple(self._actor(id_, self._mentions(id_)) for id_ in sorted(ids))

    def actors_like(self, folded_name: str) -> tuple[Actor, ...]:
        """Return the actors with a name that begins or is spelt like this, or else the nearest.

        They lack their mentions.

        Args:
            folded_name: As ``fold_name`` writes it.

        Raises:
            StoreError: if the graph is damaged.
        """
        with self._guarded():
            text = self._stored.content(NAMES).decode()
            lines = [line.rpartition("\t") for line in text.split("\n") if line]
            names: dict[str, set[ActorId]] = defaultdict(set)
            for name, _, id_ in lines:
                names[name].add(ActorId(id_))
            ids: set[ActorId] = set()
            for name in similar_names(folded_name, list(names)):
                ids |= names[name]
            return tuple(map(self._actor, sorted(ids)))

    def document(self, id_: DocumentId) -> Corpus:
        """Return what a document claims and quotes, as ``about``; empty without it."""
        with self._guarded():
            if id_ not in self._documents:
                return Corpus()
            graph = ox.NamedNode(document_iri(id_, self._base))
            return self._corpus(
                self._claims_in(graph), self._documents.quotations(id_), {id_}
            )

    def about(self, actors: Collection[ActorId]) -> Corpus:
        """Return all claims about any of these actors, and the claims that these follow from.

        Returns:
            A corpus of these claims and of what the actors say, without refusals. Its actors have
            their mentions in the documents of quotations only.

        Raises:
            StoreError: if the graph is damaged.
        """
        with self._guarded():
            quotations = self._documents.said_by(actors)
            iris = self._claims_about(actors)
            return self._corpus(iris, quotations)

    def between(self, pairs: Collection[Pair]) -> Corpus:
        """Return all claims about both actors of a pair, as ``about`` does."""
        with self._guarded():
            claims = Statements(self._stored.store, self._base).between(sorted(pairs))
            return self._corpus({claim_iri(claim.id, self._base) for claim in claims})

    def claim(self, id_: ClaimId) -> Corpus:
        """Return a claim and those that it follows from, as ``about`` does; empty without it."""
        with self._guarded():
            iri = claim_iri(id_, self._base)
            return self._corpus({iri})

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except DAMAGED as error:
            raise damage(
                self._stored.folder, f"a part of it cannot be read ({error!r})"
            ) from error

    def _corpus(
        self,
        iris: Collection[str],
        quotations: Mapping[DocumentId, tuple[Attribution, ...]] = NOTHING,
        documents: Collection[DocumentId] = (),
    ) -> Corpus:
        claims: dict[DocumentId, list[Claim]] = defaultdict(list)
        ids: set[ActorId] = set()
        for document, claim in self._with_premises(iris):
            claims[document].append(claim)
            ids |= {claim.subject, claim.object, claim.attributed_to or claim.subject}
        mentions = self._mentions_in(quotations)
        ids |= mentions.keys()
        readings: list[Reading] = []
        for id_ in self._with_originals({*claims, *quotations, *documents}):
            ordered = tuple(sorted(claims[id_], key=_id_of))
            said = quotations.get(id_, ())
            readings.append(
                Reading(self._documents[id_], claims=ordered, attributions=said)
            )
        actors = (self._actor(id_, mentions.get(id_, ())) for id_ in sorted(ids))
        return Corpus(tuple(readings), tuple(actors))

    def _with_originals(self, ids: Collection[DocumentId]) -> list[DocumentId]:
        """Return near-copies with their originals, sorted."""
        originals = (self._documents[id_].copy_of for id_ in ids)
        return sorted({*ids, *filter(None, originals)})

    def _claims_in(self, graph: ox.NamedNode) -> set[str]:
        quads = matching_quads(self._stored.store, None, _TYPE, _CLAIM, graph)
        return {getattr(quad.subject, "value", "") for quad in quads}

    def _claims_about(self, actors: Collection[ActorId]) -> set[str]:
        iris: set[str] = set()
        for actor in actors:
            iri = actor_iri(actor, self._base)
            node = ox.NamedNode(iri)
            for end in ("subject", "object"):
                role = ox.NamedNode(RDF + end)
                for quad in matching_quads(self._stored.store, None, role, node):
                    claim = quad.subject
                    if isinstance(claim, ox.NamedNode):
                        iris.add(claim.value)
        return iris

    def _with_premises(
        self, iris: Collection[str]
    ) -> Iterator[tuple[DocumentId, Claim]]:
        waiting = list(iris)
        reached = set(iris)
        while waiting:
            iri = waiting.pop()
            for document, claim in self._claims_at(iri):
                yield document, claim
                premises = {claim_iri(id_, self._base) for id_ in claim.premises}
                waiting += premises - reached
                reached |= premises

    def _claims_at(self, iri: str) -> Iterator[tuple[DocumentId, Claim]]:
        """Yield the claim with an IRI, if there is one, and the document whose graph it is in."""
        node = ox.NamedNode(iri)
        for quad in matching_quads(self._stored.store, node, _TYPE, _CLAIM):
            graph = _LazyGraph(self._stored.store, quad.graph_name)
            claim = claim_of(iri, graph[iri], graph, self._documents)
            yield claim.evidence[0].document, claim

    def _ids_named(self, folded_name: str) -> Iterator[ActorId]:
        data = self._stored.content(NAMES)
        beginning = f"\n{folded_name}\t".encode()
        start = data.find(beginning)
        while start >= 0:
            start += len(beginning)
            end = data.index(b"\n", start)
            yield ActorId(data[start:end].decode())
            start = data.find(beginning, end)

    def _actor(self, id_: ActorId, mentions: tuple[Mention, ...] = ()) -> Actor:
        iri = actor_iri(id_, self._base)
        return actor_of(iri, self._default[iri], {id_: mentions})

    def _mentions_in(
        self, documents: Collection[DocumentId]
    ) -> dict[ActorId, tuple[Mention, ...]]:
        """Return the mentions of all actors of some documents."""
        if not documents:
            return {}
        texts = {id_: self._documents[id_].text for id_ in documents}
        mentions: dict[ActorId, tuple[Mention, ...]] = {}
        for line in self._mention_lines(documents):
            row = json.loads(line)
            places = [place for place in row["mentions"] if place[0] in texts]
            if not places:
                continue
            row["mentions"] = places
            actor, mentions_here = mentions_of(texts, row)
            mentions[actor] = mentions_here
        return mentions

    def _mention_lines(self, documents: Collection[DocumentId]) -> Collection[bytes]:
        """Return the lines of all actors that some documents mention, and perhaps others."""
        data = self._stored.content("mentions.jsonl")
        if len(documents) > FEW:
            return data.splitlines()
        lines: set[bytes] = set()
        for id_ in documents:
            lines.update(lines_with(data, json.dumps(id_)))
        return lines

    def _mentions(self, id_: ActorId) -> tuple[Mention, ...]:
        beginning = json.dumps({"actor": id_}).removesuffix("}") + ","
        line = line_with(self._stored.content("mentions.jsonl"), beginning)
        if line is None:
            return ()
        row = json.loads(line)
        texts = {place[0]: self._documents[place[0]].text for place in row["mentions"]}
        return mentions_of(texts, row)[1]


class _LazyGraph(dict[str, FactsOfSubject]):
    """The facts of the subjects of one graph, each read when it is first asked for."""

    def __init__(self, store: ox.Store, name: _GraphName) -> None:
        super().__init__()
        self._store = store
        self._name = name

    def __missing__(self, iri: str) -> FactsOfSubject:
        facts: dict[str, list[str]] = defaultdict(list)
        node = ox.NamedNode(iri)
        for quad in matching_quads(self._store, node, None, None, self._name):
            if isinstance(quad.object, (ox.NamedNode, ox.Literal)):
                facts[quad.predicate.value].append(quad.object.value)
        self[iri] = facts
        return facts
