"""Which media type a client wants, as RFC 9110 says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

HTML = "text/html"
JSON = "application/json"
TURTLE = "text/turtle"

#: Media type → form of ``dataset.results.FORMATS``, the preferred first.
TABLES: Mapping[str, str] = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    JSON: "json",
    "application/xml": "xml",
    "text/xml": "xml",
}
GRAPHS: Mapping[str, str] = {
    TURTLE: "turtle",
    "application/n-triples": "ntriples",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdfxml",
    "text/plain": "ntriples",
    JSON: "jsonld",
    "application/xml": "rdfxml",
}


@dataclass(frozen=True, slots=True)
class _Range:
    """A media range of an Accept header.

    Attributes:
        kind: ``text``, or ``*``.
        subtype: ``csv``, or ``*``.
        quality: 0–1.
    """

    kind: str
    subtype: str
    quality: float

    @property
    def precision(self) -> int:
        return (self.kind != "*") + (self.subtype != "*")

    def covers(self, media_type: str) -> bool:
        kind, _, subtype = media_type.partition("/")
        if self.kind not in ("*", kind):
            return False
        return self.subtype in ("*", subtype)


def choose(accept: str, offered: Iterable[str]) -> str | None:
    """Return the media type that a client likes best; of two equal ones, that offered first.

    >>> choose("text/csv;q=0.5, text/*;q=0.9, text/html;q=0", ["text/csv", "text/turtle"])
    'text/turtle'
    >>> choose("", ["text/csv"]), choose("image/png", ["text/csv"])
    ('text/csv', None)

    Args:
        accept: The Accept header, "" if there is none.
        offered: What there is, the preferred first.

    Returns:
        None if the client takes nothing of it.
    """
    ranges = sorted(_ranges(accept or "*/*"), key=lambda range_: -range_.precision)
    best = 0.0
    chosen = None
    for media_type in offered:
        quality = _quality(media_type, ranges)
        if quality > best:
            best = quality
            chosen = media_type
    return chosen


def _quality(media_type: str, ranges: Sequence[_Range]) -> float:
    """Return the quality of the most precise range that covers a type, 0 if none does."""
    for range_ in ranges:
        if range_.covers(media_type):
            return range_.quality
    return 0.0


def _ranges(accept: str) -> Iterator[_Range]:
    for item in accept.split(","):
        name, *parameters = item.split(";")
        kind, _, subtype = name.strip().lower().partition("/")
        # Java's old clients write * for */*.
        yield _Range(kind, subtype or "*", _weight(parameters))


def _weight(parameters: Iterable[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0
