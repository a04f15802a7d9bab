"""The actors and attributions of one document, as the rest of the product uses them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from actorgraph.extraction.mentions.entities import Entities, Entity, local_id
from actorgraph.extraction.modality.speech.speech import Speech
from actorgraph.extraction.parse.closed_classes import ARTICLES
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import (
    Actor,
    Attribution,
    Claim,
    Document,
    Mention,
    Span,
)


def make_actors(
    document: Document,
    entities: Entities,
    claims: Iterable[Claim],
    attributions: Iterable[Attribution],
) -> tuple[Actor, ...]:
    """Return the actors of a document.

    Every actor that the claims and the attributions refer to is among them, of whatever type.  An
    actor without a name, such as a post or "a senior official", is among them only if a claim or an
    attribution refers to it.
    """
    referred = _referred(claims, attributions)
    actors: list[Actor] = []
    for entity in entities.all:
        if not entity.mentions:
            continue
        if entity.has_name or local_id(entity.number) in referred:
            actors.append(_actor(document, entities, entity))
    return tuple(actors)


def make_attributions(
    parsed: ParsedText, speeches: Iterable[Speech]
) -> tuple[Attribution, ...]:
    """Return speeches as attributions with character offsets, in the same order."""
    attributions = (_attribution(parsed, speech) for speech in speeches)
    return tuple(attributions)


def _referred(
    claims: Iterable[Claim], attributions: Iterable[Attribution]
) -> set[str | None]:
    """Ids of the actors that claims and attributions refer to."""
    referred: set[str | None] = set()
    for claim in claims:
        referred.update((claim.subject, claim.object, claim.attributed_to))
    for attribution in attributions:
        referred.add(attribution.speaker)
    return referred


def _actor(document: Document, entities: Entities, entity: Entity) -> Actor:
    names = Counter(entities.names(entity))
    name = entity.label or _best_name(entities, entity, names)
    parsed = entities.parsed
    mentions = (_mention(document, parsed, mention) for mention in entity.mentions)
    return Actor(
        id=local_id(entity.number),
        type=entity.type,
        name=name,
        subtype=entity.subtype,
        aliases=tuple(sorted(set(names) - {name})),
        mentions=tuple(sorted(mentions)),
        wikidata=entity.wikidata,
    )


def _best_name(entities: Entities, entity: Entity, names: Counter[str]) -> str:
    """Return the longest name, else the first description, else the first mention."""
    if names:
        counted = ((len(name), count, name) for name, count in names.items())
        return max(counted)[-1]
    described = [m for m in entity.mentions if m.is_description]
    mention = (described or entity.mentions)[0]
    return strip_article(" ".join(entities.text(mention).split()))


def strip_article(phrase: str) -> str:
    """Return a phrase without the article that it begins with.

    >>> strip_article("a senior official")
    'senior official'
    >>> strip_article("The")
    'The'
    """
    first, _, remainder = phrase.partition(" ")
    if remainder and first.lower() in ARTICLES:
        return remainder
    return phrase


def _mention(document: Document, parsed: ParsedText, mention: TokenMention) -> Mention:
    start, end = parsed.chars(mention.start, mention.end)
    return Mention(
        document=document.id,
        start=start,
        end=end,
        kind=mention.kind,
        text=document.text[start:end],
    )


def _attribution(parsed: ParsedText, speech: Speech) -> Attribution:
    speaker = speech.speaker
    resolved = speaker is not None and speaker.is_resolved
    source = _spans(parsed, _source(parsed, speech))
    return Attribution(
        source=source[0] if source else None,
        speaker=local_id(speaker.actor) if speaker is not None and resolved else None,
        cue=_spans(parsed, speech.cue)[-1] if speech.cue else None,
        content=tuple(_spans(parsed, speech.content)),
        direct=speech.direct,
    )


def _source(parsed: ParsedText, speech: Speech) -> list[int]:
    """Return the tokens of a source, which end with the name of who speaks.

    What follows names others: "*Ada Quint* of the dockers' union said …".
    """
    speaker = speech.speaker
    if speaker is None or not speaker.is_name or speaker.root not in speech.source:
        return speech.source
    # CASE another person before: "The lawyer for Bo Lind, *Ada Quint*, said …"
    start = speech.source[0]
    for name in map(parsed.name_at, range(speech.source[0], speaker.start)):
        if name is not None and name.is_person:
            start = speaker.start
    # CASE comma of the clause around it: "according to the lawyer*,* Ada Quint, …"
    return list(range(start, speaker.end))


def _spans(parsed: ParsedText, tokens: list[int]) -> list[Span]:
    """Return runs of neighbouring tokens as character spans, without surrounding white space."""
    runs: list[tuple[int, int]] = []
    for i in tokens:
        if parsed.doc[i].is_space:
            continue
        start, end = runs[-1] if runs else (0, 0)
        between = parsed.doc[end:i]
        if runs and all(token.is_space for token in between):
            runs[-1] = start, i + 1
        else:
            runs.append((i, i + 1))
    return [parsed.chars(start, end) for start, end in runs]
