"""Names in a text: those of a recogniser, corrected by gazetteers, grammar and the document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from actorgraph.extraction.knowledge.gazetteer import Gazetteer
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.mentions.names.body_classes import classify_bodies
from actorgraph.extraction.mentions.names.dated_bodies import take_dated_bodies
from actorgraph.extraction.mentions.names.false_names import is_name
from actorgraph.extraction.mentions.names.firms_of_partners import (
    take_firms_of_partners,
)
from actorgraph.extraction.mentions.names.listed_names import take_listed_names
from actorgraph.extraction.mentions.names.missed_names import take_missed_names
from actorgraph.extraction.mentions.names.name_bounds import trim_name
from actorgraph.extraction.mentions.names.name_breaks import split_at_breaks
from actorgraph.extraction.mentions.names.name_evidence import NameEvidence
from actorgraph.extraction.mentions.names.name_slots import NameSlots
from actorgraph.extraction.mentions.names.name_types import agree_on_types
from actorgraph.extraction.mentions.names.numbered_units import take_numbered_units
from actorgraph.extraction.mentions.names.offices_in_names import after_office
from actorgraph.extraction.mentions.names.owners_in_names import split_after_owners
from actorgraph.extraction.mentions.names.paired_surnames import split_paired_surnames
from actorgraph.extraction.mentions.names.person_names import PersonNames
from actorgraph.extraction.mentions.names.place_words import classify_regions
from actorgraph.extraction.mentions.names.recognised import (
    RecognisedName,
    split_credits,
)
from actorgraph.extraction.mentions.names.repeated_names import split_repeated_names
from actorgraph.extraction.mentions.names.spelled_out import take_spelled_out
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import (
    NAME_TAGS,
    PLURAL_TAGS,
)
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

#: Acronyms of things that nobody is called by: "AI firms", "TV presenter".
COMMON_ACRONYMS = grammar_words("acronym of a thing")
#: Joins the first part of an adjective of two countries to the second.
HYPHEN = "-"
#: Quotation marks whose form shows whether they open or close.
OPENING_QUOTE, CLOSING_QUOTE = "“", "”"
#: An adjective that makes a name of its own, unless the shorter name is there too: "New Front".
NEW = "New"


def find_names(
    parsed: ParsedText,
    recognised_names: Iterable[RecognisedName],
    gazetteer: Gazetteer,
    lexicon: Lexicon,
) -> None:
    """Add a mention to the text for every name, in text order, none overlapping another."""
    evidence = NameEvidence(parsed, gazetteer, lexicon)
    names = list(split_after_owners(evidence, list(recognised_names)))
    slots = NameSlots(parsed.doc)
    people = PersonNames(evidence, slots, names)
    _take_recognised(evidence, slots, people, names)
    _release_headline_words(parsed, slots)
    _release_common_acronyms(parsed, slots)
    _release_letters(parsed, slots)
    _take_combining_forms(evidence, slots)
    _split_off_modifiers(evidence, slots)
    take_listed_names(evidence, slots)
    people.join_parts()
    people.add_given_names()
    split_paired_surnames(parsed, slots)
    split_repeated_names(parsed, slots)
    take_missed_names(evidence, slots)
    take_numbered_units(evidence, slots)
    take_dated_bodies(evidence, slots)
    take_spelled_out(evidence, slots)
    take_firms_of_partners(evidence, slots)
    _release_titles(evidence, slots)
    found = slots.names()
    agree_on_types(evidence, found)
    classify_bodies(parsed, found)
    classify_regions(parsed, found)
    for name in found:
        parsed.add(name)


# what the recogniser saw ----------------------------------------------------------------


def _take_recognised(
    evidence: NameEvidence,
    slots: NameSlots,
    people: PersonNames,
    names: list[RecognisedName],
) -> None:
    longer = {start for start, end, _ in names if end - start > 1}
    for first, last, type_ in split_credits(evidence.doc, names):
        for part in split_at_breaks(evidence, first, last):
            part_start = _after_opening_quote(evidence.parsed, *part)
            start, end = trim_name(evidence, part_start, part[1], type_)
            start = after_office(evidence, start, end, type_)
            kind = type_
            # CASE surname taken for a company: "Dana *Roth*'s firm"
            if _is_surname(evidence, slots, start, end, type_):
                start, kind = start - 1, ActorType.PERSON
            # CASE body cut short: "*Delmore* Foods", but not "*Delmore* Foods Regulations"
            if end not in longer and _lacks_last_word(evidence, start, end):
                end, kind = end + 1, ActorType.ORGANIZATION
            if kind is ActorType.PERSON and not _is_people(evidence, start, end):
                end = people.with_surname(start, end)
            is_open = start < end and not _is_inside(slots, start, end)
            if is_open and is_name(evidence, start, end, kind):
                slots.take(start, end, kind)


def _after_opening_quote(parsed: ParsedText, start: int, end: int) -> int:
    """Return where a name begins whose quotes close after it: "charity “*Second Dawn*”"."""
    words = parsed.lower[start:end]
    if words.count(OPENING_QUOTE) != 1 or CLOSING_QUOTE in words:
        return start
    quote = start + words.index(OPENING_QUOTE)
    return quote + 1


def _lacks_last_word(evidence: NameEvidence, start: int, end: int) -> bool:
    """Whether the next word ends a body's name, which the last word of a name modifies."""
    if not start < end < len(evidence.doc):
        return False
    if not evidence.ends_organisation(end):
        return False
    following = evidence.doc[end]
    if following.tag_ not in NAME_TAGS:
        return False
    return evidence.doc[end - 1].head == following


