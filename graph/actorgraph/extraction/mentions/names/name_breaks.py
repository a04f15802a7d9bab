"""Where what a recogniser took for one name is cut: at line breaks, sentences, brackets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.mentions.names.name_evidence import NameEvidence
from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.word_tags import (
    COMMON_NOUN_TAGS,
    FINITE_TAGS,
    PREPOSITION_TAGS,
    is_verb_form,
)
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Dependency labels of prepositions before who gets something.
BEFORE_ARGUMENT = ("dative",)


def split_at_breaks(
    evidence: NameEvidence, start: int, end: int
) -> Iterator[tuple[int, int]]:
    """Yield the parts of a span between line breaks, sentences and brackets that do not close.

    So do a preposition that belongs to a verb before it, "sold *Gamix to Delmore Bank*", and a
    verb: "the *Board of Trade fined Delmore*".
    """
    doc = evidence.doc
    is_closed = any(token.text == ")" for token in doc[start:end])
    first = start
    for i in range(start, end):
        is_open_bracket = doc[i].text == "(" and not is_closed
        # CASE sentence: "met Dana Roth*.* Marsh went home", but not "St. Moritz"; CASE dateline:
        # "OSLO *-* Delmore Bank"
        is_next = i + 1 < end and doc[i + 1].is_sent_start
        is_full_stop = doc[i].is_punct and is_next
        is_goal = doc[i].dep_ in BEFORE_ARGUMENT and _is_governed_from(doc[i], start)
        is_end = is_open_bracket or is_full_stop or _ends_owner(evidence, i, end)
        if "\n" in doc[i].text or is_end or is_goal or _is_act_of(doc[i], start):
            if first < i:
                yield first, i
            first = i + 1
        # CASE two companies: "left Delmore Inc*.* Marsh & Co. was glad"
        elif first < i and _ends_company(evidence, i, end):
            yield first, i + 1
            first = i + 1
    if first < end:
        yield first, end


def _ends_company(evidence: NameEvidence, i: int, end: int) -> bool:
    """Whether an abbreviated legal form ends a company's name, before another name."""
    if not evidence.doc[i].text.endswith(".") or not evidence.is_legal_form(i):
        return False
    following = i + 1
    if following >= end or not evidence.doc[following].is_title:
        return False
    return not evidence.is_legal_form(following)


def _is_governed_from(preposition: Token, start: int) -> bool:
    """Whether a verb before token ``start`` governs a preposition."""
    if preposition.tag_ not in PREPOSITION_TAGS:
        return False
    verb = preposition.head
    return verb.i < start and is_verb_form(verb)


def _is_act_of(verb: Token, start: int) -> bool:
    """Whether a verb has its subject in a name: "the *Board of Trade fined Delmore*"."""
    if verb.tag_ not in FINITE_TAGS or not verb.is_lower:
        return False
    return any(subject.i >= start for subject in dependents(verb, "nsubj"))


def _ends_owner(evidence: NameEvidence, i: int, end: int) -> bool:
    """Whether a possessive ends a name before a region of its: "*Delmore*'s Africa office"."""
    is_possessive = evidence.parsed.tags[i] == "POS"
    if not is_possessive or evidence.parsed.tag(end) not in COMMON_NOUN_TAGS:
        return False
    region = evidence.listed(i + 1, end)
    return region is not None and region.type is ActorType.PLACE
