"""Descriptions that use another word for what the text has mentioned already.

“Norland passed the *bill*. Roth opposed the *legislation*.”  A definite description of a matter or
of soldiers refers to the only thing so far that a word of the same sense describes, unless a name,
a number or an adjective distinguishes the two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from actorgraph.extraction.knowledge.actor_types import COLLECTIVES, MATTERS
from actorgraph.extraction.mentions.entities import Entities, Entity, only
from actorgraph.extraction.parse.closed_classes import (
    NEW_DETERMINERS,
    POINTING_DETERMINERS,
)
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.parse.word_tags import ADJECTIVE_TAGS
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

#: Forces of one state are the same, with or without an article: "*Bordurian* troops".
SOLDIERS = grammar_words("noun for soldiers")
#: So are the people to whom news is told: "told *reporters*", "said to *journalists*".
REPORTERS = grammar_words("noun for reporters")
#: Groups that are the same if the same words distinguish them, also without an article.
ALIKE = SOLDIERS | REPORTERS
#: Words of one sense; a word may have several.
SENSES = {
    "a ballot": grammar_words("noun for a ballot"),
    "a film": grammar_words("noun for a film"),
    "a killing": grammar_words("noun for a killing"),
    "a law": grammar_words("noun for a law"),
    "a match": grammar_words("noun for a match"),
    "a meeting": grammar_words("noun for a meeting"),
    "a plan": grammar_words("noun for a plan"),
    "a protest": grammar_words("noun for a protest"),
    "a referendum": grammar_words("noun for a referendum"),
    "a suspect": grammar_words("noun for a suspect"),
    "a trial": grammar_words("noun for a trial"),
    "a truce": grammar_words("noun for a truce"),
    "a war": grammar_words("noun for a war"),
    "an agreement": grammar_words("noun for an agreement"),
    "an attack": grammar_words("noun for an attack"),
    "a government": grammar_words("noun for a government"),
    "an explosion": grammar_words("noun for an explosion"),
    "an offensive": grammar_words("noun for an offensive"),
    "protests": grammar_words("noun for protests"),
    "reporters": REPORTERS,
    "rebels": grammar_words("noun for rebels"),
    "sanctions": grammar_words("noun for sanctions"),
    "talks": grammar_words("noun for talks"),
    "soldiers": SOLDIERS,
}

#: Adjectives that fit anything mentioned before: "the *controversial* bill".
NEUTRAL = grammar_words("adjective that tells nothing apart")
#: Tags of words that distinguish two things of one sense: "the *second* bill", "*16* troops".
TELLING_TAGS = ADJECTIVE_TAGS | frozenset({"CD", "NN", "NNS", "VBN", "VBG"})

#: What distinguishes a thing from others of its sense: numbers of entities named beside it, words.
Marks = frozenset[int | str]


class Synonyms:
    """The things of a text by the senses of their nouns; mentions are added in text order."""

    def __init__(self, entities: Entities) -> None:
        self.entities, self.parsed = entities, entities.parsed
        self._by_sense: dict[str, list[TokenMention]] = defaultdict(list)
        for mention in self.parsed.in_order():
            if mention.is_name and mention.actor >= 0:
                self.add(mention)

    def add(self, mention: TokenMention) -> None:
        """Let later descriptions refer to the entity of a mention."""
        for sense in self._senses(mention):
            self._by_sense[sense].append(mention)

    def referent(self, mention: TokenMention) -> Entity | None:
        """Return the only entity that a description with another word may refer to, or None."""
        senses = self._senses(mention)
        if not senses or not self._is_definite(mention):
            return None
        marks = self._marks(mention)
        # CASE any: "the troops" may be of either side
        if self.parsed.head_word(mention) in SOLDIERS and not marks:
            return None
        candidates: set[Entity] = set()
        for sense in senses:
            candidates.update(self._candidates(mention, sense, marks))
        return only(candidates)

    def _candidates(
        self, mention: TokenMention, sense: str, marks: Marks
    ) -> Iterator[Entity]:
        """Yield entities mentioned before by a word of a sense, and that no mark distinguishes."""
        is_alike = self.parsed.head_word(mention) in ALIKE
        for earlier in self._by_sense.get(sense, ()):
            entity = self.entities.of(earlier)
            if entity is None or earlier.start >= mention.start:
                continue
            if _class_of(entity.type) != _class_of(mention.type):
                continue
            earlier_marks = self._marks_of(entity)
            is_same = marks == earlier_marks if is_alike else marks <= earlier_marks
            if is_same:
                yield entity

    def _senses(self, mention: TokenMention) -> list[str]:
        noun = self.parsed.head_word(mention)
        senses = [sense for sense, words in SENSES.items() if noun in words]
        if not senses and mention.type in MATTERS:
            return [noun]
        return senses

    def _is_definite(self, mention: TokenMention) -> bool:
        first = self.parsed.lower[mention.start]
        if first in POINTING_DETERMINERS:
            return True
        is_alike = self.parsed.head_word(mention) in ALIKE
        return is_alike and first not in NEW_DETERMINERS

    # what distinguishes things ------------------------------------------------------------

    def _marks_of(self, entity: Entity) -> Marks:
        marks: set[int | str] = set()
        for mention in entity.mentions:
            marks |= self._marks(mention)
        return frozenset(marks)

    def _marks(self, mention: TokenMention) -> Marks:
        """Return the names and words of a phrase that distinguish it from others of its sense."""
        marks: set[int | str] = set()
        for i in self._modifiers(mention):
            name = self.parsed.name_at(i)
            if name is not None:
                marks.add(self._number(name))
            elif self.parsed.tags[i] in TELLING_TAGS:
                marks.add(self.parsed.lower[i])
        return frozenset(marks - NEUTRAL)

    def _number(self, name: TokenMention) -> int | str:
        return name.actor if name.actor >= 0 else self.entities.text(name)

    def _modifiers(self, mention: TokenMention) -> Iterator[int]:
        """Yield the tokens of a phrase before its noun, and the noun of each phrase after it."""
        if mention.is_name:
            return
        yield from range(mention.start, mention.root)
        for preposition in self.parsed.head_of(mention).children:
            if preposition.dep_ != "prep" or preposition.i < mention.root:
                continue
            for noun in preposition.children:
                if noun.dep_ == "pobj":
                    yield noun.i


def _class_of(type_: ActorType) -> frozenset[ActorType]:
    """Return the types that an actor of a type may have by other words."""
    for types in (MATTERS, COLLECTIVES):
        if type_ in types:
            return types
    return frozenset({type_})
