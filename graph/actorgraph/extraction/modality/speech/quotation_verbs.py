"""The verb of speech that a quotation has beside it or above it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.modality.speech.silence import is_unsaid
from actorgraph.extraction.modality.speech.speaker_mentions import (
    cue_of,
    source_of,
    speaker_of,
    speaking_noun,
)
from actorgraph.extraction.modality.speech.speech import (
    Speech,
    SpeechContext,
    SpeechPattern,
)
from actorgraph.extraction.parse.quotations import Quotation
from actorgraph.extraction.parse.trees import root_of
from actorgraph.extraction.parse.word_tags import is_verb_form

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How far from a quotation a verb of speech may be that the parse does not connect with it, in
#: tokens.
VERB_REACH = 8

#: A verb governs a quotation over at most this many words: "called *it* a *“disgrace”*".
GOVERNOR_REACH = 3

#: How a quotation that a verb governs is connected with it: "called it *“a trap”*".
GOVERNED = ("oprd", "appos", "attr", "pobj")


def governing_verb(context: SpeechContext, quotation: Quotation) -> Token | None:
    """Return the verb of speech that governs a quotation by way of a few words at most."""
    parsed, cues = context.parsed, context.lexicon.cues
    word = parsed.doc[root_of(parsed.doc, quotation.start, quotation.end)]
    if word.dep_ not in GOVERNED:
        return None
    for _ in range(GOVERNOR_REACH):
        if word.head.i == word.i:
            return None
        word = word.head
        if is_verb_form(word) and parsed.lemma(word) in cues[Cue.OBJECT]:
            is_silent = is_unsaid(parsed, word, context.lexicon)
            return None if is_silent else word
    return None


def verbs_beside(context: SpeechContext, quotation: Quotation) -> Iterator[Token]:
    """Yield the verbs of speech after a quotation, then those before it, nearest first."""
    parsed = context.parsed
    verbs_of_speech = context.lexicon.cues[Cue.DIRECT]
    start, end = quotation.start, quotation.end
    first = max(start - VERB_REACH + 1, 0)
    after, before = parsed.doc[end : end + VERB_REACH], parsed.doc[first:start]
    for token in (*after, *reversed(before)):
        if not is_verb_form(token) or not parsed.same_paragraph(token.i, start):
            continue
        if parsed.lemma(token) in verbs_of_speech:
            yield token


def adjacent_speech(
    context: SpeechContext, verb: Token, quotation: Quotation
) -> Speech | None:
    """Attribute a quotation to the subject of a verb; None if that is in the quotation."""
    inside = range(quotation.start, quotation.end)
    subject = speaking_noun(verb)
    if subject is None or subject.i in inside:
        return None
    cue = cue_of(verb)
    source = [i for i in source_of(subject, verb) if i not in inside]
    content = words_of(context, quotation)
    content |= context.interrupted_by(cue, content)
    return Speech(
        cue=cue,
        source=source,
        content=sorted(content - {*cue, *source}),
        pattern=SpeechPattern.ADJACENT,
        speaker=speaker_of(context.parsed, subject),
        direct=True,
    )


def words_of(context: SpeechContext, quotation: Quotation) -> set[int]:
    """Return the tokens of a quotation without white space."""
    tokens = context.parsed.doc[quotation.start : quotation.end]
    return {token.i for token in tokens if not token.is_space}
