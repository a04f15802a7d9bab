"""What is claimed about which day?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from actorgraph.analysis.answers import ClaimAnswer
from actorgraph.analysis.sparql import (
    CLAIM_COLUMNS,
    about_actor,
    claim_pattern,
    select_query,
)
from actorgraph.analysis.wording import Wording
from actorgraph.model import Actor, ActorId, Claim, Corpus
from actorgraph.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Dated:
    """A claim and the day that it is about.

    Attributes:
        date: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.
        by_document: Whether the claim has no date itself, so that this is the day of publication.
        lasting: Whether it is a state, such as a post; else it is a happening, such as a visit.
    """

    date: str
    by_document: bool
    lasting: bool
    claim: ClaimAnswer

    def is_within(self, first: str | None, last: str | None) -> bool:
        """Whether the day may lie between two days, each as exact as it is given.

        Args:
            first: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; None for no limit.
            last: The same.
        """
        if first is not None:
            common = min(len(first), len(self.date))
            if self.date[:common] < first[:common]:
                return False
        if last is not None:
            common = min(len(last), len(self.date))
            if self.date[:common] > last[:common]:
                return False
        return True


def timeline(
    corpus: Corpus, vocabulary: Vocabulary, actor: Actor | None = None
) -> tuple[Dated, ...]:
    """Return the claims that were read in a text, sorted by the day that they are about.

    A claim without a date takes the day when its document was published; if that is unknown as
    well, it is left out.

    Args:
        actor: Only claims about this actor; None for all.
    """
    wording = Wording(corpus, vocabulary)
    dated = _dated(wording, vocabulary, actor)
    ordered = sorted(dated, key=_chronological)
    return tuple(ordered)


def timeline_query(actor: ActorId | None, base: str) -> str:
    """Return the SPARQL query for the claims of ``timeline``.

    Args:
        base: The base IRI of the data.
    """
    where = (
        claim_pattern(more="\n    FILTER NOT EXISTS { ?claim ag:premise ?premise }")
        + "  OPTIONAL { GRAPH ?document { ?claim ag:validFrom ?from } }\n"
        + "  OPTIONAL { GRAPH ?document { ?claim ag:validUntil ?until } }\n"
        + "  OPTIONAL { ?document dcterms:date ?published }\n"
        + "  BIND (COALESCE(?from, ?until, ?published) AS ?day)\n"
        + "  FILTER (BOUND(?day))\n"
    )
    if actor is not None:
        where += about_actor(actor, base)
    return select_query(f"?day {CLAIM_COLUMNS}", where, "STR(?day) ?claim")


def _dated(
    wording: Wording, vocabulary: Vocabulary, actor: Actor | None
) -> Iterator[Dated]:
    for claim in _claims_read(wording, actor):
        date = claim.valid_from or claim.valid_until
        first = claim.evidence[0]
        document = wording.documents[first.document]
        day = date or document.date
        if day:
            relation = vocabulary.relation(claim.relation)
            answer = wording.claim(claim)
            yield Dated(day, date is None, relation.lasting, answer)


def _claims_read(wording: Wording, actor: Actor | None) -> Iterator[Claim]:
    """Yield the claims about an actor, or all, that do not follow from others."""
    for claim in wording.claims.values():
        if claim.premises:
            continue
        if actor is None or actor.id in (claim.subject, claim.object):
            yield claim


def _chronological(dated: Dated) -> tuple[str, bool, str]:
    return dated.date, dated.by_document, dated.claim.id
