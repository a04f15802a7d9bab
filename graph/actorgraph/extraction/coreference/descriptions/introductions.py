"""Descriptions of something new: "*a* bank", which "the bank" may then refer to."""

from __future__ import annotations

from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.parse.closed_classes import NEW_DETERMINERS


def introductions(entities: Entities) -> dict[str, int]:
    """Return the first token of the first description of something new, by its noun."""
    parsed = entities.parsed
    first: dict[str, int] = {}
    for mention in parsed.mentions:
        is_new = parsed.lower[mention.start] in NEW_DETERMINERS
        if is_new and mention.is_description:
            noun = parsed.head_word(mention)
            first[noun] = min(mention.start, first.get(noun, mention.start))
    return first
