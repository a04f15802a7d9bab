"""What the actors said as rows, and the speakers without an edge."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from actorgraph.export.page.data.claim_rows import ClaimTables
from actorgraph.grammar import speech_act
from actorgraph.model import (
    Actor,
    ActorId,
    Attribution,
    Corpus,
    Document,
    DocumentId,
    Evidence,
)

#: Names of the fields of a row: the speaker's number, the words that mark the quotation, what the
#: speaker does, whether it is verbatim, its passages, and the numbers of actors that it mentions.
WORD_COLUMNS = ("speaker", "cue", "act", "direct", "passages", "about")
#: The number of a community that nobody is in.
ALONE = -1

Row = list[Any]
#: Start, end and number of an actor, sorted.
Places = Mapping[DocumentId, Sequence[tuple[int, int, int]]]


def silent_speakers(
    corpus: Corpus, drawn: Mapping[str, Any]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the actors who speak and are not drawn, as nodes of the network."""
    speakers: set[ActorId | None] = set()
    for reading in corpus.readings:
        speakers.update(item.speaker for item in reading.attributions)
    for actor in corpus.actors:
        if actor.id in speakers and actor.id not in drawn:
            yield actor.id, _facts(actor)


def word_rows(
    corpus: Corpus, numbers: Mapping[str, int], tables: ClaimTables
) -> list[Row]:
    """Return what the drawn actors said, by document and place.

    Args:
        corpus: The quotations and who is mentioned in them.
        numbers: Number of each actor of the page.
        tables: Takes the passages.
    """
    places = _places(corpus, numbers)
    rows: list[Row] = []
    for reading in corpus.readings:
        for attribution in sorted(reading.attributions, key=_place):
            speaker = numbers.get(attribution.speaker or "")
            if speaker is not None:
                about = _about(attribution, places[reading.document.id], speaker)
                row = _row(reading.document, attribution, tables)
                rows.append([speaker, *row, about])
    return rows


def _row(document: Document, attribution: Attribution, tables: ClaimTables) -> Row:
    cue = document.text[slice(*attribution.cue)] if attribution.cue else ""
    passages = [Evidence.of(document, start, end) for start, end in attribution.content]
    direct = int(attribution.direct)
    return [cue, speech_act(cue).value, direct, tables.passages(passages)]


def _facts(actor: Actor) -> dict[str, Any]:
    documents = {mention.document for mention in actor.mentions}
    return {
        "label": actor.name,
        "type": actor.type.value,
        "subtype": actor.subtype or "",
        "aliases": list(actor.aliases),
        "wikidata": actor.wikidata or "",
        "mentions": len(actor.mentions),
        "documents": len(documents),
        "community": ALONE,
    }


def _places(corpus: Corpus, numbers: Mapping[str, int]) -> Places:
    places: dict[DocumentId, list[tuple[int, int, int]]] = defaultdict(list)
    for actor in corpus.actors:
        for mention in actor.mentions if actor.id in numbers else ():
            place = (mention.start, mention.end, numbers[actor.id])
            places[mention.document].append(place)
    for found in places.values():
        found.sort()
    return places


def _about(
    attribution: Attribution, places: Sequence[tuple[int, int, int]], speaker: int
) -> list[int]:
    """Return the actors that the content mentions, each once, in the order of the text."""
    about: dict[int, None] = {}
    for start, end in attribution.content:
        for place in places[bisect_left(places, (start,)) :]:
            if place[0] >= end:
                break
            if place[1] <= end and place[2] != speaker:
                about[place[2]] = None
    return list(about)


def _place(attribution: Attribution) -> tuple[object, ...]:
    return attribution.content, attribution.direct, attribution.speaker or ""
