"""Attributions without a verb: "according to Roth, …", "…, in the view of Roth"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from actorgraph.extraction.modality.speech.speaker_mentions import speaker_of
from actorgraph.extraction.modality.speech.speech import Speech, SpeechPattern, trimmed
from actorgraph.extraction.parse.dependents import dependents, phrase_of, verb_above
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import RELATIVE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token


def according_speeches(
    parsed: ParsedText, token: Token, phrases: Sequence[Sequence[str]]
) -> Iterator[Speech]:
    """Yield the attribution whose cue begins at a token, if there is one.

    Args:
        parsed: The text.
        token: Where the cue begins.
        phrases: The cues of this kind, each as its words in lower case.
    """
    length = _cue_length(parsed, token.i, phrases)
    if length == 0:
        return
    complements = dependents(parsed.doc[token.i + length - 1], "pobj")
    if not complements:
        return
    source = complements[0]
    speaker = speaker_of(parsed, source)
    # CASE rule: "the rules according to *which* checks are made"
    if speaker is None and source.tag_ in RELATIVE_TAGS:
        return
    outside = set(phrase_of(token))
    clause = phrase_of(_clause_of(token))
    content = trimmed(parsed, [i for i in clause if i not in outside])
    if content:
        yield Speech(
            cue=list(range(token.i, token.i + length)),
            source=phrase_of(source),
            content=content,
            pattern=SpeechPattern.ACCORDING,
            speaker=speaker,
        )


def _cue_length(parsed: ParsedText, i: int, phrases: Sequence[Sequence[str]]) -> int:
    """Return how many tokens the cue has that begins at a token; 0 if none does."""
    for words in phrases:
        if parsed.lower[i] == words[0]:
            length = len(words)
            if parsed.lower[i : i + length] == words:
                return length
    return 0


def _clause_of(cue: Token) -> Token:
    """Return the verb that governs a cue, or the highest word if there is no verb."""
    if cue.dep_ in ("prep", "advmod", "acl"):
        return verb_above(cue.head)
    return verb_above(cue)
