"""Names of people, countries and bodies that do not exist."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

GIVEN = "Anna Boris Clara Daniel Elena Felix Greta Henrik Irina Jonas Karin Lukas Maria Nadia Oskar Paula Sofia".split()
ONSETS = "b br d dr f g gr h k kr l m n p r s st t tr v w z".split()
VOWELS = "a e i o u au ei".split()
CODAS = "l n r s ck nd rt lm".split()
SURNAME_ENDS = "en er ik ov eva sson mann elli".split()
COUNTRY_ENDS = "ia land mark stan".split()
BODIES = "Institute Bank Council Foundation Party Energy University Agency Airlines Tribune".split()

Invent = Callable[[Random], str]


class Urn:
    """Names, of which those that were often drawn are drawn more often.

    Args:
        invent: Makes a new name.
        known: Share of draws that give a name that was drawn before, 0–1.
    """

    def __init__(self, invent: Invent, known: float = 0.7) -> None:
        self._invent = invent
        self._known = known
        self._drawn: list[str] = []

    def draw(self, chance: Random, count: int) -> list[str]:
        """Different names; the chance of a known one is in proportion to how often it was drawn."""
        drawn: dict[str, None] = {}
        while len(drawn) < count:
            old = self._drawn and chance.random() < self._known
            drawn[chance.choice(self._drawn) if old else self._invent(chance)] = None
        self._drawn += drawn
        return list(drawn)


def stem(chance: Random) -> str:
    """One or two syllables, capitalised."""
    syllables = (
        chance.choice(ONSETS) + chance.choice(VOWELS)
        for _ in range(chance.randint(1, 2))
    )
    return ("".join(syllables) + chance.choice(CODAS)).capitalize()


def person(chance: Random) -> str:
    """A given name and a surname."""
    return f"{chance.choice(GIVEN)} {stem(chance)}{chance.choice(SURNAME_ENDS)}"


def country(chance: Random) -> str:
    """A country."""
    return stem(chance) + chance.choice(COUNTRY_ENDS)


def body(chance: Random) -> str:
    """A company, a party, an institute or the like."""
    return f"{stem(chance)} {chance.choice(BODIES)}"
