"""Mentions that the product sees and an annotation leaves out.

The close readings mark the words of the two ends of each claim, and names. All other noun phrases
and pronouns that the product takes for mentions are added: those of an annotated entity to it, the
others as actors that are not related. Otherwise the network would learn that whoever is mentioned
by a description is related to somebody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from actorgraph.extraction import Reader
from actorgraph.model import Document, DocumentId
from training.corpora import AnnotatedArticle, MarkedMention

if TYPE_CHECKING:
    from actorgraph.extraction.learned import ModelOutput, PairScores
    from actorgraph.extraction.mentions.entities import Entities


class SeenMention(NamedTuple):
    """A mention that the product sees: its code points, the number of its entity, and its type."""

    start: int
    end: int
    entity: int
    type: str


def with_seen_mentions(
    articles: Iterable[AnnotatedArticle],
) -> Iterator[AnnotatedArticle]:
    """Add to each article the mentions that the product sees in it."""
    annotated = list(articles)
    documents = map(_document, annotated)
    reader = _MentionReader()
    for article, _ in zip(annotated, reader.read(documents), strict=True):
        add_seen_mentions(article, reader.mentions.pop())
        yield article


def _document(article: AnnotatedArticle) -> Document:
    return Document(DocumentId(article.id), article.id, article.text, None, None)


class _MentionReader(Reader):
    """Keeps the mentions of the last text that it read."""

    def __init__(self) -> None:
        super().__init__()
        self.mentions: list[list[SeenMention]] = []

    def _score(self, entities: Entities, output: ModelOutput | None) -> PairScores:
        seen = []
        for mention in entities.parsed.mentions:
            if mention.actor >= 0:
                start, end = entities.parsed.chars(mention.start, mention.end)
                seen.append(SeenMention(start, end, mention.actor, mention.type.value))
        self.mentions.append(seen)
        return super()._score(entities, output)


def add_seen_mentions(article: AnnotatedArticle, seen: Iterable[SeenMention]) -> None:
    """Add the mentions that the product sees to an article.

    One that covers the same words as an annotated one, more or less, replaces it.
    """
    mentions = list(seen)
    entity_of = _annotated_entities(article, mentions)
    for mention in mentions:
        entity = entity_of.get(mention.entity)
        if entity is None:
            entity = _add_bystander(article, mention)
        article.mentions = [
            marked
            for marked in article.mentions
            if marked.entity != entity or not _match(mention, marked)
        ]
        span = mention.start, mention.end
        article.mentions.append(MarkedMention(*span, entity, mention.type))


def _add_bystander(article: AnnotatedArticle, mention: SeenMention) -> str:
    """Add an actor without relations, unless there is, and return its id."""
    entity = f"bystander {mention.entity}"
    article.types.setdefault(entity, frozenset({mention.type}))
    article.same[entity] = entity
    article.bystanders[entity] = article.covers
    return entity


def _annotated_entities(
    article: AnnotatedArticle, seen: Iterable[SeenMention]
) -> dict[int, str]:
    """Map entities of the product to the annotated ones with which they share most mentions."""
    shared: dict[int, Counter[str]] = {}
    for mention in seen:
        for marked in article.mentions:
            if _match(mention, marked):
                shared.setdefault(mention.entity, Counter())[marked.entity] += 1
    return {number: max(sorted(c), key=c.__getitem__) for number, c in shared.items()}


def _match(mention: SeenMention, marked: MarkedMention) -> bool:
    """Whether two mentions cover the same words: they end together, or share half of their text."""
    shared = min(mention.end, marked.end) - max(mention.start, marked.start)
    longest = max(mention.end, marked.end) - min(mention.start, marked.start)
    return shared > 0 and (mention.end == marked.end or 2 * shared >= longest)
