"""Actors of one document, as the rest of the product sees them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from actorgraph.extraction.mentions.entities import Entities, Entity, local_id
from actorgraph.extraction.modality.speech import Speech
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import (
    Actor,
    Attribution,
    Claim,
    Document,
    Mention,
    MentionKind,
    Span,
)


def make_actors(
    document: Document,
    entities: Entities,
    claims: Iterable[Claim],
    speakers: Iterable[str] = (),
) -> tuple[Actor, ...]:
    """Turn drafts into actors.

    One that is only described is kept only if a claim or a speaker needs it; a post, only if a claim does.
    """
    needed = {id_ for claim in claims for id_ in (claim.subject, claim.object)} | set(
        speakers
    )
    actors = []
    for number, entity in enumerate(entities.all):
        id_ = local_id(number)
        named = any(mention.kind is MentionKind.NAME for mention in entity.mentions)
        if entity.mentions and (id_ in needed or named):
            actors.append(_actor(document, entities, entity, number))
    return tuple(actors)


def _actor(
    document: Document, entities: Entities, entity: Entity, number: int
) -> Actor:
    names = Counter(
        _text(entities, mention)
        for mention in entity.mentions
        if mention.kind is MentionKind.NAME and not mention.demonym
    )
    name = entity.label or _name(entities, entity, names)
    return Actor(
        id=local_id(number),
        type=entity.type,
        name=name,
        subtype=entity.subtype,
        aliases=tuple(sorted(set(names) - {name})),
        mentions=tuple(
            sorted(_mention(document, entities, mention) for mention in entity.mentions)
        ),
        wikidata=entity.wikidata,
    )


def _name(entities: Entities, entity: Entity, names: Counter[str]) -> str:
    """The longest name, else the first description without its article, else the first mention."""
    if names:
        return max(names, key=lambda text: (len(text), names[text], text))
    described = [
        mention for mention in entity.mentions if mention.kind is MentionKind.NOMINAL
    ]
    return without_article(_text(entities, (described or entity.mentions)[0]))


def without_article(phrase: str) -> str:
    """As in “senior official" of "a senior official”."""
    first, _, rest = phrase.partition(" ")
    return rest if rest and first.lower() in ("a", "an", "the") else phrase


def _text(entities: Entities, mention: TokenMention) -> str:
    return " ".join(entities.parsed.text(mention.start, mention.end).split())


def _mention(document: Document, entities: Entities, mention: TokenMention) -> Mention:
    start, end = entities.parsed.chars(mention.start, mention.end)
    return Mention(document.id, start, end, mention.kind, document.text[start:end])


def make_attributions(
    parsed: ParsedText, speeches: Iterable[Speech]
) -> tuple[Attribution, ...]:
    """Turn speeches into attributions with character offsets."""
    return tuple(_attribution(parsed, speech) for speech in speeches)


def _attribution(parsed: ParsedText, speech: Speech) -> Attribution:
    speaker = speech.speaker
    return Attribution(
        source=_spans(parsed, speech.source)[0] if speech.source else None,
        speaker=local_id(speaker.actor)
        if speaker is not None and speaker.actor >= 0
        else None,
        cue=_spans(parsed, speech.cue)[-1] if speech.cue else None,
        content=tuple(_spans(parsed, speech.content)),
        direct=speech.direct,
    )


def _spans(parsed: ParsedText, tokens: list[int]) -> list[Span]:
    """Runs of neighbouring tokens as character spans, without the white space around them."""
    runs: list[list[int]] = []
    for i in tokens:
        if parsed.doc[i].is_space:
            continue
        if runs and all(parsed.doc[k].is_space for k in range(runs[-1][1], i)):
            runs[-1][1] = i + 1
        else:
            runs.append([i, i + 1])
    return [parsed.chars(start, end) for start, end in runs]
