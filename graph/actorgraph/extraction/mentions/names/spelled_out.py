"""Names before an acronym in brackets, whose letters show where they begin and end.

"The Front for *Oslo and Bergen* (FOB)" is one name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from actorgraph.extraction.mentions.names.name_evidence import NameEvidence
from actorgraph.extraction.mentions.names.name_slots import NameSlots
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

#: Small words that acronyms leave out.
SMALL_WORDS = grammar_words("small word in a name")

#: Fewest and most letters of an acronym, and of one that shows a name in full.
SHORTEST_ACRONYM, LONGEST_ACRONYM = 2, 8
SHORTEST_TELLING = 3

#: Words of a name for each letter of its acronym, at most.
WORDS_A_LETTER = 3


def take_spelled_out(evidence: NameEvidence, slots: NameSlots) -> None:
    """Take the words that an acronym in brackets abbreviates as the name of a body."""
    for bracket in _brackets(evidence):
        acronym = evidence.doc[bracket + 1].text.upper()
        # CASE comma: "the Trade Commission*,* (TC), met"
        # CASE quotation: “the charity “Clean Harbour Front*”* (CHF)”
        last = evidence.doc[bracket - 1]
        end = bracket - (last.text == "," or last.is_quote)
        start = _start_of_name(evidence, acronym, end)
        if start is None:
            start = _start_before_and(evidence, slots, acronym, end)
        if start is None:
            continue
        name = slots.at(start)
        is_free = name is None or not (name.is_person or name.end >= end)
        if is_free:
            slots.take(start, end, ActorType.ORGANIZATION)


def _brackets(evidence: NameEvidence) -> Iterator[int]:
    """Yield the opening brackets around an acronym alone."""
    words = evidence.parsed.doc
    for i in range(1, len(words) - 2):
        if words[i].text != "(" or words[i + 2].text != ")":
            continue
        text = words[i + 1].text
        if is_acronym(text) and len(text) >= SHORTEST_TELLING:
            yield i


def _start_of_name(evidence: NameEvidence, acronym: str, end: int) -> int | None:
    """Return the first of the words before token ``end`` whose initials are an acronym."""
    longest = WORDS_A_LETTER * len(acronym)
    first = max(0, end - longest)
    for start in reversed(range(first, end - 1)):
        word = evidence.doc[start]
        if word.is_punct and word.text != "-":
            return None
        if not word.text[:1].isupper():
            continue
        if acronym in initials(evidence.parsed.text(start, end)):
            return start
    return None


def _start_before_and(
    evidence: NameEvidence, slots: NameSlots, acronym: str, end: int
) -> int | None:
    """Return where a body's name begins that was cut before "and", if the acronym goes on.

    An acronym of a foreign language has the letters in another order: "the Party for Oslo *and
    Bergen* (BOP)".
    """
    last = slots.at(end - 1)
    conjunction = end - 1 if last is None else last.start - 1
    if evidence.parsed.tag(conjunction) != "CC":
        return None
    first = slots.at(conjunction - 1)
    if first is None or not first.is_organisation:
        return None
    start, letters = first.start, Counter(acronym)
    if letters <= _letters(evidence, start, conjunction):
        return None
    return start if letters <= _letters(evidence, start, end) else None


def _letters(evidence: NameEvidence, start: int, end: int) -> Counter[str]:
    return Counter(word.text[0].upper() for word in evidence.doc[start:end])


def is_acronym(text: str) -> bool:
    """Whether a word is an acronym: "NIT", "MoD"."""
    if " " in text or not SHORTEST_ACRONYM <= len(text) <= LONGEST_ACRONYM:
        return False
    if text.isupper():
        return True
    # CASE small words: "*MoD*", "*AfN*", but not "McAdam"
    return text.isalpha() and text[0].isupper() and text[-1].isupper()


def initials(name: str) -> set[str]:
    """Return the initials of a name, with and without its small words; empty for one word.

    >>> sorted(initials("Norland Institute of Trade"))
    ['NIOT', 'NIT']
    """
    words = [word for word in re.split(r"[\s-]+", name) if word]
    if len(words) < 2:
        return set()
    letters, large = "", ""
    for word in words:
        initial = word[0].upper()
        letters += initial
        if word.lower() not in SMALL_WORDS:
            large += initial
    return {letters, large}
