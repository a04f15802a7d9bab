"""What distinguishes two things of one kind: the *Danish* bill, *16* troops, *Monday's* vote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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

    @classmethod
    def union(cls, several: Iterable[Marks]) -> Marks:
        """Return the marks of a thing, of which each mention has some."""
        words: set[int | str] = set()
        days: set[str] = set()
        for marks in several:
            words |= marks.words
            days |= marks.days
        return cls(frozenset(words), frozenset(days))

    def fit(self, earlier: Marks) -> bool:
        """Whether a description with these may be of the thing that had others before.

        The day may be mentioned later: "a summit … *Monday's* summit", but not "Tuesday's" then.
        """
        if not self.words <= earlier.words:
            return False
        if not earlier.days:
            return True
        return self.days <= earlier.days


def marks_of(entities: Entities, mention: TokenMention) -> Marks:
    """Return the names, words and days that distinguish what a mention refers to."""
    parsed = entities.parsed
    words: set[int | str] = set()
    days: set[str] = set()
    owner = named_owner(entities, mention)
    if owner is not None:
        words.add(_number(entities, owner))
    for i in _modifiers(parsed, mention):
        name, word = parsed.name_at(i), parsed.lower[i]
        if word in WEEKDAYS:
            days.add(word)
        elif name is not None:
            words.add(_number(entities, name))
        elif parsed.tags[i] in TELLING_TAGS:
            words.add(word)
    words -= NEUTRAL
    return Marks(frozenset(words), frozenset(days))


def is_of_day(parsed: ParsedText, mention: TokenMention) -> bool:
    """Whether a description is of a day, so that it means a certain thing: "*Monday's* vote"."""
    if parsed.tag(mention.start + 1) != "POS":
        return False
    return parsed.lower[mention.start] in WEEKDAYS


def _number(entities: Entities, name: TokenMention) -> int | str:
    if name.is_resolved:
        return name.actor
    return entities.text(name)


def _modifiers(parsed: ParsedText, mention: TokenMention) -> Iterator[int]:
    """Yield the tokens of a phrase before its noun, and the noun of each phrase after it."""
    if mention.is_name:
        return
    yield from range(mention.start, mention.root)
    for preposition in parsed.head_of(mention).children:
        if preposition.dep_ != "prep" or preposition.i < mention.root:
            continue
        yield from (noun.i for noun in dependents(preposition, "pobj"))
