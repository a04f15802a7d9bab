"""Answers of a query, in the forms that people and programs read."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, cast

import pyoxigraph as ox

from actorgraph.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: Name of each form → what may be asked for in it.
FORMATS: Mapping[str, tuple[str, ...]] = {
    "table": ("select", "ask", "graph"),
    "csv": ("select", "ask"),
    "tsv": ("select", "ask"),
    "json": ("select", "ask"),
    "xml": ("select", "ask"),
    "turtle": ("graph",),
    "ntriples": ("graph",),
    "jsonld": ("graph",),
    "rdfxml": ("graph",),
}
_TABULAR = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
_RDF = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
#: Characters that XML 1.0 has no way to write.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
Cells = tuple[str, ...]
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


@dataclass(frozen=True, slots=True)
class QueryResult:
    """A whole answer, or a flagged beginning of one.

    Attributes:
        kind: ``select``, ``ask`` or ``graph`` (of CONSTRUCT and DESCRIBE).
        payload: ``true`` or ``false`` (``ask``), SPARQL TSV results (``select``) or N-Triples
            (``graph``).
        truncated: Whether there are more rows than were asked for; they are not in here.
        prefixes: Prefix → namespace, used to shorten IRIs in Turtle and tables.
        hint: Which term of the query explains that there are no rows; "" if none does.
    """

    kind: str
    payload: bytes
    truncated: bool
    prefixes: Mapping[str, str]
    hint: str = ""

    @property
    def holds(self) -> bool:
        """The answer to an ASK; of other queries, whether there is any row."""
        if self.kind == "ask":
            return self.payload == b"true"
        return next(self.rows(), None) is not None

    @property
    def variables(self) -> tuple[str, ...]:
        """Column names, without the question mark.

        Of a graph its three positions, of an ASK one.
        """
        if self.kind == "ask":
            return ("answer",)
        if self.kind == "graph":
            return ("subject", "predicate", "object")
        return tuple(variable.value for variable in self._solutions().variables)

    def rows(self) -> Iterator[tuple[Term | None, ...]]:
        """Yield the terms of each row in the order of ``variables``, None for one without value."""
        if self.kind == "select":
            yield from map(tuple, self._solutions())
        elif self.kind == "graph":
            quads = ox.parse(self.payload, format=ox.RdfFormat.N_TRIPLES)
            for quad in quads:
                yield quad.subject, quad.predicate, quad.object
        else:
            answer = ox.Literal(self.holds)
            yield (answer,)

    def serialize(self, form: str) -> bytes:
        """Return the answer in UTF-8.

        CSV and TSV are exact: nothing is changed for spreadsheets.  XML has no way to write most
        control characters; they become U+FFFD, and a comment at the end gives their number.

        Args:
            form: One of ``FORMATS``.

        Raises:
            UsageError: if this kind of answer has no such form.
        """
        if self.kind not in FORMATS.get(form, ()):
            forms = [name for name, kinds in FORMATS.items() if self.kind in kinds]
            allowed = ", ".join(forms)
            raise UsageError(
                f"this query's answer cannot be written as {form!r}; choose one of {allowed}"
            )
        if form == "table":
            table = self._plain_table()
            return table.encode()
        data = self._graph(form) if self.kind == "graph" else self._tabular(form)
        if form in ("xml", "rdfxml"):
            return _well_formed(data)
        return data

    def table(self, width: int | None = None) -> str:
        """Return a drawn table, ``width`` columns wide or as wide as the terminal.

        Words that are too long for their column go on in the next line.
        """
        from rich.console import Console
        from rich.table import Column, Table
        from rich.text import Text

        drawn = Table(*(Column(name, overflow="fold") for name in self.variables))
        for cells in self._cells():
            drawn.add_row(*map(Text, cells))
        console = Console(file=io.StringIO(), width=width, force_terminal=False)
        with console.capture() as capture:
            console.print(drawn)
        return capture.get() + self._warning()

    def _plain_table(self) -> str:
        rows = [self.variables, *self._cells()]
        lines = ["\t".join(cells) + "\n" for cells in rows]
        return "".join([*lines, self._warning()])

    def _warning(self) -> str:
        return "(cut: there are more rows)\n" if self.truncated else ""

    def _cells(self) -> Iterator[Cells]:
        for row in self.rows():
            cells = (_readable(term, self.prefixes) for term in row)
            yield tuple(cells)

    def _solutions(self) -> ox.QuerySolutions:
        solutions = ox.parse_query_results(
            self.payload, format=ox.QueryResultsFormat.TSV
        )
        # The payload of a SELECT is its solutions.
        return cast("ox.QuerySolutions", solutions)

    def _tabular(self, form: str) -> bytes:
        if self.kind == "ask":
            return _boolean(self.payload, form)
        solutions = self._solutions()
        table = solutions.serialize(format=_TABULAR[form])
        return table or b""

    def _graph(self, form: str) -> bytes:
        """Return the triples in a form of RDF; N-Triples is what the payload is."""
        if form == "ntriples":
            return self.payload
        prefixes = dict(self.prefixes)
        quads = ox.parse(self.payload, format=ox.RdfFormat.N_TRIPLES)
        triples = map(attrgetter("triple"), quads)
        serialized = ox.serialize(triples, format=_RDF[form], prefixes=prefixes)
        text = serialized or b""
        if form == "turtle":
            return _with_sorted_prefixes(text)
        return text


def _with_sorted_prefixes(turtle: bytes) -> bytes:
    """Return a Turtle text with its prefixes in order; that of the engine varies."""
    end = _end_of_prefixes(turtle)
    declarations = sorted(turtle[:end].splitlines(keepends=True))
    return b"".join([*declarations, turtle[end:]])


def _boolean(answer: bytes, form: str) -> bytes:
    parsed = ox.parse_query_results(answer, format=ox.QueryResultsFormat.TSV)
    boolean = cast("ox.QueryBoolean", parsed)
    table = boolean.serialize(format=_TABULAR[form])
    return table or b""


def _end_of_prefixes(turtle: bytes) -> int:
    last = turtle.rfind(b"\n@prefix ")
    if last < 0:
        return 0
    return turtle.index(b"\n", last + 1) + 1


def _well_formed(xml: bytes) -> bytes:
    text, replaced = _NOT_XML.subn("\ufffd", xml.decode())
    if replaced:
        text += (
            f"<!-- characters that XML cannot hold, replaced by U+FFFD: {replaced} -->"
        )
    return text.encode()


def _readable(term: Term | None, prefixes: Mapping[str, str]) -> str:
    if term is None:
        return ""
    if isinstance(term, ox.Literal):
        return _printable(term.value)
    if isinstance(term, ox.NamedNode):
        return _shortened(term.value, prefixes)
    return str(term)


def _printable(text: str) -> str:
    """Return a text with a space for each character that a terminal may act on."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _shortened(iri: str, prefixes: Mapping[str, str]) -> str:
    for prefix, namespace in prefixes.items():
        name = iri.removeprefix(namespace)
        letters = name.replace("-", "").replace("_", "")
        if name != iri and letters.isalnum():
            return f"{prefix}:{name}"
    return iri
