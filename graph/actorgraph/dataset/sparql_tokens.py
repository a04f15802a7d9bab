"""The tokens of a query, with their places."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from actorgraph.errors import QueryRefused

#: Letters, digits and marks that names in SPARQL may contain.
_W = r"\w\u00b7\u0300-\u036f\u203f\u2040"
_TOKEN = re.compile(
    rf"""(?P<comment>\#[^\n]*)
      | (?P<string>'{{3}}(?:[^\\]|\\.)*?'{{3}} | "{{3}}(?:[^\\]|\\.)*?"{{3}}
                 | (?!'{{3}}|"{{3}}) (?: '(?:[^'\\\n]|\\.)*+' | "(?:[^"\\\n]|\\.)*+" ))
      | (?P<unclosed>'{{3}}.* | "{{3}}.* | ['"][^\n]*)
      | (?P<iri><(?:[^<>"{{}}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{{4}}|\\U[0-9A-Fa-f]{{8}})*>)
      | (?P<variable>[?$][{_W}]+)
      | (?P<tag>@[A-Za-z][A-Za-z0-9-]*)
      | (?P<name>[{_W}.-]*:
                (?:(?:[{_W}:]|%[0-9A-Fa-f]{{2}}|\\.)(?:[{_W}.:-]|%[0-9A-Fa-f]{{2}}|\\.)*)?)
      | (?P<word>[{_W}.-]+)
      | (?P<space>\s+)
      | (?P<mark>.)""",
    re.VERBOSE | re.DOTALL,
)
_CODE_POINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


class Token(NamedTuple):
    """A token of a query.

    Attributes:
        kind: A group of ``_TOKEN``, such as ``name`` of a prefixed name.
        text: As written.
        start: Where it begins.
    """

    kind: str
    text: str
    start: int


def meaningful_tokens(query: str) -> Iterator[Token]:
    """Yield the tokens without spaces and comments.

    Raises:
        QueryRefused: at an escaped character outside strings, names and IRIs.
    """
    for match in _TOKEN.finditer(query):
        kind = match.lastgroup or "mark"
        text = match.group()
        escaped = _CODE_POINT.match(query, match.start()) if text == "\\" else None
        if escaped is not None:
            raise QueryRefused(
                f"{escaped.group()} stands for a character of the query's own words; write it out"
            )
        if kind not in ("space", "comment"):
            yield Token(kind, text, match.start())


def declared_prefixes(
    tokens: list[Token], prefixes: Mapping[str, str]
) -> dict[str, str]:
    """Return the namespace of each prefix: those given, and those that a query declares."""
    declared = dict(prefixes)
    for keyword, prefix, iri in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if keyword.text.upper() == "PREFIX" and iri.kind == "iri":
            name = prefix.text.removesuffix(":")
            namespace = iri.text[1:-1]
            declared[name] = decoded(namespace)
    return declared


def place_of(query: str, start: int) -> str:
    r"""Return the line and column of a character, for a message.

    >>> place_of("ASK {\n ?who }", 7)
    'line 2, column 2'
    """
    line = query.count("\n", 0, start) + 1
    column = start - (query.rfind("\n", 0, start) + 1) + 1
    return f"line {line}, column {column}"


def decoded(text: str) -> str:
    """Return a text with its escaped characters written out."""
    return _CODE_POINT.sub(
        lambda match: _character(int(match.group(1) or match.group(2), 16)), text
    )


def _character(code: int) -> str:
    if code > sys.maxunicode:
        return "\ufffd"
    return chr(code)
