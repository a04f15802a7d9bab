"""What a build reports: what is in the graph, what changed, what was refused."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from actorgraph.analysis.network import edge_key
from actorgraph.analysis.questions.difference import only_in
from actorgraph.analysis.wording import Wording
from actorgraph.model import Corpus, Omission, RefusedDocument
from actorgraph.pipeline.tally import Tally
from actorgraph.settings import FORMATS
from actorgraph.vocabulary import Vocabulary

#: Maximum number of relations in a summary.
LISTED = 8
#: Maximum number of documents in an error message.
NAMED = 3


@dataclass(frozen=True, slots=True)
class Summary:
    """What is in a graph, in numbers.

    Attributes:
        documents: Documents in the graph.
        actors: Actors in the graph.
        claims: Claims in the graph.
        edges: Relations between two actors that an accepted claim supports.
        unaccepted: All other relations between two actors.
        quotations: Passages that a text attributes to a source.
        refusals: Candidate claims that were rejected.
        doubts: Pairs of actors that may be the same.
        unused_judgements: Judgements without effect, since their actor or claim is missing.
        relations: Label and number of the most frequent accepted relations.
        doubted: Relations among the unaccepted that are grave, and not sure enough.
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
    doubted: int = 0

    def to_text(self) -> str:
        """Return the summary as JSON, for a manifest."""
        fields = asdict(self)
        return json.dumps(fields)

    @classmethod
    def from_text(cls, text: str) -> Summary:
        """Return the summary that ``to_text`` wrote.

        Raises:
            ValueError, TypeError, KeyError: if the text is something else.
        """
        values = json.loads(text)
        values["relations"] = tuple((label, n) for label, n in values["relations"])
        return cls(**values)


#: The summary of an empty graph.
EMPTY = Summary(0, 0, 0, 0, 0, 0, 0, 0, 0, ())


@dataclass(frozen=True, slots=True)
class Difference:
    """What is new and what is gone, as sorted names."""

    new: tuple[str, ...]
    gone: tuple[str, ...]

    @classmethod
    def between(cls, before: Mapping[str, str], after: Mapping[str, str]) -> Difference:
        """Compare two sets of things, given as key → name."""
        return cls(only_in(after, before), only_in(before, after))


@dataclass(frozen=True, slots=True)
class Changes:
    """What a command changed.  An edge counts once, however many claims support it."""

    documents: Difference
    actors: Difference
    claims: Difference
    edges: Difference


_NOTHING = Difference((), ())
#: What a command changed that changed nothing.
NO_CHANGES = Changes(_NOTHING, _NOTHING, _NOTHING, _NOTHING)


@dataclass(frozen=True, slots=True)
class Report:
    """What a build, an addition or a removal did.

    Attributes:
        folder: The graph folder.
        summary: What is in the graph now.
        refused: Documents that could not be read or stored, and why.
        copies: Documents that were given twice, and which of them is kept.
        omissions: What was left out of documents, such as hidden text.
        changes: Compared with the graph before; None for a build, which starts afresh.
        unchanged: Whether the graph was up to date already.
        has_outputs: Whether the page and the other files for people are written.
    """

    folder: Path
    summary: Summary = EMPTY
    refused: tuple[RefusedDocument, ...] = ()
    copies: tuple[RefusedDocument, ...] = ()
    omissions: tuple[Omission, ...] = ()
    changes: Changes | None = None
    unchanged: bool = False
    has_outputs: bool = True


def summarise(
    tally: Tally, *, documents: int, actors: int, doubts: int, unused_judgements: int
) -> Summary:
    """Return the summary of a graph."""
    return Summary(
        documents=documents,
        actors=actors,
        claims=tally.claims,
        edges=tally.edges,
        unaccepted=tally.unaccepted,
        quotations=tally.quotations,
        refusals=tally.refusals,
        doubts=doubts,
        unused_judgements=unused_judgements,
        relations=tally.most_frequent(LISTED),
        doubted=tally.doubted,
    )


def compare(before: Corpus, after: Corpus, vocabulary: Vocabulary) -> Changes:
    """Return what differs between two corpora."""
    old = _Names.of(before, vocabulary)
    new = _Names.of(after, vocabulary)
    return Changes(
        Difference.between(old.documents, new.documents),
        Difference.between(old.actors, new.actors),
        Difference.between(old.claims, new.claims),
        Difference.between(old.edges, new.edges),
    )


def nothing_read(refused: Sequence[RefusedDocument]) -> str:
    """Return why there is no graph, in one line."""
    if not refused:
        return f"the input contains no documents; give {FORMATS}"
    named = refused[:NAMED]
    reasons = [f"{document.name}: {document.reason}" for document in named]
    more = len(refused) - NAMED
    if more > 0:
        reasons.append(f"and {more} more")
    listed = "; ".join(reasons)
    return f"no document could be read, so no graph was written ({listed})"


@dataclass(frozen=True, slots=True)
class _Names:
    """What is in a corpus, as key → name."""

    documents: dict[str, str]
    actors: dict[str, str]
    claims: dict[str, str]
    edges: dict[str, str]

    @classmethod
    def of(cls, corpus: Corpus, vocabulary: Vocabulary) -> _Names:
        names = cls({}, {}, {}, {})
        for reading in corpus.readings:
            document = reading.document
            names.documents[document.id] = document.name
        for actor in corpus.actors:
            names.actors[actor.id] = actor.name
        wording = Wording(corpus, vocabulary)
        for claim in corpus.claims:
            key = edge_key(claim, vocabulary)
            joined_key = " ".join(key)
            edge = wording.edge(*key)
            names.claims[claim.id] = edge
            names.edges[joined_key] = edge
        return names
