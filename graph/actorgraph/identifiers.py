"""Stable identifiers, made from content: the same thing read twice has the same id, on any machine.

An id is readable first and unique second: ``vladimir-putin-5c1e0a9b`` for an actor, ``3f0c…`` (16
hexadecimal digits) for a document or a claim.  The hash is SHA-256, cut.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from operator import attrgetter
from urllib.parse import quote

from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Attribution,
    ClaimId,
    DocumentId,
    Span,
)
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


def match_iris(actor: Actor) -> tuple[str, ...]:
    """Return the IRIs of an actor in other sources, its Wikidata item first."""
    if not actor.wikidata:
        return actor.matches
    item = f"{WIKIDATA}{actor.wikidata}"
    return (item, *actor.matches)


def parted_matches(iris: Iterable[str]) -> tuple[str | None, tuple[str, ...]]:
    """Return an actor's Wikidata item among its IRIs in other sources, and the others, sorted.

    >>> parted_matches(["https://example.org/oslo", "http://www.wikidata.org/entity/Q585"])
    ('Q585', ('https://example.org/oslo',))
    """
    others = sorted(iris)
    for iri in others:
        if iri.startswith(WIKIDATA):
            others.remove(iri)
            return iri.removeprefix(WIKIDATA), tuple(others)
    return None, tuple(others)


def prefixes(base: str) -> dict[str, str]:
    """Return the short names for queries and files, sorted.

    Args:
        base: Base IRI of the data, which ``actor:``, ``claim:`` and ``doc:`` begin with.
    """
    data = {
        "actor": f"{base}actor/",
        "claim": f"{base}claim/",
        "doc": f"{base}document/",
    }
    namespaces = data | NAMESPACES
    return dict(sorted(namespaces.items()))


def digest(*parts: str | None, length: int = 16) -> str:
    """Return the hexadecimal digest of a sequence of strings.

    None and "" differ, and so do ("ab", "c") and ("a", "bc"):

    >>> digest("ab", "c", length=8) == digest("a", "bc", length=8)
    False

    Args:
        parts: Strings of any characters, or None.
        length: Number of digits, at most 64.
    """
    hasher = hashlib.sha256()
    for part in parts:
        if part is None:
            hasher.update(b"-:")
            continue
        data = part.encode("utf-8", "surrogatepass")
        size = str(len(data)).encode()
        hasher.update(size + b":")
        hasher.update(data)
    return hasher.hexdigest()[:length]


def document_id(
    text: str, title: str | None, date: str | None, url: str | None
) -> DocumentId:
    """Return the id of a document: what it says, and where and when it was published."""
    hash_ = digest(text, title, date, url)
    return DocumentId(hash_)


def named_quotations(
    attributions: Iterable[Attribution],
) -> Iterator[tuple[str, Attribution]]:
    """Yield the quotations of a document in text order, each with a name that no other has.

    They are named by where they start and end; a second one there gets ``-2``.  All must have
    content.
    """
    counts: Counter[str] = Counter()
    for attribution in sorted(set(attributions), key=attrgetter("text_order")):
        start, end = attribution.content[0][0], attribution.content[-1][1]
        place = f"{start}-{end}"
        counts[place] += 1
        number = counts[place]
        yield place if number == 1 else f"{place}-{number}", attribution


def claim_id(
    document: DocumentId, relation: str, subject: Span, object_: Span, method: str
) -> ClaimId:
    """Return the id of a claim.

    It depends on the places of subject and object and how they were related, not on who they are.
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
    """Return the ASCII letters of a name in words joined by hyphens; "x" where there are none.

    >>> slug("José Núñez’s"), slug("李 明")
    ('jose-nunez', 'x')

    Args:
        name: As it is written.
        limit: Maximum number of characters.
    """
    words = re.findall(r"[a-z0-9]+", fold_name(name))
    joined = "-".join(words)[:limit]
    return joined.rstrip("-") or "x"


def actor_id(type_: ActorType, key: str, name: str) -> ActorId:
    """Return the id of an actor: its name to read, and a hash of its type and key.

    Args:
        type_: Its type.
        key: What identifies it: its normal form, Wikidata id or home document.
        name: What is shown of it.
    """
    hash_ = digest(type_.value, key, length=8)
    return ActorId(f"{slug(name)}-{hash_}")


def actor_iri(actor: ActorId, base: str = DEFAULT_BASE) -> str:
    """Return the IRI of an actor."""
    local = quote(actor, safe="")
    return f"{base}actor/{local}"


def document_iri(document: DocumentId, base: str = DEFAULT_BASE) -> str:
    """Return the IRI of a document, which also names the graph of its claims."""
    local = quote(document, safe="")
    return f"{base}document/{local}"


def claim_iri(claim: ClaimId, base: str = DEFAULT_BASE) -> str:
    """Return the IRI of a claim."""
    local = quote(claim, safe="")
    return f"{base}claim/{local}"


def passage_iri(
    document: DocumentId, start: int, end: int, base: str = DEFAULT_BASE
) -> str:
    """Return the IRI of a passage, as RFC 5147 writes character ranges of a plain text."""
    text = document_iri(document, base)
    return f"{text}#char={start},{end}"
