"""What was considered and not claimed, and why?  It is not in the store: SPARQL cannot answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from actorgraph.analysis.answers import Quote, relation_sentence
from actorgraph.analysis.finding import plain_names
from actorgraph.analysis.wording import passage
from actorgraph.model import Actor, Mention, Reading, Refusal
from actorgraph.names import fold_name
from actorgraph.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class RefusalAnswer:
    """A relation that was not claimed, the reason, and the passage that suggested it."""

    sentence: str
    reason: str
    quote: Quote


def refusals_about(
    readings: Iterable[Reading], vocabulary: Vocabulary, *actors: Actor
) -> tuple[RefusalAnswer, ...]:
    """Return what was considered and not claimed, in the order of the readings.

    A refusal keeps names as the text has them. It is about an actor if the words of one of the
    actor's names are among those of the name in the text or the other way round, or if the text
    there refers to the actor.

    Args:
        actors: None returns all refusals, one those about this actor, two those between them.
    """
    return tuple(_answers(readings, vocabulary, actors))


def _answers(
    readings: Iterable[Reading], vocabulary: Vocabulary, actors: tuple[Actor, ...]
) -> Iterator[RefusalAnswer]:
    for reading in readings:
        for refusal in reading.refusals:
            if _concerns(refusal, actors):
                yield _answer(reading, refusal, vocabulary)


def _answer(
    reading: Reading, refusal: Refusal, vocabulary: Vocabulary
) -> RefusalAnswer:
    label = vocabulary.relation(refusal.relation).label
    return RefusalAnswer(
        sentence=relation_sentence(refusal.subject, label, refusal.object),
        reason=refusal.reason,
        quote=passage(reading.document, refusal.start, refusal.end),
    )


def _concerns(refusal: Refusal, actors: tuple[Actor, ...]) -> bool:
    if not actors:
        return True
    subject = refusal.subject
    object_ = refusal.object
    left = actors[0]
    right = actors[-1]
    if len(actors) == 1:
        return _may_mean(left, subject, refusal) or _may_mean(left, object_, refusal)
    forward = _may_mean(left, subject, refusal) and _may_mean(right, object_, refusal)
    if forward:
        return True
    return _may_mean(left, object_, refusal) and _may_mean(right, subject, refusal)


def _may_mean(actor: Actor, text: str, refusal: Refusal) -> bool:
    """Whether a name in a refused relation can mean an actor."""
    words = set(fold_name(text).split())
    for name in plain_names(actor):
        if words and _overlap(words, name):
            return True
    return any(_refers(mention, text, refusal) for mention in actor.mentions)


def _overlap(words: set[str], name: str) -> bool:
    parts = set(name.split())
    if not parts:
        return False
    return words <= parts or parts <= words


def _refers(mention: Mention, text: str, refusal: Refusal) -> bool:
    """Whether a mention is this text within the refused passage."""
    return (
        mention.document == refusal.document
        and refusal.start <= mention.start
        and mention.end <= refusal.end
        and mention.text == text
    )
