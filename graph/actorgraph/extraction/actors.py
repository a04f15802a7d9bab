"""Actors of one document, as the rest of the product sees them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from actorgraph.extraction.claims import local_id
from actorgraph.extraction.coreference import Cast, Draft
from actorgraph.extraction.page import Chunk
from actorgraph.model import Actor, Claim, Document, Mention, MentionKind


def make_actors(document: Document, cast: Cast, claims: Iterable[Claim], speakers: Iterable[str] = ()) -> tuple[Actor, ...]:
    """Turn drafts into actors.  One that is only described is kept only if a claim or a speaker needs it."""
    needed = {id_ for claim in claims for id_ in (claim.subject, claim.object)} | set(speakers)
    actors = []
    for number, draft in enumerate(cast.drafts):
        id_ = local_id(number)
        named = any(chunk.kind is MentionKind.NAME for chunk in draft.chunks)
        if draft.chunks and (named or id_ in needed):
            actors.append(_actor(document, cast, draft, number))
    return tuple(actors)


def _actor(document: Document, cast: Cast, draft: Draft, number: int) -> Actor:
    names = Counter(_text(cast, chunk) for chunk in draft.chunks if chunk.kind is MentionKind.NAME and not chunk.demonym)
    described = [_text(cast, chunk) for chunk in draft.chunks if chunk.kind is MentionKind.NOMINAL]
    name = draft.label or (max(names, key=lambda text: (len(text), names[text], text)) if names else described[0] if described else _text(cast, draft.chunks[0]))
    return Actor(
        id=local_id(number),
        type=draft.type,
        name=name,
        subtype=draft.subtype,
        aliases=tuple(sorted(set(names) - {name})),
        mentions=tuple(sorted(_mention(document, cast, chunk) for chunk in draft.chunks)),
        wikidata=draft.wikidata,
    )


def _text(cast: Cast, chunk: Chunk) -> str:
    return " ".join(cast.page.text(chunk.start, chunk.end).split())


def _mention(document: Document, cast: Cast, chunk: Chunk) -> Mention:
    start, end = cast.page.chars(chunk.start, chunk.end)
    return Mention(document.id, start, end, chunk.kind, document.text[start:end])