def _is_people(evidence: NameEvidence, start: int, end: int) -> bool:
    """Whether a name is an adjective of a country: "*Maltese* Defence Minister Dana Roth"."""
    listed = evidence.listed(start, end)
    if listed is None or not listed.demonym:
        return False
    return not evidence.is_given_name(start)


def _is_inside(slots: NameSlots, start: int, end: int) -> bool:
    """Whether a longer name with these tokens was taken before."""
    longer = slots.at(start)
    if longer is None:
        return False
    return longer.start <= start and end <= longer.end


def _is_surname(
    evidence: NameEvidence, slots: NameSlots, start: int, end: int, type_: ActorType
) -> bool:
    """Whether a single word follows a given name that belongs to no name."""
    if type_ is not ActorType.ORGANIZATION or end - start != 1 or start == 0:
        return False
    before = start - 1
    if slots.at(before) is not None or evidence.parsed.tags[before] not in NAME_TAGS:
        return False
    # CASE acronym or body: "Dana *NATO*", "Dana *Bank*"
    if evidence.doc[start].is_upper or evidence.ends_organisation(start):
        return False
    return evidence.is_given_name(before)


def _release_headline_words(parsed: ParsedText, slots: NameSlots) -> None:
    """Release names in headings that the text below does not repeat.

    In headings every word is capitalised; what is a name all the same is found again.
    """
    in_headings: list[TokenMention] = []
    in_body: set[str] = set()
    for name in slots.names():
        if parsed.in_heading(name.start):
            in_headings.append(name)
        else:
            in_body.add(parsed.mention_text(name))
    for name in in_headings:
        if parsed.mention_text(name) not in in_body:
            slots.release(name)


def _release_titles(evidence: NameEvidence, slots: NameSlots) -> None:
    """Release what only describes a person: "Sir", "Bureau Chief"."""
    for name in slots.names():
        if not name.is_person:
            continue
        if not is_name(evidence, name.start, name.end, name.type):
            slots.release(name)


def _release_common_acronyms(parsed: ParsedText, slots: NameSlots) -> None:
    """Release acronyms of things, such as "AI", unless the text names a body of these letters."""
    initials: set[str] = set()
    acronyms: list[TokenMention] = []
    for name in slots.names():
        words = parsed.doc[name.start : name.end]
        initials.add("".join(word.text[0] for word in words))
        if words.text in COMMON_ACRONYMS:
            acronyms.append(name)
    for name in acronyms:
        if parsed.mention_text(name) not in initials:
            slots.release(name)


def _release_letters(parsed: ParsedText, slots: NameSlots) -> None:
    """Release the letters that mark questions and answers: "Q: Who came?", "A: Dana Roth."."""
    for name in slots.names():
        if name.length > 1 or parsed.word(name.end) != ":":
            continue
        letters = parsed.doc[name.start]
        if len(letters) == 1:
            slots.release(name)


def _take_combining_forms(evidence: NameEvidence, slots: NameSlots) -> None:
    """Take the first part of an adjective of two countries for one of them: "*Franco-*German"."""
    for i in range(len(evidence.doc) - 1):
        if evidence.doc[i + 1].text != HYPHEN:
            continue
        form = evidence.parsed.text(i, i + 2)
        if evidence.gazetteer.demonym(form) is not None:
            slots.take(i, i + 2, ActorType.GROUP)


# adjectives -----------------------------------------------------------------------------


def _split_off_modifiers(evidence: NameEvidence, slots: NameSlots) -> None:
    """Leave out an adjective or a noun before a name that is there without it too.

    Where "the Front" is named, "French Front" and "New Front" are that organisation, and where
    "Delmore" is, "Publishers Delmore".  With different words they are different ones: the Danish
    and the Swiss National Bank.
    """
    organisations = [name for name in slots.names() if name.is_organisation]
    texts = {evidence.parsed.mention_text(name) for name in organisations}
    adjectives: dict[str, set[str]] = defaultdict(set)
    candidates: list[tuple[TokenMention, str]] = []
    for name in organisations:
        start = name.start
        first = evidence.doc[start].text
        is_adjective = first == NEW or first in evidence.gazetteer.adjectives
        if is_adjective or _is_apposed_noun(evidence, name):
            remainder = evidence.parsed.text(start + 1, name.end)
            adjectives[remainder].add(first)
            candidates.append((name, remainder))
    for name, remainder in candidates:
        if remainder in texts and len(adjectives[remainder]) == 1:
            slots.take(name.start + 1, name.end, name.type, name.subtype)


def _is_apposed_noun(evidence: NameEvidence, name: TokenMention) -> bool:
    """Whether a sentence begins with what a body is, and its name: "*Publishers* Delmore"."""
    first = evidence.doc[name.start]
    if not first.is_sent_start or first.tag_ not in PLURAL_TAGS:
        return False
    if evidence.parsed.lemma(first) not in evidence.lexicon.actor_nouns:
        return False
    # CASE one name: "*Miners* Union", "*Reporters* Without Borders"
    return not evidence.ends_organisation(name.end - 1)
