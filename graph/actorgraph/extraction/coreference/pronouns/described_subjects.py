"""Subjects that a text only describes, and pronouns after them: "*a gunman* left. He shot …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.parse.dependents import SUBJECTS, dependents, verb_above
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_described_subject(
    parsed: ParsedText, mention: TokenMention, pronoun: TokenMention
) -> bool:
    """Whether a text turns to a person without a name before a pronoun.

    Not within what they say, which is about others: "*a spokesman* said he was ill".
    """
    noun = parsed.head_of(mention)
    if not mention.is_description or noun.dep_ not in SUBJECTS:
        return False
    above = list(parsed.head_of(pronoun).ancestors)
    # CASE clause about them: "a spokesman, *who hid because he was ill*, said …"
    return noun in above or noun.head not in above


def is_of_somebody_unnamed(entities: Entities, pronoun: TokenMention) -> bool:
    """Whether "his" is that of a subject without a name: "the *victim* left his wife".

    Or of whoever speaks: "the *minister* said his government had ruled out talks".  "He" is the
    subject of the clause before: "the *minister* was Roth's ally, but he was dismissed".
    """
    token = entities.parsed.head_of(pronoun)
    if not pronoun.is_person:
        return False
    subjects: list[Token] = []
    if token.dep_ == "poss":
        subjects = _subjects_above(token.head)
    elif token.dep_ in SUBJECTS and token.head.dep_ == "conj":
        subjects = dependents(token.head.head, *SUBJECTS)
    return any(
        subject.i < token.i and _is_unnamed(entities, subject) for subject in subjects
    )


def _subjects_above(noun: Token) -> list[Token]:
    """Return the subjects of the verb above a noun, and of those whose content it states."""
    verb = verb_above(noun)
    subjects = dependents(verb, *SUBJECTS)
    while verb.dep_ == "ccomp":
        verb = verb.head
        subjects += dependents(verb, *SUBJECTS)
    return subjects


def _is_unnamed(entities: Entities, subject: Token) -> bool:
    """Whether a subject is a person that the text describes and never names."""
    person = entities.parsed.actor_at(subject.i)
    if person is None or not person.is_person:
        return False
    if not person.is_description:
        return False
    entity = entities.of(person)
    return entity is None or entity.bare
