"""When a relation is claimed to exist, as intervals of whole days."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from actorgraph.model import Claim, ClaimId

#: First and last day, ISO; None where the texts leave it open.
Interval = tuple[str | None, str | None]


def intervals(
    ids: Iterable[ClaimId], claims: Mapping[ClaimId, Claim]
) -> list[Interval]:
    """Return when at least one of the dated claims applies, as intervals apart, in order.

    A year or month counts as all its days.  Intervals that overlap or follow on each other are one:
    two articles that date a relation differently say together that it lasted all that time.

    Args:
        ids: Claims to consider; an id that ``claims`` lacks is skipped.
        claims: The claims by id.

    Returns:
        Nothing if no claim is dated.
    """
    dated: list[Interval] = []
    for id_ in ids:
        if id_ in claims:
            claim = claims[id_]
            if claim.valid_from or claim.valid_until:
                first = _first_day(claim.valid_from)
                dated.append((first, _last_day(claim.valid_until)))
    return _merged(dated)


def _merged(dated: Iterable[Interval]) -> list[Interval]:
    """Return intervals with those that overlap or touch made one.

    >>> _merged([("2012-01-01", None), ("2015-01-01", "2015-12-31")])
    [('2012-01-01', None)]
    >>> _merged([("2011-01-01", "2011-12-31"), (None, "2010-12-31"), ("2013-05-01", None)])
    [(None, '2011-12-31'), ('2013-05-01', None)]
    """
    merged: list[Interval] = []
    by_start = sorted(dated, key=_chronological)
    for start, end in by_start:
        if merged and _reaches(merged[-1], start):
            first, last = merged.pop()
            latest = _later(last, end)
            merged.append((first, latest))
        else:
            merged.append((start, end))
    return merged


def _reaches(interval: Interval, start: str | None) -> bool:
    """Whether an interval lasts until the day before another starts, or longer."""
    _, end = interval
    if start is None or end is None:
        return True
    first = date.fromisoformat(start)
    last = date.fromisoformat(end)
    return first - last <= timedelta(days=1)


def _later(left: str | None, right: str | None) -> str | None:
    if left is None or right is None:
        return None
    return max(left, right)


def _chronological(interval: Interval) -> tuple[str, str]:
    start, end = interval
    return start or "", end or "~"


def _first_day(when: str | None) -> str | None:
    """Return the first day of a year, month or day; None of an open date.

    >>> _first_day("2010"), _first_day("2010-03")
    ('2010-01-01', '2010-03-01')
    """
    if when is None:
        return None
    year, month, day = [*when.split("-"), "01", "01"][:3]
    return f"{year}-{month}-{day}"


def _last_day(when: str | None) -> str | None:
    """Return the last day of a year, month or day; None of an open date.

    >>> _last_day("2010"), _last_day("2012-02"), _last_day("2010-03-05")
    ('2010-12-31', '2012-02-29', '2010-03-05')
    """
    if when is None:
        return None
    year, *smaller = when.split("-")
    if len(smaller) == 2:
        return when
    month = smaller[0] if smaller else "12"
    _, last = monthrange(int(year), int(month))
    return f"{year}-{month}-{last}"
