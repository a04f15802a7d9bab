"""Markdown notes, one for each actor, zipped: a vault for Obsidian, or dossiers to print.

Notes link to each other by ``[[name]]``; what comes from texts is escaped, so that no quote becomes a heading or link.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any, BinaryIO

from actorgraph.export.characters import printable
from actorgraph.export.registry import Exporter, Material
from actorgraph.export.spreadsheet import archive_entry
from actorgraph.model import Modality, Polarity, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from actorgraph.model import Claim, Evidence

#: What Markdown or Obsidian would read as more than text.
_SIGNS = re.compile(r"([\\`*_{}\[\]<>()#+\-!|~=$^])")
#: What cannot stand in a file's name on some system, or in a link of Obsidian.
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|#^\[\]\x00-\x1f]+')
#: Characters of a file's name.
_LONGEST = 80


def write(material: Material, target: BinaryIO) -> None:
    """Write a zip archive with a folder of notes; a name that several actors share is told apart by the id."""
    notes = _Notes(material)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for actor in sorted(material.network):
            archive.writestr(
                archive_entry(f"actors/{notes.files[actor]}.md"),
                "".join(notes.of(actor)).encode(),
            )


EXPORTER = Exporter(
    "markdown",
    "Markdown notes, one for each actor, zipped, for Obsidian",
    "graph-notes.zip",
    write,
)


class _Notes:
    def __init__(self, material: Material) -> None:
        self.network = material.network
        self.claims = {claim.id: claim for claim in material.corpus.claims}
        self.documents = {
            reading.document.id: reading.document
            for reading in material.corpus.readings
        }
        self.files = _file_names(dict(material.network.nodes(data="label")))
        self.names = {actor.id: actor.name for actor in material.corpus.actors}

    def of(self, actor: str) -> Iterator[str]:
        """The note of an actor: what it is called, and its relations by family, the best attested first."""
        node = self.network.nodes[actor]
        documents = f"{node['documents']} {'document' if node['documents'] == 1 else 'documents'}"
        yield f"# {_text(node['label'])}\n\n"
        yield f"{node['subtype'] or node['type']}, named {node['mentions']} times in {documents}.\n"
        if node["aliases"]:
            yield f"\nAlso: {', '.join(map(_text, node['aliases']))}.\n"
        if node["wikidata"]:
            yield f"\nWikidata: <https://www.wikidata.org/wiki/{node['wikidata']}>\n"
        edges = [
            *self.network.out_edges(actor, data=True),
            *self.network.in_edges(actor, data=True),
        ]
        edges.sort(
            key=lambda edge: (
                edge[2]["family"],
                not edge[2]["accepted"],
                -edge[2]["weight"],
                edge[2]["claims"],
            )
        )
        for family, group in groupby(edges, key=lambda edge: str(edge[2]["family"])):
            yield f"\n## {_text(family)}\n"
            for subject, object_, data in group:
                yield from self._relation(
                    subject, object_, data, object_ if subject == actor else subject
                )

    def _relation(
        self, subject: str, object_: str, data: Mapping[str, Any], other: str
    ) -> Iterator[str]:
        left, right = (self.network.nodes[end]["label"] for end in (subject, object_))
        arrow = (
            f" – {data['label']} – " if data["symmetric"] else f" – {data['label']} → "
        )
        doubt = "" if data["accepted"] else " (not accepted)"
        yield f"\n- **{_text(left + arrow + right)}**{doubt} [[{self.files[other]}]]\n"
        for claim in (self.claims[id_] for id_ in data["claims"] if id_ in self.claims):
            yield f"    - {self._told(claim)}\n"
            for evidence in claim.evidence:
                yield f"        - {self._quote(evidence)}\n"

    def _told(self, claim: Claim) -> str:
        usual = (Polarity.AFFIRMED, Modality.ASSERTED, Status.CURRENT, None)
        notes = [
            str(note)
            for note in (claim.polarity, claim.modality, claim.status)
            if note not in usual
        ]
        said = (
            [f"according to {self.names[claim.attributed_to]}"]
            if claim.attributed_to
            else []
        )
        dates = " to ".join(filter(None, (claim.valid_from, claim.valid_until)))
        return _text(
            ", ".join(
                filter(
                    None,
                    [
                        *notes,
                        *said,
                        dates,
                        f"confidence {claim.confidence:.2f}",
                        claim.method,
                    ],
                )
            )
        )

    def _quote(self, evidence: Evidence) -> str:
        document = self.documents[evidence.document]
        date = f", {document.date}" if document.date else ""
        place = f"{evidence.start}–{evidence.end}"
        return f"“{_text(' '.join(evidence.quote.split()))}” ({_text(document.name)}{date}, {place})"


def _file_names(names: Mapping[str, str]) -> dict[str, str]:
    plain = {
        id_: _NOT_IN_NAMES.sub(" ", printable(name)).strip(" .")[:_LONGEST] or id_
        for id_, name in names.items()
    }
    shared = Counter(name.casefold() for name in plain.values())
    return {
        id_: name if shared[name.casefold()] == 1 else f"{name} ({id_})"
        for id_, name in plain.items()
    }


def _text(text: str) -> str:
    return _SIGNS.sub(r"\\\1", printable(text))
