"""What distinguishes two things of one kind: the *Danish* bill, *16* troops, *Monday's* vote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from actorgraph.extraction.coreference.descriptions.wordings import named_owner
from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.parse.closed_classes import WEEKDAYS
from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import ADJECTIVE_TAGS
from actorgraph.grammar import grammar_words

#: Adjectives that fit anything mentioned before: "the *controversial* bill".
NEUTRAL = grammar_words("adjective that tells nothing apart")
#: Tags of words that distinguish two things of one sense: "the *second* bill", "*16* troops".
TELLING_TAGS = ADJECTIVE_TAGS | frozenset({"CD", "NN", "NNS", "VBN", "VBG"})


@dataclass(frozen=True, slots=True)
class Marks:
    """What the text says of a thing that others of its kind may lack.

    Attributes:
        words: Words, and the numbers of entities named beside it.
        days: The days of the week that it is of.
    """

    words: frozenset[int | str]
    days: frozenset[str]

    def fit(self, earlier: Marks) -> bool:
        """Whether a description with these may be of the thing that had others before.

        The day may be mentioned later: "a summit … *Monday's* summit", but not "Tuesday's" then.
        """
        is_of_another_day = earlier.days and not self.days <= earlier.days
        return self.words <= earlier.words and not is_of_another_day


def marks_of(entities: Entities, *mentions: TokenMention) -> Marks:
    """Return the names, words and days that distinguish what some mentions refer to."""
    words: set[int | str] = set()
    days: set[str] = set()
    for mention in mentions:
        owner = named_owner(entities, mention)
        if owner is not None:
            words.add(_number(entities, owner))
        for i in _modifiers(entities.parsed, mention):
            name = entities.parsed.name_at(i)
            if entities.parsed.lower[i] in WEEKDAYS:
                days.add(entities.parsed.lower[i])
            elif name is not None:
                words.add(_number(entities, name))
            elif entities.parsed.tags[i] in TELLING_TAGS:
                words.add(entities.parsed.lower[i])
    return Marks(frozenset(words - NEUTRAL), frozenset(days))


def is_of_day(parsed: ParsedText, mention: TokenMention) -> bool:
    """Whether a description is of a day, so that it means a certain thing: "*Monday's* vote"."""
    is_possessive = parsed.tag(mention.start + 1) == "POS"
    return is_possessive and parsed.lower[mention.start] in WEEKDAYS


def _number(entities: Entities, name: TokenMention) -> int | str:
    return name.actor if name.is_resolved else entities.text(name)


def _modifiers(parsed: ParsedText, mention: TokenMention) -> Iterator[int]:
    """Yield the tokens of a phrase before its noun, and the noun of each phrase after it."""
    if mention.is_name:
        return
    yield from range(mention.start, mention.root)
    for preposition in parsed.head_of(mention).children:
        if preposition.dep_ != "prep" or preposition.i < mention.root:
            continue
        yield from (noun.i for noun in dependents(preposition, "pobj"))
