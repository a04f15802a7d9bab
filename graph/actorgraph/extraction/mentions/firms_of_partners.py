"""Firms that are named after two partners: "*Dorn and Weller*, the law firm that …" is one body."""

from __future__ import annotations

from actorgraph.extraction.mentions.name_evidence import NameEvidence
from actorgraph.extraction.mentions.name_slots import NameSlots
from actorgraph.extraction.parse.closed_classes import ARTICLES
from actorgraph.extraction.parse.word_tags import (
    FINITE_TAGS,
    MODIFIER_TAGS,
    NAME_TAGS,
    NOUN_TAGS,
)
from actorgraph.model import ActorType


def take_firms_of_partners(evidence: NameEvidence, slots: NameSlots) -> None:
    """Take two single names joined by "and" as one where an apposition calls them one body."""
    firms: set[str] = set()
    for i in range(1, len(evidence.doc) - 1):
        if _joins_single_names(evidence, i) and _is_called_body(evidence, i + 2):
            firms.add(evidence.parsed.text(i - 1, i + 2))
    for i in range(1, len(evidence.doc) - 1):
        if evidence.parsed.text(i - 1, i + 2) in firms:
            slots.take(i - 1, i + 2, ActorType.ORGANIZATION)


def _joins_single_names(evidence: NameEvidence, i: int) -> bool:
    """Whether a conjunction stands between two names of one word each."""
    tags = evidence.parsed.tags
    if tags[i] != "CC" or evidence.parsed.tag(i - 2) in NAME_TAGS:
        return False
    words = evidence.doc[i - 1], evidence.doc[i + 1]
    return all(
        word.tag_ in NAME_TAGS and evidence.gazetteer.territory(word.text) is None
        for word in words
    )


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
    noun = evidence.parsed.word(end - 1)
    # CASE another phrase: "Roth and Marsh, the *firm's* owners", "the firm *said*"
    is_closed = evidence.parsed.tag(end) not in ("POS", *FINITE_TAGS)
    kind = evidence.lexicon.actor_nouns.get(noun)
    is_singular = evidence.parsed.tag(end - 1) == "NN"
    return is_singular and kind == ActorType.ORGANIZATION and is_closed
