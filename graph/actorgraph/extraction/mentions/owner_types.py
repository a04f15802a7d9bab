"""The type of whom a role is for, where the role decides it: "director of *the Quint Gallery*"."""

from __future__ import annotations

from actorgraph.extraction.mentions.role_phrases import Owner, RolePhrase
from actorgraph.extraction.parse.closed_classes import OF_WHOLE
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import ActorType


def correct_owner_types(parsed: ParsedText, phrase: RolePhrase) -> None:
    """Let the name that someone is the head of be a body where it was taken for a person."""
    if not _is_of_bodies(phrase):
        return
    for owner in phrase.owners:
        if owner.mark in OF_WHOLE and _is_full_name(owner):
            for name in _equal_names(parsed, owner.mention):
                name.type, name.subtype = ActorType.ORGANIZATION, None


def _is_of_bodies(phrase: RolePhrase) -> bool:
    """Whether nobody has such a role for a person: "director", unlike "spokesman"."""
    objects = {name for sense in phrase.senses for name in sense.object_types}
    return ActorType.ORGANIZATION in objects and ActorType.PERSON not in objects


def _is_full_name(owner: Owner) -> bool:
    """Whether an owner is named with several words, which are no surname in the text."""
    return owner.mention.is_named_person and owner.mention.length > 1


def _equal_names(parsed: ParsedText, name: TokenMention) -> list[TokenMention]:
    text = parsed.mention_text(name)
    return [
        mention
        for mention in parsed.mentions
        if mention.type is name.type and parsed.mention_text(mention) == text
    ]
