"""Phrases that make a role one of the past: "Roth, *then* the chancellor"."""

from __future__ import annotations

from actorgraph.extraction.mentions.roles.role_phrases import RolePhrase
from actorgraph.extraction.parse.closed_classes import BEFORE_END, LIST_ENDS
from actorgraph.extraction.parse.dependents import SUBJECTS
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import FINITE_TAGS
from actorgraph.grammar import grammar_words
from actorgraph.model import Status

#: Before an article, for a role of the past: "Roth, *then* the chancellor".
PAST_PHRASES = tuple(
    tuple(phrase.split())
    for name in ("adverb of a past role", "phrase of a past role")
    for phrase in sorted(grammar_words(name))
)

#: Their last words, which are no part of the role.
ENDS_OF_PAST = frozenset(phrase[-1] for phrase in PAST_PHRASES)
#: The pipeline's label of a day or a year.
DATE = "DATE"

#: Before what is said of a name in passing: "Ada Quint*,* an analyst", "Ada Quint (an analyst)".
ASIDE_DASHES = frozenset({"–", "—", "--"})
OPENING_MARKS = ASIDE_DASHES | {",", "("}


def read_past_phrase(parsed: ParsedText, phrase: RolePhrase) -> None:
    """Read what precedes the article of a former role: "Roth, *then* the chancellor"."""
    # CASE clause: "If Roth leaves, then *the chancellor* wins"
    is_subject = parsed.doc[phrase.head].dep_ in SUBJECTS
    if parsed.doc[phrase.start].is_sent_start or (
        is_subject and parsed.tag(phrase.end) in FINITE_TAGS
    ):
        return
    start = start_of_past(parsed, phrase.start)
    if start is not None:
        phrase.status, phrase.start = Status.FORMER, start


def start_of_past(parsed: ParsedText, end: int) -> int | None:
    """Return where a phrase of the past begins that ends at a token and follows a comma."""
    starts = [
        end - len(words)
        for words in PAST_PHRASES
        if tuple(parsed.lower[max(0, end - len(words)) : end]) == words
    ]
    # CASE day: "Roth, *until last May* the chancellor"
    day = end - 1
    while day > 0 and parsed.doc[day].ent_type_ == DATE:
        day -= 1
    if day < end - 1 and parsed.lower[day] in BEFORE_END:
        starts.append(day)
    for start in starts:
        # CASE another role: "a judge *and until recently* minister", but "and then minister"
        marks = OPENING_MARKS | LIST_ENDS if end - start > 1 else OPENING_MARKS
        if start > 0 and parsed.lower[start - 1] in marks:
            return start
    return None


def begins_past(parsed: ParsedText, start: int) -> bool:
    """Whether a phrase of the past begins at a token: "and *until recently* minister"."""
    return any(
        len(words) > 1 and tuple(parsed.lower[start : start + len(words)]) == words
        for words in PAST_PHRASES
    )


def ends_past(parsed: ParsedText, end: int) -> bool:
    """Whether a phrase of the past ends before a token: "the mayor *at the time*, Roth"."""
    return any(
        len(words) > 1 and tuple(parsed.lower[max(0, end - len(words)) : end]) == words
        for words in PAST_PHRASES
    )
