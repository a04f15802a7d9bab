"""Lists of names: "Roth, Marsh and Hale"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from actorgraph.extraction.parse.closed_classes import LIST_ENDS
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import ActorType

COMMA = ","


def further_items(
    parsed: ParsedText, i: int, name_from: Callable[[int], TokenMention | None]
) -> Iterator[tuple[TokenMention | None, bool]]:
    """Yield the names that continue a list, each with whether "and" precedes it, as the last one.

    What is no name ends the list, and is yielded as None.

    Args:
        i: The token after the first name of the list.
        name_from: Returns the name that begins at a token.
    """
    is_last = False
    while not is_last:
        has_comma = parsed.word(i) == COMMA
        is_last = parsed.word(i + has_comma) in LIST_ENDS
        if not has_comma and not is_last:
            return
        name = name_from(i + has_comma + is_last)
        yield name, is_last
        if name is None:
            return
        i = name.end


def names_of_list(
    parsed: ParsedText, comma: int, type_: ActorType
) -> list[TokenMention]:
    """Return the names after a comma up to the one after "and"; none if no list ends so.

    Args:
        comma: The token after the first name of the list.
        type_: The type of all names.
    """

    def name_from(i: int) -> TokenMention | None:
        return _name_of_type(parsed, i, type_)

    names: list[TokenMention] = []
    for name, is_last in further_items(parsed, comma, name_from):
        if name is None:
            return []
        names.append(name)
        if is_last:
            return names
    return []


def _name_of_type(parsed: ParsedText, i: int, type_: ActorType) -> TokenMention | None:
    """Return the name at a token or after an article there: "and *the Harbour Party*"."""
    start = i + int(parsed.tag(i) == "DT")
    name = parsed.name_at(start)
    is_here = name is not None and name.start == start and name.type is type_
    return name if is_here else None
