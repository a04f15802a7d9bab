"""Names that the recogniser missed: runs of capitalised words that belong to no name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from actorgraph.extraction.mentions.names.leading_titles import after_titles
from actorgraph.extraction.mentions.names.name_evidence import NameEvidence
from actorgraph.extraction.mentions.names.name_slots import NameSlots
from actorgraph.extraction.parse.closed_classes import (
    DEFINITE,
    OF_WHOLE,
    PLACE_PREPOSITIONS,
)
from actorgraph.extraction.parse.word_tags import NAME_TAGS
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

#: States that act together: "the *West*".
STATES_TOGETHER = grammar_words("name of states together")

#: What announces an article or a picture: "*Breaking News*: …".
LABELS = grammar_words("label above news")

#: How many words a run has that is taken for a person because of its given name.
WORDS_OF_PERSON = (2, 3)


def take_missed_names(evidence: NameEvidence, slots: NameSlots) -> None:
    """Take the runs of capitalised words that are names elsewhere, or look like names."""
    types = _types_by_text(evidence, slots)
    for first, end in list(_capitalised_runs(evidence, slots)):
        start, text = first, evidence.parsed.text(first, end)
        in_heading = evidence.parsed.in_heading(first)
        type_ = types.get(text)
        # CASE name of the text with what follows: "*Dana Roth* Beats Hale"
        if type_ is None and not (in_heading and _begins_known(text, types)):
            type_ = _type_by_form(evidence, first, end)
        if type_ is ActorType.PERSON:
            start = after_titles(evidence, first, end, ActorType.PERSON)
        if type_ is not None:
            slots.take(start, end, type_)
        elif in_heading:
            _take_parts(evidence, slots, types, (first, end))


def _begins_known(text: str, types: Mapping[str, ActorType]) -> bool:
    """Whether the first words are the full name of somebody whom the text names elsewhere."""
    words = text.split(" ")
    for length in range(2, len(words)):
        beginning = " ".join(words[:length])
        if types.get(beginning) is ActorType.PERSON:
            return True
    return False


def _take_parts(
    evidence: NameEvidence,
    slots: NameSlots,
    types: dict[str, ActorType],
    run: tuple[int, int],
) -> None:
    """Take the names of the text in a heading's run of words: "*Dana Roth* Beats *Ilya Hale*"."""
    start, end = run
    while start < end:
        length = 1
        for last in range(end, start, -1):
            text = evidence.parsed.text(start, last)
            if text in types:
                slots.take(start, last, types[text])
                length = last - start
                break
        start += length


def _types_by_text(evidence: NameEvidence, slots: NameSlots) -> dict[str, ActorType]:
    """Return the type of each spelling that is a name elsewhere, and of each surname."""
    counts: Counter[tuple[str, ActorType]] = Counter()
    for name in slots.names():
        if not name.is_time:
            spelling = evidence.parsed.mention_text(name)
            counts[spelling, name.type] += 1
    types: dict[str, ActorType] = {}
    for text, type_ in counts:
        if type_ is ActorType.PERSON and " " in text:
            *_, surname = text.split()
            types[surname] = type_
    # of several types of a spelling the most frequent comes last, and counts
    for (text, type_), _ in sorted(counts.items(), key=lambda item: item[::-1]):
        types[text] = type_
    return types


def _capitalised_runs(
    evidence: NameEvidence, slots: NameSlots
) -> Iterator[tuple[int, int]]:
    """Yield start and end of each run of capitalised words outside of names."""
    start: int | None = None
    for i, token in enumerate(evidence.doc):
        is_name = evidence.parsed.tags[i] in NAME_TAGS and token.text[:1].isupper()
        # CASE noun that ends a name: "Gamix *Drinks*"
        is_end = start is not None and evidence.ends_organisation(i)
        is_inside = (is_name or is_end) and slots.at(i) is None
        if start is not None and (not is_inside or token.is_sent_start):
            yield start, i
            start = None
        if is_inside and start is None:
            start = i
    if start is not None:
        yield start, len(evidence.doc)


def _type_by_form(evidence: NameEvidence, start: int, end: int) -> ActorType | None:
    """Return the type of a run of capitalised words; None if it is not a name."""
    if _is_role_or_title(evidence, start, end) or _is_label(evidence, start, end):
        return None
    # CASE organisation: "Delmore *Bank*"
    if end - start > 1 and evidence.ends_organisation(end - 1):
        return ActorType.ORGANIZATION
    before = evidence.parsed.word(start - 1)
    # CASE place: "in *Lisbon*"
    text = evidence.parsed.text(start, end)
    is_big_city = evidence.gazetteer.is_big_city(text)
    if is_big_city and before in PLACE_PREPOSITIONS:
        return ActorType.PLACE
    # CASE states: "the *West*"
    after = evidence.parsed.word(end)
    has_article = before in DEFINITE
    if text in STATES_TOGETHER and has_article and after not in OF_WHOLE:
        return ActorType.GROUP
    # CASE article: "the *General Staff*" is no person
    if has_article:
        return None
    is_person = _is_titled(evidence, start, end) or _has_given_name(
        evidence, start, end
    )
    return ActorType.PERSON if is_person else None


def _is_role_or_title(evidence: NameEvidence, start: int, end: int) -> bool:
    if end - start == 1 and evidence.is_title(start):
        return True
    words = " ".join(evidence.parsed.lower[start:end])
    return words in evidence.lexicon.roles


def _is_label(evidence: NameEvidence, start: int, end: int) -> bool:
    """Whether a run only announces what follows: "*Breaking News*: Roth resigns"."""
    return " ".join(evidence.parsed.lower[start:end]) in LABELS


def _is_titled(evidence: NameEvidence, start: int, end: int) -> bool:
    """Whether a title or role is in a run or before it: "*Envoy* Hale".

    Not in headings: in "Envoy Flies to Lisbon" the verb is capitalised too.
    """
    if evidence.parsed.in_heading(start):
        return False
    if after_titles(evidence, start, end, ActorType.PERSON) > start:
        # CASE post: "Assistant Section *Head*"
        return not evidence.introduces_person(end - 1)
    return start > 0 and evidence.introduces_person(start - 1)


def _has_given_name(evidence: NameEvidence, start: int, end: int) -> bool:
    if end - start not in WORDS_OF_PERSON:
        return False
    return evidence.is_given_name(start)
