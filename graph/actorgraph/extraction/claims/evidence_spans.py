"""The passages that prove a candidate."""

from __future__ import annotations

from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.model import Document, Evidence, Span


def evidence_of(
    document: Document, parsed: ParsedText, candidate: Candidate
) -> tuple[Evidence, ...]:
    """Return the passage that proves a candidate.

    Return two passages if the object is in another sentence than the trigger.
    """
    subject, object_, trigger = candidate.subject, candidate.object, candidate.trigger
    if parsed.doc[object_.root].sent == parsed.doc[trigger].sent:
        return (Evidence.of(document, *passage_of(parsed, candidate)),)
    first, last = min(subject.start, trigger), max(subject.end, trigger + 1)
    passages = parsed.chars(first, last), span_of(parsed, object_)
    return tuple(sorted(Evidence.of(document, *passage) for passage in passages))


def passage_of(parsed: ParsedText, candidate: Candidate) -> Span:
    """Return the characters from the first to the last word that a candidate rests on."""
    subject, object_, trigger = candidate.subject, candidate.object, candidate.trigger
    first = min(subject.start, object_.start, trigger)
    last = max(subject.end, object_.end, trigger + 1)
    return parsed.chars(first, last)


def span_of(parsed: ParsedText, mention: TokenMention) -> Span:
    """Return the characters of a mention."""
    return parsed.chars(mention.start, mention.end)
