"""Whom a text never names: "I", outside of what others say, and a "he" or "she" that it begins with.

Inside quotation marks and in an interview "I" is whoever speaks; elsewhere it is the author.  A text cut out of a
longer one may speak of "him" and never say who he is.  Such people are actors of their own, in this document only.
"""

from __future__ import annotations

from collections.abc import Iterable

from actorgraph.extraction.knowledge.pronoun_words import FIRST_PERSON, pronoun_gender
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.modality.speech import Construction, Speech
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.model import ActorType, MentionKind

GENDERS = frozenset({"f", "m"})
LABELS = {"f": "unnamed woman", "m": "unnamed man"}


def link_first_person(entities: Entities, speeches: Iterable[Speech]) -> None:
    """Resolve "I" and "my": to the speaker of the quotation or turn that they stand in, else to the author."""
    saying = [speech for speech in speeches if speech.direct]
    turns = {
        i
        for speech in saying
        if speech.construction is Construction.TURN
        for i in speech.content
    }
    author: Entity | None = None
    for mention in _pronouns(entities):
        if entities.parsed.lower[mention.root] not in FIRST_PERSON:
            continue
        if (
            entities.parsed.quotation_of(mention.root) is not None
            or mention.root in turns
        ):
            _link_speaker(entities, mention, saying)
        elif author is None:
            author = entities.new(mention, "author", label="author of the text")
        else:
            entities.join(mention, author)


def _link_speaker(
    entities: Entities, mention: TokenMention, saying: list[Speech]
) -> None:
    speech = min(
        _quoting(entities, mention, saying),
        key=lambda speech: len(speech.content),
        default=None,
    )
    entity = (
        entities.of(speech.speaker)
        if speech is not None and speech.speaker is not None
        else None
    )
    if entity is None or entity.type is not ActorType.PERSON:
        entities.doubts.append(
            (mention, f"nothing tells who says “{entities.parsed.lower[mention.root]}”")
        )
    else:
        entities.join(mention, entity)


def _quoting(
    entities: Entities, mention: TokenMention, saying: list[Speech]
) -> list[Speech]:
    """What is said around a word by somebody who does not stand in the same quotation: there "I" is not he."""
    quotation = entities.parsed.quotation_of(mention.root)
    around = (speech for speech in saying if mention.root in speech.content)
    return [
        one
        for one in around
        if one.speaker is None
        or quotation is None
        or entities.parsed.quotation_of(one.speaker.root) != quotation
    ]


def link_third_person(entities: Entities) -> None:
    """Give a "he" or "she" whom nobody that the text has spoken of can be an actor of their own."""
    parsed = entities.parsed
    known = [
        (
            parsed.sentence_of[min(mention.start for mention in entity.mentions)],
            entity.genders or GENDERS,
        )
        for entity in entities.all
        if entity.type is ActorType.PERSON and entity.mentions
    ]
    made: dict[str, Entity] = {}
    for mention in _pronouns(entities):
        word, sentence = parsed.lower[mention.root], parsed.sentence_of[mention.root]
        if mention.type is not ActorType.PERSON or word in FIRST_PERSON:
            continue
        gender = pronoun_gender(word)
        if gender in made:
            entities.join(mention, made[gender])
        elif not any(
            first <= sentence and gender in genders for first, genders in known
        ):
            made[gender] = entities.new(
                mention, f"unnamed {gender}", label=LABELS[gender]
            )


def _pronouns(entities: Entities) -> list[TokenMention]:
    return [
        c
        for c in entities.parsed.in_order()
        if c.kind is MentionKind.PRONOUN and c.actor < 0
    ]
