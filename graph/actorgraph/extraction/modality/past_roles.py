"""Roles that words beside them put into the past: "mayor *at the time*", "*in the 1990s*"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from actorgraph.extraction.knowledge.relation_lists import HEADSHIPS
from actorgraph.extraction.mentions.roles.nominalizations import SUCCESSORS
from actorgraph.extraction.mentions.roles.past_phrases import begins_past, ends_past
from actorgraph.extraction.mentions.roles.role_phrases import RolePhrase
from actorgraph.extraction.modality.validity import AT_POINT
from actorgraph.extraction.parse.closed_classes import INDEFINITE, LIST_ENDS
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import FINITE_TAGS
from actorgraph.grammar import grammar_words
from actorgraph.model import Status

#: Years of the past, "the *1990s*", and a single year, "in *1987*".
DECADE = re.compile(r"(\d\d)?\d0s")
SINGLE_YEAR = re.compile(r"[12]\d{3}")
#: Before a past role that opens a sentence: "*Once* a member of the union, Roth sued it".
OF_PAST_OPENING = grammar_words("adverb of a past role that opens a sentence")
COMMA = ","
#: Words of "in the 1990s".
LENGTH_WITH_DECADE = 3


def is_of_past(
    parsed: ParsedText, phrase: RolePhrase, published: str | None = None
) -> bool:
    """Whether words beside a role put it into the past: "the mayor *at the time*, Roth"."""
    if opens_in_past(parsed, phrase.head):
        return True
    # CASE end of complements: "the mayor of Oslo *at the time*,"
    end = phrase.after
    is_past = begins_past(parsed, end) or ends_past(parsed, end)
    if is_past or _has_successor(parsed, phrase):
        return True
    return _ends_in_year(parsed, phrase, published)


def _has_successor(parsed: ParsedText, phrase: RolePhrase) -> bool:
    """Whether a text names who followed the holder of a title: "Mayor Roth*'s successor, Hale*"."""
    for holder in phrase.titled:
        noun = holder.mention.end + 1
        name = noun + 1 + (parsed.word(noun + 1) == ",")
        if parsed.tag(noun - 1) != "POS" or parsed.word(noun) not in SUCCESSORS:
            continue
        if parsed.name_at(name) is not None:
            return True
    return False


def opens_in_past(parsed: ParsedText, i: int) -> bool:
    """Whether a token is in an opening of the past: "*Once* a member of the union, Roth sued it".

    Not in a clause: "Once a member of the union resigns, Roth wins".
    """
    opening = parsed.doc[i].sent.start
    is_past = parsed.lower[opening] in OF_PAST_OPENING
    if not is_past or parsed.word(opening + 1) not in INDEFINITE:
        return False
    for word in parsed.doc[opening : parsed.doc[i].sent.end]:
        if word.text == COMMA:
            return i < word.i
        if word.tag_ in FINITE_TAGS:
            return False
    return False


def _ends_in_year(
    parsed: ParsedText, phrase: RolePhrase, published: str | None
) -> bool:
    """Whether a role ends with past years: "as mayor of Oslo *in the 1990s*, Roth …"."""
    end = phrase.after
    *before, year = parsed.lower[max(0, end - LENGTH_WITH_DECADE) : end]
    if AT_POINT.isdisjoint(before):
        return False
    # CASE single year, in which one may also get a role: "Roth, *elected* mayor in 1987"
    is_year = bool(SINGLE_YEAR.fullmatch(year)) and not phrase.adjectives
    is_this_year = published is not None and published.startswith(year)
    return bool(DECADE.fullmatch(year)) or (is_year and not is_this_year)


def share_past(parsed: ParsedText, phrases: Sequence[RolePhrase]) -> None:
    """Let two offices of one body share what makes the first former.

    "The former *chairman and chief executive* of the bank", but not "a former minister and head".
    """
    for first, second in pairwise(phrases):
        is_current = second.status is Status.CURRENT and not second.negated
        if first.status is not Status.FORMER or not is_current:
            continue
        if _is_joined(parsed, first, second) and _is_of_one_body(first, second):
            second.status = Status.FORMER


def _is_joined(parsed: ParsedText, first: RolePhrase, second: RolePhrase) -> bool:
    """Whether only "and" is between two roles, so that the words before both belong to both."""
    between = parsed.lower[first.end : second.start]
    is_bare = not second.determiner and not second.adjectives
    return is_bare and len(between) == 1 and between[0] in LIST_ENDS


def _is_of_one_body(first: RolePhrase, second: RolePhrase) -> bool:
    """Whether two roles are at the head of the same body, which the second may say of both."""
    owners = _owners(second)
    is_shared = bool(owners) and _owners(first) <= owners
    are_at_head = not any(
        HEADSHIPS.isdisjoint(each.relations) for each in (first, second)
    )
    return is_shared and are_at_head


def _owners(phrase: RolePhrase) -> set[int]:
    return {owner.mention.start for owner in phrase.owners}
