"""Stable identifiers, made from content: the same thing read twice has the same id, on any machine.

An id is readable first and unique second: ``vladimir-putin-5c1e0a9b`` for an actor, ``3f0c…`` (16
hexadecimal digits) for a document or a claim.  The hash is SHA-256, cut.
"""

from __future__ import annotations

import hashlib
import re
from urllib.parse import quote

from actorgraph.model import ActorId, ActorType, ClaimId, DocumentId, Span
from actorgraph.names import fold_name

#: Where data lives unless the user sets a base; nothing is ever fetched from it.
DEFAULT_BASE = "https://w3id.org/actorgraph/data/"
ONTOLOGY = "https://w3id.org/actorgraph/ontology#"
WIKIDATA = "http://www.wikidata.org/entity/"

#: Short name → namespace of every vocabulary that the data uses.
NAMESPACES = {
    "ag": ONTOLOGY,
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wd": WIKIDATA,
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def prefixes(base: str) -> dict[str, str]:
    """Short names for queries and files.

    ``actor:``, ``claim:`` and ``doc:`` hang on the base IRI of the data.
    """
    own = {
        "actor": f"{base}actor/",
        "claim": f"{base}claim/",
        "doc": f"{base}document/",
    }
    return dict(sorted((own | NAMESPACES).items()))


def digest(*parts: str | None, length: int = 16) -> str:
    """Hexadecimal digest of a sequence of strings.

    None and "" differ, and so do ("ab", "c") and ("a", "bc").
    """
    hasher = hashlib.sha256()
    for part in parts:
        data = b"" if part is None else part.encode("utf-8", "surrogatepass")
        hasher.update(b"-" if part is None else str(len(data)).encode())
        hasher.update(b":" + data)
    return hasher.hexdigest()[:length]


def document_id(
    text: str, title: str | None, date: str | None, url: str | None
) -> DocumentId:
    """Id of a document: what it says, and where and when it was published."""
    return DocumentId(digest(text, title, date, url))


def claim_id(
    document: DocumentId, relation: str, subject: Span, object_: Span, method: str
) -> ClaimId:
    """Return the id of a claim.

    It depends on where subject and object stand and how they were related, not on who they are.
    """
    return ClaimId(
        digest(
            document,
            relation,
            f"{subject[0]},{subject[1]}",
            f"{object_[0]},{object_[1]}",
            method,
        )
    )


def slug(name: str, limit: int = 40) -> str:
    """Return the ASCII letters of a name in words joined by hyphens; "x" where there are none."""
    words = re.findall(r"[a-z0-9]+", fold_name(name))
    return "-".join(words)[:limit].rstrip("-") or "x"


def actor_id(type_: ActorType, key: str, name: str) -> ActorId:
    """Return the id of an actor: its name to read, and a hash.

    The hash is that of its type and its normal form, Wikidata id or home document.
    """
    return ActorId(f"{slug(name)}-{digest(type_.value, key, length=8)}")


def actor_iri(actor: ActorId, base: str = DEFAULT_BASE) -> str:
    """IRI of an actor."""
    return f"{base}actor/{quote(actor, safe='')}"


def document_iri(document: DocumentId, base: str = DEFAULT_BASE) -> str:
    """IRI of a document, which also names the graph of its claims."""
    return f"{base}document/{quote(document, safe='')}"


def claim_iri(claim: ClaimId, base: str = DEFAULT_BASE) -> str:
    """IRI of a claim."""
    return f"{base}claim/{quote(claim, safe='')}"


def passage_iri(
    document: DocumentId, start: int, end: int, base: str = DEFAULT_BASE
) -> str:
    """IRI of a passage, as RFC 5147 writes character ranges of a plain text."""
    return f"{document_iri(document, base)}#char={start},{end}"
