"""Notes of FollowTheMoney: quotations, and claims that are not, or not only, links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from actorgraph.export.ftm_claims import Claims, Parts, article_id
from actorgraph.export.utterances import Utterance
from actorgraph.remarks import remarks

if TYPE_CHECKING:
    from actorgraph.export.corpus_lookup import Lookup
    from actorgraph.model import Claim

NOTE = "Note"


def notes(
    claims: Claims, words: Iterable[Utterance], lookup: Lookup
) -> Iterator[Parts]:
    """Yield a note for each claim that no link states, and for each quotation.

    What is about nobody that FollowTheMoney has a schema for is left out.
    """
    for claim in claims.noted:
        about = [end for end in (claim.subject, claim.object) if claims.schema(end)]
        if about:
            yield f"note-{claim.id}", NOTE, _claim_note(claim, about, claims, lookup)
    for quotation in words:
        if claims.schema(quotation.speaker):
            yield f"quotation-{quotation.id}", NOTE, _quotation_note(quotation, lookup)


def _claim_note(
    claim: Claim, about: Sequence[str], claims: Claims, lookup: Lookup
) -> dict[str, list[str]]:
    """Return the note of a claim, whose name states the relation with its reservations."""
    names = f"{lookup.name(claim.subject)} – {claims.label(claim)} → "
    sentence = names + lookup.name(claim.object)
    details = remarks(claim, lookup.speaker(claim))
    sources = lookup.sources(claim)
    return {
        "name": [f"{sentence} ({', '.join(details)})"],
        "entity": list(about),
        "description": [] if claim.is_background else [claim.quote],
        "proof": [article_id(source.id) for source in sources],
        "sourceUrl": [source.url or "" for source in sources],
    }


def _quotation_note(quotation: Utterance, lookup: Lookup) -> dict[str, list[str]]:
    manner = quotation.cue or quotation.act
    return {
        "name": [f"{lookup.name(quotation.speaker)}: {manner}"],
        "entity": [quotation.speaker],
        "description": [quotation.words],
        "proof": [article_id(quotation.document.id)],
        "sourceUrl": [quotation.document.url or ""],
    }
