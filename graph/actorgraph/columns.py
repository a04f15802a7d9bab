"""The columns of nodes, edges and claims: one table for every format that writes them.

Graph formats, CSV, pandas and the page read their columns from here, so a new column is one line.

>>> [column.name for column in CLAIMS[:3]]
['subject', 'relation', 'object']
>>> column_names(EDGES)[-1]
'derived'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any

from actorgraph.model import Actor, Claim, Evidence


class Kind(StrEnum):
    """What the values of a column are."""

    TEXT = "text"
    TEXTS = "texts"
    INTEGER = "integer"
    NUMBER = "number"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of nodes or edges.

    Attributes:
        name: Key of the attribute in the network, and name of the column.
        kind: What its values are; a missing text is "".
        meaning: One sentence for users.
        unit: Unit or range of the values, "" if there is none.
    """

    name: str
    kind: Kind
    meaning: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class ClaimColumn(Column):
    """A column of claims, or of edges with a value for each of their claims.

    Attributes:
        field: Field of ``model.Claim`` that it is made from, "" if that has the same name.
        in_tables: Whether the tables of claims for notebooks have it.
        on_page: Whether the page has it.
    """

    field: str = ""
    in_tables: bool = True
    on_page: bool = True

    @property
    def source(self) -> str:
        """The field of ``model.Claim`` that the column is made from."""
        return self.field or self.name

    def value_of(self, claim: Claim) -> object:
        """Return the value of the field as a plain text, number or list; "" if there is none.

        Passages become their quotes.
        """
        match getattr(claim, self.source):
            case None:
                return ""
            case Enum() as member:
                return member.value
            case Evidence() as passage:
                return passage.quote
            case (Evidence(), *_):
                return claim.quote
            case value:
                return value


_TEXT, _TEXTS, _INTEGER, _NUMBER, _FLAG = Kind

#: Attributes of nodes that ``analysis.build_network`` sets.
ACTORS = (
    Column("label", _TEXT, "The canonical name."),
    Column("type", _TEXT, "Person, Organization, Place, …"),
    Column("subtype", _TEXT, "A narrower class, such as Country."),
    Column("aliases", _TEXTS, "Other names that the articles use, sorted."),
    Column("mentions", _INTEGER, "How often the articles mention the actor."),
    Column("documents", _INTEGER, "How many articles mention the actor."),
    Column("wikidata", _TEXT, "Wikidata identifier, such as Q585."),
)
#: Attributes of nodes that ``analysis.annotate`` adds.
MEASURES = (
    Column("degree", _INTEGER, "How many actors accepted relations link to the actor."),
    Column("betweenness", _NUMBER, "Share of shortest paths through the actor.", "0–1"),
    Column("pagerank", _NUMBER, "PageRank that starts at what is named.", "0–1"),
    Column("community", _INTEGER, "Number of the community, 0 for the largest."),
)
NODES = (*ACTORS, *MEASURES)

#: Attributes of edges with a value for each claim, in the order of their ids.
EACH_CLAIM = (
    ClaimColumn("claims", _TEXTS, "Ids of its claims, sorted.", field="id"),
    ClaimColumn(
        "quotes",
        _TEXTS,
        "The quotes of each claim, in the order of claims.",
        field="evidence",
    ),
    ClaimColumn(
        "triggers",
        _TEXTS,
        "The words of each claim that express the relation.",
        field="trigger",
    ),
)
RELATION = Column("relation", _TEXT, "Local name of the relation in the ontology.")
#: Attributes of edges, which ``analysis.build_network`` sets.
EDGES = (
    RELATION,
    Column("label", _TEXT, "The relation in words."),
    Column("family", _TEXT, "The family of relations that it belongs to."),
    Column("symmetric", _FLAG, "Whether direction means nothing."),
    Column("weight", _INTEGER, "Number of documents that state it, near-copies once."),
    Column("count", _INTEGER, "Number of claims."),
    Column("polarity", _TEXT, "affirmed, denied or mixed."),
    Column("modality", _TEXT, "The firmest modality of its claims."),
    Column("status", _TEXT, "The most present status of its claims."),
    Column("confidence", _NUMBER, "The highest confidence of its claims.", "0–1"),
    Column("first_date", _TEXT, "Publication day of the first document.", "ISO date"),
    Column("last_date", _TEXT, "Publication day of the last document.", "ISO date"),
    Column("valid_from", _TEXT, "The earliest day on which it began.", "ISO date"),
    Column("valid_until", _TEXT, "The latest day on which it ended.", "ISO date"),
    Column("sources", _TEXTS, "Names of the documents, sorted."),
    Column("said_by", _TEXTS, "Names of those it is attributed to, sorted."),
    *EACH_CLAIM,
    Column("accepted", _FLAG, "Whether at least one claim is accepted."),
    Column("derived", _FLAG, "Whether all claims follow from other claims."),
)

