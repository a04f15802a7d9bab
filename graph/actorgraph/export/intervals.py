"""When what a relation's claims say is so, as intervals of whole days."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping

from actorgraph.model import Claim, ClaimId

#: First and last day, ISO; None where the texts leave it open.
Interval = tuple[str | None, str | None]


def intervals(
    ids: Iterable[ClaimId], claims: Mapping[ClaimId, Claim]
) -> list[Interval]:
    """The different intervals of those claims that are dated, in order; a year or month counts as all its days.

    An interval without a first day comes first.  Empty when no claim is dated; an id without a claim is left out.
    """
    dated = (claims[id_] for id_ in ids if id_ in claims)
    found = {(_first_day(one.valid_from), _last_day(one.valid_until)) for one in dated}
    return sorted(found - {(None, None)}, key=lambda one: (one[0] or "", one[1] or "~"))


def _first_day(date: str | None) -> str | None:
    return (
        None
        if date is None
        else f"{date}-01-01"
        if len(date) == len("2010")
        else f"{date}-01"[:10]
    )


def _last_day(date: str | None) -> str | None:
    if date is None or len(date) == len("2010-03-01"):
        return date
    if len(date) == len("2010"):
        return f"{date}-12-31"
    return f"{date}-{monthrange(int(date[:4]), int(date[5:7]))[1]}"
