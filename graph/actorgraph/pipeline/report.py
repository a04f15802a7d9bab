"""What a build has to tell."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from actorgraph.analysis.network import edge_key
from actorgraph.analysis.wording import Wording
from actorgraph.model import Corpus, RefusedDocument
from actorgraph.vocabulary import Vocabulary

if TYPE_CHECKING:
    import networkx as nx

#: Kinds of relations that a summary lists.
LISTED = 8
#: How many documents an error message names.
NAMED = 3


@dataclass(frozen=True, slots=True)
class Summary:
    """What is in a graph, in numbers.

    Attributes:
        edges: Relations between two actors that an accepted claim supports; ``unaccepted`` are all others.
        refusals: Claims that were looked at and not made.
        doubts: Pairs of actors that may be one.
        unused_judgements: Judgements that decide nothing, since an actor they name is not there.
        relations: Label and number of the most frequent accepted relations.
    """

    documents: int
    actors: int
    claims: int
    edges: int
    unaccepted: int
    quotations: int
    refusals: int
    doubts: int
    unused_judgements: int
    relations: tuple[tuple[str, int], ...]

    def written(self) -> str:
        """As JSON, to be kept in a manifest."""
        return json.dumps(asdict(self))

    @classmethod
    def from_written(cls, text: str) -> Summary:
        """What ``written`` gave, back.

        Raises:
            ValueError, TypeError, KeyError: if it is something else.
        """
        fields = json.loads(text)
        return cls(
            **fields
            | {
                "relations": tuple(
                    (label, count) for label, count in fields["relations"]
                )
            }
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """What came and what went, in words, sorted."""

    new: tuple[str, ...]
    gone: tuple[str, ...]

    @classmethod
    def between(cls, before: Mapping[str, str], after: Mapping[str, str]) -> Difference:
        """Of two sets of named things, by key; the values are their names."""
        new = sorted(name for key, name in after.items() if key not in before)
        gone = sorted(name for key, name in before.items() if key not in after)
        return cls(tuple(new), tuple(gone))


@dataclass(frozen=True, slots=True)
class Changes:
    """What a change did to a graph.  An edge counts once, however many claims support it."""

    documents: Difference
    actors: Difference
    claims: Difference
    edges: Difference


@dataclass(frozen=True, slots=True)
class Report:
    """What a build, an addition or a removal did.

    Attributes:
        refused: Documents that could not be read, and why.
        copies: Documents that were given twice, and which stands for them.
        changes: Against the graph before; None for a build, which starts anew.
        unchanged: Whether the graph in force was already the one that was asked for.
    """

    folder: Path
    summary: Summary
    refused: tuple[RefusedDocument, ...] = ()
    copies: tuple[RefusedDocument, ...] = ()
    changes: Changes | None = None
    unchanged: bool = False


def summarise(
    corpus: Corpus, network: nx.MultiDiGraph, unused_judgements: int
) -> Summary:
    """Count what a corpus and its network hold."""
    edges = [data for _, _, data in network.edges(data=True)]
    relations = Counter(data["label"] for data in edges if data["accepted"])
    ranked = sorted(relations.items(), key=lambda item: (-item[1], item[0]))
    return Summary(
        documents=len(corpus.readings),
        actors=len(corpus.actors),
        claims=len(corpus.claims),
        edges=relations.total(),
        unaccepted=len(edges) - relations.total(),
        quotations=sum(len(reading.attributions) for reading in corpus.readings),
        refusals=sum(len(reading.refusals) for reading in corpus.readings),
        doubts=len(corpus.doubts),
        unused_judgements=unused_judgements,
        relations=tuple(ranked[:LISTED]),
    )


def compare(before: Corpus, after: Corpus, vocabulary: Vocabulary) -> Changes:
    """What is different in a corpus."""
    parts = [
        (_documents(one), _actors(one), *_claims_and_edges(one, vocabulary))
        for one in (before, after)
    ]
    return Changes(
        *(Difference.between(old, new) for old, new in zip(*parts, strict=True))
    )


def _documents(corpus: Corpus) -> dict[str, str]:
    return {reading.document.id: reading.document.name for reading in corpus.readings}


def _actors(corpus: Corpus) -> dict[str, str]:
    return {actor.id: actor.name for actor in corpus.actors}


def _claims_and_edges(
    corpus: Corpus, vocabulary: Vocabulary
) -> tuple[dict[str, str], dict[str, str]]:
    wording = Wording(corpus, vocabulary)
    keys = {claim.id: edge_key(claim, vocabulary) for claim in corpus.claims}
    claims: dict[str, str] = {id_: wording.edge(*key) for id_, key in keys.items()}
    return claims, {" ".join(key): wording.edge(*key) for key in keys.values()}


def nothing_read(refused: Sequence[RefusedDocument]) -> str:
    """Why there is no graph, in one line."""
    if not refused:
        return "the input holds no documents; give text, HTML, Markdown or JSON lines"
    listed = "; ".join(f"{one.name}: {one.reason}" for one in refused[:NAMED])
    more = f"; and {len(refused) - NAMED} more" if len(refused) > NAMED else ""
    return f"no document could be read, so no graph was written ({listed}{more})"
