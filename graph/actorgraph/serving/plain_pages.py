"""Pages that need no answer from the graph, and the files that they load."""

from __future__ import annotations

import mimetypes
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from actorgraph.dataset.named_questions import named_questions
from actorgraph.export.page.script import LIBRARY, WEB
from actorgraph.identifiers import prefixes
from actorgraph.serving.doorkeeper import STYLED_POLICY
from actorgraph.serving.media_types import HTML
from actorgraph.serving.page_rendering import rendered
from actorgraph.serving.problems import Problem
from actorgraph.serving.responses import response

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from actorgraph.serving.live_graph import LiveGraph
    from actorgraph.serving.server_options import ServerOptions

#: The end of a query that says how many rows it asks for.
_LIMIT = re.compile(r"^LIMIT \d+\s*\Z", re.MULTILINE)
FILES = Path(__file__).parent / "web"
#: The page of the whole graph names the hashes of its own scripts.
_GRAPH_POLICY = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


async def start_page(_: Request, graph: LiveGraph, __: ServerOptions) -> Response:
    """Answer with the page that leads to all others."""
    manifest = graph.current().stored.manifest
    questions = named_questions()
    page = rendered("start", manifest=manifest, questions=questions)
    return response(page, HTML)


async def query_page(_: Request, graph: LiveGraph, options: ServerOptions) -> Response:
    """Answer with the editor of queries; the named questions ask for as many rows as they get."""
    base = graph.current().stored.manifest.base
    questions = [
        {
            "name": question.name,
            "title": question.title,
            "text": _at_a_time(question.text, options.rows),
        }
        for question in named_questions()
    ]
    setting = {"prefixes": prefixes(base), "questions": questions}
    answer = response(rendered("query", setting=setting), HTML)
    answer.headers["Content-Security-Policy"] = STYLED_POLICY
    return answer


def _at_a_time(query: str, rows: int) -> str:
    """Return a named question with a limit, and words that say so; those with one keep it."""
    if _LIMIT.search(query):
        return query
    return (
        f"{query}# At most {rows:,} rows at a time: add OFFSET {rows} for the next ones.\n"
        f"LIMIT {rows}\n"
    )


async def graph_page(_: Request, graph: LiveGraph, __: ServerOptions) -> Response:
    """Answer with the page of the whole graph that its build has written.

    Raises:
        Problem: 404 if it has written none.
        StoreError: if it is not the one that was written.
    """
    name = "outputs/graph.html"
    stored = graph.current().stored
    if name not in stored.manifest.sha256:
        raise Problem(404, "this graph has no page of its own; find an actor instead")
    answer = response(stored.content(name), HTML)
    answer.headers["Content-Security-Policy"] = _GRAPH_POLICY
    return answer


async def static_file(request: Request) -> Response:
    """Answer with a file that the pages load.

    Raises:
        Problem: 404 if there is none of this name.
    """
    files = _static_files()
    name = request.path_params["name"]
    if name not in files:
        raise Problem(404, "there is nothing at this address")
    media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return response(files[name], media_type)


@cache
def _static_files() -> dict[str, bytes]:
    """Return all files by name; a path in a request can therefore name no other."""
    files = {LIBRARY: (WEB / LIBRARY).read_bytes()}
    for path in FILES.rglob("*"):
        if path.is_file():
            name = path.relative_to(FILES).as_posix()
            files[name] = path.read_bytes()
    return files
