"""Find the line of a term in a Turtle file, which the parsers that the product uses do not give."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

TOKEN = re.compile(
    r'''
    <(?P<iri>[^<>"\s]*)>
    | (?P<comment>\#[^\n]*)
    | (?P<text>"""(?:[^"\\]|\\.|"(?!""))*""" | \'\'\'(?:[^'\\]|\\.|'(?!\'\'))*\'\'\'
        | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*')
    | (?P<prefix>[\w.-]*):(?P<name>[\w.-]*\w)?
    ''',
    re.VERBOSE | re.DOTALL,
)
PREFIX = re.compile(r"@?prefix\s+([\w.-]*):\s*<([^>]*)>", re.IGNORECASE)


def line_of_term(content: str, iri: str) -> int | None:
    r"""Return the first line, from 1, on which a Turtle file names an IRI; None if it does not.

    >>> content = "@prefix ag: <https://a.example/> .\n# ag:Cue\n[] a ag:Cue ."
    >>> line_of_term(content, "https://a.example/Cue")
    3
    """
    for line, term, _ in _tokens(content):
        if term == iri:
            return line
    return None


def line_of_text(content: str, property_: str, text: str) -> int | None:
    r"""Return the first line on which a text follows a property; None if there is none.

    >>> content = '@prefix ag: <https://a.example/> .\n[] ag:cue "no",\n"not" .'
    >>> line_of_text(content, "https://a.example/cue", "not")
    3
    """
    latest = None
    for line, term, value in _tokens(content):
        if term is not None:
            latest = term
        elif latest == property_ and value == text:
            return line
    return None


def _tokens(content: str) -> Iterator[tuple[int, str | None, str | None]]:
    """Yield line and IRI of each term, and line and value of each text."""
    prefixes = dict(PREFIX.findall(content))
    for match in TOKEN.finditer(content):
        line = content.count("\n", 0, match.start()) + 1
        if match["text"] is not None:
            yield line, None, str(ast.literal_eval(match["text"]))
        elif match["iri"] is not None:
            yield line, match["iri"], None
        elif match["prefix"] is not None:
            namespace = prefixes.get(match["prefix"], "")
            yield line, namespace + (match["name"] or ""), None
