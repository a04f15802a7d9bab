"""When the claims of a relation hold, as intervals of whole days."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping

from actorgraph.model import Claim, ClaimId

#: First and last day, ISO; None where the texts leave it open.
Interval = tuple[str | None, str | None]


def intervals(
    ids: Iterable[ClaimId], claims: Mapping[ClaimId, Claim]
) -> list[Interval]:
    """Return the different intervals of the claims that are dated, in order.

    A year or month counts as all its days.  An interval without a first day comes first.

    Args:
        ids: Claims to consider; an id that ``claims`` lacks is skipped.
        claims: The claims by id.

    Returns:
        Nothing if no claim is dated.
    """
    dated: set[Interval] = set()
    for id_ in ids:
        if id_ in claims:
            claim = claims[id_]
            dated.add((_first_day(claim.valid_from), _last_day(claim.valid_until)))
    return sorted(dated - {(None, None)}, key=_chronological)


def _chronological(interval: Interval) -> tuple[str, str]:
    start, end = interval
    return start or "", end or "~"


def _first_day(date: str | None) -> str | None:
    """Return the first day of a year, month or day; None of an open date.

    >>> _first_day("2010"), _first_day("2010-03")
    ('2010-01-01', '2010-03-01')
    """
    if date is None:
        return None
    year, month, day = [*date.split("-"), "01", "01"][:3]
    return f"{year}-{month}-{day}"


def _last_day(date: str | None) -> str | None:
    """Return the last day of a year, month or day; None of an open date.

    >>> _last_day("2010"), _last_day("2012-02"), _last_day("2010-03-05")
    ('2010-12-31', '2012-02-29', '2010-03-05')
    """
    if date is None:
        return None
    year, *smaller = date.split("-")
    if len(smaller) == 2:
        return date
    month = smaller[0] if smaller else "12"
    _, last = monthrange(int(year), int(month))
    return f"{year}-{month}-{last}"
