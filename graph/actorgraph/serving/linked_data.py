"""Actors, documents and claims by their address: as a page, as JSON, or as RDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actorgraph.dataset.query_answers import Query
from actorgraph.identifiers import actor_iri, claim_iri, document_iri, prefixes
from actorgraph.model import ActorId, ClaimId, DocumentId
from actorgraph.serving.doorkeeper import STYLED_POLICY
from actorgraph.serving.media_types import GRAPHS, HTML, JSON, TURTLE, choose
from actorgraph.serving.problems import Problem
from actorgraph.serving.question_list import LONGEST_NAME
from actorgraph.serving.responses import response, unless_gone

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from actorgraph.serving.live_graph import LiveGraph, ServedGeneration
    from actorgraph.serving.server_options import ServerOptions

#: The forms of RDF that things are there in.
RDF = (TURTLE, "application/n-triples", "application/ld+json", "application/rdf+xml")
_BY_FORM = {GRAPHS[name]: name for name in RDF}


@dataclass(frozen=True, slots=True)
class Thing:
    """A kind of things that have an address.

    Attributes:
        question: Its page and its JSON answer this.
        parameter: Name of the parameter that takes the id.
        iri: Makes the IRI, given the id and the base of the data.
        query: What is said of it, as SPARQL; ``<it>`` is replaced by the IRI.
    """

    question: str
    parameter: str
    iri: Callable[[str, str], str]
    query: str


_IS_THERE = "ASK { { <it> ?p ?o } UNION { GRAPH ?graph { <it> ?p ?o } } }"
_WITH_EVIDENCE = """CONSTRUCT { ?s ?p ?o } {
  GRAPH ?graph { <it> a ag:Claim ; (prov:wasDerivedFrom|oa:hasSelector)* ?s . ?s ?p ?o }
}"""
_WITH_GRAPH = """CONSTRUCT { ?s ?p ?o } {
  { GRAPH <it> { ?s ?p ?o } } UNION { BIND(<it> AS ?s) <it> ?p ?o }
}"""
THINGS: Mapping[str, Thing] = {
    "actor": Thing(
        "show",
        "actor",
        lambda id_, base: actor_iri(ActorId(id_), base),
        "DESCRIBE <it>",
    ),
    "document": Thing(
        "document",
        "id",
        lambda id_, base: document_iri(DocumentId(id_), base),
        _WITH_GRAPH,
    ),
    "claim": Thing(
        "claim", "id", lambda id_, base: claim_iri(ClaimId(id_), base), _WITH_EVIDENCE
    ),
}


async def answer_thing(
    request: Request, graph: LiveGraph, options: ServerOptions
) -> Response:
    """Answer with what is known of a thing, in the form that the client likes best.

    Raises:
        Problem, QueryRefused, StoreError: if there is no answer.
        ClientGone: if there is nobody to answer.
    """
    kind, id_ = request.url.path.split("/")[1], request.path_params["id"]
    thing = THINGS[kind]
    if len(id_) > LONGEST_NAME:
        raise Problem(404, "there is nothing at this address")
    media_type = _media_type(request)
    generation = graph.current()
    if media_type in RDF:
        work = _rdf(generation, thing, id_, media_type, options)
        return response(await unless_gone(request, work), media_type)
    form = "html" if media_type == HTML else "json"
    arguments = {thing.parameter: id_}
    answer = generation.question(thing.question, arguments, form, options.seconds)
    page = response(await unless_gone(request, answer), media_type)
    page.headers["Content-Security-Policy"] = STYLED_POLICY
    return page


def _media_type(request: Request) -> str:
    """Return the media type that a client wants, by a link or by its Accept header.

    Raises:
        Problem: 406 if there is no such form.
    """
    offered = (HTML, JSON, *RDF)
    form = request.query_params.get("format")
    if form is not None:
        media_type = {"html": HTML, "json": JSON, **_BY_FORM}.get(form)
    else:
        media_type = choose(request.headers.get("accept", ""), offered)
    if media_type is None:
        raise Problem(406, f"this is there as {', '.join(offered)}")
    return media_type


async def _rdf(
    generation: ServedGeneration,
    thing: Thing,
    id_: str,
    media_type: str,
    options: ServerOptions,
) -> bytes:
    base = generation.stored.manifest.base
    iri = f"<{thing.iri(id_, base)}>"
    forms = {"graph": GRAPHS[media_type]}
    ask, tell = (
        Query(text.replace("<it>", iri), prefixes(base), options.rows, forms=forms_)
        for text, forms_ in ((_IS_THERE, None), (thing.query, forms))
    )
    is_there = await generation.query(ask, options.seconds)
    if is_there.payload != b"true":
        raise Problem(404, "there is nothing at this address")
    answer = await generation.query(tell, options.seconds)
    if answer.truncated:
        raise Problem(
            503, f"this has more than {options.rows:,} statements; ask /sparql"
        )
    return answer.payload
