"""The type of a role's owner, where the role decides it: "director of *the Quint Gallery*"."""

from __future__ import annotations

from actorgraph.extraction.knowledge.actor_types import COUNTRY, REGION, SETTLEMENT
from actorgraph.extraction.mentions.roles.role_phrases import (
    Owner,
    OwnerMark,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import BODIES_OF_MEMBERS, OF_WHOLE
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import NOUN_TAGS
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

#: Members of parliament, named in the news by where they were elected: "*Hargrove East* MP".
OF_CONSTITUENCIES = grammar_words("role noun of a constituency")
#: Those who are the head of a town: "the *mayor* of Hargrove".
OF_TOWNS = grammar_words("role noun of a town")

#: Those of a body or of a person: "a *partner* of Dana Roth".
OF_ANYBODY = grammar_words("role noun of bodies and of people")

#: What unknown towns are mistaken for: "the mayor of *Hargrove*".
MISREAD_TOWNS = (ActorType.ORGANIZATION, ActorType.WORK)
#: And what elsewhere: "*Hargrove* Mayor Dana Roth", "a native of *Hargrove*".
MISREAD_PLACES = (ActorType.ORGANIZATION, ActorType.PERSON)


def correct_owner_types(parsed: ParsedText, phrase: RolePhrase) -> None:
    """Correct the type of a name to what the role beside it is a role in.

    The name that someone is the head of is a body, not a person; the name before "MP" is the
    constituency, unless it is known or worded as a party. The place that has a mayor is a town,
    and the unknown place that has a governor is a region.
    """
    if phrase.word in OF_TOWNS:
        _correct_towns(parsed, phrase)
    elif _is_of_places(phrase):
        _correct_homes(parsed, phrase)
    elif _is_of_regions(phrase):
        _correct_regions(parsed, phrase)
    if phrase.word in OF_CONSTITUENCIES:
        _correct_constituencies(parsed, phrase)
    if not _is_of_bodies(phrase):
        return
    for owner in phrase.owners:
        # CASE the head: "leader of the *House* Dana Roth", "the head of the *agency* Dana Roth"
        is_head = parsed.tag(owner.mention.start - 1) in NOUN_TAGS
        if owner.mark in OF_WHOLE and _is_full_name(owner) and not is_head:
            _retype(parsed, owner.mention, ActorType.ORGANIZATION)


def _correct_constituencies(parsed: ParsedText, phrase: RolePhrase) -> None:
    for owner in phrase.owners:
        if _is_constituency(parsed, owner):
            _retype(parsed, owner.mention, ActorType.PLACE)


def _is_of_places(phrase: RolePhrase) -> bool:
    """Whether people have such a role in places only: "a *native* of Hargrove"."""
    return phrase.is_of_person and phrase.owner_types == {ActorType.PLACE}


def _correct_homes(parsed: ParsedText, phrase: RolePhrase) -> None:
    for owner in phrase.owners:
        name = owner.mention
        is_unknown = name.is_name and not name.demonym and name.subtype is None
        if is_unknown and owner.mark in OF_WHOLE and name.type in MISREAD_PLACES:
            _retype(parsed, name, ActorType.PLACE)


def _is_of_regions(phrase: RolePhrase) -> bool:
    """Whether a region has someone with such a role, and a country has not: "governor"."""
    return any(
        REGION in sense.object_types and COUNTRY not in sense.object_types
        for sense in phrase.senses
    )


def _correct_regions(parsed: ParsedText, phrase: RolePhrase) -> None:
    for owner in phrase.owners:
        name = owner.mention
        is_unknown = name.is_name and name.is_place and not name.demonym
        if is_unknown and name.subtype is None:
            _retype(parsed, name, ActorType.PLACE, REGION)


def _correct_towns(parsed: ParsedText, phrase: RolePhrase) -> None:
    for owner in phrase.owners:
        if _is_unknown_town(owner):
            _retype(parsed, owner.mention, ActorType.PLACE, SETTLEMENT)


def _is_unknown_town(owner: Owner) -> bool:
    """Whether an owner is a name whose type no list gives."""
    name = owner.mention
    if not name.is_name or name.demonym or name.subtype is not None:
        return False
    # CASE body or work: "the mayor *of Hargrove*", but not "*Delmore Bank* mayor Dana Roth"
    is_misread = name.type in MISREAD_TOWNS and owner.mark in OF_WHOLE
    if owner.mark is OwnerMark.PREMODIFIER and name.length == 1:
        is_misread = name.type in MISREAD_PLACES
    return is_misread or name.is_place


def _is_constituency(parsed: ParsedText, owner: Owner) -> bool:
    name = owner.mention
    if owner.mark != OwnerMark.PREMODIFIER or not name.is_organisation:
        return False
    # CASE party: "Harbour *Alliance* MP", "*NHP* MP"
    if name.subtype is not None or parsed.mention_text(name).isupper():
        return False
    words = parsed.lower[name.start : name.end]
    return BODIES_OF_MEMBERS.isdisjoint(words)


def _retype(
    parsed: ParsedText,
    name: TokenMention,
    type_: ActorType,
    subtype: str | None = None,
) -> None:
    """Give a name another type, wherever the text has it."""
    for equal in _equal_names(parsed, name):
        equal.type, equal.subtype = type_, subtype


def _is_of_bodies(phrase: RolePhrase) -> bool:
    """Whether nobody has such a role for a person: "director", unlike "spokesman"."""
    if phrase.word in OF_ANYBODY:
        return False
    owner_types = phrase.owner_types
    if ActorType.PERSON in owner_types:
        return False
    return ActorType.ORGANIZATION in owner_types


def _is_full_name(owner: Owner) -> bool:
    """Whether an owner is named with several words, which are no surname in the text."""
    if not owner.mention.is_named_person:
        return False
    return owner.mention.length > 1


def _equal_names(parsed: ParsedText, name: TokenMention) -> list[TokenMention]:
    text = parsed.mention_text(name)
    return [
        mention
        for mention in parsed.mentions
        if mention.type is name.type and parsed.mention_text(mention) == text
    ]
