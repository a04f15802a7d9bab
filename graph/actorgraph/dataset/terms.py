"""Terms as canonical N-Quads text, the form in which the store gives them back."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from decimal import Decimal

import pyoxigraph as ox

from actorgraph.errors import InvalidData
from actorgraph.identifiers import NAMESPACES, ONTOLOGY
from actorgraph.turtle import RDF

DCTERMS = NAMESPACES["dcterms"]
PROV = NAMESPACES["prov"]
OA = NAMESPACES["oa"]
XSD = NAMESPACES["xsd"]

#: What N-Quads cannot hold as it is.  The forms are those of canonical N-Quads, so that a dump of
#: the store is equal.
_ESCAPES: dict[int, str] = {
    **{code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF)},
    **dict(
        zip(
            map(ord, '\b\t\n\f\r"\\'),
            (r"\b", r"\t", r"\n", r"\f", r"\r", r"\"", r"\\"),
            strict=True,
        )
    ),
}
_SURROGATES = re.compile("[\ud800-\udfff]")
_WEB_ADDRESS = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_MOMENT = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_MOMENT_TYPES = {4: ("-01-01", "gYear"), 7: ("-01", "gYearMonth"), 10: ("", "date")}

#: The predicate that Turtle writes as ``a``.
A = f"<{RDF}type>"


def storable(text: str) -> str:
    """The text as RDF can hold it: a lone surrogate, which is no character, becomes U+FFFD.

    Offsets do not move.
    """
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def iri_term(iri: str) -> str:
    """An IRI between angle brackets.

    Raises:
        InvalidData: if it is relative, or has characters that IRIs do not.
    """
    try:
        return str(ox.NamedNode(iri))
    except ValueError as error:
        raise InvalidData(f"{iri!r} is not an absolute IRI: {error}") from error


def ag(name: str) -> str:
    """A term of the ontology, by local name."""
    return f"<{ONTOLOGY}{name}>"


def literal(text: str, datatype: str | None = None) -> str:
    """A literal; ``datatype`` is a local name in XML Schema, None for plain text."""
    quoted = '"' + storable(text).translate(_ESCAPES) + '"'
    return quoted if datatype is None else f"{quoted}^^<{XSD}{datatype}>"


def decimal(value: float) -> str:
    """Return the digits of an xsd:decimal that read back as the same float.

    There are no needless zeros: 1.0 gives ``1``.
    """
    digits = format(Decimal(repr(float(value))), "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def moment(text: str, owner: str) -> str:
    """A year, month or day as xsd:gYear, xsd:gYearMonth or xsd:date.

    Raises:
        InvalidData: if it is none of these, naming its ``owner``.
    """
    if _MOMENT.fullmatch(text):
        rest, datatype = _MOMENT_TYPES[len(text)]
        with suppress(ValueError):
            date.fromisoformat(text + rest)
            return literal(text, datatype)
    raise InvalidData(
        f"{owner}: {text!r} is not a date such as 2024, 2024-05 or 2024-05-31"
    )


def address(url: str) -> str:
    """An absolute http(s) IRI as an IRI, anything else as plain text."""
    try:
        return str(ox.NamedNode(url)) if _WEB_ADDRESS.match(url) else literal(url)
    except ValueError:
        return literal(url)
