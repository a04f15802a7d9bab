"""Attributions that only the network finds: tagged cues with the nearest source and content."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.learned import SpeechTags
from actorgraph.extraction.modality.speech.quotation_index import QuotationIndex
from actorgraph.extraction.modality.speech.silence import is_appointment, is_unsaid
from actorgraph.extraction.modality.speech.speaker_mentions import (
    NO_SPEAKERS,
    source_of,
    speaker_of,
    speaking_noun,
)
from actorgraph.extraction.modality.speech.speech import Speech, SpeechPattern, trimmed
from actorgraph.extraction.modality.speech.verbs_of_speech import SHORTEST_OBJECT
from actorgraph.extraction.parse.dependents import AUXILIARIES, dependents, phrase_of
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.quotations import Quotation
from actorgraph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Most tokens between a cue and its content, or its source; one may be between the cue and the
#: other.
CUE_REACH = 12

#: Part-of-speech tags of what may speak, nouns and pronouns, by their first two letters.
SPEAKING = frozenset({"NN", "PR", "WP"})


def learned_speeches(
    parsed: ParsedText,
    lexicon: Lexicon,
    tags: SpeechTags,
    speeches: Iterable[Speech],
    quotations: Sequence[Quotation],
) -> Iterator[Speech]:
    """Yield an attribution for each tagged cue that belongs to no attribution yet.

    Args:
        parsed: The text, with its mentions.
        lexicon: The words that deny what they govern.
        tags: The spans that the network tags as cue, source and content.
        speeches: The attributions that there are already.
        quotations: The quotations of the text, in order.
    """
    index = QuotationIndex(quotations)
    attributed: set[int] = set()
    for speech in speeches:
        attributed.update(speech.cue, speech.content)
    for cue in tags.cue:
        content = _nearest(_beside(tags.content, cue), cue)
        if content is None or _is_attributed(cue, content, attributed):
            continue
        verb = parsed.doc[slice(*cue)].root
        if not _may_speak(parsed, verb, lexicon):
            continue
        speech = _speech(parsed, tags, cue, content)
        # CASE passive: "*Roth* was described as a spy" by someone else
        if not set(speech.source).isdisjoint(_affected(verb)):
            continue
        if _can_be_said(parsed, speech):
            speech.direct = index.covers_most(speech.content)
            attributed.update(speech.content)
            yield speech


def _may_speak(parsed: ParsedText, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb can say something."""
    # CASE auxiliary: "Roth *could* propose a head of planning", which nobody says
    if verb.dep_ in AUXILIARIES or is_unsaid(parsed, verb, lexicon):
        return False
    return not is_appointment(parsed, verb, lexicon)


def _is_attributed(cue: Span, content: Span, attributed: set[int]) -> bool:
    """Whether any of a cue, or more than half of a content, belongs to another attribution."""
    if not attributed.isdisjoint(range(*cue)):
        return True
    start, end = content
    repeated = attributed.intersection(range(start, end))
    return len(repeated) * 2 > end - start


def _speech(parsed: ParsedText, tags: SpeechTags, cue: Span, content: Span) -> Speech:
    source = _source(parsed, tags, cue)
    tokens = _completed(parsed, content, cue) - {*range(*cue), *source}
    speaker = None
    if source:
        speaker = speaker_of(parsed, parsed.doc[source[0] : source[-1] + 1].root)
    return Speech(
        cue=list(range(*cue)),
        source=source,
        content=trimmed(parsed, sorted(tokens)),
        pattern=SpeechPattern.LEARNED,
        speaker=speaker,
    )


def _affected(verb: Token) -> set[int]:
    """Return the words of the subject of a passive, who does not speak."""
    affected: set[int] = set()
    for subject in dependents(verb, "nsubjpass"):
        affected.update(phrase_of(subject))
    return affected


def _can_be_said(parsed: ParsedText, speech: Speech) -> bool:
    """Whether a content is long enough, and the source has a noun or pronoun that can speak."""
    if len(speech.content) < SHORTEST_OBJECT:
        return False
    tags = {parsed.tags[i][:2] for i in speech.source}
    return not SPEAKING.isdisjoint(tags)


def _source(parsed: ParsedText, tags: SpeechTags, cue: Span) -> list[int]:
    """Return the source tagged in the same sentence, else the subject of the cue, if any."""
    sentence_of = parsed.sentence_of
    start, end = cue
    beside = _beside(tags.source, cue)
    source = _nearest(
        [span for span in beside if sentence_of[span[0]] == sentence_of[start]], cue
    )
    if source is not None:
        return list(range(*source))
    verb = parsed.doc[start:end].root
    subject = speaking_noun(verb)
    if subject is None or subject.lower_ in NO_SPEAKERS:
        return []
    tokens = set(source_of(subject, verb))
    return sorted(tokens - set(range(start, end)))


def _completed(parsed: ParsedText, content: Span, cue: Span) -> set[int]:
    """Return a content with all that depends on its head, if that depends on the cue."""
    start, end = content
    tokens = set(range(start, end))
    root = parsed.doc[start:end].root
    if root.head.i in range(*cue):
        tokens.update(phrase_of(root))
    return tokens


def _beside(spans: Sequence[Span], cue: Span) -> Sequence[Span]:
    """Return the last span that begins before a cue and the next one, of spans in text order."""
    following = bisect_left(spans, cue)
    return spans[max(following - 1, 0) : following + 1]


def _nearest(spans: Iterable[Span], cue: Span) -> Span | None:
    """Return the span with the fewest tokens to the cue; of two as near, the one after it."""
    nearest, shortest = None, (CUE_REACH + 1, False)
    for span in spans:
        is_before = span[0] < cue[0]
        distance = (_gap(span, cue), is_before)
        if distance < shortest:
            nearest, shortest = span, distance
    return nearest


def _gap(span: Span, cue: Span) -> int:
    """Return how many tokens are between two spans; 0 if they touch or overlap."""
    (start, end), (cue_start, cue_end) = span, cue
    before = cue_start - end
    after = start - cue_end
    return max(before, after, 0)
