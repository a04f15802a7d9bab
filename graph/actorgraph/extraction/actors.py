"""Actors of one document, as the rest of the product sees them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from actorgraph.extraction.attribution import Speech
from actorgraph.extraction.cast import Cast, Draft, local_id
from actorgraph.extraction.page import Chunk, Page
from actorgraph.model import Actor, Attribution, Claim, Document, Mention, MentionKind, Span


def make_actors(
    document: Document, cast: Cast, claims: Iterable[Claim], speakers: Iterable[str] = ()
) -> tuple[Actor, ...]:
    """Turn drafts into actors.

    One that is only described is kept only if a claim or a speaker needs it; a post, only if a claim does.
    """
    needed = {id_ for claim in claims for id_ in (claim.subject, claim.object)} | set(speakers)
    actors = []
    for number, draft in enumerate(cast.drafts):
        id_ = local_id(number)
        named = any(chunk.kind is MentionKind.NAME for chunk in draft.chunks)
        if draft.chunks and (id_ in needed or named):
            actors.append(_actor(document, cast, draft, number))
    return tuple(actors)


def _actor(document: Document, cast: Cast, draft: Draft, number: int) -> Actor:
    names = Counter(
        _text(cast, chunk) for chunk in draft.chunks if chunk.kind is MentionKind.NAME and not chunk.demonym
    )
    name = draft.label or _name(cast, draft, names)
    return Actor(
        id=local_id(number),
        type=draft.type,
        name=name,
        subtype=draft.subtype,
        aliases=tuple(sorted(set(names) - {name})),
        mentions=tuple(sorted(_mention(document, cast, chunk) for chunk in draft.chunks)),
        wikidata=draft.wikidata,
    )


def _name(cast: Cast, draft: Draft, names: Counter[str]) -> str:
    """The longest name, else the first description without its article, else the first mention."""
    if names:
        return max(names, key=lambda text: (len(text), names[text], text))
    described = [chunk for chunk in draft.chunks if chunk.kind is MentionKind.NOMINAL]
    return without_article(_text(cast, (described or draft.chunks)[0]))


def without_article(phrase: str) -> str:
    """As in “senior official" of "a senior official”."""
    first, _, rest = phrase.partition(" ")
    return rest if rest and first.lower() in ("a", "an", "the") else phrase


def _text(cast: Cast, chunk: Chunk) -> str:
    return " ".join(cast.page.text(chunk.start, chunk.end).split())


def _mention(document: Document, cast: Cast, chunk: Chunk) -> Mention:
    start, end = cast.page.chars(chunk.start, chunk.end)
    return Mention(document.id, start, end, chunk.kind, document.text[start:end])


def make_attributions(page: Page, speeches: Iterable[Speech]) -> tuple[Attribution, ...]:
    """Turn speeches into attributions with character offsets."""
    return tuple(_attribution(page, speech) for speech in speeches)


def _attribution(page: Page, speech: Speech) -> Attribution:
    speaker = speech.speaker
    return Attribution(
        source=_spans(page, speech.source)[0] if speech.source else None,
        speaker=local_id(speaker.actor) if speaker is not None and speaker.actor >= 0 else None,
        cue=_spans(page, speech.cue)[-1] if speech.cue else None,
        content=tuple(_spans(page, speech.content)),
        direct=speech.direct,
    )


def _spans(page: Page, tokens: list[int]) -> list[Span]:
    """Runs of neighbouring tokens as character spans, without the white space around them."""
    runs: list[list[int]] = []
    for i in tokens:
        if page.doc[i].is_space:
            continue
        if runs and all(page.doc[k].is_space for k in range(runs[-1][1], i)):
            runs[-1][1] = i + 1
        else:
            runs.append([i, i + 1])
    return [page.chars(start, end) for start, end in runs]
