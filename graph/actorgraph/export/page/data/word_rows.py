"""What the actors said as rows, and the speakers without an edge."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from actorgraph.columns import actor_attributes
from actorgraph.export.looks import NO_COMMUNITY
from actorgraph.export.page.data.claim_rows import ClaimTables
from actorgraph.export.utterances import Utterance, utterances
from actorgraph.model import (
    ActorId,
    Corpus,
    DocumentId,
)

#: Names of the fields of a row: the speaker's number, the words that mark the quotation, what the
#: speaker does, whether it is verbatim, its passages, and the numbers of actors that it mentions.
WORD_COLUMNS = ("speaker", "cue", "act", "direct", "passages", "about")

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
            yield actor.id, {**actor_attributes(actor), "community": NO_COMMUNITY}


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
    for quotation in utterances(corpus):
        speaker = numbers.get(quotation.speaker)
        if speaker is not None:
            about = _about(quotation, places[quotation.document.id], speaker)
            passages = tables.passages(quotation.passages)
            direct = int(quotation.direct)
            row = [speaker, quotation.cue, quotation.act, direct, passages, about]
            rows.append(row)
    return rows


def _places(corpus: Corpus, numbers: Mapping[str, int]) -> Places:
    places: dict[DocumentId, list[tuple[int, int, int]]] = defaultdict(list)
    for actor in corpus.actors:
        if actor.id not in numbers:
            continue
        for mention in actor.mentions:
            place = (mention.start, mention.end, numbers[actor.id])
            places[mention.document].append(place)
    for found in places.values():
        found.sort()
    return places


def _about(
    quotation: Utterance, places: Sequence[tuple[int, int, int]], speaker: int
) -> list[int]:
    """Return the actors that the content mentions, each once, in the order of the text."""
    about: dict[int, None] = {}
    for passage in quotation.passages:
        for place in places[bisect_left(places, (passage.start,)) :]:
            if place[0] >= passage.end:
                break
            if place[1] <= passage.end and place[2] != speaker:
                about[place[2]] = None
    return list(about)
