"""Decisions that actors are the same as what other sources have under an IRI."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from actorgraph.analysis.finding import find_exactly
from actorgraph.errors import UsageError
from actorgraph.identifiers import WIKIDATA, match_iris
from actorgraph.judgement import NOBODY
from actorgraph.model import Judgement, Verdict
from actorgraph.pipeline.graph import Graph
from actorgraph.pipeline.watchlist_file import WatchList, read_watch_list
from actorgraph.resolution import is_match
from actorgraph.resolution.listed_actors import ListMatch, Standing, match_list

#: Web pages of Wikidata's items.
_PAGES = ("https://www.wikidata.org/wiki/", "https://www.wikidata.org/entity/")


def aligned(graph: Graph, actor: str, target: str, why: str = "") -> Judgement:
    """Return the decision that an actor is what an IRI, or a Wikidata item, names.

    Raises:
        NotFound: if the name is not exact.
        UsageError: if it is neither, or the actor is aligned to it already.
    """
    found = find_exactly(graph.corpus, actor)
    iri = _iri(target)
    if not is_match(iri):
        raise UsageError(
            f"{target!r} is neither a Wikidata item, such as Q585, nor an IRI"
        )
    if iri in match_iris(found):
        raise UsageError(f"{found.name} is aligned to {iri} already")
    return Judgement(found.id, NOBODY, Verdict.ALIGNED, why=why, text=iri)


def all_matches(graph: Graph) -> frozenset[str]:
    """Return the IRIs that the actors of a graph are aligned to."""
    return frozenset(chain.from_iterable(map(match_iris, graph.corpus.actors)))


def check_list(graph: Graph, path: Path) -> tuple[WatchList, tuple[ListMatch, ...]]:
    """Return a watch list, and the entries and actors that resemble each other.

    Raises:
        UsageError: if the file cannot be used.
    """
    listed = read_watch_list(path)
    return listed, match_list(listed.entries, graph.corpus, graph.vocabulary)


def kept_matches(
    graph: Graph, matches: Iterable[ListMatch], path: Path
) -> Iterator[Judgement]:
    """Yield the decisions that keep the accepted matches which are not kept yet."""
    actors = graph.actors
    for match in matches:
        iri = _entry_iri(match, graph.base, path)
        if match.standing is not Standing.ACCEPTED:
            continue
        known_iris = match_iris(actors[match.actor])
        if iri not in known_iris:
            why = f"line {match.line} of {path.name}: {match.reason}"
            yield Judgement(match.actor, NOBODY, Verdict.ALIGNED, why=why, text=iri)


def _iri(target: str) -> str:
    for page in _PAGES:
        target = target.removeprefix(page)
    iri = WIKIDATA + target
    return iri if is_match(iri) else target


def _entry_iri(match: ListMatch, base: str, path: Path) -> str:
    """Return the IRI of an entry: its id if that is one, else one below the base of the data."""
    from urllib.parse import quote

    iri = _iri(match.entry)
    if is_match(iri) and "/" in iri:
        return iri
    local = match.entry or f"line-{match.line}"
    return f"{base}list/{quote(path.stem, safe='')}/{quote(local, safe='')}"
