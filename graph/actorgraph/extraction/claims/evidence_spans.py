"""The passages that prove a candidate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.relation_lists import CONTEST
from actorgraph.extraction.parse.closed_classes import CONTESTS
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import is_verb_form
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.model import BACKGROUND_METHODS, Document, Evidence, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Points of both sides: "beat Norland *3-1*".
_SCORE = re.compile(r",?\s+\(?\d{1,3}[-–]\d{1,3}\b")


def evidence_of(
    document: Document, parsed: ParsedText, candidate: Candidate
) -> tuple[Evidence, ...]:
    """Return the passage that proves a candidate.

    Return two passages if the object is in another sentence than the trigger.  Background knowledge
    has no proof: its passages are where the text names the two.
    """
    subject, object_, trigger = candidate.subject, candidate.object, candidate.trigger
    sentence = parsed.doc[trigger].sent
    if candidate.method in BACKGROUND_METHODS:
        passages = sorted({span_of(parsed, subject), span_of(parsed, object_)})
    elif parsed.head_of(object_).sent == sentence:
        passages = [_with_contest(parsed, candidate, passage_of(parsed, candidate))]
    else:
        first = min(subject.start, trigger)
        last = max(subject.end, trigger + 1)
        passages = [parsed.chars(first, last), span_of(parsed, object_)]
    evidence = (Evidence.of(document, start, end) for start, end in passages)
    return tuple(sorted(evidence))


def passage_of(parsed: ParsedText, candidate: Candidate) -> Span:
    """Return the characters from the first to the last word that a candidate rests on."""
    subject, object_, trigger = candidate.subject, candidate.object, candidate.trigger
    starts = subject.start, object_.start, trigger
    ends = subject.end, object_.end, trigger + 1
    first, last = min(starts), max(ends)
    return parsed.chars(first, last)


def _with_contest(parsed: ParsedText, candidate: Candidate, passage: Span) -> Span:
    """Return a passage with the words that show a game or an election, not a battle, if any.

    "Norland beat Sudmark *3-1 in the final*."
    """
    if candidate.relation not in CONTEST:
        return passage
    start, end = passage
    for word in _contest_nouns(parsed, parsed.doc[candidate.trigger]):
        first, last = parsed.chars(word.i, word.i + 1)
        start, end = min(start, first), max(end, last)
    score = _SCORE.match(parsed.doc.text, end)
    return start, score.end() if score else end


def _contest_nouns(parsed: ParsedText, trigger: Token) -> Iterator[Token]:
    """Yield nouns of contests that the clause of a trigger has, not those of clauses within it."""
    waiting = list(trigger.children)
    while waiting:
        word = waiting.pop()
        if is_verb_form(word):
            continue
        waiting += word.children
        if parsed.lemma(word) in CONTESTS or word.lower_ in CONTESTS:
            yield word


def span_of(parsed: ParsedText, mention: TokenMention) -> Span:
    """Return the characters of a mention."""
    return parsed.chars(mention.start, mention.end)
