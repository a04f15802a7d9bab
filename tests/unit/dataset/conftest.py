"""A corpus small enough to know by heart, and the graph it makes."""

from pathlib import Path
from typing import Any

import pytest

from actorgraph.dataset.graph_writer import write_graph
from actorgraph.dataset.store import StoredGraph, open_graph
from actorgraph.identifiers import DEFAULT_BASE
from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Attribution,
    Claim,
    ClaimId,
    Corpus,
    Document,
    DocumentId,
    Doubt,
    Evidence,
    Reading,
    Refusal,
    Status,
)
from actorgraph.vocabulary import load_vocabulary

ENVOY = Document(
    DocumentId("d1"),
    "envoy.txt",
    "Tilda Marsh, an envoy of Orvo Lund, flew out. “Peace first,” Marsh said.",
    title="An envoy flies",
    date="2026-03-04",
    url="https://press.example/envoy",
    author="Dana Roth",
)
UNION = Document(
    DocumentId("d2"), "union.txt", "Orvo Lund wed Tilda Marsh.", url="see the archive"
)
MARSH = Actor(
    ActorId("marsh-1"),
    ActorType.PERSON,
    "Tilda Marsh",
    aliases=("Marsh",),
    wikidata="Q7",
)
LUND = Actor(ActorId("lund-2"), ActorType.PERSON, "Orvo Lund")
NORLAND = Actor(ActorId("norland-3"), ActorType.PLACE, "Norland", subtype="Country")


def claim(
    id_: str,
    subject: Actor,
    relation: str,
    object_: Actor,
    document: Document,
    **more: Any,
) -> Claim:
    evidence = (Evidence.of(document, 0, 20),)
    fields = {"confidence": 0.9, "method": "by hand", **more}
    return Claim(ClaimId(id_), subject.id, relation, object_.id, evidence, **fields)


@pytest.fixture
def corpus() -> Corpus:
    envoy = claim(
        "c1",
        MARSH,
        "envoyOf",
        LUND,
        ENVOY,
        status=Status.CURRENT,
        valid_from="2025",
        valid_until="2026-03",
    )
    said = Attribution((61, 66), MARSH.id, (67, 71), ((47, 58),), direct=True)
    refusal = Refusal(
        ENVOY.id,
        "Tilda Marsh",
        "capitalOf",
        "Orvo Lund",
        "a person is no capital",
        0,
        34,
    )
    return Corpus(
        (
            Reading(ENVOY, claims=(envoy,), attributions=(said,), refusals=(refusal,)),
            Reading(UNION, claims=(claim("c2", LUND, "spouseOf", MARSH, UNION),)),
        ),
        (LUND, MARSH, NORLAND),
        (Doubt(LUND.id, MARSH.id, 0.4, "one household"),),
    )


@pytest.fixture
def graph_folder(tmp_path: Path, corpus: Corpus) -> Path:
    write_graph(
        tmp_path / "graph", corpus, load_vocabulary(), base=DEFAULT_BASE, threshold=0.5
    )
    return tmp_path / "graph"


@pytest.fixture
def stored(graph_folder: Path) -> StoredGraph:
    return open_graph(graph_folder)
