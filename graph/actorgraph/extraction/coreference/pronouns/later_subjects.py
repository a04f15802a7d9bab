"""Pronouns before the name that they stand for: "When *she* was mayor, *Ada Quint* lied"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.coreference.pronouns.agreement import agrees
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.parse.dependents import SUBJECTS, dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention

if TYPE_CHECKING:
    from spacy.tokens import Token


def later_subject(entities: Entities, pronoun: TokenMention) -> Entity | None:
    """Return the named subject of the clause before which the clause of a pronoun stands."""
    parsed = entities.parsed
    clause = _main_clause_after(parsed, pronoun)
    if clause is None or not pronoun.is_person:
        return None
    for subject in dependents(clause, *SUBJECTS):
        name = parsed.name_at(subject.i)
        if name is None or not name.is_resolved or name.start < pronoun.start:
            return None
        entity = entities.of(name)
        return entity if entity and agrees(parsed, pronoun, entity) else None
    return None


def _main_clause_after(parsed: ParsedText, pronoun: TokenMention) -> Token | None:
    """Return the verb of the clause that goes on after the one whose subject a pronoun is."""
    noun = parsed.head_of(pronoun)
    verb = noun.head
    is_before = verb.dep_ == "advcl" and verb.head.i > verb.i
    if noun.dep_ not in SUBJECTS or not is_before:
        return None
    is_one_speaker = parsed.quotation_of(verb.i) == parsed.quotation_of(verb.head.i)
    return verb.head if is_one_speaker else None
