"""Quotations that no cue governs: they belong to the speaker before them, or beside them."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.modality.dependents import phrase_of
from actorgraph.extraction.modality.speaker_mentions import (
    cue_of,
    speaker_of,
    subject_of,
)
from actorgraph.extraction.modality.speech import Speech, SpeechContext, SpeechPattern
from actorgraph.extraction.parse.quotations import Quotation

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How far from a quotation a verb of speech may be that the parse does not connect with it, in
#: tokens.
VERB_REACH = 8

#: Constructions whose speaker may go on speaking in the next quotation.
CONTINUED = frozenset(
    {SpeechPattern.CLAUSE, SpeechPattern.ACCORDING, SpeechPattern.ADJACENT}
)


def attribute_loose_quotations(
    context: SpeechContext, speeches: list[Speech]
) -> list[Speech]:
    """Return the attributions with every quoted sentence that none of them contains yet.

    Those to which a quotation is added are changed in place.

    Args:
        context: The text, its knowledge and its quotations.
        speeches: The attributions that the grammar expresses.
    """
    search = _LooseQuotations(context, speeches)
    for quotation in context.quotations.all:
        search.attribute(quotation)
    return search.speeches


class _LooseQuotations:
    """Attributes one quotation after the other, in time that does not grow with the text.

    Attributes:
        speeches: All attributions.
        attributed: Tokens that are content of any of them.
        earlier: (first token of the cue, −number) of those that a quotation may continue, sorted.
    """

    def __init__(self, context: SpeechContext, speeches: list[Speech]) -> None:
        self.context = context
        self.speeches: list[Speech] = []
        self.attributed: set[int] = set()
        self.earlier: list[tuple[int, int]] = []
        for speech in speeches:
            self._add(speech)

    def attribute(self, quotation: Quotation) -> None:
        """Give a quotation to the speaker before it, or else to the verb of speech beside it."""
        tokens = _words(self.context, quotation)
        if not quotation.is_sentence or not self.attributed.isdisjoint(tokens):
            return
        speech = self._speech_before(quotation)
        if speech is not None and self._goes_on(speech, quotation):
            speech.content = sorted({*speech.content, *tokens})
            speech.direct = True
            self.attributed.update(tokens)
            return
        for verb in _verbs_beside(self.context, quotation):
            adjacent = _adjacent_speech(self.context, verb, quotation)
            if adjacent is not None:
                self._add(adjacent)
                return

    def _add(self, speech: Speech) -> None:
        if speech.cue and speech.construction in CONTINUED:
            insort(self.earlier, (speech.cue[0], -len(self.speeches)))
        self.speeches.append(speech)
        self.attributed.update(speech.content)

    def _speech_before(self, quotation: Quotation) -> Speech | None:
        """Return the last attribution before a quotation, if its cue is in the same paragraph."""
        place = bisect_left(self.earlier, (quotation.start,))
        if place == 0:
            return None
        cue, number = self.earlier[place - 1]
        is_near = self.context.parsed.same_paragraph(cue, quotation.start)
        return self.speeches[-number] if is_near else None

    def _goes_on(self, speech: Speech, quotation: Quotation) -> bool:
        """Whether a speaker is quoted already, or speaks in the sentence before a quotation."""
        if speech.direct:
            return True
        cue = self.context.parsed.doc[speech.cue[0]]
        return bool(cue.sent.end >= quotation.start - 1)


def _verbs_beside(context: SpeechContext, quotation: Quotation) -> Iterator[Token]:
    """Yield the verbs of speech after a quotation, then those before it, nearest first."""
    doc, verbs_of_speech = context.parsed.doc, context.lexicon.cues["direct"]
    after = doc[quotation.end : quotation.end + VERB_REACH]
    before = doc[max(quotation.start - VERB_REACH + 1, 0) : quotation.start]
    for token in (*after, *reversed(before)):
        is_verb = token.tag_.startswith("V")
        if is_verb and context.parsed.lemma(token) in verbs_of_speech:
            yield token


def _adjacent_speech(
    context: SpeechContext, verb: Token, quotation: Quotation
) -> Speech | None:
    """Attribute a quotation to the subject of a verb; None if that is in the quotation."""
    inside = range(quotation.start, quotation.end)
    subject = subject_of(verb)
    if subject is None or subject.i in inside:
        return None
    cue = cue_of(verb)
    source = [i for i in phrase_of(subject) if i not in inside]
    content = _words(context, quotation)
    content |= context.quotations.interrupted_by(cue, content)
    return Speech(
        cue=cue,
        source=source,
        content=sorted(content - {*cue, *source}),
        construction=SpeechPattern.ADJACENT,
        speaker=speaker_of(context.parsed, subject),
        direct=True,
    )


def _words(context: SpeechContext, quotation: Quotation) -> set[int]:
    """Return the tokens of a quotation without white space."""
    tokens = context.parsed.doc[quotation.start : quotation.end]
    return {token.i for token in tokens if not token.is_space}
