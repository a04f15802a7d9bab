"""What the notes of a vault share: names of files, links, quotes and front matter."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from actorgraph.columns import stated
from actorgraph.export.characters import printable
from actorgraph.export.corpus_lookup import Lookup, document_title
from actorgraph.export.utterances import Utterance
from actorgraph.model import Claim, Corpus, Evidence
from actorgraph.remarks import remarks

INDEX = "index"
#: What Markdown or Obsidian would read as more than text.
_SIGNS = re.compile(r"([\\`*_{}\[\]<>()#!|~=$^]|(?<!\w)[+-]|[+-](?!\w))")
#: What some system forbids in the name of a file, or Obsidian in a link.
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|#^\[\]\x00-\x1f\x7f-\x9f]+')
#: Names that Windows keeps for devices, whatever their ending.
_DEVICE = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE)
#: Characters of a file's name, at most.
_LONGEST = 80
#: What YAML takes for a control character.
_CONTROL = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


class Vault:
    """The notes of a graph by what they are about.

    Attributes:
        lookup: The records of the corpus.
        files: Name of the note of each actor and document by its id, without its ending.  No two
            are equal in the whole vault, since a link names no folder.
    """

    def __init__(self, corpus: Corpus) -> None:
        self.lookup = Lookup(corpus)
        titles: dict[str, str] = {actor.id: actor.name for actor in corpus.actors}
        for id_, document in self.lookup.documents.items():
            titles[id_] = document_title(document)
        self.files = file_names(titles)

    def link(self, id_: str) -> str:
        """Return a link to the note of an actor or a document."""
        name = self.files[id_]
        return f"[[{name}]]"

    def claim(self, claim: Claim, indent: str) -> Iterator[str]:
        """Yield how a claim is stated and its quotes."""
        words = remarks(claim, self.lookup.speaker(claim))
        yield f"{indent}- {text(', '.join(words))}\n"
        for evidence in claim.evidence:
            yield f"{indent}    - {self.quote(evidence)}\n"

    def quote(self, evidence: Evidence) -> str:
        """Return a quote with a link to its article, its date and its place in the text."""
        document = self.lookup.documents[evidence.document]
        date = f", {document.date}" if document.date else ""
        place = f"{evidence.start}–{evidence.end}"
        return f"“{one_line(evidence.quote)}” ({self.link(document.id)}{date}, {place})"

    def words(self, quotation: Utterance) -> str:
        """Return a quotation: how it is introduced, whether verbatim, and its passages."""
        manner = quotation.cue or quotation.act
        kind = "verbatim" if quotation.direct else "reported"
        passages = " … ".join(map(self.quote, quotation.passages))
        return f"{text(manner)} ({kind}): {passages}"


def file_names(titles: Mapping[str, str]) -> dict[str, str]:
    """Return the file name of each note, with its id where two would be the same.

    Args:
        titles: What each note is about, by id.
    """
    plain = {id_: file_name(title) or id_ for id_, title in titles.items()}
    uses = Counter(map(str.casefold, plain.values()))
    uses[INDEX] += 1
    files = {}
    for id_, name in plain.items():
        is_unique = uses[name.casefold()] == 1
        files[id_] = name if is_unique else f"{name} ({id_})"
    return files


def file_name(title: str) -> str:
    """Return a name that every system and Obsidian can give a file; "" if nothing is left.

    >>> file_name("Who: met / whom?"), file_name("CON"), file_name("-chief.")
    ('Who met whom', 'CON_', 'chief')
    """
    words = _NOT_IN_NAMES.sub(" ", printable(title)).split()
    beginning = " ".join(words).strip(" .-")[:_LONGEST]
    name = beginning.rstrip(" .")
    if _DEVICE.fullmatch(name):
        return f"{name}_"
    return name


def front_matter(properties: Mapping[str, Any]) -> str:
    """Return the properties of a note as YAML, those without a value left out.

    >>> print(front_matter({"type": "Person", "aliases": ["A"], "url": ""}), end="")
    ---
    type: "Person"
    aliases: ["A"]
    ---
    """
    lines = []
    for name, value in stated(properties).items():
        json_text = json.dumps(value, ensure_ascii=False)
        lines.append(f"{name}: {_CONTROL.sub('', printable(json_text))}\n")
    return f"---\n{''.join(lines)}---\n"


def text(words: str) -> str:
    """Return a text that Markdown takes for nothing but text."""
    return _SIGNS.sub(r"\\\1", printable(words))


def one_line(words: str) -> str:
    """Return a text of one line that Markdown takes for nothing but text."""
    line = " ".join(words.split())
    return text(line)
