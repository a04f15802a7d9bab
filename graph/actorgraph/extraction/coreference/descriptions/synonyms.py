"""Descriptions that use another word for what the text has mentioned already.

“Norland passed the *bill*. Roth opposed the *legislation*.”  A definite description of a matter or
of soldiers refers to the only thing so far that a word of the same sense describes, unless a name,
a number or an adjective distinguishes the two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from operator import attrgetter

from actorgraph.extraction.coreference.descriptions.marks import (
    Marks,
    is_of_day,
    marks_of,
)
from actorgraph.extraction.coreference.descriptions.wordings import named_owner
from actorgraph.extraction.knowledge.actor_types import COLLECTIVES, COUNTRY, MATTERS
from actorgraph.extraction.mentions.entities import Entities, Entity, only
from actorgraph.extraction.parse.closed_classes import (
    NEW_DETERMINERS,
    POINTING_DETERMINERS,
)
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

#: Forces of one state are the same, with or without an article: "*Bordurian* troops".
SOLDIERS = grammar_words("noun for soldiers")
#: So are the people who are told the news: "told *reporters*", "said to *journalists*".
REPORTERS = grammar_words("noun for reporters")
#: Groups that are the same if the same words distinguish them, also without an article.
ALIKE = SOLDIERS | REPORTERS
#: Before a conference for reporters: "a *news* conference".
FOR_REPORTERS = grammar_words("word of a conference for reporters")
AN_ARMY = "an army"
#: A government that is called after who leads it: "the *administration*" is no foreign one.
ADMINISTRATIONS = grammar_words("noun for a president's government")
AN_ADMINISTRATION = "an administration"
#: Words of one sense; a word may have several, of which the first is the widest.
SENSES = {
    "a ballot": grammar_words("noun for a ballot"),
    "a ban": grammar_words("noun for a ban"),
    "a collapse": grammar_words("noun for a collapse"),
    "a crash": grammar_words("noun for a crash"),
    "a festival": grammar_words("noun for a festival"),
    "a film": grammar_words("noun for a film"),
    "a fire": grammar_words("noun for a fire"),
    "a flood": grammar_words("noun for a flood"),
    "a government": grammar_words("noun for a government"),
    "a killing": grammar_words("noun for a killing"),
    "a law": grammar_words("noun for a law"),
    "a lawsuit": grammar_words("noun for a lawsuit"),
    "a match": grammar_words("noun for a match"),
    "a meeting": grammar_words("noun for a meeting"),
    "a motion": grammar_words("noun for a motion"),
    "a plan": grammar_words("noun for a plan"),
    "a plot": grammar_words("noun for a plot"),
    "a protest": grammar_words("noun for a protest"),
    "a referendum": grammar_words("noun for a referendum"),
    "a ruling": grammar_words("noun for a ruling"),
    "a song": grammar_words("noun for a song"),
    "a speech": grammar_words("noun for a speech"),
    "a strike": grammar_words("noun for a strike"),
    "a survey": grammar_words("noun for a survey"),
    "a suspect": grammar_words("noun for a suspect"),
    "a takeover": grammar_words("noun for a takeover"),
    "a tournament": grammar_words("noun for a tournament"),
    "a trial": grammar_words("noun for a trial"),
    "a truce": grammar_words("noun for a truce"),
    "a war": grammar_words("noun for a war"),
    AN_ADMINISTRATION: ADMINISTRATIONS,
    "an agreement": grammar_words("noun for an agreement"),
    "an album": grammar_words("noun for an album"),
    "an attack": grammar_words("noun for an attack"),
    "an earthquake": grammar_words("noun for an earthquake"),
    "an explosion": grammar_words("noun for an explosion"),
    "an inquiry": grammar_words("noun for an inquiry"),
    "an offensive": grammar_words("noun for an offensive"),
    "agreements": grammar_words("noun for agreements"),
    "laws": grammar_words("noun for laws"),
    "lawyers": grammar_words("noun for lawyers"),
    "plans": grammar_words("noun for plans"),
    "protests": grammar_words("noun for protests"),
    "rebels": grammar_words("noun for rebels"),
    "reporters": REPORTERS,
    "sanctions": grammar_words("noun for sanctions"),
    "soldiers": SOLDIERS,
    "talks": grammar_words("noun for talks"),
    "violence": grammar_words("noun for violence"),
    AN_ARMY: grammar_words("noun for an army on land"),
}


class Synonyms:
    """The things of a text by the senses of their nouns; mentions are added in text order."""

    def __init__(self, entities: Entities) -> None:
        self.entities, self.parsed = entities, entities.parsed
        self._by_sense: dict[str, list[TokenMention]] = defaultdict(list)
        self._marks: dict[TokenMention, Marks] = {}
        for mention in self.parsed.in_order():
            if mention.is_name and mention.is_resolved:
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
        marks = self._marks_of(mention)
        if not marks.words:
            senses = self._narrowest(mention, senses)
        candidates: set[Entity] = set()
        for sense in senses:
            candidates.update(self._candidates(mention, sense, marks))
        referent = only(candidates)
        if referent is None and mention.type in MATTERS:
            recent = self._recent(candidates, mention)
            referent = only(recent)
        return referent

    def _narrowest(self, mention: TokenMention, senses: list[str]) -> list[str]:
        """Return the senses of a bare description, which does not say whose it is."""
        noun = self.parsed.head_word(mention)
        # CASE any: "the troops" may be of either side, but "the army" is the only military
        if noun in SOLDIERS:
            return [sense for sense in senses if sense == AN_ARMY]
        # CASE called so: "the Marsh *administration*", but not "the Norlandic government"
        if noun in ADMINISTRATIONS:
            return [AN_ADMINISTRATION]
        return senses

    def _recent(self, candidates: set[Entity], mention: TokenMention) -> set[Entity]:
        """Return those of several things that the sentences just before a mention speak of."""
        sentence_of = self.parsed.sentence_of
        first = sentence_of[mention.start] - 1
        recent: set[Entity] = set()
        for entity in candidates:
            starts = map(attrgetter("start"), entity.mentions)
            latest = max(start for start in starts if start < mention.start)
            if first <= sentence_of[latest]:
                recent.add(entity)
        return recent

    def _candidates(
        self, mention: TokenMention, sense: str, marks: Marks
    ) -> Iterator[Entity]:
        """Yield entities mentioned before by a word of a sense, and that no mark distinguishes."""
        is_alike = self.parsed.head_word(mention) in ALIKE and sense != AN_ARMY
        named_before = (
            self.entities.of(earlier)
            for earlier in self._by_sense.get(sense, ())
            if earlier.start < mention.start
        )
        for entity in set(named_before):
            if entity is None or _class_of(entity.type) != _class_of(mention.type):
                continue
            earlier_marks = Marks.union(map(self._marks_of, entity.mentions))
            # CASE other army: a rebel one that has a name, or that of another country
            is_other = entity.has_name or self._is_elsewhere(mention, earlier_marks)
            if sense == AN_ARMY and is_other:
                continue
            if is_alike and earlier_marks != marks:
                continue
            if marks.fit(earlier_marks):
                yield entity

    def _marks_of(self, mention: TokenMention) -> Marks:
        if mention not in self._marks:
            self._marks[mention] = marks_of(self.entities, mention)
        return self._marks[mention]

    def _is_elsewhere(self, mention: TokenMention, earlier: Marks) -> bool:
        """Whether the sentence of an army names another country than an earlier army has."""
        for token in self.parsed.doc[mention.root].sent:
            name = self.parsed.name_at(token.i)
            if name is None or name.subtype != COUNTRY:
                continue
            if name.actor not in earlier.words:
                return True
        return False

    def _senses(self, mention: TokenMention) -> list[str]:
        noun = self.parsed.head_word(mention)
        # CASE no gathering of its own: "a *news* conference" after a summit
        modifier = self.parsed.word(mention.root - 1)
        if modifier in FOR_REPORTERS:
            return [noun]
        senses = [sense for sense, words in SENSES.items() if noun in words]
        if not senses and mention.type in MATTERS:
            return [noun]
        return senses

    def _is_definite(self, mention: TokenMention) -> bool:
        if named_owner(self.entities, mention) is not None:
            return True
        if is_of_day(self.parsed, mention):
            return True
        determiner = self.parsed.lower[mention.start]
        if determiner in POINTING_DETERMINERS:
            return True
        is_alike = self.parsed.head_word(mention) in ALIKE
        return is_alike and determiner not in NEW_DETERMINERS


def _class_of(type_: ActorType) -> frozenset[ActorType]:
    """Return the types that an actor of a type may have by other words."""
    for types in (MATTERS, COLLECTIVES):
        if type_ in types:
            return types
    return frozenset({type_})
