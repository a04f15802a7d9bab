"""What the texts quote, one record for each quotation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from actorgraph.grammar import speech_act
from actorgraph.identifiers import named_quotations
from actorgraph.model import ActorId, Attribution, Corpus, Document, Evidence, Reading


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words that a document attributes to someone.

    Attributes:
        id: The same in every format.
        speaker: Id of the actor; "" if the text does not say who it is.
        document: The document that quotes them.
        cue: The words that mark them, such as ``said``; "" for bare quotation marks.
        act: ``says``, ``denies`` or ``does not say``.
        direct: Whether they are verbatim.
        passages: Their passages, at least one.
    """

    id: str
    speaker: ActorId
    document: Document
    cue: str
    act: str
    direct: bool
    passages: tuple[Evidence, ...]

    @property
    def words(self) -> str:
        """The passages, joined by `` … ``."""
        return " … ".join(passage.quote for passage in self.passages)

    @property
    def row(self) -> dict[str, Any]:
        """Its values for ``columns.QUOTATIONS``."""
        return {
            "words": self.words,
            "act": self.act,
            "cue": self.cue,
            "direct": self.direct,
            "document": self.document.name,
            "date": self.document.date or "",
            "start": self.passages[0].start,
            "end": self.passages[-1].end,
        }


def utterances(corpus: Corpus) -> Iterator[Utterance]:
    """Yield all quotations, by document and place."""
    for reading in corpus.readings:
        yield from utterances_of(reading)


def utterances_by_speaker(corpus: Corpus) -> Mapping[ActorId, list[Utterance]]:
    """Return what each actor said, by document and place; nothing of those who said nothing."""
    words: dict[ActorId, list[Utterance]] = defaultdict(list)
    for quotation in utterances(corpus):
        words[quotation.speaker].append(quotation)
    return words


def attributed(corpus: Corpus) -> Iterator[Utterance]:
    """Yield the quotations whose speaker is known."""
    for quotation in utterances(corpus):
        if quotation.speaker:
            yield quotation


def utterances_of(reading: Reading) -> Iterator[Utterance]:
    """Yield the quotations of a document by place."""
    document = reading.document
    for name, attribution in named_quotations(reading.attributions):
        yield _quotation(f"{document.id}-{name}", attribution, document)


def _quotation(id_: str, attribution: Attribution, document: Document) -> Utterance:
    cue = document.text[slice(*attribution.cue)] if attribution.cue else ""
    passages = [Evidence.of(document, start, end) for start, end in attribution.content]
    return Utterance(
        id=id_,
        speaker=attribution.speaker or ActorId(""),
        document=document,
        cue=cue,
        act=speech_act(cue).value,
        direct=attribution.direct,
        passages=tuple(passages),
    )
