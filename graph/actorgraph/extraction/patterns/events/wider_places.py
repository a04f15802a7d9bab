"""Visits to a place that a text says to be in another: "visited *Bergen, Norway*"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.knowledge.relation_lists import (
    LOCATION,
    VISIT,
    relation_list,
)
from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.modality.factuality.factuality import factuality
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.model import Polarity

#: Where a place is: "Bergen, *Norway*", "the *Norwegian* capital Oslo".
AROUND = LOCATION | relation_list("capital of a state")


def with_wider_places(
    entities: Entities, candidates: Iterable[Candidate], lexicon: Lexicon
) -> Iterator[Candidate]:
    """Yield candidates, and after them the visits to the places around those visited."""
    around: dict[TokenMention, list[TokenMention]] = defaultdict(list)
    visits: list[Candidate] = []
    for candidate in candidates:
        yield candidate
        if candidate.relation in VISIT and _is_affirmed(entities, candidate, lexicon):
            visits.append(candidate)
        elif candidate.relation in AROUND and not candidate.template.is_background:
            around[candidate.subject].append(candidate.object)
    for visit in visits:
        for place in around[visit.object]:
            if place.is_place and not _is_home(entities, visit, place):
                yield replace(visit, object=place)


def _is_affirmed(entities: Entities, visit: Candidate, lexicon: Lexicon) -> bool:
    """Whether a visit is not denied: who did not go to Bergen may have been in Norway."""
    if visit.misfit is not None or visit.stated_by is None:
        return False
    polarity, _ = factuality(entities.parsed, visit.stated_by, lexicon)
    return polarity is Polarity.AFFIRMED


def _is_home(entities: Entities, visit: Candidate, place: TokenMention) -> bool:
    """Whether someone has an office of a place: "Norwegian President Roth in Bergen, Norway"."""
    visitor = entities.of(visit.subject)
    if visitor is None:
        return False
    return place.actor in visitor.owners
