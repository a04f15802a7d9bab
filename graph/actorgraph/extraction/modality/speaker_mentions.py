"""Who speaks: the subject of a verb of speech, its mention, and what can be a speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.modality.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Subjects that name no speaker, or only the speaker of the quotation that they are in.
NO_SPEAKERS = grammar_words("word that is no speaker")

#: How many verbs up a shared subject may be: "Roth *met* Marsh, *praised* him and *said* …" takes
#: two steps.
SUBJECT_CLIMB = 3

#: An auxiliary or particle further from its verb than this is another verb's, by mistake of the
#: parse; in tokens.
CUE_REACH = 3

SUBJECTS = ("nsubj", "nsubjpass")
RELATIVE_PRONOUNS = ("WP", "WDT")


def subject_of(verb: Token) -> Token | None:
    """Return the subject of a verb, or of the verb that it is coordinated with or depends on."""
    for _ in range(SUBJECT_CLIMB + 1):
        subjects = dependents(verb, *SUBJECTS)
        if subjects:
            subject = subjects[0]
            # CASE relative clause: "Roth, who said …"
            is_relative = subject.tag_ in RELATIVE_PRONOUNS and verb.dep_ == "relcl"
            return verb.head if is_relative else subject
        # CASE participle: "a letter saying …"
        if verb.dep_ == "acl":
            return verb.head
        if verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def speaker_of(parsed: ParsedText, subject: Token) -> TokenMention | None:
    """Return the mention that a speaker's phrase is about; a time cannot speak.

    The mention is that of the phrase's head or of its apposition: "the minister, Dana Roth".
    """
    for word in (subject, *dependents(subject, "appos")):
        mention = parsed.covering(word.i)
        if mention is not None and mention.type is not ActorType.TIME:
            return mention
    return None


def can_speak(parsed: ParsedText, noun: Token, lexicon: Lexicon) -> bool:
    """Whether a common noun means people, or a report or poll that speaks for them."""
    speaking = lexicon.cues["source"]
    for word in (noun.lower_, parsed.lemma(noun)):
        if word in speaking or word in lexicon.actor_nouns or word in lexicon.roles:
            return True
    return False


def cue_of(verb: Token) -> list[int]:
    """Return the tokens of a verb with auxiliaries, negation, particle: "has not ruled out"."""
    words = [verb, *dependents(verb, "aux", "neg", "prt", "auxpass")]
    return sorted(word.i for word in words if abs(word.i - verb.i) <= CUE_REACH)
