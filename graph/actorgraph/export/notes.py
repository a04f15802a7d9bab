"""Markdown notes, zipped: a vault for Obsidian, or dossiers to print.

There is a note for each actor and each article, and an index.  Notes have front matter and link to
each other by ``[[name]]``; what comes from texts is escaped, so that no quote becomes a heading or
link.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, BinaryIO

from actorgraph.counting import count
from actorgraph.export.actor_notes import actor_note
from actorgraph.export.article_notes import article_note
from actorgraph.export.registry import STATEMENTS, Exporter, Material
from actorgraph.export.utterances import utterances_by_speaker
from actorgraph.export.vault import INDEX, Vault, front_matter
from actorgraph.export.zipped import write_zip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from actorgraph.model import Actor, Corpus


def write(material: Material, target: BinaryIO) -> None:
    """Write a zip archive of notes; those of one name differ by the ids of what they are about."""
    notes = _notes(material)
    files = ((f"{name}.md", "".join(pieces).encode()) for name, pieces in notes)
    write_zip(files, target)


EXPORTER = Exporter(
    "markdown",
    "Markdown notes of actors and articles, zipped, for Obsidian",
    "graph-notes.zip",
    write,
    opens="Obsidian, a printer",
    keeps=STATEMENTS,
)


def _notes(material: Material) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the name of each note, with its folder, and its pieces."""
    corpus = material.corpus
    vault = Vault(corpus)
    yield INDEX, _index(corpus, vault)
    words = utterances_by_speaker(corpus)
    for actor in sorted(corpus.actors, key=_id):
        note = actor_note(actor, vault, material.network, words[actor.id])
        yield f"actors/{vault.files[actor.id]}", note
    present = _actors_by_document(corpus)
    for reading in corpus.readings:
        id_ = reading.document.id
        note = article_note(reading, present[id_], vault, material.vocabulary)
        yield f"articles/{vault.files[id_]}", note


def _index(corpus: Corpus, vault: Vault) -> Iterator[str]:
    """Yield the note that leads to all others: articles by date, then actors by type."""
    yield front_matter({"tags": ["index"]})
    actors = count(len(corpus.actors), "actor")
    yield f"\n# {actors} in {count(len(corpus.readings), 'article')}\n"
    documents = [reading.document for reading in corpus.readings]
    yield "\n## Articles\n\n"
    for document in sorted(
        documents, key=lambda article: (article.date or "~", article.id)
    ):
        date = f"{document.date} " if document.date else ""
        yield f"- {date}{vault.link(document.id)}\n"
    for type_, group in groupby(sorted(corpus.actors, key=_most_named), key=_type):
        yield f"\n## {type_}\n\n"
        for actor in group:
            yield f"- {vault.link(actor.id)}, {count(len(actor.mentions), 'mention')}\n"


def _actors_by_document(corpus: Corpus) -> dict[str, list[str]]:
    present: dict[str, list[str]] = defaultdict(list)
    for actor in corpus.actors:
        for document in sorted(actor.documents):
            present[document].append(actor.id)
    return present


def _id(actor: Actor) -> str:
    return actor.id


def _type(actor: Actor) -> str:
    return actor.type.value


def _most_named(actor: Actor) -> tuple[str, int, str]:
    return _type(actor), -len(actor.mentions), actor.id
