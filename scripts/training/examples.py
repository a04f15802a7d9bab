"""Articles cut into the windows that the network sees, with its targets as arrays."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from actorgraph.extraction.learned.encoding import Window, windows
from actorgraph.extraction.learned.token_tree import TokenTree
from training.annotated_facts import Span
from training.corpora import TYPES, AnnotatedArticle, MarkedMention
from training.relation_table import RelationTable

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SENTENCE = re.compile(r".+?(?:[.!?][\"”’')\]]*\s+(?=[\"“‘'(A-Z0-9])|\n+|$)", re.DOTALL)
#: Targets of a fact besides 1, true, and 0, false: it is neither, or of several such facts between
#: two actors at least one is true.
UNKNOWN, CHOICE = -1, 2
#: Parts of an attribution; each has three tags: outside, first piece, further piece.
PARTS = ("source", "cue", "content")
#: The set whose attributions are learned.
ATTRIBUTED = "polnear"

Integers = NDArray[np.int64]


@dataclass(slots=True)
class Example:
    """A window and what is to be learned from it.

    Attributes:
        tags: [pieces]. 0 outside of names, else 1 + 2 × type for the first piece of a name and 1
            more for its other pieces; None where names are not learned.
        parts: [3, pieces], tags of the parts of attributions; None where these are not learned.
        spans: [mentions, 2], in pieces.
        types: [mentions], index in ``TYPES``.
        entities: [mentions], index of the entity in the window.
        sentences: [mentions], index of the sentence in the article.
        coreference: Whether it is learned who is the same.
        targets: [entities, entities, relations] of 1, 0, ``UNKNOWN`` and ``CHOICE``; None where all
            is unknown.
        stated: [statements, 4]: subject, object, relation, and a sentence that states it. A true
            fact that has none is stated in any sentence.
    """

    article: str
    dataset: str
    window: Window
    tags: Integers | None
    parts: Integers | None
    spans: Integers
    types: Integers
    entities: Integers
    sentences: Integers
    coreference: bool
    targets: NDArray[np.int8] | None
    stated: Integers


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention within a window: its pieces, and the mention."""

    pieces: Span
    mention: MarkedMention


def examples(
    article: AnnotatedArticle,
    tree: TokenTree,
    tokenizer: Tokenizer,
    relations: RelationTable,
) -> Iterator[Example]:
    """Cut an article into examples, in its order; an empty article has none.

    Args:
        tree: The dependency tree of its text.
    """
    sentences = [match.span() for match in SENTENCE.finditer(article.text)]
    for window in windows(article.text, sentences, tree, tokenizer):
        yield _example(article, window, sentences, relations)


def _example(
    article: AnnotatedArticle,
    window: Window,
    sentences: list[Span],
    relations: RelationTable,
) -> Example:
    placed = _placed(article, window)
    mentions = [place.mention for place in placed]
    of_mentions = [mention.entity for mention in mentions]
    entities = list(dict.fromkeys(of_mentions))
    is_attributed = article.dataset == ATTRIBUTED
    return Example(
        article=article.id,
        dataset=article.dataset,
        window=window,
        tags=_tags(window, placed) if article.tagged else None,
        parts=_parts(window, article) if is_attributed else None,
        spans=_spans(placed),
        types=_type_numbers(mentions),
        entities=_integers(map(entities.index, of_mentions)),
        sentences=_sentence_numbers(mentions, sentences),
        coreference=article.complete and not is_attributed,
        targets=_targets(article, entities, relations),
        stated=_stated(article, entities, sentences, relations),
    )


def _integers(values: Iterator[int]) -> Integers:
    return np.array(list(values), dtype=np.int64)


def _type_numbers(mentions: list[MarkedMention]) -> Integers:
    return _integers(TYPES.index(mention.type) for mention in mentions)


def _placed(article: AnnotatedArticle, window: Window) -> list[Placed]:
    """Return the mentions within a window, in order, a longer one before those within it."""
    first, last = window.offsets[0][0], window.offsets[-1][1]
    placed = []
    for mention in sorted(set(article.mentions), key=_place_in_text):
        if first <= mention.start and mention.end <= last:
            pieces = window.pieces(mention.start, mention.end)
            if pieces is not None:
                placed.append(Placed(pieces, mention))
    return placed


