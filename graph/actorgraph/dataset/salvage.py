"""What is whole in the folder of a damaged graph: enough to build the graph again.

A document's id is a digest of its text, title, date and address, so each can be checked on its own.
Everything else follows from the documents, but for the settings, which the manifest has.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path

import pyoxigraph as ox

from actorgraph.codec import DAMAGED
from actorgraph.dataset.corpus import id_in
from actorgraph.dataset.engine import readable_store
from actorgraph.dataset.generations import finished_generations
from actorgraph.dataset.manifest import Manifest
from actorgraph.dataset.matching_quads import ENGINE_ERRORS, matching_quads
from actorgraph.dataset.origin import UNKNOWN, Origin, find_origin, hash_if_present
from actorgraph.dataset.rows import document_of
from actorgraph.dataset.store import StoredGraph
from actorgraph.dataset.terms import DCTERMS, storable
from actorgraph.errors import StoreError
from actorgraph.identifiers import ONTOLOGY, document_id
from actorgraph.model import Document, DocumentId, RefusedDocument
from actorgraph.turtle import RDF

DOCUMENTS = "documents.jsonl"
#: Why a document is lost.
DAMAGED_TEXT = "its text is damaged, and no other copy is whole"
_TYPE, _DOCUMENT = ox.NamedNode(RDF + "type"), ox.NamedNode(ONTOLOGY + "Document")
_ID = re.compile(rb'"id": "([0-9a-f]{16})"')
_NAME = re.compile(r'"name": ("(?:[^"\\]|\\.)*")')
_id = attrgetter("id")


@dataclass(frozen=True, slots=True)
class Salvage:
    """What a graph can be built of again.

    Attributes:
        manifest: What was written, as far as it is known.
        is_certain: Whether the manifest is that of the graph for sure.
        extensions: Intact copies of the user's ontology files, in reading order.
        missing: Names of those without an intact copy.
        documents: Intact documents, sorted by id.
        lost: The others, with the reason.
    """

    manifest: Manifest
    is_certain: bool
    extensions: tuple[Path, ...]
    missing: tuple[str, ...]
    documents: tuple[Document, ...]
    lost: tuple[RefusedDocument, ...]


def salvage(folder: Path) -> Salvage:
    """Collect what is whole in a graph folder; nothing is changed.

    What the generation in force has lost is taken from those before it.

    Raises:
        StoreError: if there is no generation in it.
    """
    generations = finished_generations(folder)
    if not generations:
        raise StoreError(f"there is nothing to repair in {folder}: it has no graph")
    origin = find_origin(folder, generations)
    ordered = sorted(generations, key=origin.generation.__ne__)
    copies = _extensions(origin, ordered)
    documents, lost = _documents(origin, ordered)
    return Salvage(
        origin.manifest,
        origin.is_certain,
        tuple(path for path in copies.values() if path is not None),
        tuple(name for name, path in copies.items() if path is None),
        tuple(sorted(documents, key=_id)),
        tuple(lost),
    )


def _extensions(
    origin: Origin, generations: Iterable[Path]
) -> Mapping[str, Path | None]:
    """Return the user's ontology files by name, in reading order; None for those not whole."""
    manifest = origin.manifest
    if manifest is UNKNOWN:
        files = origin.generation.glob("ontology/*.ttl")
        copies = sorted(files)
        return {path.name: path for path in copies}
    copies_by_name: dict[str, Path | None] = {}
    digests = sorted(manifest.sha256.items())
    for name, digest in digests:
        if name.startswith("ontology/"):
            copy = _whole_copy(name, digest, generations)
            copies_by_name[name] = copy
    return copies_by_name


def _whole_copy(name: str, digest: str, generations: Iterable[Path]) -> Path | None:
    for generation in generations:
        path = generation / name
        if hash_if_present(path) == digest:
            return path
    return None


