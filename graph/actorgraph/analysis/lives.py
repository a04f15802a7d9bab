"""In which years people and bodies began and ended, as the articles say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from actorgraph.analysis.wording import Wording
from actorgraph.model import ActorId, Claim
from actorgraph.vocabulary import Vocabulary

BIRTH, DEATH = "birth", "death"

#: Birth or death → year → the claims that say so.
Life = Mapping[str, Mapping[str, list[Claim]]]

_YEAR = re.compile(r"\b\d{4}\b")


def lives_of(
    claims: Iterable[Claim], vocabulary: Vocabulary, wording: Wording
) -> Mapping[ActorId, Life]:
    """Return who was born and died in which years, with the claims that say so."""
    lives: dict[ActorId, dict[str, dict[str, list[Claim]]]] = {}
    for claim in claims:
        event = vocabulary.identity(claim.relation)
        if event not in (BIRTH, DEATH) or not claim.is_plain:
            continue
        name = wording.name(claim.object)
        years = _YEAR.findall(name)
        if len(years) == 1:
            (year,) = years
            life = lives.setdefault(claim.subject, {BIRTH: {}, DEATH: {}})
            of_year = life[event].setdefault(year, [])
            of_year.append(claim)
    return lives
