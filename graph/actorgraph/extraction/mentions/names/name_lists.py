"""Lists of names: "Roth, Marsh and Hale"."""

from __future__ import annotations

from collections.abc import Callable

from actorgraph.extraction.parse.closed_classes import LIST_ENDS
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention


def names_of_list(
    parsed: ParsedText,
    i: int,
    name_from: Callable[[int], TokenMention | None],
    *,
    with_others: bool = False,
) -> list[TokenMention]:
    """Return the names that continue a list up to the one after "and"; none if no list ends so.

    Args:
        i: The token after the first name of the list.
        name_from: Returns the name that begins at a token.
        with_others: Whether the last item may be no name: "Roth, Marsh *and others*".
    """
    names: list[TokenMention] = []
    is_last = False
    while not is_last:
        has_comma = parsed.word(i) == ","
        is_last = parsed.word(i + has_comma) in LIST_ENDS
        if not has_comma and not is_last:
            return []
        name = name_from(i + has_comma + is_last)
        if name is not None:
            names.append(name)
            i = name.end
        elif not (is_last and with_others):
            return []
    return names
