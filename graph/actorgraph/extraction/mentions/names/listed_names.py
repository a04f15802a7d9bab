"""Names that the gazetteer or the lexicon lists."""

from __future__ import annotations

from actorgraph.extraction.mentions.names.name_evidence import NameEvidence
from actorgraph.extraction.mentions.names.name_slots import NameSlots
from actorgraph.extraction.mentions.names.offices_in_names import is_field
from actorgraph.extraction.parse.word_tags import NAME_TAGS
from actorgraph.model import ActorType

#: A listed name has at most this many tokens.
LONGEST_LISTED = 6
#: Listed words with at most this many letters may be other words in a heading: "IS".
LONGEST_AMBIGUOUS = 4

#: Types of names inside which no listed name is found: "Bank of *England*".
CLOSED_TYPES = frozenset(
    {
        ActorType.PERSON,
        ActorType.ORGANIZATION,
        ActorType.EVENT,
        ActorType.WORK,
        ActorType.PLACE,
    }
)
#: Beginning of Arabic names in lower case: "al-Amsel".
LOWER_CASE_BEGINNING = "al-"


def take_listed_names(evidence: NameEvidence, slots: NameSlots) -> None:
    """Take the names that are listed, the longest at each place."""
    i = 0
    while i < len(evidence.doc):
        i = _end_of_listed_name(evidence, slots, i) or i + 1


def _end_of_listed_name(
    evidence: NameEvidence, slots: NameSlots, start: int
) -> int | None:
    """Take the longest listed name at a token, and return its end."""
    if not _may_begin_name(evidence, start):
        return None
    last = min(start + LONGEST_LISTED, len(evidence.doc))
    for end in range(last, start, -1):
        if _take_if_listed(evidence, slots, start, end):
            return end
    return None


def _may_begin_name(evidence: NameEvidence, i: int) -> bool:
    """Whether a token is written as the first of a name: "*Delmore* Bank", "*al-*Amsel"."""
    text = evidence.doc[i].text
    if text[:1].isupper() or text.startswith(LOWER_CASE_BEGINNING):
        return True
    # CASE letters that are never capitals: "told *dpa*"
    return text in evidence.lexicon.known_names


def _take_if_listed(
    evidence: NameEvidence, slots: NameSlots, start: int, end: int
) -> bool:
    listed = evidence.listed(start, end)
    if listed is None or _is_part_of_name(evidence, slots, start, end):
        return False
    if _is_in_capitalised_heading(evidence, start, end):
        return False
    is_single = end - start == 1
    is_body = listed.type is ActorType.ORGANIZATION
    if is_single and is_body and is_field(evidence, start):
        return False
    name = slots.take(start, end, listed.type, listed.subtype)
    name.demonym = listed.demonym
    return True


def _is_part_of_name(
    evidence: NameEvidence, slots: NameSlots, start: int, end: int
) -> bool:
    """Whether a larger name contains these tokens: "Bank of *England*", "*Paris* Hilton"."""
    name = slots.at(start)
    if name is None or slots.at(end - 1) is not name:
        return _extends_into_name(evidence, slots, start, end)
    is_whole = name.start == start and name.end == end
    if is_whole:
        return _extends_into_name(evidence, slots, start, end)
    return name.type in CLOSED_TYPES


def _extends_into_name(
    evidence: NameEvidence, slots: NameSlots, start: int, end: int
) -> bool:
    """Whether a free token is a given name before a surname: "*Jordan* Marsh".

    Not in "*Russian* President".
    """
    if end - start > 1 or end == len(evidence.doc):
        return False
    if slots.at(start) is not None or slots.at(end) is not None:
        return False
    if evidence.parsed.tags[end] not in NAME_TAGS:
        return False
    if not evidence.is_given_name(start):
        return False
    word = evidence.doc[start].text
    return evidence.gazetteer.demonym(word) is None


def _is_in_capitalised_heading(evidence: NameEvidence, start: int, end: int) -> bool:
    """Whether a short word is in capitals as all words around it, so that "IS" is a verb."""
    text = evidence.parsed.text(start, end)
    if not text.isupper() or len(text) > LONGEST_AMBIGUOUS:
        return False
    first = max(0, start - 2)
    around = [
        token.text
        for token in evidence.doc[first : end + 2]
        if token.is_alpha and len(token) > 1
    ]
    return len(around) > 2 and all(map(str.isupper, around))
