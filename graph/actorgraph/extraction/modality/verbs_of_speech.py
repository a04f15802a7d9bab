"""Attributions by a verb: its subject is the source, one of its complements the content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.modality.dependents import dependents, phrase_of
from actorgraph.extraction.modality.quotation_index import QuotationIndex
from actorgraph.extraction.modality.speaker_mentions import (
    NO_SPEAKERS,
    can_speak,
    cue_of,
    speaker_of,
    subject_of,
)
from actorgraph.extraction.modality.speech import (
    Speech,
    SpeechContext,
    SpeechPattern,
    trimmed,
)
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Prepositions that introduce the topic, not an addressee or a place.
ABOUT = grammar_words("preposition of the topic")

#: Prepositions that introduce what a verb says about its object.
CHARACTERIZING = grammar_words("preposition of a characterization")

INFINITIVE_MARKERS = grammar_words("infinitive marker")

#: Fewest tokens of an object that is a content: "a ban on drilling" is one, "the plan" is not.
SHORTEST_OBJECT = 3

COMMON_NOUNS = ("NN", "NNS")


def verb_speeches(
    context: SpeechContext, verb: Token, *, is_cue: bool
) -> Iterator[Speech]:
    """Yield the attributions that a verb expresses, one for each complement that can be a content.

    Args:
        context: The text and its knowledge.
        verb: Any token; one that is no verb expresses none.
        is_cue: Whether the verb counts as a verb of speech even if the lexicon does not list it.
    """
    if not verb.tag_.startswith("V"):
        return
    cues, lemma = context.lexicon.cues, context.parsed.lemma(verb)
    # CASE denial by a particle: "Roth *called off* the talks" is not "Roth called …"
    if context.parsed.phrasal(verb) in cues["denial"] - {lemma}:
        return
    for construction, complement in _complements(verb):
        is_listed = lemma in cues[construction]
        # CASE activity: "Roth was here, Marsh *has been working* hard" quotes nobody
        if is_listed or (is_cue and not _is_activity(verb, complement)):
            speech = _speech(context, verb, construction, complement)
            if speech is not None:
                yield speech


def _complements(verb: Token) -> Iterator[tuple[SpeechPattern, Token]]:
    for child in verb.children:
        # CASE clause: "Roth said *it was over*"; before the verb only if the parse is sure
        if child.dep_ == "ccomp" or (child.dep_ == "parataxis" and child.i > verb.i):
            yield SpeechPattern.CLAUSE, child
        # CASE infinitive: "Roth vowed *to come back*"
        elif child.dep_ == "xcomp" and _is_infinitive(child):
            yield SpeechPattern.INFINITIVE, child
        # CASE object: "Roth denounced *the plan to sell the harbour*"
        elif child.dep_ == "dobj":
            yield SpeechPattern.OBJECT, child
        # CASE topic: "Roth complained *about the slow trains*"
        elif child.dep_ == "prep" and child.lower_ in ABOUT:
            yield SpeechPattern.PREPOSITION, child
    if _is_inserted(verb):
        yield SpeechPattern.CLAUSE, verb.head


def _is_activity(verb: Token, clause: Token) -> bool:
    """Whether a verb with auxiliaries follows a clause, as no verb of speech does."""
    precedes = clause.dep_ == "ccomp" and clause.i < verb.i
    return precedes and bool(dependents(verb, "aux"))


def _is_infinitive(verb: Token) -> bool:
    return any(child.lower_ in INFINITIVE_MARKERS for child in verb.children)


def _is_inserted(verb: Token) -> bool:
    """Whether a verb is a parenthesis in what it reports: "The bridge, *Roth said*, will open"."""
    if verb.dep_ not in ("parataxis", "ccomp", "advcl", "dep") or verb.head.i >= verb.i:
        return False
    return not dependents(verb, "ccomp", "xcomp", "dobj", "mark", "aux")


def _speech(
    context: SpeechContext, verb: Token, construction: SpeechPattern, complement: Token
) -> Speech | None:
    subject = subject_of(verb)
    if subject is None or not _can_introduce(context, verb, subject, construction):
        return None
    speaker = speaker_of(context.parsed, subject)
    # CASE inanimate subject: "The rain said that …"
    is_noun = speaker is None and subject.tag_ in COMMON_NOUNS
    if is_noun and not can_speak(context.parsed, subject, context.lexicon):
        return None
    cue, source = cue_of(verb), phrase_of(subject)
    content = _content(verb, construction, complement) - {*cue, *source}
    if construction is SpeechPattern.CLAUSE:
        content = _with_quotations(context.quotations, content, cue, source)
    tokens = trimmed(context.parsed, sorted(content))
    direct = context.quotations.covers_most(tokens)
    # CASE bare object: "Roth criticized the plan" says nothing, "Roth criticized “the plan”" does
    shortest = (
        SHORTEST_OBJECT if construction is SpeechPattern.OBJECT and not direct else 1
    )
    if len(tokens) < shortest:
        return None
    return Speech(cue, source, tokens, construction, speaker, direct)


def _can_introduce(
    context: SpeechContext, verb: Token, subject: Token, construction: SpeechPattern
) -> bool:
    # CASE no speaker: "It said …", "Roth was told …"
    if subject.lower_ in NO_SPEAKERS or subject.dep_ == "nsubjpass":
        return False
    # CASE pronoun in a quotation: "“He says that it is over,” Roth said"
    is_pronoun = subject.tag_ in ("PRP", "WP")
    if is_pronoun and context.quotations.at(verb.i) is not None:
        return False
    # CASE object of what is not yet said: "Roth would criticize …", "if Roth criticized …"
    if construction is SpeechPattern.OBJECT:
        return not any(
            child.tag_ == "MD" or child.dep_ == "mark" for child in verb.children
        )
    return True


def _content(verb: Token, construction: SpeechPattern, complement: Token) -> set[int]:
    """Return the tokens of a complement, and of what the verb says about it."""
    content = set(phrase_of(complement))
    if construction is SpeechPattern.OBJECT:
        for child in verb.children:
            # CASE characterization: "described the offer *as a trap*"
            characterizes = child.dep_ == "prep" and child.lower_ in CHARACTERIZING
            if characterizes and child.i > verb.i:
                content.update(phrase_of(child))
    return content


def _with_quotations(
    quotations: QuotationIndex, content: set[int], cue: list[int], source: list[int]
) -> set[int]:
    """Complete each quotation that makes up most of a content, or that is mostly in it."""
    outside = {*cue, *source}
    content = content | (quotations.interrupted_by(cue, content) - outside)
    for quotation in quotations.touching(content):
        tokens = set(range(quotation.start, quotation.end)) - outside
        shared = len(content & tokens)
        if shared * 2 > min(len(tokens), len(content)):
            content |= tokens
    return content
