"""Quotations that no cue governs: they belong to the speaker before them, or beside them."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import replace
from typing import TYPE_CHECKING

from actorgraph.extraction.modality.speech.quotation_series import (
    fills_paragraph,
    follows_paragraph,
    is_complete,
    is_title,
    quotation_series,
)
from actorgraph.extraction.modality.speech.quotation_verbs import (
    adjacent_speech,
    governing_verb,
    verbs_beside,
    words_of,
)
from actorgraph.extraction.modality.speech.speaker_mentions import (
    person_before,
    speaker_of,
)
from actorgraph.extraction.modality.speech.speech import (
    Speech,
    SpeechContext,
    SpeechPattern,
)
from actorgraph.extraction.parse.datelines import begins
from actorgraph.extraction.parse.dependents import phrase_of
from actorgraph.extraction.parse.quotations import Quotation, ends_in_stop

if TYPE_CHECKING:
    from spacy.tokens import Token

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
    for series in quotation_series(context.quotations.all):
        search.attribute(series)
    return search.speeches


class _LooseQuotations:
    """Attributes one quotation after the other, in time that does not grow with the text.

    Attributes:
        speeches: All attributions.
        speech_at: Of each token, the attribution whose content it is; not one that is expressed
            within the same quotation.
        earlier: (first token of the cue, −number) of those that a quotation may continue, sorted.
        latest: The attribution of the last quotation, and the end of that quotation.
    """

    def __init__(self, context: SpeechContext, speeches: list[Speech]) -> None:
        self.context = context
        self.doc = context.parsed.doc
        self.speeches: list[Speech] = []
        self.speech_at: dict[int, Speech] = {}
        self.earlier: list[tuple[int, int]] = []
        self.latest: tuple[Speech, int] | None = None
        for speech in speeches:
            self._add(speech)

    def attribute(self, series: list[Quotation]) -> None:
        """Give the paragraphs of a quotation to the same speaker."""
        speeches = list(map(self._speech_of, series))
        speech = next(filter(None, speeches), None)
        for quotation, attributed in zip(series, speeches, strict=True):
            if attributed is not None:
                speech = attributed
            elif speech is not None:
                speech = self._carry(speech, quotation)
            elif quotation.is_sentence:
                speech = self._attribute(quotation)
            else:
                speech = self._governed(quotation) or self._exclaimed(quotation)
            if speech is not None:
                self.latest = speech, quotation.end

    def _speech_of(self, quotation: Quotation) -> Speech | None:
        """Return the attribution that contains any of a quotation already."""
        for token in sorted(words_of(self.context, quotation)):
            if token in self.speech_at:
                return self.speech_at[token]
        return None

    def _attribute(self, quotation: Quotation) -> Speech | None:
        """Give a quotation to the speaker before it, or to the verb of speech beside it."""
        # CASE cue: "Roth spoke of rain, *he said*. “We leave.”"
        speech = self._speech_before(quotation)
        if speech is not None and self._has_cue_just_before(speech, quotation):
            return self._extend(speech, quotation)
        # CASE new subject: "“It rains,” Roth said. *Marsh* rose. “We leave.”"
        person = person_before(self.context.parsed, quotation.start)
        if person is not None and not _is_speaker(self.context, person, speech):
            return self._add_person(person, quotation)
        # CASE same paragraph: "“It rains,” *Roth* said. It was May. “We leave.”"
        if speech is not None and speech.direct:
            return self._extend(speech, quotation)
        # CASE verb that the parse does not connect: "“We leave”, it was said, *Roth said*"
        for verb in verbs_beside(self.context, quotation):
            adjacent = adjacent_speech(self.context, verb, quotation)
            if adjacent is not None:
                return self._add(adjacent)
        if person is not None:
            return self._add_person(person, quotation)
        return self._carry_over(quotation)

    def _governed(self, quotation: Quotation) -> Speech | None:
        """Give a few quoted words to the verb of speech that governs them.

        “a disgrace”, but no title: “Cold Rain”.
        """
        if is_title(self.doc, quotation):
            return None
        verb = governing_verb(self.context, quotation)
        if verb is None:
            return None
        adjacent = adjacent_speech(self.context, verb, quotation)
        return None if adjacent is None else self._add(adjacent)

    def _exclaimed(self, quotation: Quotation) -> Speech | None:
        """Give a quotation without a verb to the speaker right after it: "“No,” *Roth said*"."""
        if not ends_in_stop(self.doc, quotation):
            return None
        if not begins(self.doc, quotation.start):
            return None
        for verb in verbs_beside(self.context, quotation):
            if verb.i < quotation.end:
                continue
            adjacent = adjacent_speech(self.context, verb, quotation)
            if adjacent is None:
                continue
            last = max(adjacent.cue)
            between = set(range(quotation.end, last))
            if between <= {*adjacent.cue, *adjacent.source}:
                return self._add(adjacent)
        return None

    def _carry_over(self, quotation: Quotation) -> Speech | None:
        """Give a paragraph that is a quotation to the speaker of the paragraph before.

        “It rains,” said Roth, a nurse.
        “We leave.”
        """
        last = follows_paragraph(self.doc, quotation)
        index = self.context.quotations
        if last is None or not fills_paragraph(self.doc, index, quotation):
            return None
        person = person_before(self.context.parsed, last + 1)
        if self.latest is not None:
            latest, end = self.latest
            if self.context.parsed.same_paragraph(end - 1, last):
                return self._carry(latest, quotation)
        # CASE indirect speech: "Roth said that it rained.\n“We leave.”"
        speech = self._speech_before(quotation, last)
        if speech is not None and self.doc[speech.cue[0]].sent.end > last:
            return self._carry(speech, quotation)
        # CASE deed: "Roth denied any guilt.\n“We leave.”"
        return None if person is None else self._add_person(person, quotation)

    def _carry(self, speech: Speech, quotation: Quotation) -> Speech:
        """Attribute a quotation like what the same speaker says in another paragraph."""
        content = sorted(words_of(self.context, quotation))
        carried = replace(speech, content=content, direct=True)
        return self._add(carried)

    def _extend(self, speech: Speech, quotation: Quotation) -> Speech:
        """Add a quotation to what its speaker says in the same paragraph, if that is quoted."""
        is_apart = self.context.is_apart(speech.content, quotation.start)
        if is_apart or not speech.direct:
            return self._carry(speech, quotation)
        tokens = words_of(self.context, quotation)
        speech.content = sorted({*speech.content, *tokens})
        self.speech_at.update(dict.fromkeys(tokens, speech))
        return speech

    def _add_person(self, person: Token, quotation: Quotation) -> Speech | None:
        """Attribute a quotation to the subject of the sentence before it, without a cue."""
        if not is_complete(self.doc, quotation):
            return None
        speaker = speaker_of(self.context.parsed, person)
        content = sorted(words_of(self.context, quotation))
        speech = Speech(
            cue=[],
            source=phrase_of(person),
            content=content,
            pattern=SpeechPattern.ADJACENT,
            speaker=speaker,
            direct=True,
        )
        return self._add(speech)

    def _add(self, speech: Speech) -> Speech:
        # What is said within a quotation leaves open who says the quotation.
        around = self.context.quotations.at(speech.cue[0]) if speech.cue else None
        inside = range(around.start, around.end) if around else range(0)
        if around is None and speech.cue and speech.pattern in CONTINUED:
            insort(self.earlier, (speech.cue[0], -len(self.speeches)))
        self.speeches.append(speech)
        for token in speech.content:
            if token not in inside:
                self.speech_at[token] = speech
        return speech

    def _speech_before(
        self, quotation: Quotation, position: int | None = None
    ) -> Speech | None:
        """Return the last attribution before a quotation, if its cue is in a paragraph.

        Args:
            quotation: The quotation.
            position: A token of the paragraph; None for that of the quotation.
        """
        place = bisect_left(self.earlier, (quotation.start,))
        if place == 0:
            return None
        cue, number = self.earlier[place - 1]
        if position is None:
            position = quotation.start
        if not self.context.parsed.same_paragraph(cue, position):
            return None
        return self.speeches[-number]

    def _has_cue_just_before(self, speech: Speech, quotation: Quotation) -> bool:
        """Whether a speaker speaks in the sentence before a quotation."""
        sentence = self.doc[speech.cue[0]].sent
        return bool(sentence.end >= quotation.start - 1)


def _is_speaker(context: SpeechContext, person: Token, speech: Speech | None) -> bool:
    """Whether someone is the speaker of an attribution."""
    if speech is None or speech.speaker is None or not speech.direct:
        return False
    mention = speaker_of(context.parsed, person)
    if mention is None:
        return False
    return mention.actor == speech.speaker.actor
