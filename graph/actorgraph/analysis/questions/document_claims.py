"""What does a document claim, and who is quoted in it?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from actorgraph.analysis.answers import ClaimAnswer
from actorgraph.analysis.lookup import actors_by_id
from actorgraph.analysis.questions.quoted_words import QuotedWords, quotations
from actorgraph.analysis.wording import Wording
from actorgraph.model import ActorId, Corpus, DocumentId, Reading
from actorgraph.remarks import original_name
from actorgraph.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class SpeakerWords:
    """Words of a document, and who says them.

    Attributes:
        speaker: Id of the actor.
        name: Its name.
        words: What it says.
    """

    speaker: ActorId
    name: str
    words: QuotedWords


@dataclass(frozen=True, slots=True)
class DocumentAnswer:
    """A document.

    Attributes:
        name: Of its file, or its ``id`` in a file of JSON lines.
        title: Or "".
        date: Day of publication, or "".
        url: Or "".
        copy_of: Name of the older document that it nearly copies, or "".
        original: Id of that document, or "".
        claims: In the order of the text.
        quotations: The same.
    """

    id: DocumentId
    name: str
    title: str
    date: str
    url: str
    copy_of: str
    original: str
    text: str
    claims: tuple[ClaimAnswer, ...]
    quotations: tuple[SpeakerWords, ...]


def document_answer(
    corpus: Corpus, vocabulary: Vocabulary, reading: Reading
) -> DocumentAnswer:
    """Return a document with its claims and quotations.

    Args:
        corpus: The actors that the reading names, and the documents that it follows from.
        vocabulary: With every relation that is claimed.
        reading: That of the document.
    """
    document = reading.document
    wording = Wording(corpus, vocabulary)
    claims = map(wording.claim, reading.claims)
    return DocumentAnswer(
        document.id,
        document.name,
        title=document.title or "",
        date=document.date or "",
        url=document.url or "",
        copy_of=original_name(document, wording.documents),
        original=document.copy_of or "",
        text=document.text,
        claims=tuple(sorted(claims, key=_place_of_claim)),
        quotations=tuple(sorted(_quotations(corpus, reading), key=_place_of_words)),
    )


def _quotations(corpus: Corpus, reading: Reading) -> Iterator[SpeakerWords]:
    actors = actors_by_id(corpus)
    speakers = {attribution.speaker for attribution in reading.attributions}
    for speaker in sorted(filter(None, speakers)):
        actor = actors[speaker]
        for words in quotations(corpus, actor):
            yield SpeakerWords(speaker, actor.name, words)


def _place_of_claim(claim: ClaimAnswer) -> tuple[int, str]:
    return claim.quotes[0].start, claim.id


def _place_of_words(words: SpeakerWords) -> tuple[int, ActorId]:
    return words.words.quotes[0].start, words.speaker