def _place_in_text(mention: MarkedMention) -> tuple[int, int, str]:
    return mention.start, -mention.end, mention.entity


def _spans(placed: list[Placed]) -> Integers:
    spans = np.array([place.pieces for place in placed], dtype=np.int64)
    return spans.reshape(-1, 2)


def _sentence_numbers(mentions: list[MarkedMention], sentences: list[Span]) -> Integers:
    starts = [start for start, _ in sentences]
    return _integers(bisect_right(starts, mention.start) for mention in mentions)


def _tags(window: Window, placed: list[Placed]) -> Integers:
    tags = np.zeros(len(window.ids), dtype=np.int64)
    for place in placed:
        start, end = place.pieces
        if not tags[start:end].any():
            tags[start:end] = 2 + 2 * TYPES.index(place.mention.type)
            tags[start] -= 1
    return tags


def _parts(window: Window, article: AnnotatedArticle) -> Integers:
    tags = np.zeros((len(PARTS), len(window.ids)), dtype=np.int64)
    for attribution in article.attributions:
        for row, part in enumerate(PARTS):
            for start, end in _part_spans(attribution, part):
                pieces = window.pieces(start, end)
                if pieces is not None:
                    tags[row, slice(*pieces)] = 2
                    tags[row, pieces[0]] = 1
    return tags


def _part_spans(attribution: dict[str, Any], part: str) -> list[Span]:
    """Return the spans of a part: content may have several, source and cue one or none."""
    value = attribution.get(part)
    if part == "content":
        return list(attribution["content"])
    return [value] if value else []


def _targets(
    article: AnnotatedArticle, entities: list[str], relations: RelationTable
) -> NDArray[np.int8] | None:
    if not article.covers and not article.facts.true:
        return None
    shape = len(entities), len(entities), len(relations.terms)
    targets = np.full(shape, UNKNOWN, dtype=np.int8)
    for i, subject in enumerate(entities):
        for j, object_ in enumerate(entities):
            if article.same[subject] != article.same[object_]:
                for k, term in enumerate(relations.terms):
                    fact = subject, term, object_
                    targets[i, j, k] = _target(article, *fact, relations)
    for subject, terms, object_ in article.facts.choices:
        if subject in entities and object_ in entities:
            ends = entities.index(subject), entities.index(object_)
            targets[ends][[relations.terms.index(term) for term in terms]] = CHOICE
    return targets if (targets != UNKNOWN).any() else None


def _target(
    article: AnnotatedArticle,
    subject: str,
    term: str,
    object_: str,
    relations: RelationTable,
) -> int:
    facts = article.facts
    is_allowed = (
        relations.domain[term] & article.types[subject]
        and relations.range[term] & article.types[object_]
    )
    fact = article.same[subject], term, article.same[object_]
    if fact in facts.false:
        return 0
    if not is_allowed:
        return UNKNOWN
    if fact in facts.true:
        return 1
    is_false = fact not in facts.unknown and article.is_decided(term, subject, object_)
    return 0 if is_false else UNKNOWN


def _stated(
    article: AnnotatedArticle,
    entities: list[str],
    sentences: list[Span],
    relations: RelationTable,
) -> Integers:
    """Return which sentences state which facts between the entities of a window."""
    rows: set[tuple[int, int, int, int]] = set()
    numbers = _numbers_of(article, entities)
    for (subject, term, object_), passages in article.facts.passages.items():
        relation = relations.terms.index(term)
        touched = _sentences_within(passages, sentences)
        ends = product(numbers.get(subject, ()), numbers.get(object_, ()), touched)
        rows.update((i, j, relation, sentence) for i, j, sentence in ends)
    return np.array(sorted(rows), dtype=np.int64).reshape(-1, 4)


def _numbers_of(article: AnnotatedArticle, entities: list[str]) -> dict[str, list[int]]:
    """Map each entity to the numbers of those whose facts count for it."""
    numbers: dict[str, list[int]] = {}
    for number, entity in enumerate(entities):
        numbers.setdefault(article.same[entity], []).append(number)
    return numbers


def _sentences_within(passages: list[Span], sentences: list[Span]) -> set[int]:
    """Return the numbers of the sentences that passages touch, as ``_sentence_numbers`` counts."""
    touched = set()
    for start, end in passages:
        for number, (first, last) in enumerate(sentences, 1):
            if first < end and start < last:
                touched.add(number)
    return touched
