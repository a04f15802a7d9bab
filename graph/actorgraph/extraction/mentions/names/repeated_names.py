"""Names that a caption or a hyphen runs into the next: "Dana Roth Roth left".

Only where the text has the name without the repeated word too: "Hale Dana Hale" may be a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from actorgraph.extraction.mentions.names.name_slots import NameSlots
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import ActorType

#: Words of a full name and of the surname that it is run into, at least.
FEWEST_WORDS = 3


def split_repeated_names(parsed: ParsedText, slots: NameSlots) -> None:
    """Split the names of people that end, or begin, with a surname for the second time."""
    people = [name for name in slots.names() if name.is_person]
    texts = set(map(parsed.mention_text, people))
    for name in people:
        for start, end in _without_repetition(parsed, name):
            if parsed.text(start, end) in texts:
                repeated = end if start == name.start else name.start
                slots.take(start, end, ActorType.PERSON)
                slots.take(repeated, repeated + 1, ActorType.PERSON)
                break


def _without_repetition(
    parsed: ParsedText, name: TokenMention
) -> Iterator[tuple[int, int]]:
    """Yield where a name begins and ends without a surname that is in it twice."""
    if name.length < FEWEST_WORDS:
        return
    first, *_, surname, last = parsed.lower[name.start : name.end]
    if last == surname:
        yield name.start, name.end - 1
    if last == first:
        yield name.start + 1, name.end
