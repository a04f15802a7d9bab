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
        if speaker is None:
            continue
        in_document = places[quotation.document.id]
        about = _about(quotation, in_document, speaker)
        passages = tables.passages(quotation.passages)
        direct = int(quotation.direct)
        row = [speaker, quotation.cue, quotation.act, direct, passages, about]
        rows.append(row)
    return rows


def _places(corpus: Corpus, numbers: Mapping[str, int]) -> Places:
    places: dict[DocumentId, list[tuple[int, int, int]]] = defaultdict(list)
    for actor in corpus.actors:
        number = numbers.get(actor.id)
        if number is None:
            continue
        for mention in actor.mentions:
            place = (mention.start, mention.end, number)
            in_document = places[mention.document]
            in_document.append(place)
    for in_document in places.values():
        in_document.sort()
    return places


def _about(
    quotation: Utterance, places: Sequence[tuple[int, int, int]], speaker: int
) -> list[int]:
    """Return the actors that the content mentions, each once, in the order of the text."""
    about: dict[int, None] = {}
    for passage in quotation.passages:
        first = bisect_left(places, (passage.start,))
        following = places[first:]
        for start, end, actor in following:
            if start >= passage.end:
                break
            if end <= passage.end and actor != speaker:
                about[actor] = None
    return list(about)
