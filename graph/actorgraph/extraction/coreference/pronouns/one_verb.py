"""Pronouns and mentions of one verb: "*Roth* met *him*", "*Norland* left with *its own* ships"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import (
    SUBJECTS,
    dependents,
    governor_of,
    has_subject,
    shares_subject,
    verb_above,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import PARTICIPLE_TAGS
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Ties a possessive to the subject of its clause: "its *own* ships".
OWN = grammar_words("word for one's own")
#: Right after a verb, before someone other than its subject: "met *with* her".
BEFORE_ANOTHER = grammar_words("preposition before another")
#: Dependency labels of pronouns that are not the subject of their verb.
NON_SUBJECTS = ("dobj", "dative", "pobj")


def is_of_one_verb(
    parsed: ParsedText, pronoun: TokenMention, mention: TokenMention
) -> bool:
    """Whether a mention and a pronoun are of one verb, so that they differ: "Roth met *him*"."""
    token, antecedent = parsed.head_of(pronoun), parsed.head_of(mention)
    if token.dep_ in SUBJECTS:
        return _is_in_participle_of(token, antecedent)
    if token.dep_ not in NON_SUBJECTS or antecedent.dep_ not in SUBJECTS:
        return False
    verb = _verb_of_object(token)
    # CASE coordination: "*Roth* sacked Marsh and replaced *him*"
    while shares_subject(verb):
        verb = verb.head
    return antecedent.head == verb


def _verb_of_object(pronoun: Token) -> Token:
    """Return the verb whose object a pronoun is, also across "talked *to* him", "sued *by* her"."""
    preposition = pronoun.head
    verb = preposition.head
    is_object = preposition.lower_ in BEFORE_ANOTHER and preposition.i == verb.i + 1
    return verb if pronoun.dep_ == "pobj" and is_object else preposition


def _is_in_participle_of(subject: Token, argument: Token) -> bool:
    """Whether a participle that shares a subject has an argument: "Asked about *Roth*, he left"."""
    participle = governor_of(argument)
    if argument.dep_ not in NON_SUBJECTS or participle.tag_ not in PARTICIPLE_TAGS:
        return False
    if participle.dep_ not in ("advcl", "pcomp") or has_subject(participle):
        return False
    return governor_of(participle) == subject.head


def subject_meant(parsed: ParsedText, pronoun: TokenMention) -> TokenMention | None:
    """Return the subject that a pronoun can only refer to, if grammar says which one it is."""
    own = _subject_of_own(parsed, pronoun)
    return own or _subject_after_participle(parsed, pronoun)


def _subject_of_own(parsed: ParsedText, pronoun: TokenMention) -> TokenMention | None:
    """Return the subject before "its own": "Roth left after *Norland* expelled *its own* envoy"."""
    if parsed.word(pronoun.end) not in OWN:
        return None
    token = parsed.head_of(pronoun)
    subjects = dependents(verb_above(token.head), "nsubj")
    is_before = len(subjects) == 1 and subjects[0].i < token.i
    return parsed.actor_at(subjects[0].i) if is_before else None


def _subject_after_participle(
    parsed: ParsedText, pronoun: TokenMention
) -> TokenMention | None:
    """Return the name that follows a participle: "Speaking after *she* won, *Roth* said so"."""
    if not pronoun.is_person:
        return None
    sentence = parsed.head_of(pronoun).sent
    # CASE conjunction: "*But* speaking after she won, Roth said so"
    participle = sentence[int(sentence[0].tag_ == "CC")]
    verb = participle.head
    is_participle = participle.tag_ in PARTICIPLE_TAGS and participle.dep_ == "advcl"
    if not is_participle or not participle.is_ancestor(parsed.head_of(pronoun)):
        return None
    # CASE lost subject: "after she won, *the mayor of Oslo, Ada Roth*, said"
    before = verb.i - 2 if parsed.word(verb.i - 1) == "," else verb.i - 1
    places = [subject.i for subject in dependents(verb, "nsubj")] or [before]
    subject = parsed.actor_at(places[0])
    is_later = subject is not None and subject.start >= pronoun.end
    return subject if is_later else None
