"""Whether a stored graph is what was written, and says what its own content gives.

No shapes are needed: everything is read back and written again.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

import pyoxigraph as ox

from actorgraph.dataset.corpus import load_corpus
from actorgraph.dataset.manifest import (
    Manifest,
    file_hashes,
    file_names,
    is_administrative,
    miscount,
)
from actorgraph.dataset.matching_quads import matching_quads
from actorgraph.dataset.quads import corpus_lines
from actorgraph.dataset.store import StoredGraph
from actorgraph.dataset.stored_lines import line_of
from actorgraph.errors import ActorgraphError
from actorgraph.files import file_hash
from actorgraph.model import Corpus

#: How many findings of one kind are spelt out; the others are counted.
SPELT_OUT = 5


def verify(stored: StoredGraph) -> list[str]:
    """Check every invariant again on what is stored.

    The files must have the manifest's hashes, the store must have as many statements as were
    written and no blank node, and the graph must be the one that its own claims, actors and
    documents give when they are written again: so every quote is verbatim in its text, every claim
    fits its relation's types, and every direct triple follows from accepted claims.

    Returns:
        A sentence for each finding; none if the graph is intact.
    """
    expected = stored.manifest.quads
    findings = list(_changed_files(stored))
    try:
        count = len(stored.store)
        if count != expected:
            findings.append(miscount("statements", count, expected))
        return findings + _rewritten(_as_it_is(stored))
    except (ActorgraphError, OSError, UnicodeDecodeError, RuntimeError) as error:
        return [*findings, str(error)]


def _changed_files(stored: StoredGraph) -> Iterator[str]:
    for name, expected in stored.manifest.sha256.items():
        path = stored.folder / name
        if is_administrative(name):
            continue  # the store is compared itself
        if not path.is_file() or file_hash(path) != expected:
            yield f"{name} is not the file that was written"


def _as_it_is(stored: StoredGraph) -> StoredGraph:
    """Return a graph whose changed files can be read, to say what else is wrong with them."""
    names = file_names(stored.folder)
    hashes = file_hashes(stored.folder, names)
    return replace(stored, manifest=replace(stored.manifest, sha256=hashes))


def _rewritten(stored: StoredGraph) -> list[str]:
    """Compare the store with what its own content gives."""
    manifest, corpus = stored.manifest, load_corpus(stored)
    in_store = set(map(line_of, matching_quads(stored.store)))
    findings = _shortened(_blank_nodes(stored.store))
    findings += _miscounts(corpus, manifest)
    lines = corpus_lines(corpus, stored.vocabulary, manifest.base, manifest.threshold)
    return findings + _differences(set(lines), in_store)


def _blank_nodes(store: ox.Store) -> list[str]:
    findings: list[str] = []
    for quad in matching_quads(store):
        nodes = quad.subject, quad.object, quad.graph_name
        kinds = map(type, nodes)
        if ox.BlankNode in kinds:
            finding = f"a blank node is stored: {quad} ."
            findings.append(finding)
    return sorted(findings)


def _miscounts(corpus: Corpus, manifest: Manifest) -> Iterator[str]:
    counts = {
        "actors": len(corpus.actors),
        "claims": len(corpus.claims),
        "documents": len(corpus.readings),
    }
    for noun, count in counts.items():
        written = getattr(manifest, noun)
        if count != written:
            yield miscount(noun, count, written)


def _differences(expected: AbstractSet[str], stored: AbstractSet[str]) -> list[str]:
    missing = "missing in the store, though in what the claims give"
    surplus = "in the store, though not in what the claims give"
    return [
        *_findings(missing, expected - stored),
        *_findings(surplus, stored - expected),
    ]


def _findings(text: str, lines: AbstractSet[str]) -> list[str]:
    findings = [f"{text}: {line}" for line in sorted(lines)]
    return _shortened(findings)


def _shortened(findings: list[str]) -> list[str]:
    more = len(findings) - SPELT_OUT
    if more <= 0:
        return findings
    return [*findings[:SPELT_OUT], f"… and {more} more of this kind"]
