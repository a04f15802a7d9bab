"""Lists of names of one type: "Roth, Marsh and Hale"."""

from __future__ import annotations

from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import ActorType


def names_of_list(
    parsed: ParsedText, comma: int, type_: ActorType
) -> list[TokenMention]:
    """Return the names after a comma up to the one after "and"; none if no list ends so.

    Args:
        comma: The token after the first name of the list.
        type_: The type of all names.
    """
    names: list[TokenMention] = []
    i = comma
    while parsed.tag(i) == ",":
        is_last = parsed.tag(i + 1) == "CC"
        i += int(is_last)
        name = _name_after(parsed, i, type_)
        if name is None:
            return []
        names.append(name)
        if is_last:
            return names
        i = name.end
    last = _name_after(parsed, i, type_) if parsed.tag(i) == "CC" else None
    return [] if last is None else [*names, last]


def _name_after(parsed: ParsedText, i: int, type_: ActorType) -> TokenMention | None:
    """Return the name after a token, with or without an article: "and *the Harbour Party*"."""
    start = i + 1 + int(parsed.tag(i + 1) == "DT")
    name = parsed.name_at(start)
    is_here = name is not None and name.start == start and name.type is type_
    return name if is_here else None
