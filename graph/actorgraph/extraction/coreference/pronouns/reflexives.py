"""Reflexive pronouns, which refer to the subject of their clause: "Roth blamed *herself*"."""

from __future__ import annotations

from actorgraph.extraction.coreference.pronouns.agreement import (
    gender_of_pronoun,
    may_be_person,
)
from actorgraph.extraction.mentions.entities import Entities, Entity, only
from actorgraph.extraction.parse.dependents import (
    SUBJECTS,
    dependents,
    shares_subject,
    verb_above,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import RELATIVE_TAGS
from actorgraph.grammar import grammar_words

REFLEXIVES = grammar_words("reflexive pronoun of a person")


def is_reflexive(parsed: ParsedText, pronoun: TokenMention) -> bool:
    """Whether a pronoun can only be that of a subject: "Roth blamed *himself*"."""
    return parsed.head_word(pronoun) in REFLEXIVES


def subject_repeated(entities: Entities, pronoun: TokenMention) -> Entity | None:
    """Return the person that "himself" repeats, if that is known; they get the gender."""
    subject = _subject(entities.parsed, pronoun)
    entity = None if subject is None else entities.of(subject)
    if entity is None or not may_be_person(entities.parsed, pronoun, entity):
        return None
    entity.genders = frozenset({gender_of_pronoun(entities.parsed, pronoun)})
    return entity


def _subject(parsed: ParsedText, pronoun: TokenMention) -> TokenMention | None:
    # CASE stressed: "*Roth* himself left"
    before = parsed.covering(pronoun.start - 1)
    if before is not None:
        return before
    verb = verb_above(parsed.head_of(pronoun))
    while shares_subject(verb):
        verb = verb.head
    subject = only(dependents(verb, *SUBJECTS))
    if subject is None:
        return None
    # CASE relative clause: "*Roth*, who was himself a judge"
    noun = verb.head if subject.tag_ in RELATIVE_TAGS else subject
    return parsed.actor_at(noun.i)