#: Attributes that ``export.drawing`` adds for programs that draw graphs.
SPEECH = (
    Column("said", _TEXTS, "What the actor said, by document and place."),
    Column("said_in", _TEXTS, "Name of the document of each of these words."),
)
PROOF = (Column("quoted_from", _TEXTS, "Name of the document of each quote."),)
#: All that such formats have of a node, and of an edge.
DRAWN_NODES, DRAWN_EDGES = (*NODES, *SPEECH), (*EDGES, *PROOF)

#: What formats with a table of quotations have of each, beside its speaker.
QUOTATIONS = (
    Column("words", _TEXT, "What was said, passages joined by …."),
    Column("act", _TEXT, "says, denies or does not say."),
    Column("cue", _TEXT, "The words that mark it, such as said."),
    Column("direct", _FLAG, "Whether it is verbatim."),
    Column("document", _TEXT, "Name of the document."),
    Column("date", _TEXT, "Day of its publication.", "ISO date"),
    Column("start", _INTEGER, "Where it starts in the text.", "characters"),
    Column("end", _INTEGER, "Where it ends.", "characters"),
)

#: What a claim consists of.  Ids are the index of a table of claims.  On the page actors,
#: passages and premises are numbers, and confidence is in per cent.
CLAIMS = (
    ClaimColumn("subject", _TEXT, "Id of the subject."),
    ClaimColumn("relation", _TEXT, "Local name of the relation in the ontology."),
    ClaimColumn("object", _TEXT, "Id of the object."),
    ClaimColumn("polarity", _TEXT, "affirmed or denied.", on_page=False),
    ClaimColumn("modality", _TEXT, "asserted, planned, alleged, …", on_page=False),
    ClaimColumn("status", _TEXT, "current, former, acting or designate, or none."),
    ClaimColumn("said_by", _TEXT, "Who says so, or none.", field="attributed_to"),
    ClaimColumn("valid_from", _TEXT, "When it began, as far as stated.", "ISO date"),
    ClaimColumn("valid_until", _TEXT, "When it ended, as far as stated.", "ISO date"),
    ClaimColumn("confidence", _NUMBER, "How likely it was read correctly.", "0–1"),
    ClaimColumn("method", _TEXT, "The template and trigger that read it."),
    ClaimColumn(
        "document", _TEXT, "Name of the document.", field="evidence", on_page=False
    ),
    ClaimColumn(
        "quote", _TEXT, "The passages that prove it.", field="evidence", on_page=False
    ),
    ClaimColumn(
        "passages", _TEXTS, "The first passages.", field="evidence", in_tables=False
    ),
    ClaimColumn(
        "more", _INTEGER, "Passages left out.", field="evidence", in_tables=False
    ),
    ClaimColumn(
        "reservations",
        _TEXTS,
        "Polarity, modality and status where they keep it from being a plain fact.",
        field="polarity",
        in_tables=False,
    ),
    ClaimColumn("trigger", _TEXT, "The words that express the relation."),
    ClaimColumn("premises", _TEXTS, "What it follows from.", in_tables=False),
)