def _documents(
    origin: Origin, generations: list[Path]
) -> tuple[Iterable[Document], list[RefusedDocument]]:
    """Return the whole documents, and those that are lost, each named."""
    path = origin.generation / DOCUMENTS
    lines = list(_lines(path))
    if hash_if_present(path) == origin.manifest.sha256.get(DOCUMENTS):
        return [document_of(json.loads(line)) for line in lines], []
    register = _register(origin)
    whole = dict(_whole_documents(lines, register))
    names = _names_of(register) or _names_in(lines)
    for generation in generations[1:]:
        earlier = dict(_whole_documents(_lines(generation / DOCUMENTS), register))
        for id_ in names.keys() & earlier.keys() - whole.keys():
            whole[id_] = earlier[id_]
    lost = [
        RefusedDocument(names[id_], DAMAGED_TEXT) for id_ in names if id_ not in whole
    ]
    unnamed = origin.manifest.documents - len(whole) - len(lost)
    if origin.is_certain and unnamed > 0:
        lost.append(RefusedDocument(f"{unnamed} more", "nothing is left of it"))
    return whole.values(), lost


def _names_of(register: Mapping[DocumentId, Document]) -> dict[DocumentId, str]:
    return {id_: document.name for id_, document in sorted(register.items())}


def _lines(path: Path) -> Iterator[bytes]:
    with suppress(OSError):
        yield from filter(None, path.read_bytes().split(b"\n"))


def _whole_documents(
    lines: Iterable[bytes], register: Mapping[DocumentId, Document]
) -> Iterator[tuple[DocumentId, Document]]:
    """Yield the documents of whose lines the content has the digest that it should have."""
    for line in lines:
        with suppress(*DAMAGED):
            row = json.loads(line)
            document = document_of(row)
            id_ = document_id(
                document.text, document.title, document.date, document.url
            )
            if id_ == document.id or id_ in register:
                whole = replace(document, id=id_)
                yield id_, _as_registered(whole, register)


def _as_registered(
    document: Document, register: Mapping[DocumentId, Document]
) -> Document:
    """Return a document with what its id does not depend on as the store has it."""
    entry = register.get(document.id)
    if entry is None:
        return document
    is_renamed = storable(document.name) != entry.name
    if is_renamed:
        document = replace(document, name=entry.name)
    return replace(document, language=entry.language, author=entry.author)


def _names_in(lines: Iterable[bytes]) -> dict[DocumentId, str]:
    """Return the names of documents by id, as far as their lines can be read."""
    names: dict[DocumentId, str] = {}
    for line in lines:
        match = _ID.search(line)
        if match is not None:
            id_ = DocumentId(match[1].decode())
            names[id_] = _name_in(line) or id_
    return names


def _name_in(line: bytes) -> str:
    text = line.decode(errors="replace")
    match = _NAME.search(text)
    if match is None:
        return ""
    with suppress(ValueError):
        return str(json.loads(match[1]))
    return ""


def _register(origin: Origin) -> dict[DocumentId, Document]:
    """Return what the store says of the documents, without their texts; none if it is damaged."""
    documents: dict[DocumentId, Document] = {}
    with suppress(StoreError, KeyError, *ENGINE_ERRORS):
        store = readable_store(origin.generation / "store")
        StoredGraph(origin.generation, origin.manifest, store).check_tables()
        for quad in matching_quads(store, None, _TYPE, _DOCUMENT, ox.DefaultGraph()):
            if isinstance(quad.subject, ox.NamedNode):
                document = _described(store, quad.subject)
                documents[document.id] = document
    return documents


def _described(store: ox.Store, node: ox.NamedNode) -> Document:
    facts: dict[str, str] = {}
    for quad in matching_quads(store, node, None, None, ox.DefaultGraph()):
        if isinstance(quad.object, ox.Literal):
            facts[quad.predicate.value] = quad.object.value
    return Document(
        DocumentId(id_in(node.value)),
        facts[ONTOLOGY + "name"],
        "",
        language=facts[DCTERMS + "language"],
        author=facts.get(DCTERMS + "creator"),
    )
