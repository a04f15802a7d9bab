"""What a query may not do, found before it is run.

The engine would follow SERVICE to other machines, answers FROM with silence when it has no such graph, and dies of deep
nesting.  So the text is cut into tokens, and the words that matter are looked for outside strings, IRIs, comments and
names.  Where ``<`` could open an IRI or mean "less than", a hidden word cannot be ruled out: then it is refused if it
stands anywhere in the text.
"""

from __future__ import annotations

import re
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

from actorgraph.errors import QueryRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

#: Longest query in characters, and deepest nesting of brackets; the engine's parser dies between 2,000 and 3,000.
LONGEST = 1_000_000
DEEPEST = 200

_REFUSED = {
    "SERVICE": "asks another machine",
    "LOAD": "reads from elsewhere",
    **dict.fromkeys(
        ("INSERT", "DELETE", "DROP", "CLEAR", "CREATE", "COPY", "MOVE", "ADD"),
        "changes the graph",
    ),
    "WITH": "changes the graph",
}
_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n]*)
      | (?P<string>'{3}(?:[^\\]|\\.)*?'{3} | "{3}(?:[^\\]|\\.)*?"{3} | '(?:[^'\\\n]|\\.)*' | "(?:[^"\\\n]|\\.)*")
      | (?P<iri><(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)
      | (?P<variable>[?$]\w+)
      | (?P<tag>@[A-Za-z][A-Za-z0-9-]*)
      | (?P<name>[\w.-]*:(?:(?:[\w:]|%[0-9A-Fa-f]{2}|\\.)(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\.)*)?)
      | (?P<word>[\w.-]+)
      | (?P<space>\s+)
      | (?P<mark>.)""",
    re.VERBOSE | re.DOTALL,
)
_OPERANDS = frozenset({"string", "iri", "variable", "tag", "name", "word", ")"})
_CODE_POINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_Token = tuple[str, str]


def screen(
    query: str, prefixes: Mapping[str, str], has_graph: Callable[[str], bool]
) -> None:
    """Let a query pass that only reads this graph.

    Args:
        prefixes: Prefix → namespace, those that need no declaration.
        has_graph: Whether the store has a graph of this IRI.

    Raises:
        QueryRefused: naming what is refused: SERVICE, LOAD and every form of update; FROM a graph that is not in the
            store; more than ``LONGEST`` characters; brackets nested more than ``DEEPEST`` deep.
    """
    if len(query) > LONGEST:
        raise QueryRefused(
            f"the query has {len(query):,} characters; at most {LONGEST:,} are allowed"
        )
    tokens = [
        (kind, text)
        for kind, text in _tokens(query)
        if kind not in ("space", "comment")
    ]
    _check_depth(tokens)
    for kind, text in tokens:
        if kind in ("word", "name"):
            _check_words(
                text.partition(":")[0] if kind == "name" else text, exact=kind == "word"
            )
    if _is_ambiguous(tokens):
        _check_words(_decoded(query), exact=True)
    _check_sources(tokens, prefixes, has_graph)


def one_line_ends(query: str) -> str:
    """The query with every line end as a line feed, so that all readers agree where a comment stops."""
    return query.replace("\r\n", "\n").replace("\r", "\n")


def _tokens(query: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(query):
        text = match.group()
        escaped = _CODE_POINT.match(query, match.start()) if text == "\\" else None
        if escaped is not None:
            raise QueryRefused(
                f"{escaped.group()} stands for a character of the query's own words; write it out"
            )
        yield match.lastgroup or "mark", text


def _check_depth(tokens: list[_Token]) -> None:
    depth = 0
    for kind, text in tokens:
        if kind == "mark":
            depth += (text in "({[") - (text in ")}]")
        if depth > DEEPEST:
            raise QueryRefused(f"the query nests brackets more than {DEEPEST} deep")


def _check_words(text: str, *, exact: bool) -> None:
    """SERVICE counts within a longer word too: the engine reads ``SERVICEx:a`` as ``SERVICE x:a``."""
    words = re.findall(r"\w+", text.upper()) if exact else []
    for word in ["SERVICE"] * ("SERVICE" in text.upper()) + words:
        if (reason := _REFUSED.get(word)) is not None:
            raise QueryRefused(
                f"{word} is refused: it {reason}; SELECT, ASK, CONSTRUCT and DESCRIBE are allowed"
            )


def _is_ambiguous(tokens: list[_Token]) -> bool:
    """Whether some IRI stands inside round brackets right after a value, where ``<`` may mean "less than"."""
    depth = 0
    for (kind, text), (next_kind, _) in pairwise(tokens):
        depth += (text == "(") - (text == ")") if kind == "mark" else 0
        before = text if kind == "mark" else kind
        if next_kind == "iri" and (
            before == "<" or (depth > 0 and before in _OPERANDS) or before == ")"
        ):
            return True
    return False


def _check_sources(
    tokens: list[_Token], prefixes: Mapping[str, str], has_graph: Callable[[str], bool]
) -> None:
    known = dict(prefixes)
    for place, (kind, text) in enumerate(tokens):
        following = [*tokens[place + 1 : place + 3], ("", ""), ("", "")]
        if kind == "word" and text.upper() == "PREFIX" and following[1][0] == "iri":
            known[following[0][1][:-1]] = following[1][1][1:-1]
        if kind == "word" and text.upper() == "FROM":
            source = (
                following[1] if following[0][1].upper() == "NAMED" else following[0]
            )
            _check_source(*source, known, has_graph)


def _check_source(
    kind: str, text: str, prefixes: Mapping[str, str], has_graph: Callable[[str], bool]
) -> None:
    prefix, _, rest = text.partition(":")
    iri = _decoded(text[1:-1]) if kind == "iri" else prefixes.get(prefix, "") + rest
    if not has_graph(iri):
        raise QueryRefused(
            f"FROM {text} is refused: the store has no such graph; leave FROM out to ask all of them"
        )


def _decoded(text: str) -> str:
    return _CODE_POINT.sub(
        lambda match: _character(int(match.group(1) or match.group(2), 16)), text
    )


def _character(code: int) -> str:
    return chr(code) if code <= sys.maxunicode else "\ufffd"
