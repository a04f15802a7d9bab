"""Roles that take turns with names: "the head of the union, Jan Hale, the mayor, Ada Quint, …"."""

from __future__ import annotations

from actorgraph.extraction.mentions.roles.appositions import by_reversed_apposition
from actorgraph.extraction.mentions.roles.role_phrases import Holder, RolePhrase
from actorgraph.extraction.parse.closed_classes import DEFINITE
from actorgraph.extraction.parse.parsed_text import ParsedText


def by_series(
    parsed: ParsedText, phrase: RolePhrase, previous: RolePhrase | None
) -> list[Holder]:
    """Return the name after a role, if the name before it has the role before that.

    So of "the head of the union, Jan Hale, the mayor of Oslo, *Ada Quint*, and …".
    """
    is_definite = phrase.determiner in DEFINITE
    if previous is None or not previous.holders or not is_definite:
        return []
    name = previous.holders[-1].mention
    is_between = previous.end <= name.start and name.end == phrase.start - 1
    return by_reversed_apposition(parsed, phrase) if is_between else []
