"""Who says what: direct and indirect speech, and what people want, deny or promise.

An attribution has a source, a cue and a content. The cue is a verb of the lexicon with its subject
and its complement (``verbs_of_speech``), or a phrase like "according to" (``according``).
Quotations that no cue governs belong to whoever speaks before them in the paragraph
(``loose_quotations``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.modality.speech.according import according_speeches
from actorgraph.extraction.modality.speech.asides import aside_speeches
from actorgraph.extraction.modality.speech.convictions import conviction_speeches
from actorgraph.extraction.modality.speech.loose_quotations import (
    attribute_loose_quotations,
)
from actorgraph.extraction.modality.speech.quotation_index import QuotationIndex
from actorgraph.extraction.modality.speech.speech import Speech, SpeechContext
from actorgraph.extraction.modality.speech.verbs_of_speech import verb_speeches
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.quotations import Quotation


def find_speech(
    parsed: ParsedText,
    lexicon: Lexicon,
    quotations: Sequence[Quotation],
    cues: frozenset[int] = frozenset(),
) -> list[Speech]:
    """Return all attributions of a text, in the order of their cues.

    Args:
        parsed: The text, with its mentions.
        lexicon: The verbs and phrases that express attributions.
        quotations: The quotations of the text, in order.
        cues: Tokens that express an attribution although the lexicon may not list them.
    """
    context = SpeechContext(parsed, lexicon, QuotationIndex(quotations))
    phrases = [phrase.split() for phrase in sorted(lexicon.cues[Cue.ACCORDING])]
    speeches: list[Speech] = []
    for token in parsed.doc:
        speeches.extend(according_speeches(parsed, token, phrases))
        speeches.extend(aside_speeches(parsed, token))
        speeches.extend(verb_speeches(context, token, is_cue=token.i in cues))
        speeches.extend(conviction_speeches(context, token))
    speeches = attribute_loose_quotations(context, _without_repeats(speeches))
    return sorted(speeches, key=lambda speech: speech.position)


def _without_repeats(speeches: Iterable[Speech]) -> list[Speech]:
    """Drop what repeats another attribution, or attributes nothing.

    Of those with the same cue the one with the longest content stays; one whose content is part of
    the same speaker's longer content goes ("declined *to comment on the plan*").
    """
    longest: dict[int, Speech] = {}
    for speech in speeches:
        if not speech.content:
            continue
        key = max(speech.cue)
        if key not in longest or len(speech.content) > len(longest[key].content):
            longest[key] = speech
    by_source: dict[tuple[int, ...], list[set[int]]] = defaultdict(list)
    for speech in longest.values():
        by_source[tuple(speech.source)].append(set(speech.content))
    return [
        speech
        for speech in longest.values()
        if not _is_part(speech, by_source[tuple(speech.source)])
    ]


def _is_part(speech: Speech, contents: Iterable[set[int]]) -> bool:
    """Whether a content is a proper part of any of the same speaker's contents."""
    content = set(speech.content)
    return any(content < longer for longer in contents)
