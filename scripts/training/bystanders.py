"""Names that an annotation passes over, as examples of actors that are not related.

KnowledgeNet marks only those who stand in a relation, so that nearly every pair of them is related.  The names between
them, which a recogniser sees, are related to nobody as far as the passage's relations go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import spacy

from actorgraph.extraction.mentions.recognised import recognised
from actorgraph.settings import DEFAULT_PIPELINE
from training.corpora import Article, Span


def with_bystanders(articles: Iterable[Article]) -> Iterator[Article]:
    """Add to each article the names in its annotated passages that the annotation leaves out."""
    waiting = list(articles)
    language = spacy.load(
        DEFAULT_PIPELINE,
        exclude=["tagger", "parser", "lemmatizer", "attribute_ruler", "senter"],
    )
    for article, doc in zip(
        waiting, language.pipe(one.text for one in waiting), strict=True
    ):
        known = {
            word
            for start, end, *_ in article.mentions
            for word in _words(article.text[start:end])
        }
        taken = [(start, end) for start, end, *_ in article.mentions]
        for first, last, type_ in recognised(doc):
            span = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
            covers = frozenset().union(
                *(
                    terms
                    for passage, terms in article.passages
                    if _overlap(span, passage)
                )
            )
            new = not _words(doc.text[slice(*span)]) & known and not any(
                _overlap(span, other) for other in taken
            )
            if covers and new:
                id_ = f"bystander {span[0]}"
                article.mentions.append((*span, id_, type_.value))
                article.types[id_] = frozenset({type_.value})
                article.same[id_] = id_
                article.bystanders[id_] = covers
        yield article


def _words(text: str) -> set[str]:
    return {word.lower() for word in text.split() if len(word) > 2}


def _overlap(left: Span, right: Span) -> bool:
    return left[0] < right[1] and right[0] < left[1]
