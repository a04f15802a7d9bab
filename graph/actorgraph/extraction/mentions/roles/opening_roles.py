"""Roles with which a sentence opens, before who has them: "*As head* of the bank, Roth …"."""

from __future__ import annotations

from operator import attrgetter

from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.roles.role_phrases import (
    Holder,
    HolderPattern,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import BEFORE_PREDICATE
from actorgraph.extraction.parse.dependents import SUBJECTS, is_complement_of
from actorgraph.extraction.parse.parsed_text import ParsedText

#: Tag of verbs that say what someone would do in a role: "As head, Roth *would* …".
MODAL_TAG = "MD"


def by_opening(parsed: ParsedText, phrase: RolePhrase) -> list[Holder]:
    """Return the subject of a sentence that opens with its role after "as"."""
    noun = parsed.doc[phrase.head]
    preposition = noun.head
    if not is_complement_of(noun, BEFORE_PREDICATE) or not preposition.is_sent_start:
        return []
    verb = preposition.head
    # CASE hypothesis: "As head of the bank, Roth *would* resign"
    if any(child.tag_ == MODAL_TAG for child in verb.children):
        return []
    people = filter(attrgetter("is_person"), arguments(parsed, verb, SUBJECTS))
    return phrase.holders_among(people, HolderPattern.COPULA)
