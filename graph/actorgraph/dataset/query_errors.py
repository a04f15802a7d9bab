"""What is wrong with a query that cannot be parsed: where, and what was expected.

The engine says how far it came and lists all that its grammar would have taken there.  The usual
slips are looked for first, since that list rarely names them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from actorgraph.dataset.sparql_tokens import (
    Token,
    declared_prefixes,
    meaningful_tokens,
    place_of,
)

_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
#: What may occur in a query without a prefix or a question mark.
_WORDS = frozenset(
    """
    A ABS ADD ALL AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL CLEAR COALESCE CONCAT CONSTRUCT
    CONTAINS COPY COUNT CREATE DATATYPE DAY DEFAULT DELETE DESC DESCRIBE DISTINCT DROP
    ENCODE_FOR_URI EXISTS FALSE FILTER FLOOR FROM GRAPH GROUP GROUP_CONCAT HAVING HOURS IF IN
    INSERT IRI ISBLANK ISIRI ISLITERAL ISNUMERIC ISURI LANG LANGMATCHES LCASE LIMIT LOAD MAX MD5
    MIN MINUS MINUTES MONTH NAMED NOT NOW OFFSET OPTIONAL ORDER PREFIX RAND REDUCED REGEX REPLACE
    ROUND SAMETERM SAMPLE SECONDS SELECT SEPARATOR SERVICE SHA1 SHA256 SHA384 SHA512 SILENT STR
    STRAFTER STRBEFORE STRDT STRENDS STRLANG STRLEN STRSTARTS STRUUID SUBSTR SUM TIMEZONE TO TRUE
    TZ UCASE UNDEF UNION URI USING UUID VALUES WHERE WITH YEAR
    """.split()
)
_CLOSED_BY = {"(": ")", "{": "}", "[": "]"}
#: The engine's words: its place, and what it would have taken there.
_REPORT = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
#: What the engine expects: a sign in quotation marks, a word, or a sentence about the query.
_SIGN = re.compile(r'"(?:\\.|[^"\\])+"|\b[A-Z]{2,}\b(?! [a-z*])')
_SENTENCE = re.compile(r"(?:^|, )((?:The |SELECT |IRI )[\w *]+ [\w *]+)")
#: Characters of the query that a message repeats, and signs that it lists.
_SHOWN, _LISTED = 20, 6


def explained(query: str, prefixes: Mapping[str, str], report: str) -> str:
    """Return what is wrong with a query, in one line.

    Args:
        query: As the engine got it.
        prefixes: Prefix → namespace, those that need no declaration.
        report: The engine's message.
    """
    tokens = list(meaningful_tokens(query))
    slip = (
        _wrong_form(tokens)
        or _unclosed_string(query, tokens)
        or _unpaired(query, tokens)
        or _undeclared(query, tokens, prefixes)
        or _strange_word(query, tokens)
    )
    return slip or _reported(query, report)


def _wrong_form(tokens: list[Token]) -> str:
    """Say that a query begins with none of the four forms, after its prefixes."""
    words = [token.text for token in tokens if token.kind == "word"]
    forms = [word for word in words if word.upper() not in ("PREFIX", "BASE")]
    allowed = "SELECT, ASK, CONSTRUCT or DESCRIBE"
    if not forms:
        return f"the query asks nothing: begin it with {allowed}"
    first, *_ = forms
    if first.upper() in _FORMS:
        return ""
    return f"a query begins with {allowed}, not with {first}"


def _unclosed_string(query: str, tokens: list[Token]) -> str:
    for token in tokens:
        if token.kind == "unclosed":
            return f"the string at {place_of(query, token.start)} has no end"
    return ""


def _unpaired(query: str, tokens: list[Token]) -> str:
    """Say which bracket has no partner."""
    opened: list[Token] = []
    for token in tokens:
        if token.kind != "mark":
            continue
        if token.text in _CLOSED_BY:
            opened.append(token)
        elif token.text in _CLOSED_BY.values():
            if not opened:
                return f"{token.text} at {place_of(query, token.start)} closes nothing"
            last = opened.pop()
            if token.text != _CLOSED_BY[last.text]:
                return _unclosed(query, last)
    return _unclosed(query, opened[-1]) if opened else ""


def _unclosed(query: str, bracket: Token) -> str:
    place = place_of(query, bracket.start)
    return f"{bracket.text} at {place} is not closed by {_CLOSED_BY[bracket.text]}"


def _undeclared(query: str, tokens: list[Token], prefixes: Mapping[str, str]) -> str:
    declared = declared_prefixes(tokens, prefixes)
    pairs = zip([None, *tokens], tokens, strict=False)
    for before, token in pairs:
        prefix = token.text.partition(":")[0]
        is_declaration = before is not None and before.text.upper() == "PREFIX"
        if token.kind != "name" or is_declaration or prefix in declared:
            continue
        names = [f"{name}:" for name in sorted(declared)]
        known = ", ".join(names)
        place = place_of(query, token.start)
        return (
            f"the prefix {prefix}: at {place} is not declared; declared "
            f"are {known}; for another, begin with PREFIX {prefix}: <…>"
        )
    return ""


def _strange_word(query: str, tokens: list[Token]) -> str:
    """Say which word SPARQL does not have, and what was probably meant."""
    for token in tokens:
        if token.kind != "word" or not token.text[0].isalpha():
            continue
        if token.text.upper() in _WORDS:
            continue
        similar = get_close_matches(
            token.text.upper(), sorted(_WORDS), n=1, cutoff=0.75
        )
        meant = similar[0] if similar else f"?{token.text} or ag:{token.text}"
        place = place_of(query, token.start)
        return f"{token.text} at {place} is no word of SPARQL; did you mean {meant}?"
    return ""


def _reported(query: str, report: str) -> str:
    """Say what the engine says, without what its grammar is made of."""
    match = _REPORT.match(report)
    if match is None:
        return " ".join(report.split())
    line, column, expected = int(match[1]), int(match[2]), match[3]
    sentence = _SENTENCE.search(expected)
    place = f"line {line}, column {column}"
    if sentence is not None:
        return f"{sentence[1].strip()} ({place})"
    lines = [*query.split("\n"), ""]
    following = "\n".join(lines[line - 1 :])[column - 1 :].split()
    here = " ".join(following)[:_SHOWN]
    where = f"{place}, before “{here}”" if here else f"{place}, at the end"
    signs = _SIGN.findall(expected)
    if '"?"' in signs:
        return f"{where}: expected a variable, a name or a value"
    if not signs or len(signs) > _LISTED:
        return f"{where}: this is not expected here"
    return f"{where}: expected {' or '.join(signs)}"
