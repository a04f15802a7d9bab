"""Attributions by a verb: its subject is the source, one of its complements the content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.modality.speech.complements import complements_of_speech
from actorgraph.extraction.modality.speech.silence import (
    is_appointment,
    is_unsaid,
)
from actorgraph.extraction.modality.speech.speaker_mentions import (
    NO_SPEAKERS,
    can_speak,
    cue_of,
    source_of,
    speaker_of,
    speaking_noun,
)
from actorgraph.extraction.modality.speech.speech import (
    Speech,
    SpeechContext,
    SpeechPattern,
    trimmed,
)
from actorgraph.extraction.parse.closed_classes import (
    CONDITIONS,
    OF_CHARACTER,
)
from actorgraph.extraction.parse.dependents import (
    dependents,
    is_infinitive,
    phrase_of,
    prepositions,
)
from actorgraph.extraction.parse.word_tags import (
    COMMON_NOUN_TAGS,
    is_noun_form,
    is_verb_form,
)
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Before what someone looks for.
SEARCHING = grammar_words("preposition of a search")

#: Pronouns of what may be a body that speaks: "*It* said that …".
SPEAKING_PRONOUNS = grammar_words("pronoun of a body that speaks")

#: Fewest tokens of an object that is a content: "a ban on drilling" is one, "the plan" is not.
SHORTEST_OBJECT = 3

#: Entity labels of sums and numbers, which are not said but raised, sought or paid.
QUANTITIES = ("MONEY", "PERCENT", "QUANTITY", "CARDINAL")


def verb_speeches(
    context: SpeechContext, verb: Token, *, is_cue: bool
) -> Iterator[Speech]:
    """Yield the attributions that a verb expresses, one for each complement that can be a content.

    Args:
        context: The text and its knowledge.
        verb: Any token; one that is no verb expresses none.
        is_cue: Whether the verb counts as a verb of speech even if the lexicon does not list it.
    """
    if not is_verb_form(verb):
        return
    cues, lemma = context.lexicon.cues, context.parsed.lemma(verb)
    # CASE denial by a particle: "Roth *called off* the talks" is not "Roth called …"
    if context.parsed.phrasal(verb) in cues[Cue.DENIAL] - {lemma}:
        return
    if is_unsaid(context.parsed, verb, context.lexicon):
        return
    is_cue = is_cue and not is_appointment(context.parsed, verb, context.lexicon)
    for pattern, complement in complements_of_speech(context.parsed, verb):
        is_listed = lemma in cues[pattern]
        # CASE activity: "Roth was here, Marsh *has been working* hard" quotes nobody
        if is_listed or (is_cue and not _is_activity(verb, complement)):
            speech = _speech(context, verb, pattern, complement)
            if speech is not None:
                yield speech


def _is_activity(verb: Token, clause: Token) -> bool:
    """Whether a verb says what someone does, rather than says.

    With auxiliaries it follows a clause, as no verb of speech does, or it is a search.
    """
    # CASE search: "Police were *looking for Roth*"
    if clause.lower_ in SEARCHING:
        return True
    if clause.dep_ != "ccomp" or clause.i > verb.i:
        return False
    return bool(dependents(verb, "aux"))


def _speech(
    context: SpeechContext, verb: Token, pattern: SpeechPattern, complement: Token
) -> Speech | None:
    subject = speaking_noun(verb)
    if subject is None or not _can_introduce(context, verb, subject, pattern):
        return None
    speaker = speaker_of(context.parsed, subject)
    # CASE inanimate subject: "The rain *meant* that …", but "The note *said* that …"
    is_noun = speaker is None and subject.tag_ in COMMON_NOUN_TAGS
    is_mute = is_noun and not (
        _is_said(context, verb, pattern) and _is_beside(subject, verb)
    )
    if is_mute and not can_speak(context.parsed, subject, context.lexicon):
        return None
    cue, source = cue_of(verb), source_of(subject, verb)
    content = _content(context, verb, pattern, complement) - {*cue, *source}
    if pattern is SpeechPattern.CLAUSE:
        content |= context.interrupted_by(cue, content) - {*cue, *source}
    content = _with_quotations(context, content, cue, source)
    tokens = trimmed(context.parsed, sorted(content))
    direct = context.quotations.covers_most(tokens)
    if not _is_long_enough(context, pattern, complement, tokens, direct=direct):
        return None
    return Speech(cue, source, tokens, pattern, speaker, direct)


def _is_long_enough(
    context: SpeechContext,
    pattern: SpeechPattern,
    complement: Token,
    tokens: list[int],
    *,
    direct: bool,
) -> bool:
    """Whether a content says something about what it mentions."""
    if direct or pattern is not SpeechPattern.OBJECT:
        return bool(tokens)
    # CASE predicate: "Roth called her dog *Rex*"; CASE sum: "Roth raised *two million dollars*"
    if complement.dep_ == "oprd" or complement.ent_type_ in QUANTITIES:
        return False
    # CASE bare object: "Roth criticized the plan" says nothing, "Roth criticized “the plan”" does
    # CASE actor: "Roth dismissed *the defence minister, Ada Marsh*", "told *the mayor of Bergen*"
    is_actor = context.parsed.actor_at(complement.i) is not None
    last = max(complement.subtree, key=lambda word: word.i).i
    is_bare = is_actor and tokens[-1:] <= [last]
    # CASE quoted end: "described the plan *as “a trap”*"
    is_quoted = bool(tokens) and context.quotations.at(tokens[-1]) is not None
    return len(tokens) >= SHORTEST_OBJECT and (is_quoted or not is_bare)


def _can_introduce(
    context: SpeechContext, verb: Token, subject: Token, pattern: SpeechPattern
) -> bool:
    # CASE no speaker: "*It* means that …", but "*It* said that …"
    is_body = subject.lower_ in SPEAKING_PRONOUNS and _is_said(context, verb, pattern)
    if subject.lower_ in NO_SPEAKERS and not is_body:
        return False
    # CASE instruction: "Roth was told *to say* that …"
    if subject.dep_ == "nsubjpass" and is_infinitive(verb):
        return False
    # CASE noun: "a campaign *urging* drivers to stop"; but "a letter *saying* that …"
    if verb.dep_ == "acl" and pattern is not SpeechPattern.CLAUSE:
        return False
    if context.quotations.at(verb.i) is not None and not _is_quoted_speech(
        context, verb, subject, pattern
    ):
        return False
    # CASE object of what is not yet said: "Roth would criticize …", "if Roth criticized …"
    if pattern is SpeechPattern.OBJECT:
        return not any(
            child.tag_ == "MD" or child.lower_ in CONDITIONS for child in verb.children
        )
    return True


def _is_said(context: SpeechContext, verb: Token, pattern: SpeechPattern) -> bool:
    """Whether a verb can only mean that its clause is said or written: "*said* that …"."""
    if pattern is not SpeechPattern.CLAUSE:
        return False
    return context.parsed.lemma(verb) in context.lexicon.cues[Cue.DIRECT]


def _is_beside(subject: Token, verb: Token) -> bool:
    """Whether no other noun may be the subject of a verb: "The *note* also said that …"."""
    if subject.i > verb.i:
        return False
    between = verb.doc[subject.i + 1 : verb.i]
    return not any(map(is_noun_form, between))


def _is_quoted_speech(
    context: SpeechContext, verb: Token, subject: Token, pattern: SpeechPattern
) -> bool:
    """Whether a quotation reports what another says: "“*Marsh says* that it is over,” Roth said".

    Not of a pronoun, and not what others think or want.
    """
    if subject.tag_ in ("PRP", "WP"):
        return False
    return _is_said(context, verb, pattern)


def _content(
    context: SpeechContext,
    verb: Token,
    pattern: SpeechPattern,
    complement: Token,
) -> set[int]:
    """Return the tokens of a complement, and of what the verb says about it."""
    content = set(phrase_of(complement)) - _said_by_another(context, complement)
    if pattern is not SpeechPattern.OBJECT:
        return content
    # CASE characterization: "described the offer *as a trap*"
    for preposition in prepositions(verb, OF_CHARACTER):
        if preposition.i > verb.i:
            content.update(phrase_of(preposition))
    return content


def _said_by_another(context: SpeechContext, complement: Token) -> set[int]:
    """Return the tokens of clauses that only the parse makes part of a complement.

    "Roth says “there is time” *and Marsh calls it “a farce”*".
    """
    around = context.quotations.at(complement.i)
    tokens: set[int] = set()
    if around is None:
        return tokens
    for clause in dependents(complement, "conj"):
        if context.quotations.at(clause.i) == around:
            continue
        if dependents(clause, "nsubj"):
            tokens.update(phrase_of(clause))
            tokens.update(word.i for word in dependents(complement, "cc"))
    return tokens


def _with_quotations(
    context: SpeechContext, content: set[int], cue: list[int], source: list[int]
) -> set[int]:
    """Complete each quotation that makes up most of a content, or that is mostly in it.

    What is said within a quotation ends with it: "“*Some say that it rains*. I do not.”"
    """
    around = context.quotations.at(cue[0])
    if around is not None:
        return content & set(range(around.start, around.end))
    outside = {*cue, *source}
    for quotation in context.quotations.touching(content):
        tokens = set(range(quotation.start, quotation.end)) - outside
        shared = len(content & tokens)
        if shared * 2 > min(len(tokens), len(content)):
            content |= tokens
    return content
