"""Whom a text never names: "I", outside of what others say, and a "he" or "she" that it begins with.

Inside quotation marks and in an interview "I" is whoever speaks; elsewhere it is the author.  A text cut out of a
longer one may speak of "him" and never say who he is.  Such people are actors of their own, in this document only.
"""

from __future__ import annotations

from collections.abc import Iterable

from actorgraph.extraction.attribution import Speech
from actorgraph.extraction.cast import Cast, Draft
from actorgraph.extraction.interviews import TURN
from actorgraph.extraction.page import Chunk
from actorgraph.model import ActorType, MentionKind

FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})
FEMININE = frozenset({"she", "her", "hers", "herself"})
GENDERS = frozenset({"f", "m"})
LABELS = {"f": "unnamed woman", "m": "unnamed man"}


def pronoun_gender(word: str) -> str:
    """Gender that a pronoun in the third person tells: "f" or "m"."""
    return "f" if word in FEMININE else "m"


def link_first_person(cast: Cast, speeches: Iterable[Speech]) -> None:
    """Resolve "I" and "my": to the speaker of the quotation or turn that they stand in, else to the author."""
    saying = [speech for speech in speeches if speech.direct]
    turns = {i for speech in saying if speech.construction == TURN for i in speech.content}
    author: Draft | None = None
    for chunk in _pronouns(cast):
        if cast.page.lower[chunk.root] not in FIRST_PERSON:
            continue
        if cast.page.quotation_of(chunk.root) is not None or chunk.root in turns:
            _link_speaker(cast, chunk, saying)
        elif author is None:
            author = cast.new(chunk, "author", label="author of the text")
        else:
            cast.join(chunk, author)


def _link_speaker(cast: Cast, chunk: Chunk, saying: list[Speech]) -> None:
    speech = min(_quoting(cast, chunk, saying), key=lambda speech: len(speech.content), default=None)
    draft = cast.of(speech.speaker) if speech is not None and speech.speaker is not None else None
    if draft is None or draft.type is not ActorType.PERSON:
        cast.doubts.append((chunk, f"nothing tells who says “{cast.page.lower[chunk.root]}”"))
    else:
        cast.join(chunk, draft)


def _quoting(cast: Cast, chunk: Chunk, saying: list[Speech]) -> list[Speech]:
    """What is said around a word by somebody who does not stand in the same quotation: there "I" is not he."""
    quotation = cast.page.quotation_of(chunk.root)
    around = (speech for speech in saying if chunk.root in speech.content)
    return [
        one
        for one in around
        if one.speaker is None or quotation is None or cast.page.quotation_of(one.speaker.root) != quotation
    ]


def link_third_person(cast: Cast) -> None:
    """Give a "he" or "she" whom nobody that the text has spoken of can be an actor of their own."""
    page = cast.page
    known = [
        (page.sentence_of[min(chunk.start for chunk in draft.chunks)], draft.genders or GENDERS)
        for draft in cast.drafts
        if draft.type is ActorType.PERSON and draft.chunks
    ]
    made: dict[str, Draft] = {}
    for chunk in _pronouns(cast):
        word, sentence = page.lower[chunk.root], page.sentence_of[chunk.root]
        if chunk.type is not ActorType.PERSON or word in FIRST_PERSON:
            continue
        gender = pronoun_gender(word)
        if gender in made:
            cast.join(chunk, made[gender])
        elif not any(first <= sentence and gender in genders for first, genders in known):
            made[gender] = cast.new(chunk, f"unnamed {gender}", label=LABELS[gender])


def _pronouns(cast: Cast) -> list[Chunk]:
    return [c for c in cast.page.in_order() if c.kind is MentionKind.PRONOUN and c.actor < 0]
