"""Genders that titles, roles and given names allow: "f", "m" or both."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from actorgraph.extraction.coreference.names.couples import AND
from actorgraph.extraction.knowledge.pronoun_words import FEMININE, MASCULINE
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.parse.closed_classes import COMPANIONS
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import PREPOSITION_TAGS
from actorgraph.grammar import grammar_words

FEMALE, MALE = frozenset("f"), frozenset("m")

FEMALE_WORDS = grammar_words("word for a woman")
MALE_WORDS = grammar_words("word for a man")
#: Those that are no titles: "the *woman*, Roth said".
WOMEN = FEMALE_WORDS | grammar_words("noun for a woman")
MEN = MALE_WORDS | grammar_words("noun for a man")
#: Given names of whose bearers the table of names has too few, or has them wrong: "Mohamed".
NAMES_OF_WOMEN = grammar_words("given name of a woman")
NAMES_OF_MEN = grammar_words("given name of a man")
#: Given names that say nothing, whatever the table of names says: "Dana", "Lindsey".
NAMES_OF_BOTH_SEXES = grammar_words("given name of both sexes")

#: A title is at most this many tokens before the name.
TITLE_REACH = 2


def gender_of(word: str) -> frozenset[str]:
    """Return the gender that a word such as "spokeswoman" or "king" implies, usually none."""
    if word in WOMEN:
        return FEMALE
    return MALE if word in MEN else frozenset()


def genders_of(entities: Entities, entity: Entity) -> frozenset[str]:
    """Return the genders that a person's titles allow, else those of the given name.

    Where such a name is of no gender, "Roth and his wife" decides.
    """
    if not entity.is_person or not entity.mentions:
        return frozenset()
    female, male = _count_titles(entities, entity)
    if female or male:
        return FEMALE if female > male else MALE
    longest = max(entity.mentions, key=attrgetter("length"))
    given_name = entities.parsed.doc[longest.start].text
    genders = _genders_of_given(entities, given_name)
    if len(genders) == 1:
        return genders
    return _told_by_relative(entities, entity) or genders


def _genders_of_given(entities: Entities, name: str) -> frozenset[str]:
    word = name.lower()
    if word in NAMES_OF_BOTH_SEXES:
        return frozenset()
    if word in NAMES_OF_WOMEN:
        return FEMALE
    return MALE if word in NAMES_OF_MEN else entities.gazetteer.genders(name)


def _told_by_relative(entities: Entities, entity: Entity) -> frozenset[str]:
    """Return the gender that "Roth *and his wife*" shows, if any."""
    parsed = entities.parsed
    for mention in entity.mentions:
        joining, pronoun, noun = map(parsed.word, range(mention.end, mention.end + 3))
        if joining in AND and noun in COMPANIONS:
            if pronoun in MASCULINE:
                return MALE
            if pronoun in FEMININE:
                return FEMALE
    return frozenset()


def _count_titles(entities: Entities, entity: Entity) -> tuple[int, int]:
    """Return before how many of its mentions there is a word for a woman, and for a man."""
    female = male = 0
    for mention in entity.mentions:
        before = set(_words_before(entities.parsed, mention))
        female += not FEMALE_WORDS.isdisjoint(before)
        male += not MALE_WORDS.isdisjoint(before)
    return female, male


def _words_before(parsed: ParsedText, mention: TokenMention) -> Iterator[str]:
    """Yield the words that may be titles of a mention, the nearest first.

    Not those of another sentence or person: "left his *wife*. Roth …", "the *wife* of Roth".
    """
    before = mention.start - 1
    for i in range(before, max(-1, before - TITLE_REACH), -1):
        if parsed.tags[i] in PREPOSITION_TAGS:
            return
        if not parsed.same_sentence(i, mention.start):
            return
        yield parsed.lower[i]
