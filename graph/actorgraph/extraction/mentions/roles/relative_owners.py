"""The owner of a role after "whose": "*Roth*, mayor of Oslo, whose husband …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.mentions.roles.described_owners import described_owner
from actorgraph.extraction.mentions.roles.role_phrases import (
    Owner,
    OwnerMark,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import DEFINITE_ARTICLE
from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import is_verb_form
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token


def read_relative_owner(
    parsed: ParsedText, lexicon: Lexicon, phrase: RolePhrase, i: int
) -> None:
    """Make the noun before a relative clause the owner: "*Roth*, whose adviser"."""
    for clause in parsed.doc[i].ancestors:
        if clause.dep_ != "relcl":
            continue
        noun = clause.head.i
        # CASE relative: "Roth, mayor of Oslo, *whose* husband", who is nobody's in Oslo
        person = _person_before(parsed, clause) if _is_of_relatives(phrase) else None
        mention = person or parsed.actor_at(noun)
        mention = mention or described_owner(parsed, lexicon, noun)
        if mention is not None:
            owner = Owner(mention, OwnerMark.POSSESSIVE)
            phrase.owners.append(owner)
            phrase.determiner, phrase.start = DEFINITE_ARTICLE, i
        return


def _is_of_relatives(phrase: RolePhrase) -> bool:
    """Whether only people have someone with such a role: "her *husband*"."""
    return phrase.owner_types == {ActorType.PERSON}


def _person_before(parsed: ParsedText, clause: Token) -> TokenMention | None:
    """Return the person whom a relative clause may be about: "*Roth*, mayor of Oslo, whose …"."""
    noun = clause.head
    for word in (noun, *dependents(noun, "appos"), *noun.ancestors):
        if is_verb_form(word):
            return None
        mention = parsed.actor_at(word.i)
        if mention is not None and mention.is_person and word.i < clause.left_edge.i:
            return mention
    return None
