"""Who speaks: the subject of a verb of speech, its mention, and what can be a speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.mentions.clauses.clause_starts import noun_after_list
from actorgraph.extraction.parse.closed_classes import OF_CHARACTER
from actorgraph.extraction.parse.dependents import (
    SUBJECTS,
    dependents,
    obliques,
    phrase_of,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import RELATIVE_TAGS
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Subjects that name no speaker, or only the speaker of the quotation that they are in.
NO_SPEAKERS = grammar_words("word that is no speaker")

#: Introduces words after the sentence that says whose they are.
COLON = ":"

#: How many verbs up a shared subject may be: "Roth *met* Marsh, *praised* him and *said* …" takes
#: two steps.
SUBJECT_CLIMB = 3

#: An auxiliary or particle further from its verb than this is another verb's, by mistake of the
#: parse; in tokens.
CUE_REACH = 3


def subject_of(verb: Token) -> Token | None:
    """Return the subject of a verb, or of the verb that it is coordinated with or depends on."""
    for _ in range(SUBJECT_CLIMB + 1):
        subjects = [word for word in dependents(verb, *SUBJECTS) if not word.is_punct]
        if subjects:
            subject = subjects[0]
            # CASE relative clause: "Roth, who said …"
            is_relative = subject.tag_ in RELATIVE_TAGS and verb.dep_ == "relcl"
            return verb.head if is_relative else subject
        # CASE conjunct by mistake of the parse: "Hale paid Cole, *Roth* said"
        noun = noun_after_list(verb)
        if noun is not None:
            return noun
        # CASE participle: "a letter saying …", but not "a request *to say* …"
        if verb.dep_ == "acl":
            return None if verb.tag_ == "VB" else verb.head
        if verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def speaking_noun(verb: Token) -> Token | None:
    """Return who speaks by a verb: its subject, or the agent of a passive; None if unnamed."""
    reported = _reported_speaker(verb)
    if reported is not None:
        return reported
    if has_passive_subject(verb):
        # CASE agent: "she was told *by Roth*"
        for preposition in dependents(verb, "agent"):
            for agent in dependents(preposition, "pobj"):
                return agent
        return None
    return subject_of(verb)


def _reported_speaker(verb: Token) -> Token | None:
    """Return the quoted source: "quoted *Roth* as saying", "*Roth* was quoted as saying".

    The verb is either of the two, since the words may precede both.
    """
    above = [verb.head] if verb.dep_ == "pcomp" else []
    for preposition in (*above, *dependents(verb, "prep")):
        if not introduces_quote(preposition):
            continue
        quoting = preposition.head
        label = "nsubjpass" if has_passive_subject(quoting) else "dobj"
        sources = dependents(quoting, label)
        return sources[0] if sources else None
    return None


def introduces_quote(preposition: Token) -> bool:
    """Whether a preposition precedes what someone is quoted with: "quoted Roth *as* saying"."""
    if preposition.lower_ not in OF_CHARACTER:
        return False
    return bool(dependents(preposition, "pcomp"))


def has_passive_subject(verb: Token) -> bool:
    """Whether the subject of a verb is not the one who acts: "was told", "a film called …".

    Nor is that of an opening participle: "*Told* by Roth that it rained, Marsh left".
    """
    if dependents(verb, "auxpass", "nsubjpass"):
        return True
    if verb.tag_ != "VBN" or dependents(verb, "aux", "nsubj"):
        return False
    if verb.dep_ == "conj":
        return bool(dependents(verb.head, "auxpass"))
    return verb.dep_ in ("acl", "advcl")


def source_of(subject: Token, verb: Token) -> list[int]:
    """Return the phrase of a subject, without the clause in which it speaks."""
    source = set(phrase_of(subject))
    # CASE relative clause: "Roth, *who came and said that …*"
    if verb.i in source:
        clause = verb
        while clause.head.i != subject.i:
            clause = clause.head
        source -= set(phrase_of(clause))
    words = sorted(source)
    # CASE punctuation of what is said: "“It rains*,”* Roth told reporters"
    while words[0] < subject.i and subject.doc[words[0]].is_punct:
        words.pop(0)
    return words


def person_before(parsed: ParsedText, position: int) -> Token | None:
    """Return the person who acts in the sentence that ends before a token of its paragraph."""
    last = position - 1
    while last > 0 and parsed.doc[last].is_space:
        last -= 1
    if last < 1 or not parsed.same_paragraph(last, position):
        return None
    sentence = parsed.doc[last].sent
    after = parsed.doc[last + 1 : sentence.end]
    is_over = all(token.is_space for token in after) or parsed.lower[last] == COLON
    verb = sentence.root
    if not is_over or verb.i >= last or parsed.quotation_of(verb.i) is not None:
        return None
    for subject in dependents(verb, "nsubj"):
        mention = speaker_of(parsed, subject)
        if mention is not None and mention.is_person:
            return subject
    return None


def speaker_of(parsed: ParsedText, subject: Token) -> TokenMention | None:
    """Return the mention that a speaker's phrase is about; a time cannot speak.

    The mention is that of the phrase's head or of its apposition: "the minister, Dana Roth", or
    the name that identifies the head: "the *Courier* newspaper". One whose actor is known
    counts rather than one whose is not.
    """
    speaker: TokenMention | None = None
    for word in (subject, *_appositions(subject)):
        mention = parsed.covering(word.i) or parsed.stand_in(word.i)
        if mention is None or mention.is_time:
            continue
        if mention.is_resolved:
            return mention
        speaker = speaker or mention
    return speaker


def _appositions(noun: Token) -> list[Token]:
    """Return the appositions of a noun, first its own: "the head of the bank, *Dana Roth*"."""
    words = (noun, *obliques(noun))
    return [apposed for word in words for apposed in dependents(word, "appos")]


def can_speak(parsed: ParsedText, noun: Token, lexicon: Lexicon) -> bool:
    """Whether a common noun means people, or a report or poll that speaks for them."""
    speaking = lexicon.cues[Cue.SOURCE]
    for word in (noun.lower_, parsed.lemma(noun)):
        if word in speaking:
            return True
        if word in lexicon.actor_nouns or word in lexicon.roles:
            return True
    return False


def cue_of(verb: Token) -> list[int]:
    """Return the tokens of a verb with auxiliaries, negation, particle: "has not ruled out"."""
    words = [verb, *dependents(verb, "aux", "neg", "prt", "auxpass")]
    return sorted(word.i for word in words if abs(word.i - verb.i) <= CUE_REACH)
