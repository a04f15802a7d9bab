"""The SPARQL 1.1 Protocol: what a request asks, and the answer in the form that it accepts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse, Response

from actorgraph.dataset.query_answers import Query
from actorgraph.dataset.screening import one_line_ends
from actorgraph.identifiers import prefixes
from actorgraph.serving.media_types import GRAPHS, HTML, TABLES, choose
from actorgraph.serving.problems import Problem
from actorgraph.serving.request_body import (
    Pairs,
    body_of,
    content_type,
    parameters_of,
    text_of,
)
from actorgraph.serving.responses import response, unless_gone
from actorgraph.serving.server_options import LONGEST_QUERY
from actorgraph.serving.service_description import described

if TYPE_CHECKING:
    from starlette.requests import Request

    from actorgraph.dataset.query_answers import Answer
    from actorgraph.dataset.store import StoredGraph
    from actorgraph.serving.live_graph import LiveGraph
    from actorgraph.serving.server_options import ServerOptions

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request of the protocol asks.

    Attributes:
        text: SPARQL; None if the request only wants the description of the service.
        default_graphs: IRIs.
        named_graphs: IRIs.
    """

    text: str | None
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


async def answer_sparql(
    request: Request, graph: LiveGraph, options: ServerOptions
) -> Response:
    """Answer a request of the protocol.

    Raises:
        Problem, QueryRefused, StoreError: if there is no answer.
        ClientGone: if there is nobody to answer.
    """
    asked = await _asked(request)
    accepted = request.headers.getlist("accept")
    accept = ", ".join(accepted)
    if asked.text is None:
        return _description(request, accept)
    generation = graph.current()
    chosen = _chosen(accept)
    most = options.rows
    query = _query(asked, chosen, generation.stored, most)
    work = generation.query(query, options.seconds)
    answer = await unless_gone(request, work)
    return _response(answer, chosen, most)


async def _asked(request: Request) -> Asked:
    address = parameters_of(request.url.query)
    if request.method != "POST":
        return _of_parameters(address, is_form=False)
    media_type, parameters = content_type(request)
    if media_type == UPDATE:
        raise _no_update()
    if media_type not in (FORM, DIRECT):
        raise Problem(415, f"send the query as {FORM} or as {DIRECT}")
    body = await body_of(request, LONGEST_QUERY)
    text = text_of(body, parameters)
    if media_type == FORM:
        pairs = [*address, *parameters_of(text)]
        return _of_parameters(pairs, is_form=True)
    graphs = _graphs(address)
    return Asked(text, *graphs)


def _of_parameters(pairs: Pairs, *, is_form: bool) -> Asked:
    if _values(pairs, "update"):
        raise _no_update()
    queries = _values(pairs, "query")
    count = len(queries)
    if count > 1 or (is_form and not queries):
        raise Problem(400, f"one query is expected, not {count}")
    text = queries[0] if queries else None
    return Asked(text, *_graphs(pairs))


def _graphs(pairs: Pairs) -> tuple[tuple[str, ...], tuple[str, ...]]:
    default_graphs = _values(pairs, "default-graph-uri")
    named_graphs = _values(pairs, "named-graph-uri")
    return default_graphs, named_graphs


def _values(pairs: Pairs, wanted: str) -> tuple[str, ...]:
    return tuple(value for name, value in pairs if name == wanted)


def _no_update() -> Problem:
    return Problem(403, "this server only reads; send a query, not an update")


def _chosen(accept: str) -> dict[str, str]:
    """Return the media type for each kind of answer that the client takes.

    Raises:
        Problem: 406 if it takes none.
    """
    tables = choose(accept, TABLES)
    graphs = choose(accept, GRAPHS)
    chosen = {"select": tables, "ask": tables, "graph": graphs}
    taken = {kind: media_type for kind, media_type in chosen.items() if media_type}
    if not taken:
        media_types = {*TABLES, *GRAPHS}
        raise _unacceptable(media_types)
    return taken


def _unacceptable(offered: set[str]) -> Problem:
    return Problem(406, f"this answer is there as {', '.join(sorted(offered))}")


def _query(
    asked: Asked, chosen: dict[str, str], stored: StoredGraph, rows: int
) -> Query:
    base = stored.manifest.base
    return Query(
        one_line_ends(asked.text or ""),
        prefixes(base),
        max_rows=rows,
        base=base,
        default_graphs=asked.default_graphs,
        named_graphs=asked.named_graphs,
        forms={kind: _form(kind, name) for kind, name in chosen.items()},
    )


def _form(kind: str, media_type: str) -> str:
    if kind == "graph":
        return GRAPHS[media_type]
    return TABLES[media_type]


def _response(answer: Answer, chosen: dict[str, str], rows: int) -> Response:
    if answer.truncated:
        raise Problem(
            400,
            f"the answer has more than {rows:,} rows; ask for that many at a time: "
            f"LIMIT {rows}, then LIMIT {rows} OFFSET {rows}",
        )
    if not answer.form:
        raise _unacceptable(set(GRAPHS if answer.kind == "graph" else TABLES))
    return response(answer.payload, chosen[answer.kind])


def _description(request: Request, accept: str) -> Response:
    """Return the description of the service; to a browser, the page to ask it with."""
    media_type = choose(accept, (*GRAPHS, HTML))
    if media_type is None:
        raise _unacceptable({*GRAPHS, HTML})
    if media_type == HTML:
        return RedirectResponse("/query", 303)
    address = request.url.replace(query="")
    form = GRAPHS[media_type]
    description = described(str(address), form)
    return response(description, media_type)
