"""The graph as pandas tables, for notebooks; pandas comes with the extra ``pandas``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from actorgraph.errors import UsageError
from actorgraph.model import Corpus

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


class Tables(NamedTuple):
    """Three tables that refer to each other by id.

    Attributes:
        actors: Indexed by ``id``; columns as the nodes of ``analysis.build_network``, with degree, betweenness,
            pagerank and community.
        relations: One row for each subject, relation and object; columns as the edges of ``analysis.build_network``.
        claims: One row for each claim, also those of no accepted relation, indexed by ``id``: subject, relation,
            object, polarity, modality, status, said_by, valid_from, valid_until, confidence, method, document, quote.
    """

    actors: pd.DataFrame
    relations: pd.DataFrame
    claims: pd.DataFrame


ACTORS = (
    *("label", "type", "subtype", "aliases", "mentions", "documents", "wikidata"),
    *("degree", "betweenness", "pagerank", "community"),
)
RELATIONS = (
    *(
        "subject",
        "object",
        "relation",
        "label",
        "family",
        "symmetric",
        "weight",
        "count",
        "polarity",
        "modality",
    ),
    *(
        "status",
        "confidence",
        "first_date",
        "last_date",
        "valid_from",
        "valid_until",
        "sources",
    ),
    *("said_by", "claims", "quotes", "accepted", "derived"),
)
CLAIMS = (
    *(
        "subject",
        "relation",
        "object",
        "polarity",
        "modality",
        "status",
        "said_by",
        "valid_from",
        "valid_until",
    ),
    *("confidence", "method", "document", "quote"),
)


def tables(corpus: Corpus, measured: nx.MultiDiGraph) -> Tables:
    """The tables of a corpus and its measured network; empty ones, with all their columns, of an empty graph.

    Raises:
        UsageError: if pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise UsageError(
            "pandas is not installed: pip install 'actorgraph[pandas]'"
        ) from error

    nodes = dict(measured.nodes(data=True))
    edges = [
        {"subject": one, "object": other, **data}
        for one, other, data in measured.edges(data=True)
    ]
    claims = {claim["id"]: claim for claim in _claims(corpus)}
    return Tables(
        pd.DataFrame(
            nodes.values(),
            index=pd.Index(nodes, name="id", dtype=object),
            columns=ACTORS,
        ),
        pd.DataFrame(edges, columns=RELATIONS),
        pd.DataFrame(
            claims.values(),
            index=pd.Index(claims, name="id", dtype=object),
            columns=CLAIMS,
        ),
    )


def _claims(corpus: Corpus) -> list[dict[str, object]]:
    names = {actor.id: actor.name for actor in corpus.actors}
    return [
        {
            "id": claim.id,
            "subject": claim.subject,
            "relation": claim.relation,
            "object": claim.object,
            "polarity": claim.polarity.value,
            "modality": claim.modality.value,
            "status": claim.status.value if claim.status else "",
            "said_by": names.get(claim.attributed_to, "")
            if claim.attributed_to
            else "",
            "valid_from": claim.valid_from or "",
            "valid_until": claim.valid_until or "",
            "confidence": claim.confidence,
            "method": claim.method,
            "document": reading.document.name,
            "quote": " … ".join(evidence.quote for evidence in claim.evidence),
        }
        for reading in corpus.readings
        for claim in reading.claims
    ]
