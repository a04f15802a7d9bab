"""What the title before a name says about whom it means: "*Mrs* Roth", "*Senator* Roth"."""

from __future__ import annotations

from collections.abc import Collection

from actorgraph.extraction.coreference.names.genders import gender_of, genders_of
from actorgraph.extraction.mentions.entities import Entities, Entity, only
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.parse.word_tags import NOUN_TAGS


def title_fits(entities: Entities, name: TokenMention, person: Entity) -> bool:
    """Whether the title right before a name may be a person's: "*Mrs* Roth" is not Mr Roth."""
    title = entities.parsed.word(name.start - 1)
    gender = gender_of(title)
    if not gender:
        return True
    genders = genders_of(entities, person)
    return not genders or not genders.isdisjoint(gender)


def bearer_of_title(
    entities: Entities, name: TokenMention, bearers: Collection[Entity]
) -> Entity | None:
    """Return the only one with the title of a short name: "*Senator* Roth" is no other Roth."""
    title = name.start - 1
    if entities.parsed.tag(title) not in NOUN_TAGS:
        return None
    word = entities.parsed.word(title)
    return only([each for each in bearers if _is_titled(entities, each, word)])


def _is_titled(entities: Entities, bearer: Entity, word: str) -> bool:
    """Whether a word is right before a name of someone: "*Senator* Dana Roth"."""
    before = (entities.parsed.word(name.start - 1) for name in bearer.mentions)
    return word in before
