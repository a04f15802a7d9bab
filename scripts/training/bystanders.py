"""Names that an annotation leaves out, as examples of actors that are not related.

KnowledgeNet marks only actors that are related, so that nearly every pair of them is. The names
between them, which a recogniser finds, have none of the relations that their passage is annotated
for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import spacy

from actorgraph.extraction.mentions.names.recognised import recognised
from actorgraph.settings import DEFAULT_PIPELINE
from training.annotated_facts import Span
from training.corpora import AnnotatedArticle, MarkedMention

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Parts of the pipeline that recognising names does not need.
UNUSED = ("tagger", "parser", "lemmatizer", "attribute_ruler", "senter")


def with_bystanders(articles: Iterable[AnnotatedArticle]) -> Iterator[AnnotatedArticle]:
    """Add to each article the names in its annotated passages that the annotation leaves out."""
    annotated = list(articles)
    texts = [article.text for article in annotated]
    docs = spacy.load(DEFAULT_PIPELINE, exclude=UNUSED).pipe(texts)
    for article, doc in zip(annotated, docs, strict=True):
        _add_bystanders(article, doc)
        yield article


def _add_bystanders(article: AnnotatedArticle, doc: Doc) -> None:
    annotated = list(article.mentions)
    words = _words_of(article, annotated)
    for first, last, type_ in recognised(doc):
        start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
        covers = _relations_covering(article, (start, end))
        is_named = not words.isdisjoint(_words(doc.text[start:end]))
        if covers and not is_named and not _touches(annotated, (start, end)):
            id_ = f"bystander {start}"
            mention = MarkedMention(start, end, id_, type_.value)
            article.mentions.append(mention)
            article.types[id_] = frozenset({mention.type})
            article.same[id_] = id_
            article.bystanders[id_] = covers


def _words_of(article: AnnotatedArticle, mentions: list[MarkedMention]) -> set[str]:
    """Return the words of all annotated names."""
    words: set[str] = set()
    for mention in mentions:
        words |= _words(article.text[mention.start : mention.end])
    return words


def _words(text: str) -> set[str]:
    return {word.lower() for word in text.split() if len(word) > 2}


def _relations_covering(article: AnnotatedArticle, span: Span) -> frozenset[str]:
    """Return the relations for which a passage at a span is annotated exhaustively."""
    covers: frozenset[str] = frozenset()
    for passage, terms in article.passages:
        if _overlap(span, passage):
            covers |= terms
    return covers


def _touches(mentions: list[MarkedMention], span: Span) -> bool:
    return any(_overlap(span, (mention.start, mention.end)) for mention in mentions)


def _overlap(left: Span, right: Span) -> bool:
    return left[0] < right[1] and right[0] < left[1]
