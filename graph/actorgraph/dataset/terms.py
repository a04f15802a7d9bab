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

#: What N-Quads cannot contain as it is.  The forms are those of canonical N-Quads, so that a dump
#: of the store is equal.
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
    """Return a text as RDF can contain it: a lone surrogate becomes U+FFFD.

    A surrogate alone is no character.  Offsets do not move.
    """
    if text.isascii():
        return text
    return _SURROGATES.sub("\ufffd", text)


def iri_term(iri: str) -> str:
    """Return an IRI between angle brackets.

    Raises:
        InvalidData: if it is relative, or has characters that IRIs do not.
    """
    try:
        return str(ox.NamedNode(iri))
    except ValueError as error:
        raise InvalidData(f"{iri!r} is not an absolute IRI: {error}") from error


def ag(name: str) -> str:
    """Return a term of the ontology, by local name."""
    return f"<{ONTOLOGY}{name}>"


def literal(text: str, datatype: str | None = None) -> str:
    r"""Return a literal.

    Args:
        text: What it says, of any characters.
        datatype: A local name in XML Schema; None for plain text.

    >>> literal('the "Mill"')
    '"the \\"Mill\\""'
    """
    escaped = storable(text).translate(_ESCAPES)
    quoted = f'"{escaped}"'
    if datatype is None:
        return quoted
    return f"{quoted}^^<{XSD}{datatype}>"


def decimal(value: float) -> str:
    """Return the digits of an xsd:decimal that read back as the same float.

    >>> decimal(1.0), decimal(0.93), decimal(1e-7)
    ('1', '0.93', '0.0000001')
    """
    exact = Decimal(repr(float(value)))
    digits = format(exact, "f")
    if "." not in digits:
        return digits
    return digits.rstrip("0").rstrip(".")


def moment(text: str, owner: str) -> str:
    """Return a year, month or day as xsd:gYear, xsd:gYearMonth or xsd:date.

    Args:
        text: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.
        owner: What has the date, for the message.

    Raises:
        InvalidData: if there is no such date, naming its owner.
    """
    if _MOMENT.fullmatch(text):
        first_day, datatype = _MOMENT_TYPES[len(text)]
        with suppress(ValueError):
            date.fromisoformat(text + first_day)
            return literal(text, datatype)
    raise InvalidData(
        f"{owner}: {text!r} is not a date such as 2024, 2024-05 or 2024-05-31"
    )


def address(url: str) -> str:
    """Return an absolute http(s) IRI as an IRI, and anything else as plain text."""
    if _WEB_ADDRESS.match(url):
        with suppress(ValueError):
            return str(ox.NamedNode(url))
    return literal(url)
