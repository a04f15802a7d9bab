"""Markdown notes, one for each actor, zipped: a vault for Obsidian, or dossiers to print.

Notes link to each other by ``[[name]]``; what comes from texts is escaped, so that no quote
becomes a heading or link.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any, BinaryIO

from actorgraph.export.characters import printable
from actorgraph.export.corpus_lookup import Lookup
from actorgraph.export.registry import Exporter, Material
from actorgraph.export.spreadsheet import archive_entry
from actorgraph.remarks import remarks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from actorgraph.model import Claim, Evidence

#: Subject, object and attributes of an edge.
Edge = tuple[str, str, dict[str, Any]]

#: What Markdown or Obsidian would read as more than text.
_SIGNS = re.compile(r"([\\`*_{}\[\]<>()#+\-!|~=$^])")
#: What some system forbids in the name of a file, or Obsidian in a link.
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|#^\[\]\x00-\x1f]+')
#: Characters of a file's name, at most.
_LONGEST = 80


def write(material: Material, target: BinaryIO) -> None:
    """Write a zip archive with a folder of notes; actors of one name differ by their ids."""
    notes = _Notes(material)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for actor in sorted(material.network):
            note = "".join(notes.of(actor)).encode()
            archive.writestr(archive_entry(f"actors/{notes.files[actor]}.md"), note)


EXPORTER = Exporter(
    "markdown",
    "Markdown notes, one for each actor, zipped, for Obsidian",
    "graph-notes.zip",
    write,
)


class _Notes:
    """The notes of a graph.

    Attributes:
        files: Name of the note of each actor, without its ending.
    """

    def __init__(self, material: Material) -> None:
        self._network = material.network
        self._lookup = Lookup(material.corpus)
        self.files = _file_names(dict(material.network.nodes(data="label")))

    def of(self, actor: str) -> Iterator[str]:
        """Yield the note of an actor: its names, then its relations, the best attested first."""
        node = self._network.nodes[actor]
        yield f"# {_text(node['label'])}\n\n"
        yield _counts(node)
        if node["aliases"]:
            yield f"\nAlso: {', '.join(map(_text, node['aliases']))}.\n"
        if node["wikidata"]:
            yield f"\nWikidata: <https://www.wikidata.org/wiki/{node['wikidata']}>\n"
        for family, edges in groupby(self._edges(actor), key=_family):
            yield f"\n## {_text(family)}\n"
            for edge in edges:
                yield from self._relation(actor, edge)

    def _edges(self, actor: str) -> list[Edge]:
        outward = self._network.out_edges(actor, data=True)
        inward = self._network.in_edges(actor, data=True)
        return sorted([*outward, *inward], key=_best_attested)

    def _relation(self, actor: str, edge: Edge) -> Iterator[str]:
        subject, object_, attributes = edge
        neighbour = object_ if subject == actor else subject
        doubt = "" if attributes["accepted"] else " (not accepted)"
        sentence = _text(self._sentence(edge))
        yield f"\n- **{sentence}**{doubt} [[{self.files[neighbour]}]]\n"
        for claim in self._lookup.existing(attributes["claims"]):
            yield from self._claim(claim)

    def _sentence(self, edge: Edge) -> str:
        subject, object_, attributes = edge
        nodes = self._network.nodes
        arrow = "–" if attributes["symmetric"] else "→"
        relation = f" – {attributes['label']} {arrow} "
        return f"{nodes[subject]['label']}{relation}{nodes[object_]['label']}"

    def _claim(self, claim: Claim) -> Iterator[str]:
        words = remarks(claim, self._lookup.speaker(claim))
        yield f"    - {_text(', '.join(words))}\n"
        for evidence in claim.evidence:
            yield f"        - {self._quote(evidence)}\n"

    def _quote(self, evidence: Evidence) -> str:
        document = self._lookup.documents[evidence.document]
        quote = _text(" ".join(evidence.quote.split()))
        date = f", {document.date}" if document.date else ""
        place = f"{evidence.start}–{evidence.end}"
        return f"“{quote}” ({_text(document.name)}{date}, {place})"


def _counts(node: Mapping[str, Any]) -> str:
    count = node["documents"]
    documents = f"{count} {'document' if count == 1 else 'documents'}"
    class_ = node["subtype"] or node["type"]
    return f"{class_}, named {node['mentions']} times in {documents}.\n"


def _family(edge: Edge) -> str:
    return str(edge[2]["family"])


def _best_attested(edge: Edge) -> tuple[str, bool, int, list[str]]:
    """Sort key: by family, accepted edges first, then by the number of documents."""
    attributes = edge[2]
    is_doubtful = not attributes["accepted"]
    return _family(edge), is_doubtful, -attributes["weight"], attributes["claims"]


def _file_names(names: Mapping[str, str]) -> dict[str, str]:
    """Return the file name of each actor, with its id where two would be the same."""
    plain = {id_: _file_name(name) or id_ for id_, name in names.items()}
    uses = Counter(map(str.casefold, plain.values()))
    files = {}
    for id_, name in plain.items():
        is_unique = uses[name.casefold()] == 1
        files[id_] = name if is_unique else f"{name} ({id_})"
    return files


def _file_name(name: str) -> str:
    return _NOT_IN_NAMES.sub(" ", printable(name)).strip(" .")[:_LONGEST]


def _text(text: str) -> str:
    return _SIGNS.sub(r"\\\1", printable(text))
