"""Articles cut into the windows that the network sees, with its targets as arrays."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from actorgraph.extraction.learned.encoding import Window, windows
from training.corpora import TYPES, Article, Relations

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SENTENCE = re.compile(r".+?(?:[.!?][\"”’')\]]*\s+(?=[\"“‘'(A-Z0-9])|\n+|$)", re.DOTALL)
#: Target of what is not known.
UNKNOWN = -1
#: The pieces of a span are tagged 1 + 2 × type for the first and one more for the rest; 0 is outside.
PARTS = ("source", "cue", "content")


@dataclass(slots=True)
class Example:
    """A window and what is to be learned from it.

    Arrays: ``tags`` [pieces] or None; ``parts`` [3, pieces] or None; ``spans`` [mentions, 2] in pieces; ``types``,
    ``entities`` and ``sentences`` [mentions]; ``targets`` [entities, entities, relations] of 1, 0 and UNKNOWN, or None
    where all is unknown.
    """

    article: str
    dataset: str
    window: Window
    tags: np.ndarray | None
    parts: np.ndarray | None
    spans: np.ndarray
    types: np.ndarray
    entities: np.ndarray
    sentences: np.ndarray
    coreference: bool
    targets: np.ndarray | None


def examples(
    article: Article, tokenizer: Tokenizer, relations: Relations
) -> Iterator[Example]:
    """Cut an article."""
    sentences = [match.span() for match in SENTENCE.finditer(article.text)]
    begins = [start for start, _ in sentences]
    for window in windows(article.text, sentences, tokenizer):
        first, last = window.offsets[0][0], window.offsets[-1][1]
        inside = sorted(
            {m for m in article.mentions if first <= m[0] and m[1] <= last},
            key=lambda m: (m[0], -m[1], m[2]),
        )
        placed = [
            (span, m) for m in inside if (span := window.pieces(m[0], m[1])) is not None
        ]
        names = list(dict.fromkeys(m[2] for _, m in placed))
        yield Example(
            article=article.id,
            dataset=article.dataset,
            window=window,
            tags=_tags(window, placed) if article.tagged else None,
            parts=_parts(window, article) if article.dataset == "polnear" else None,
            spans=np.array([span for span, _ in placed], dtype=np.int64).reshape(-1, 2),
            types=np.array([TYPES.index(m[3]) for _, m in placed], dtype=np.int64),
            entities=np.array([names.index(m[2]) for _, m in placed], dtype=np.int64),
            sentences=np.array(
                [bisect_right(begins, m[0]) for _, m in placed], dtype=np.int64
            ),
            coreference=article.complete and article.dataset != "polnear",
            targets=_targets(article, names, relations),
        )


def _tags(window: Window, placed: list) -> np.ndarray:
    tags = np.zeros(len(window.ids), dtype=np.int64)
    for (start, end), (_, _, _, type_) in placed:
        if not tags[start:end].any():
            tags[start:end] = 2 + 2 * TYPES.index(type_)
            tags[start] -= 1
    return tags


def _parts(window: Window, article: Article) -> np.ndarray:
    tags = np.zeros((len(PARTS), len(window.ids)), dtype=np.int64)
    for attribution in article.attributions:
        spans = {
            "source": [attribution["source"]] if attribution.get("source") else [],
            "cue": [attribution["cue"]] if attribution.get("cue") else [],
            "content": attribution["content"],
        }
        for row, part in enumerate(PARTS):
            for start, end in spans[part]:
                if (pieces := window.pieces(start, end)) is not None:
                    tags[row, pieces[0] : pieces[1]] = 2
                    tags[row, pieces[0]] = 1
    return tags


def _targets(
    article: Article, names: list[str], relations: Relations
) -> np.ndarray | None:
    if not article.covers and not article.true:
        return None
    targets = np.full(
        (len(names), len(names), len(relations.terms)), UNKNOWN, dtype=np.int8
    )
    for i, left in enumerate(names):
        for j, right in enumerate(names):
            if article.same[left] != article.same[right]:
                targets[i, j] = [
                    _target(article, left, term, right, relations)
                    for term in relations.terms
                ]
    return targets if (targets != UNKNOWN).any() else None


def _target(
    article: Article, left: str, term: str, right: str, relations: Relations
) -> int:
    if not (
        relations.domain[term] & article.types[left]
        and relations.range[term] & article.types[right]
    ):
        return UNKNOWN
    fact = article.same[left], term, article.same[right]
    if fact in article.true:
        return 1
    return (
        0
        if fact not in article.unknown and article.decided(term, left, right)
        else UNKNOWN
    )
