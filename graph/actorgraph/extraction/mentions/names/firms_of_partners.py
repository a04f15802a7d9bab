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
    places = range(1, len(evidence.doc) - 1)
    for i in places:
        if not _joins_single_names(evidence, i):
            continue
        if _follows_body(evidence, i - 1) or _is_called_body(evidence, i + 2):
            firms.add(evidence.parsed.text(i - 1, i + 2))
    if not firms:
        return
    for i in places:
        if evidence.parsed.text(i - 1, i + 2) in firms:
            slots.take(i - 1, i + 2, ActorType.ORGANIZATION)


def _joins_single_names(evidence: NameEvidence, i: int) -> bool:
    """Whether a conjunction joins two names of one word each."""
    parsed = evidence.parsed
    if parsed.tags[i] != "CC" or parsed.tag(i - 2) in NAME_TAGS:
        return False
    for word in (evidence.doc[i - 1], evidence.doc[i + 1]):
        if word.tag_ not in NAME_TAGS:
            return False
        if evidence.gazetteer.territory(word.text) is not None:
            return False
    return True


def _follows_body(evidence: NameEvidence, i: int) -> bool:
    """Whether a noun for one body precedes two names: "the law *firm* Dorn and Weller"."""
    parsed, noun = evidence.parsed, i - 1
    if noun < 0 or not _is_body(evidence, noun):
        return False
    # CASE place: "in *court* Dorn and Weller denied it"
    first = noun
    while parsed.tag(first - 1) in NOUN_TAGS:
        first -= 1
    begins_sentence = evidence.doc[first].is_sent_start
    if not begins_sentence and parsed.word(first - 1) not in ARTICLES:
        return False
    # CASE clause: "the *firm* Dorn and Weller founded closed"
    last = min(i + PAIR, len(evidence.doc) - 1)
    after = evidence.doc[last]
    return after.tag_ != "VBD" or bool(dependents(after, *AFTER_VERB))


def _is_body(evidence: NameEvidence, i: int) -> bool:
    if evidence.parsed.tags[i] != "NN":
        return False
    kind = evidence.lexicon.actor_nouns.get(evidence.parsed.lower[i])
    return kind == ActorType.ORGANIZATION


def _is_called_body(evidence: NameEvidence, comma: int) -> bool:
    """Whether a comma, an article and a singular noun for a body follow: ", the law *firm*"."""
    parsed, article = evidence.parsed, comma + 1
    if parsed.word(comma) != "," or parsed.word(article) not in ARTICLES:
        return False
    start = article + 1
    end = start
    while parsed.tag(end) in MODIFIER_TAGS:
        end += 1
    # CASE participle: "the law firm *based* in Oslo"
    while end > start and parsed.tag(end - 1) not in NOUN_TAGS:
        end -= 1
    # CASE another phrase: "Roth and Marsh, the *firm's* owners", "the firm *said*"
    if parsed.tag(end) in ("POS", *FINITE_TAGS):
        return False
    return _is_body(evidence, end - 1)