#: Columns that tables of nodes and edges have in places of their own, under other names.
HEADINGS = frozenset({"label", "relation", "weight"})
#: Columns that such tables have last, since they serve programs rather than readers.
TECHNICAL = frozenset({"wikidata", "symmetric"})


def attributes(columns: Iterable[Column]) -> tuple[Column, ...]:
    """Return the columns of a table of nodes or edges without its headings, technical ones last."""
    shown = [column for column in columns if column.name not in HEADINGS]
    return tuple(sorted(shown, key=lambda column: column.name in TECHNICAL))


def stated(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """Return the attributes that have a value: an empty text or list means none.

    >>> stated({"label": "Oslo", "wikidata": "", "aliases": [], "mentions": 0})
    {'label': 'Oslo', 'mentions': 0}
    """
    empty: tuple[object, ...] = ("", [])
    return {name: value for name, value in attributes.items() if value not in empty}


def actor_attributes(actor: Actor) -> dict[str, Any]:
    """Return the values of ``ACTORS`` for an actor, by column."""
    return {
        "label": actor.name,
        "type": actor.type.value,
        "subtype": actor.subtype or "",
        "aliases": list(actor.aliases),
        "mentions": len(actor.mentions),
        "documents": len(actor.documents),
        "wikidata": actor.wikidata or "",
    }


def column_names(columns: Iterable[Column]) -> tuple[str, ...]:
    """Return the names of columns, in order."""
    return tuple(column.name for column in columns)


_ID = Column("id", _TEXT, "Its id.")
_DOCUMENT = Column("document", _TEXT, "Id of the document.")
_START = Column("start", _INTEGER, "Where it begins in the text.", "code points")
_END = Column("end", _INTEGER, "Where it ends in the text.", "code points")

#: Columns of claims that tables have under other names, or in a table of their own.
_ELSEWHERE = frozenset({"document", "said_by", "passages", "more", "reservations"})

#: The tables of ``export parquet``, ``duckdb`` and ``sqlite`` and of an archive: they have all
#: actors, claims and quotations, and refer to each other by id.  What is missing is null.
TABLES: dict[str, tuple[Column, ...]] = {
    "actors": (
        _ID,
        *ACTORS,
        Column("notes", _TEXTS, "What people wrote about it, sorted."),
        Column("matches", _TEXTS, "IRIs of the same actor in other sources, sorted."),
        *MEASURES,
    ),
    "claims": (
        _ID,
        *(column for column in CLAIMS if column.name not in _ELSEWHERE),
        Column("said_by", _TEXT, "Id of the actor who says so, or none."),
        _DOCUMENT,
    ),
    "evidence": (
        Column("claim", _TEXT, "Id of the claim that it proves."),
        _DOCUMENT,
        _START,
        _END,
        Column("quote", _TEXT, "The passage, verbatim."),
        Column("is_trigger", _FLAG, "Whether it is the words of the relation."),
    ),
    "documents": (
        _ID,
        Column("name", _TEXT, "Name of the file, or id of the JSON line."),
        Column("title", _TEXT, "Its title, or none."),
        Column("date", _TEXT, "Day of publication, or none.", "ISO date"),
        Column("url", _TEXT, "Its address, or none."),
        Column("language", _TEXT, "Its language.", "ISO 639-1 code"),
        Column("author", _TEXT, "Who wrote it, or none."),
        Column(
            "copy_of", _TEXT, "Id of the document that it is a near-copy of, or none."
        ),
        Column("text", _TEXT, "The text, to which all places refer."),
    ),
    "quotations": (
        _DOCUMENT,
        Column("speaker", _TEXT, "Id of the actor who speaks, or none."),
        Column("cue", _TEXT, "The words that mark it, such as said, or none."),
        Column("direct", _FLAG, "Whether it is quoted verbatim."),
        Column("content", _TEXT, "What is attributed, verbatim."),
        _START,
        _END,
    ),
}
