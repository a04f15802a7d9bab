"""Relations that rest on background knowledge: which country a city or an institution belongs to.

They are claimed only where the text itself mentions both ends, and their method says that they are
background knowledge.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from operator import attrgetter

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.actor_types import ALLIANCE, COUNTRY
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.mentions.names.place_words import is_held
from actorgraph.extraction.parse.closed_classes import POSSESSIVE_ENDINGS
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.patterns.candidate import Candidate, construction_candidates
from actorgraph.extraction.patterns.names.neighbours import BASED
from actorgraph.model import ActorType

#: Tokens from a power to the place that it holds: "*Norse*-held Amsel".
BEFORE_HELD = 3


def background_candidates(
    entities: Entities, knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield what the names of organisations, then the gazetteer, say about the actors of a text."""
    reader = _BackgroundReader(entities, knowledge)
    for entity in entities.all:
        yield from reader.read_name(entity)
    for entity in entities.all:
        yield from reader.read_country(entity)


class _BackgroundReader:
    """Looks up the actors of a text in the gazetteer and the lexicon."""

    def __init__(self, entities: Entities, knowledge: Knowledge) -> None:
        self.parsed = entities.parsed
        self.knowledge = knowledge
        self.gazetteer = knowledge.gazetteer
        self.homes = knowledge.lexicon.homes
        self.places = self._first_mentions(entities)
        self.namesakes = Counter(e.key for e in entities.all if e.mentions)

    def read_name(self, entity: Entity) -> Iterator[Candidate]:
        """An institution whose country is known, or that has a place in its name."""
        name = _first_name(entity)
        if entity.type not in (ActorType.ORGANIZATION, ActorType.EVENT) or not name:
            return
        text = self.parsed.mention_text(name)
        home = self.homes.get(text) or self.gazetteer.metonyms.get(text)
        # CASE home: "the Storting" in a text that mentions Norway, and no other of that name
        if home in self.places and self.namesakes[entity.key] == 1:
            if not self._is_elsewhere(entity, self.places[home]):
                yield from self._candidates(Construction.HOME, name, self.places[home])
            return
        # CASE place in name: "the Norland Chamber of Trade" in a text that mentions Norland
        if not self._has_base(entity):
            for place in self._places_in(name):
                yield from self._candidates(Construction.PLACE_IN_NAME, name, place)

    def _is_elsewhere(self, entity: Entity, home: TokenMention) -> bool:
        """Whether a text gives a body to another country: "*Norland's* Supreme Court"."""
        for mention in entity.mentions:
            before = mention.start - 1
            before -= self.parsed.word(before) in POSSESSIVE_ENDINGS
            owner = self.parsed.covering(before)
            if owner is None or owner.subtype != COUNTRY:
                continue
            if owner.actor != home.actor:
                return True
        return False

    def read_country(self, entity: Entity) -> Iterator[Candidate]:
        """A city or region and its country, where the text mentions both."""
        code = self._country_code(entity)
        if code is None or code not in self.places:
            return
        place, country = entity.mentions[0], self.places[code]
        is_other = country.actor not in (place.actor, *self._holders(entity))
        if is_other:
            yield from self._candidates(Construction.GAZETTEER, place, country)

    def _holders(self, place: Entity) -> Iterator[int]:
        """Yield the powers that hold a place, not all of whose own it is: "Norse-held Amsel"."""
        for mention in place.mentions:
            power = self.parsed.covering(mention.start - BEFORE_HELD)
            if power is not None and is_held(self.parsed, mention):
                yield power.actor

    def _candidates(
        self, construction: Construction, subject: TokenMention, object_: TokenMention
    ) -> Iterator[Candidate]:
        return construction_candidates(
            self.parsed, construction, subject, object_, self.knowledge
        )

    def _first_mentions(self, entities: Entities) -> dict[str, TokenMention]:
        """Map the code and the names of each place and international body to its first mention."""
        places: dict[str, TokenMention] = {}
        for entity in entities.all:
            if not entity.mentions or not _is_container(entity):
                continue
            first = min(entity.mentions, key=attrgetter("start"))
            places.setdefault(entity.key, first)
            for mention in entity.mentions:
                name = self.parsed.mention_text(mention)
                places.setdefault(name, first)
        return places

    def _has_base(self, entity: Entity) -> bool:
        """Whether the text says where a body is: "the London-*based* Norland Observatory"."""
        starts = (mention.start for mention in entity.mentions)
        return any(self.parsed.word(start - 1) in BASED for start in starts)

    def _places_in(self, name: TokenMention) -> Iterator[TokenMention]:
        """Places of the text that the words of a name refer to."""
        codes: list[str] = []
        for word in self._words_of(name):
            # CASE territory: "Norland Chamber of Trade", "Norlandic Chamber of Trade"
            territory = self.gazetteer.territory_in_name(word)
            # CASE city: "Alderfen Museum" is in Alderfen, and in the country of Alderfen
            if territory is None and self.gazetteer.is_big_city(word):
                territory = self.gazetteer.country_of(word)
                if word in self.places and name.length > 1:
                    yield self.places[word]
            if territory is not None and territory.code not in codes:
                codes.append(territory.code)
        # CASE several: "the *Norland Borduria* Friendship Society" may be in either
        if len(codes) == 1 and codes[0] in self.places:
            yield self.places[codes[0]]

    def _words_of(self, name: TokenMention) -> Iterator[str]:
        """Yield the words of a name, two that name a territory as one: "*Viet Nam* Commission"."""
        i = name.start
        while i < name.end:
            length = 2
            words = self.parsed.text(i, min(i + length, name.end))
            if self.gazetteer.territory(words) is None:
                length = 1
                words = self.parsed.text(i, i + length)
            yield words
            i += length

    def _country_code(self, entity: Entity) -> str | None:
        """Code of the country of a city or region, if the gazetteer knows it."""
        if not entity.is_place or entity.subtype == COUNTRY:
            return None
        if not entity.mentions or self.namesakes[entity.key] > 1:
            return None
        first, *_ = entity.mentions
        if not first.is_name:
            return None
        name = self.parsed.mention_text(first)
        territory = self.gazetteer.country_of(name, self.places)
        return None if territory is None else territory.code


def _first_name(entity: Entity) -> TokenMention | None:
    """The first mention of an actor that is a name."""
    for mention in entity.mentions:
        if mention.is_name:
            return mention
    return None


def _is_container(entity: Entity) -> bool:
    """True for what other actors can belong to: places and international bodies."""
    if entity.is_place:
        return True
    return entity.subtype == ALLIANCE
