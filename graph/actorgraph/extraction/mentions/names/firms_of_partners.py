"""Firms that are named after two partners: "*Dorn and Weller*, the law firm that …" is one body."""

from __future__ import annotations

from actorgraph.extraction.mentions.names.name_evidence import NameEvidence
from actorgraph.extraction.mentions.names.name_slots import NameSlots
from actorgraph.extraction.parse.closed_classes import ARTICLES
from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.word_tags import (
    FINITE_TAGS,
    MODIFIER_TAGS,
    NAME_TAGS,
    NOUN_TAGS,
)
from actorgraph.model import ActorType

#: Tokens of two names and the conjunction between them.
PAIR = 3
#: What a verb has after it whose object does not precede it.
AFTER_VERB = ("dobj", "attr", "acomp", "auxpass", "prep")


def take_firms_of_partners(evidence: NameEvidence, slots: NameSlots) -> None:
    """Take two single names joined by "and" as one where the text calls them one body."""
    firms: set[str] = set()
    for i in range(1, len(evidence.doc) - 1):
        if _joins_single_names(evidence, i) and (
            _follows_body(evidence, i - 1) or _is_called_body(evidence, i + 2)
        ):
            firms.add(evidence.parsed.text(i - 1, i + 2))
    for i in range(1, len(evidence.doc) - 1):
        if evidence.parsed.text(i - 1, i + 2) in firms:
            slots.take(i - 1, i + 2, ActorType.ORGANIZATION)


def _joins_single_names(evidence: NameEvidence, i: int) -> bool:
    """Whether a conjunction joins two names of one word each."""
    tags = evidence.parsed.tags
    if tags[i] != "CC" or evidence.parsed.tag(i - 2) in NAME_TAGS:
        return False
    words = evidence.doc[i - 1], evidence.doc[i + 1]
    return all(
        word.tag_ in NAME_TAGS and evidence.gazetteer.territory(word.text) is None
        for word in words
    )


def _follows_body(evidence: NameEvidence, i: int) -> bool:
    """Whether a noun for one body precedes two names: "the law *firm* Dorn and Weller"."""
    noun = i - 1
    if noun < 0 or not _is_body(evidence, noun):
        return False
    # CASE place: "in *court* Dorn and Weller denied it"
    first = noun
    while evidence.parsed.tag(first - 1) in NOUN_TAGS:
        first -= 1
    is_titled = (
        evidence.doc[first].is_sent_start or evidence.parsed.word(first - 1) in ARTICLES
    )
    # CASE clause: "the *firm* Dorn and Weller founded closed"
    after = evidence.doc[min(i + PAIR, len(evidence.doc) - 1)]
    is_object = after.tag_ == "VBD" and not dependents(after, *AFTER_VERB)
    return is_titled and not is_object


def _is_body(evidence: NameEvidence, i: int) -> bool:
    kind = evidence.lexicon.actor_nouns.get(evidence.parsed.lower[i])
    return evidence.parsed.tags[i] == "NN" and kind == ActorType.ORGANIZATION


def _is_called_body(evidence: NameEvidence, comma: int) -> bool:
    """Whether a comma, an article and a singular noun for a body follow: ", the law *firm*"."""
    is_apposed = evidence.parsed.word(comma) == ","
    if not is_apposed or evidence.parsed.word(comma + 1) not in ARTICLES:
        return False
    end = comma + 2
    while evidence.parsed.tag(end) in MODIFIER_TAGS:
        end += 1
    # CASE participle: "the law firm *based* in Oslo"
    while end > comma + 2 and evidence.parsed.tag(end - 1) not in NOUN_TAGS:
        end -= 1
    # CASE another phrase: "Roth and Marsh, the *firm's* owners", "the firm *said*"
    is_closed = evidence.parsed.tag(end) not in ("POS", *FINITE_TAGS)
    return is_closed and _is_body(evidence, end - 1)
