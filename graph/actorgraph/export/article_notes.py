"""The note of an article: who is in it, what it says of them, and who says what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actorgraph.export.corpus_lookup import document_title
from actorgraph.export.utterances import utterances_of
from actorgraph.export.vault import Vault, front_matter, one_line, text
from actorgraph.model import Claim, Reading
from actorgraph.vocabulary import Vocabulary


def article_note(
    reading: Reading, actors: Sequence[str], vault: Vault, terms: Vocabulary
) -> Iterator[str]:
    """Yield the note of an article in pieces; it does not have the text.

    Args:
        reading: What was read in it.
        actors: Ids of those that it mentions.
        vault: Has the names of all notes.
        terms: The relations in words.
    """
    document = reading.document
    properties = {
        "title": document_title(document),
        "date": document.date or "",
        "url": document.url or "",
        "file": document.name,
        "id": document.id,
        "tags": ["article"],
    }
    yield front_matter(properties)
    yield f"\n# {one_line(document_title(document))}\n"
    if actors:
        yield "\n## Who is in it\n\n"
    for actor in actors:
        yield f"- {vault.link(actor)}\n"
    if reading.claims:
        yield "\n## What it says\n"
    for claim in sorted(reading.claims, key=_place):
        yield f"\n- {_sentence(claim, vault, terms)}\n"
        yield from vault.claim(claim, "    ")
    yield from _words(reading, vault)


def _sentence(claim: Claim, vault: Vault, terms: Vocabulary) -> str:
    relation = text(terms.relation(claim.relation).label)
    return f"{vault.link(claim.subject)} – {relation} → {vault.link(claim.object)}"


def _words(reading: Reading, vault: Vault) -> Iterator[str]:
    quotations = list(utterances_of(reading))
    if quotations:
        yield "\n## Who said what\n\n"
    for quotation in quotations:
        speaker = quotation.speaker
        name = vault.link(speaker) if speaker else "somebody who is not named"
        yield f"- {name} {vault.words(quotation)}\n"


def _place(claim: Claim) -> tuple[int, str]:
    return min(evidence.start for evidence in claim.evidence), claim.id
