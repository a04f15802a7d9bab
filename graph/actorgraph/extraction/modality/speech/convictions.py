"""Attributions by an adjective of opinion: "Roth is *sure* that it rains", "… is *convinced* …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.modality.speech.speaker_mentions import (
    NO_SPEAKERS,
    can_speak,
    source_of,
    speaker_of,
    subject_of,
)
from actorgraph.extraction.modality.speech.speech import (
    Speech,
    SpeechContext,
    SpeechPattern,
    trimmed,
)
from actorgraph.extraction.parse.dependents import dependents, phrase_of
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Who is so says that something is the case, which it need not be; unlike "*glad* that".
OF_OPINION = grammar_words("adjective of an opinion")

#: Labels of what something is made: "made *clear* that".
PREDICATES = ("oprd", "ccomp")


def conviction_speeches(context: SpeechContext, word: Token) -> Iterator[Speech]:
    """Yield the attribution that an adjective with a clause expresses, if any."""
    if word.lower_ not in OF_OPINION or dependents(word, "agent"):
        return
    # CASE adjective: "is *sure* that", "made *clear* that"; CASE participle: "was *convinced* that"
    is_predicate = word.tag_ == "JJ" and word.dep_ in PREDICATES
    verb = word.head if is_predicate or word.dep_ == "acomp" else word
    auxiliaries = dependents(word, "auxpass")
    subject = next(filter(None, map(subject_of, (verb, *auxiliaries))), None)
    clauses = dependents(word, "ccomp", "csubj") or dependents(verb, "ccomp")
    if not clauses or subject is None or subject.lower_ in NO_SPEAKERS:
        return
    speaker = speaker_of(context.parsed, subject)
    if speaker is None and not can_speak(context.parsed, subject, context.lexicon):
        return
    source = source_of(subject, verb)
    cue = sorted({each.i for each in (verb, word, *auxiliaries)})
    content = sorted({*phrase_of(clauses[0])} - {*source, *cue})
    yield Speech(
        cue=cue,
        source=source,
        content=trimmed(context.parsed, content),
        pattern=SpeechPattern.CLAUSE,
        speaker=speaker,
    )
