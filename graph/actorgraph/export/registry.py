"""What an exporter is, and what it exports."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, BinaryIO

from actorgraph.identifiers import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    import networkx as nx

    from actorgraph.export.page.data import Payload
    from actorgraph.model import Corpus
    from actorgraph.vocabulary import Vocabulary


@dataclass(frozen=True)
class Material:
    """What can be exported.

    Attributes:
        corpus: The readings of all documents.
        network: The measured network: its nodes have degree, betweenness, pagerank and community.
        vocabulary: The relations in force.
        quads: Returns the stored data as sorted lines of N-Quads, from the start on each call.
        base: Base IRI of the data.
        caption: What surrounds a picture: ``title``, ``subtitle``, ``credit``, ``date``,
            ``legend``, ``scheme`` and ``sharpness``; what is missing follows from the documents.
        run: How the graph was made, such as its ``version``, as the manifest has it.
        extensions: The user's ontology files.
    """

    corpus: Corpus
    network: nx.MultiDiGraph
    vocabulary: Vocabulary
    quads: Callable[[], Iterable[str]]
    base: str = DEFAULT_BASE
    caption: Mapping[str, str | bool | int] = field(default_factory=dict)
    run: Mapping[str, str] = field(default_factory=dict)
    extensions: Sequence[Path] = ()

    @cached_property
    def payload(self) -> Payload:
        """What the page shows and where, computed once for all formats that draw it."""
        from actorgraph.export.page.data import build_payload

        return build_payload(self.corpus, self.network, self.vocabulary)


def edge_id(subject: str, relation: str, object_: str) -> str:
    """Return the id of an edge, the same in every format."""
    return f"{subject} {relation} {object_}"


class Content(StrEnum):
    """What a format may keep or leave out, as the README calls it."""

    UNRELATED = "actors without relations"
    NAMES = "other names"
    RESERVED = "what is denied, planned or alleged"
    DATES = "dates"
    QUOTES = "quotes"
    SOURCES = "the document of each quote"
    SPEAKERS = "who says so"
    CONFIDENCE = "confidence"
    WORDS = "quotations"
    PLACES = "places on the page"
    TEXTS = "the articles"


#: All that a graph says; places are a drawing's, texts the articles' own.
STATEMENTS = frozenset(Content) - {Content.PLACES, Content.TEXTS}
#: All that a drawing has room for.
DRAWN = STATEMENTS | {Content.PLACES}
#: All that tables with the texts have.
TABULAR = STATEMENTS | {Content.TEXTS}


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format that the graph can be written in.

    Attributes:
        name: What the user types.
        title: What it is, and which programs open it, in a few words.
        file_name: Default name of the file.
        write: Writes bytes; equal material gives equal bytes, but of DuckDB.  The target need
            not be seekable.
        has_caption: Whether it is a picture with a title, a credit and so on.
        opens: Which programs open it.
        keeps: What a reader of the format gets back.
        from_quads: Whether it is made without the corpus and the network, which take longest.
    """

    name: str
    title: str
    file_name: str
    write: Callable[[Material, BinaryIO], None]
    has_caption: bool = False
    opens: str = ""
    keeps: frozenset[Content] = frozenset()
    from_quads: bool = False

    @property
    def leaves_out(self) -> tuple[Content, ...]:
        """What a reader of the format does not get back."""
        return tuple(content for content in Content if content not in self.keeps)
