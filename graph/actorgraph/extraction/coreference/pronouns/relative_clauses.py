"""Pronouns in relative clauses: "Roth met *Ilya Hale*, who said that *he* would resign"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.mentions.clauses.one_verb import NON_SUBJECTS
from actorgraph.extraction.parse.dependents import SUBJECTS, dependents, governor_of
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import RELATIVE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token


def relative_subject(parsed: ParsedText, pronoun: TokenMention) -> TokenMention | None:
    """Return whom the relative clause around a pronoun is about.

    None if the clause has an object in the pronoun, "who accused *him*", or speaks of another
    person before it, whom it may mean: "who told Marsh that *he* had won".
    """
    if not pronoun.is_person:
        return None
    token = parsed.head_of(pronoun)
    verb = _relative_verb(token)
    if verb is None or parsed.quotation_of(verb.i) != parsed.quotation_of(token.i):
        return None
    person = parsed.actor_at(verb.head.i)
    if token.dep_ in NON_SUBJECTS:
        return None if _is_done_by(parsed, token, verb, person) else person
    is_open = _has_person(parsed, verb.i + 1, pronoun.start)
    return None if is_open else person


def _relative_verb(token: Token) -> Token | None:
    """Return the verb of the relative clause around a word whose subject is "who"."""
    for verb in token.ancestors:
        if verb.dep_ != "relcl":
            continue
        if verb.i >= token.i:
            return None
        subjects = dependents(verb, *SUBJECTS)
        is_relative = any(each.tag_ in RELATIVE_TAGS for each in subjects)
        return verb if is_relative else None
    return None


def _is_done_by(
    parsed: ParsedText, object_: Token, verb: Token, somebody: TokenMention | None
) -> bool:
    """Whether a verb has somebody for its subject: "a man who said that *he* would kill *him*"."""
    governor = governor_of(object_)
    if governor == verb:
        return True
    if somebody is None:
        return False
    for subject in dependents(governor, *SUBJECTS):
        agent = parsed.actor_at(subject.i)
        if agent is not None and agent.actor == somebody.actor:
            return True
    return False


def _has_person(parsed: ParsedText, start: int, end: int) -> bool:
    for i in range(start, end):
        mention = parsed.actor_at(i)
        if mention is not None and mention.is_person:
            return True
    return False
