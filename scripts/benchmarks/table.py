"""The table that a benchmark prints: two amounts a row, their ratio, and what it should be."""

from __future__ import annotations

from dataclasses import dataclass

HEAD = """\
| what | product | other | ratio | aim | met |
| --- | ---: | ---: | ---: | ---: | --- |"""


@dataclass(frozen=True, slots=True)
class Aim:
    """The bound of a ratio, and whether it is a minimum or a maximum."""

    bound: float
    is_minimum: bool

    def is_met_by(self, ratio: float) -> bool:
        """Whether a ratio keeps to the bound."""
        if self.is_minimum:
            return ratio >= self.bound
        return ratio <= self.bound

    def __str__(self) -> str:
        sign = "≥" if self.is_minimum else "≤"
        return f"{sign} {self.bound:g}×"


def at_least(bound: float) -> Aim:
    """Return the aim that the other side costs at least this many times as much."""
    return Aim(bound, is_minimum=True)


def at_most(bound: float) -> Aim:
    """Return the aim that the product costs at most this many times as much."""
    return Aim(bound, is_minimum=False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One row of the table.

    Attributes:
        product: What the product takes, in ``unit``.
        other: What the other side takes, in ``unit``.
        aim: The bound that ``ratio`` should keep to.
        unit: Seconds (``s``) or mebibytes (``MiB``).
        was_stopped: Whether the other side was stopped, so that the true ratio is larger.
    """

    what: str
    product: float
    other: float
    aim: Aim
    unit: str = "s"
    was_stopped: bool = False

    @property
    def ratio(self) -> float:
        """Other by product where the aim is a minimum, product by other where it is a maximum."""
        if self.aim.is_minimum:
            return self.other / self.product
        return self.product / self.other

    @property
    def meets_aim(self) -> bool:
        """Whether the ratio keeps to the bound."""
        return self.aim.is_met_by(self.ratio)

    def __str__(self) -> str:
        more = "> " if self.was_stopped else ""
        cells = (
            self.what,
            amount(self.product, self.unit),
            more + amount(self.other, self.unit),
            f"{more}{self.ratio:.3g}×",
            str(self.aim),
            "yes" if self.meets_aim else "**no**",
        )
        return f"| {' | '.join(cells)} |"


def amount(value: float, unit: str) -> str:
    """Format an amount with three digits, and fractions of a second as milliseconds.

    >>> amount(0.0123, "s"), amount(1.234, "s"), amount(1234.5, "MiB")
    ('12.3 ms', '1.23 s', '1234 MiB')
    """
    if unit == "s" and value < 1:
        return f"{1000 * value:.3g} ms"
    return f"{value:.0f} {unit}" if value >= 100 else f"{value:.3g} {unit}"
