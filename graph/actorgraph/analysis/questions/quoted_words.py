"""What did an actor say?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from actorgraph.analysis.answers import Quote
from actorgraph.analysis.lookup import documents_by_id
from actorgraph.analysis.sparql import actor_term, select_query
from actorgraph.analysis.wording import passage
from actorgraph.grammar import speech_act
from actorgraph.model import (
    Actor,
    ActorId,
    Attribution,
    Corpus,
    Document,
    DocumentId,
    Reading,
    Span,
)
from actorgraph.remarks import original_name

#: Start, end, and the actor that is mentioned there.
_ActorPlace = tuple[int, int, Actor]


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """Words that a text attributes to an actor.

    Attributes:
        cue: The words that mark it, such as ``said``; "" for bare quotation marks.
        act: ``says``, ``denies`` or ``does not say``.
        direct: Whether it is verbatim, rather than in the words of the text.
        about: Names of the other actors that it mentions, in the order of the text.
        quotes: Its passages, at least one.
    """

    cue: str
    act: str
    direct: bool
    about: tuple[str, ...]
    quotes: tuple[Quote, ...]


def quotations(
    corpus: Corpus, speaker: Actor, about: Actor | None = None
) -> tuple[QuotedWords, ...]:
    """Return what an actor said, in the order of the documents' dates and texts.

    Args:
        about: Only words that mention this actor; None for all.
    """
    documents, places = documents_by_id(corpus), _places(corpus)
    found: list[QuotedWords] = []
    for reading in sorted(corpus.readings, key=_by_date):
        said = (item for item in reading.attributions if item.speaker == speaker.id)
        for attribution in sorted(said, key=attrgetter("text_order")):
            mentioned = _Mentions(tuple(places[reading.document.id]))
            topics = list(mentioned.within(attribution, speaker))
            if about is None or about in topics:
                original = original_name(reading.document, documents)
                found.append(
                    _quotation(reading.document, attribution, topics, original)
                )
    return tuple(found)


def quotations_query(speaker: ActorId, base: str) -> str:
    """Return the SPARQL query for the quotations of a speaker, one row for each passage."""
    where = (
        "  GRAPH ?graph {\n"
        f"    ?quotation a ag:Quotation ; ag:speaker {actor_term(speaker, base)} ;\n"
        "        ag:direct ?direct ; prov:wasDerivedFrom/oa:hasSelector/oa:exact ?quote .\n"
        "    OPTIONAL { ?quotation ag:cue ?cue }\n"
        "  }\n"
        "  ?graph ag:name ?document .\n"
        "  OPTIONAL { ?graph dcterms:date ?date }\n"
    )
    return select_query(
        "?cue ?direct ?quote ?document ?date", where, "?date ?document ?quote"
    )


def _places(corpus: Corpus) -> dict[DocumentId, list[_ActorPlace]]:
    """Return where the actors are mentioned in each document, sorted."""
    places: dict[DocumentId, list[_ActorPlace]] = defaultdict(list)
    for actor in corpus.actors:
        for mention in actor.mentions:
            places[mention.document].append((mention.start, mention.end, actor))
    for of_document in places.values():
        of_document.sort(key=lambda place: (place[:2], place[2].id))
    return places


@dataclass(frozen=True, slots=True)
class _Mentions:
    """Where the actors are mentioned in one document: start, end and actor, sorted."""

    places: tuple[_ActorPlace, ...]

    def within(self, attribution: Attribution, speaker: Actor) -> Iterator[Actor]:
        """Yield the actors that the content mentions, each once, without the speaker."""
        actors: dict[ActorId, Actor] = {}
        for start, end, actor in self.places:
            if actor.id != speaker.id and _is_inside((start, end), attribution):
                actors.setdefault(actor.id, actor)
        yield from actors.values()


def _is_inside(place: Span, attribution: Attribution) -> bool:
    return any(
        start <= place[0] and place[1] <= end for start, end in attribution.content
    )


def _quotation(
    document: Document, attribution: Attribution, topics: list[Actor], original: str
) -> QuotedWords:
    cue = document.text[slice(*attribution.cue)] if attribution.cue else ""
    quotes = [
        passage(document, start, end, original) for start, end in attribution.content
    ]
    return QuotedWords(
        cue=cue,
        act=speech_act(cue).value,
        direct=attribution.direct,
        about=tuple(actor.name for actor in topics),
        quotes=tuple(quotes),
    )


def _by_date(reading: Reading) -> tuple[str, str, str]:
    document = reading.document
    return document.date or "~", document.name, document.id
