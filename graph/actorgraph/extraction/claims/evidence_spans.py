"""The passages that prove a candidate."""

from __future__ import annotations

from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.model import BACKGROUND_METHODS, Document, Evidence, Span


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
    elif parsed.doc[object_.root].sent == sentence:
        passages = [passage_of(parsed, candidate)]
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


def span_of(parsed: ParsedText, mention: TokenMention) -> Span:
    """Return the characters of a mention."""
    return parsed.chars(mention.start, mention.end)
