"""What a query may not do, with a clear message, before it is run.

The engine would follow SERVICE to other machines, answers FROM with silence when it has no such
graph, and dies of deep nesting.  So the text is cut into tokens, and the words that matter are
looked for outside strings, IRIs, comments and names.  Where a token can be read in two ways (``<``
opens an IRI or means "less than"), the words are refused wherever they occur in the text.

This is a second reading of SPARQL and may be wrong: what keeps a query on this machine is
``sandbox``.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from actorgraph.dataset.sparql_tokens import (
    decoded,
    meaningful_tokens,
)
from actorgraph.errors import QueryRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: Longest query in characters, and deepest nesting of brackets; the engine's parser dies between
#: 2,000 and 3,000.
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
_WORD = re.compile(r"\w+")
#: What a comparison may have on its left side: kinds of tokens, and marks that end a value.
_OPERANDS = frozenset(
    {"string", "iri", "variable", "tag", "name", "word", ")", "}", ">"}
)
#: Kind of token and its text, as ``Token`` has them.
_Token = tuple[str, str]


def screen(
    query: str, prefixes: Mapping[str, str], has_graph: Callable[[str], bool]
) -> None:
    """Admit a query that only reads this graph.

    Args:
        query: SPARQL, with line feeds as line ends.
        prefixes: Prefix → namespace, those that need no declaration.
        has_graph: Whether the store has a graph of this IRI.

    Raises:
        QueryRefused: naming what is refused: SERVICE, LOAD and every form of update; FROM a graph
            that is not in the store; more than ``LONGEST`` characters; brackets nested more than
            ``DEEPEST`` deep.
    """
    if len(query) > LONGEST:
        raise QueryRefused(
            f"the query has {len(query):,} characters; at most {LONGEST:,} are allowed"
        )
    tokens = [(token.kind, token.text) for token in meaningful_tokens(query)]
    _check_depth(tokens)
    for kind, text in tokens:
        if kind == "word":
            _check_words(text)
        elif kind == "name" and contains_service(text.partition(":")[0]):
            _refuse("SERVICE")  # the engine reads ``SERVICEx:a`` as ``SERVICE x:a``
    if _is_ambiguous(tokens):
        _check_words(decoded(query))
    _check_sources(tokens, prefixes, has_graph)


def contains_service(query: str) -> bool:
    """Whether the letters SERVICE occur anywhere in a text, in any case, escaped or not."""
    text = decoded(query)
    return "SERVICE" in text.upper()


def one_line_ends(query: str) -> str:
    """Return the query with every line end as a line feed: where a comment stops is then clear."""
    query = query.replace("\r\n", "\n")
    return query.replace("\r", "\n")


def _check_depth(tokens: list[_Token]) -> None:
    depth = 0
    for kind, text in tokens:
        if kind == "mark":
            depth += (text in "({[") - (text in ")}]")
        if depth > DEEPEST:
            raise QueryRefused(f"the query nests brackets more than {DEEPEST} deep")


def _check_words(text: str) -> None:
    """Refuse a text with a word of an update, or with SERVICE, be it within a longer word."""
    if contains_service(text):
        _refuse("SERVICE")
    for word in _WORD.findall(text.upper()):
        if word in _REFUSED:
            _refuse(word)


def _refuse(word: str) -> None:
    raise QueryRefused(
        f"{word} is refused: it {_REFUSED[word]}; SELECT, ASK, CONSTRUCT and DESCRIBE are allowed"
    )


def _is_ambiguous(tokens: list[_Token]) -> bool:
    """Whether another reader might see other tokens.

    That is so of a string that never ends, of an IRI with a quotation mark in it, and of an IRI
    inside round brackets right after a value, where ``<`` may mean "less than".
    """
    depth = 0
    for (kind, text), (next_kind, next_text) in pairwise([("", ""), *tokens]):
        if kind == "mark":
            depth += (text == "(") - (text == ")")
        before = text if kind == "mark" else kind
        is_operator = before in ("<", ")") or (depth > 0 and before in _OPERANDS)
        has_doubt = is_operator or "'" in next_text
        if next_kind == "unclosed" or (next_kind == "iri" and has_doubt):
            return True
    return False


def _check_sources(
    tokens: list[_Token], prefixes: Mapping[str, str], has_graph: Callable[[str], bool]
) -> None:
    """Refuse FROM and FROM NAMED a graph that the store lacks; the query's own prefixes count."""
    declared = dict(prefixes)
    padded = [*tokens, ("", ""), ("", "")]
    for (kind, text), first, second in zip(
        tokens, padded[1:], padded[2:], strict=False
    ):
        keyword = text.upper() if kind == "word" else ""
        _, first_text = first
        second_kind, second_text = second
        if keyword == "PREFIX" and second_kind == "iri":
            prefix = first_text.removesuffix(":")
            declared[prefix] = second_text[1:-1]
        if keyword == "FROM":
            source = second if first_text.upper() == "NAMED" else first
            _check_source(*source, declared, has_graph)


def _check_source(
    kind: str, text: str, prefixes: Mapping[str, str], has_graph: Callable[[str], bool]
) -> None:
    prefix, _, name = text.partition(":")
    iri = decoded(text[1:-1]) if kind == "iri" else prefixes.get(prefix, "") + name
    if not has_graph(iri):
        raise QueryRefused(
            f"FROM {text} is refused: the store has no such graph; leave FROM out to ask all of "
            "them"
        )
