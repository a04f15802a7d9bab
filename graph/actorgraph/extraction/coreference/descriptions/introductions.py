"""Descriptions of something new: "*a* bank", which "the bank" may then refer to."""

from __future__ import annotations

from collections.abc import Callable

from actorgraph.extraction.parse.closed_classes import NEW_DETERMINERS
from actorgraph.extraction.parse.parsed_text import ParsedText


def introductions(
    parsed: ParsedText, is_new: Callable[[str], bool] = NEW_DETERMINERS.__contains__
) -> dict[str, int]:
    """Return the first token of the first description of something new, by its noun.

    Args:
        is_new: Whether a description that begins with a word is of something new.
    """
    first: dict[str, int] = {}
    for mention in parsed.mentions:
        # CASE modifier: "a *police* inquiry" introduces no police
        if parsed.head_of(mention).dep_ == "compound":
            continue
        if mention.is_description and is_new(parsed.lower[mention.start]):
            noun = parsed.head_word(mention)
            earliest = first.get(noun, mention.start)
            first[noun] = min(mention.start, earliest)
    return first
