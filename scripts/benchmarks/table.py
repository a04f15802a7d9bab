"""What a measurement gives: a row with two amounts, their ratio and what it should be."""

from __future__ import annotations

from dataclasses import dataclass

HEAD = "| what | product | other | ratio | aim | met |\n| --- | ---: | ---: | ---: | ---: | --- |"


@dataclass(frozen=True, slots=True)
class Aim:
    """The bound of a ratio, and whether it is the least or the most."""

    bound: float
    at_least: bool

    def met_by(self, ratio: float) -> bool:
        """Whether a ratio keeps to the bound."""
        return ratio >= self.bound if self.at_least else ratio <= self.bound

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.bound:g}×"


def at_least(bound: float) -> Aim:
    """The other must cost this many times as much as the product."""
    return Aim(bound, at_least=True)


def at_most(bound: float) -> Aim:
    """The product may cost this many times as much as the other."""
    return Aim(bound, at_least=False)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes:
        product, other: Amounts, in the unit given: seconds (``s``) or mebibytes (``MiB``).
        aim: What ``ratio`` is held to.
        cut: Whether ``other`` was stopped, so that the ratio is more than it seems.
    """

    what: str
    product: float
    other: float
    aim: Aim
    unit: str = "s"
    cut: bool = False

    @property
    def ratio(self) -> float:
        """How many times as much the dearer side costs: the other where the aim is a least, else the product."""
        dear, cheap = (
            (self.other, self.product)
            if self.aim.at_least
            else (self.product, self.other)
        )
        return dear / cheap

    def __str__(self) -> str:
        more = "> " if self.cut else ""
        amounts = (
            f"{amount(self.product, self.unit)} | {more}{amount(self.other, self.unit)}"
        )
        met = "yes" if self.aim.met_by(self.ratio) else "**no**"
        return f"| {self.what} | {amounts} | {more}{self.ratio:.3g}× | {self.aim} | {met} |"


def amount(value: float, unit: str) -> str:
    """An amount with three digits; parts of a second as milliseconds."""
    return (
        f"{1000 * value:.3g} ms"
        if unit == "s" and value < 1
        else f"{value:.0f} {unit}"
        if value >= 100
        else f"{value:.3g} {unit}"
    )
