"""What an exporter is, and what it exports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from actorgraph.identifiers import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import networkx as nx

    from actorgraph.model import Corpus
    from actorgraph.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Material:
    """What can be exported.

    Attributes:
        corpus: The readings of all documents.
        network: The measured network: its nodes have degree, betweenness, pagerank and community.
        vocabulary: The relations in force.
        quads: Returns the stored data as sorted lines of N-Quads, from the start on each call.
        base: Base IRI of the data.
    """

    corpus: Corpus
    network: nx.MultiDiGraph
    vocabulary: Vocabulary
    quads: Callable[[], Iterable[str]]
    base: str = DEFAULT_BASE


def edge_id(subject: str, relation: str, object_: str) -> str:
    """Return the id of an edge, the same in every format."""
    return f"{subject} {relation} {object_}"


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format that the graph can be written in.

    Attributes:
        name: What the user types.
        title: What it is, and which programs open it, in a few words.
        file_name: Default name of the file.
        write: Writes bytes; equal material gives equal bytes, but of DuckDB.  The target need
            not be seekable.
    """

    name: str
    title: str
    file_name: str
    write: Callable[[Material, BinaryIO], None]
