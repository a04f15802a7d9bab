"""Near-copies: texts that several papers took from one agency, whole, cut or slightly changed.

Each text is reduced to a sample of its shingles, sequences of ``SHINGLE`` words, as in Broder
(1997); the sample depends on the words only, so equal passages give equal samples.  If most
shingles of a text are in an older one, or the other way round, it is a copy of that.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from unicodedata import normalize
from zlib import crc32

from actorgraph.model import Document, DocumentId
from actorgraph.settings import COPIED_SHARE

#: Words of a shingle.
SHINGLE = 5
#: One shingle in this number is kept.
SAMPLING = 4
#: Shingles that a text must have in its sample: shorter ones are alike by chance.
LEAST_SHINGLES = 10
#: Originals that may share a shingle; what more have in common is a footer or a formula.
MOST_ORIGINALS = 50
#: Shingles that a copy shares at least, however short it is.
_LEAST_SHARED = COPIED_SHARE * LEAST_SHINGLES

Sample = frozenset[int]
_WORD = re.compile(r"\w+")


def copies(
    documents: Iterable[Document], sample: Callable[[Document], Sample]
) -> dict[DocumentId, DocumentId]:
    """Return the original of each document that is a copy.

    The oldest by date is the original; of the same day, and without a date, that with the smallest
    id.

    Args:
        documents: In any order.
        sample: Returns what ``sample_of`` does, which may have been computed elsewhere.
    """
    originals = _Originals()
    copied: dict[DocumentId, DocumentId] = {}
    for document in sorted(documents, key=_age):
        original = originals.original_of(document.id, sample(document))
        if original is not None:
            copied[document.id] = original
    return copied


def sample_of(document: Document) -> Sample:
    """Return the sample of shingles of a document's text."""
    return frozenset(_sampled(document.text))


def marked(document: Document, original: DocumentId | None) -> Document:
    """Return a document with its original, or none, as ``copy_of``."""
    if document.copy_of == original:
        return document
    return replace(document, copy_of=original)


def _age(document: Document) -> tuple[bool, str, DocumentId]:
    return document.date is None, document.date or "", document.id


@dataclass(slots=True)
class _Originals:
    """The texts so far that are no copies, by their shingles."""

    sizes: dict[DocumentId, int] = field(default_factory=dict)
    by_shingle: dict[int, list[DocumentId]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def original_of(self, id_: DocumentId, sample: Sample) -> DocumentId | None:
        """Return the text that a document is a copy of; None keeps it as a new original."""
        if len(sample) < LEAST_SHINGLES:
            return None
        shares = self._shares(sample)
        if shares:
            return min(shares, key=lambda other: (-shares[other], other))
        self.sizes[id_] = len(sample)
        for shingle in sample:
            self.by_shingle[shingle].append(id_)
        return None

    def _shares(self, sample: Sample) -> dict[DocumentId, float]:
        """Return the originals of a sample, if any, with the part of the shorter text in both."""
        lists = filter(None, map(self.by_shingle.get, sample))
        rare = (originals for originals in lists if len(originals) <= MOST_ORIGINALS)
        shared = Counter(chain.from_iterable(rare))
        shares: dict[DocumentId, float] = {}
        for original, count in shared.items():
            if count < _LEAST_SHARED:
                continue
            share = count / min(len(sample), self.sizes[original])
            if share >= COPIED_SHARE:
                shares[original] = share
        return shares


def _sampled(text: str) -> Iterator[int]:
    words = _WORD.findall(normalize("NFKC", text).casefold())
    for start in range(len(words) - SHINGLE + 1):
        shingle = crc32(" ".join(words[start : start + SHINGLE]).encode())
        if shingle % SAMPLING == 0:
            yield shingle
