"""Descriptions of something new: "*a* bank", which "the bank" may then refer to."""

from __future__ import annotations

from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.parse.closed_classes import NEW_DETERMINERS


def introductions(entities: Entities) -> dict[str, int]:
    """Return the first token of the first description of something new, by its noun."""
    parsed = entities.parsed
    first: dict[str, int] = {}
    for mention in parsed.mentions:
        if not mention.is_description:
            continue
        if parsed.lower[mention.start] in NEW_DETERMINERS:
            noun = parsed.head_word(mention)
            earliest = first.get(noun, mention.start)
            first[noun] = min(mention.start, earliest)
    return first
