"""Names of people, countries and bodies that do not exist."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

GIVEN_NAMES = (
    "Anna Boris Clara Daniel Elena Felix Greta Henrik Irina Jonas Karin Lukas Maria Nadia Oskar "
    "Paula Sofia"
).split()
ONSETS = "b br d dr f g gr h k kr l m n p r s st t tr v w z".split()
VOWELS = "a e i o u au ei".split()
CODAS = "l n r s ck nd rt lm".split()
SURNAME_ENDS = "en er ik ov eva sson mann elli".split()
COUNTRY_ENDS = "ia land mark stan".split()
BODIES = (
    "Institute Bank Council Foundation Party Energy University Agency Airlines Tribune"
).split()

Invent = Callable[[Random], str]


class Urn:
    """Names, of which those that were often drawn are drawn more often.

    Args:
        invent: Makes a new name.
        repeated: Share of draws that repeat a name that was drawn before, 0–1.
    """

    def __init__(self, invent: Invent, repeated: float = 0.7) -> None:
        self._invent = invent
        self._repeated = repeated
        self._drawn: list[str] = []

    def draw(self, chance: Random, count: int) -> list[str]:
        """Return different names.

        A name that was drawn before comes back with a probability in proportion to how often it
        was drawn.
        """
        drawn: dict[str, None] = {}
        while len(drawn) < count:
            drawn[self._draw_name(chance)] = None
        self._drawn += drawn
        return list(drawn)

    def _draw_name(self, chance: Random) -> str:
        if self._drawn and chance.random() < self._repeated:
            return chance.choice(self._drawn)
        return self._invent(chance)


def stem(chance: Random) -> str:
    """Return one or two syllables, capitalised."""
    syllables = ""
    for _ in range(chance.randint(1, 2)):
        syllables += chance.choice(ONSETS) + chance.choice(VOWELS)
    return (syllables + chance.choice(CODAS)).capitalize()


def person(chance: Random) -> str:
    """Return a given name and a surname."""
    given_name = chance.choice(GIVEN_NAMES)
    return f"{given_name} {stem(chance)}{chance.choice(SURNAME_ENDS)}"


def country(chance: Random) -> str:
    """Return the name of a country."""
    return stem(chance) + chance.choice(COUNTRY_ENDS)


def body(chance: Random) -> str:
    """Return the name of a company, a party, an institute or the like."""
    return f"{stem(chance)} {chance.choice(BODIES)}"
