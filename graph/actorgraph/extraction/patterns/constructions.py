"""Relations that stand in the grammar alone, or in names: “Alderfen, Norland”, “Alderfen's Daily Post”.

What a gazetteer adds is said only where the text itself names both ends, and its method says that it is background
knowledge.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.model import BACKGROUND_METHODS, ActorType, MentionKind

#: Words that may stand between "in" and a place.
IN_GAPS = (
    ["in"],
    ["in", "the"],
    [",", "in"],
    *(
        [
            ["in", side]
            for side in ("northern", "southern", "eastern", "western", "central")
        ]
    ),
)


#: What a name followed by "in" and a place makes, by the type of the name.
IN_PLACE = {
    ActorType.PLACE: "place in place",
    ActorType.ORGANIZATION: "organisation in place",
    ActorType.EVENT: "event in place",
}

#: Most words between a place and what is based there: "the Alderfen-based maker of pumps Norvale".
LONGEST_GAP = 5


class Constructions:
    """Finds the constructions of the lexicon on a page."""

    def __init__(self, entities: Entities, knowledge: Knowledge) -> None:
        self.entities, self.parsed, self.knowledge = (
            entities,
            entities.parsed,
            knowledge,
        )
        self.lexicon, self.gazetteer = knowledge.lexicon, knowledge.gazetteer
        self.places = self._first_mentions()
        self.names = [
            mention
            for mention in self.parsed.in_order()
            if mention.kind is MentionKind.NAME
        ]

    def candidates(self) -> Iterator[Candidate]:
        """All of them, in text order of the construction's kind."""
        for left, right in pairwise(self.names):
            yield from self._read_pair(left, right)
        yield from self._read_names()
        yield from self._read_gazetteer()

    def _claim(
        self, name: str, subject: TokenMention, object_: TokenMention, word: str = ""
    ) -> Iterator[Candidate]:
        for sense in self.lexicon.constructions.get(name, ()):
            if self.knowledge.fits(
                subject, sense.subject_types
            ) and self.knowledge.fits(object_, sense.object_types):
                yield Candidate(
                    subject,
                    sense.relation,
                    object_,
                    subject.root,
                    name,
                    word,
                    background=name in BACKGROUND_METHODS,
                )

    def _read_pair(
        self, left: TokenMention, right: TokenMention
    ) -> Iterator[Candidate]:
        parsed, gap = self.parsed, self.parsed.lower[left.end : right.start]
        if parsed.doc[left.start].sent != parsed.doc[right.start].sent:
            return
        if left.demonym:
            yield from self._claim("demonym", right, left) if not gap else ()
        elif (
            gap[:2] == ["-", "based"]
            and len(gap) <= LONGEST_GAP
            and not set(gap) & {",", "and", "."}
        ):
            yield from self._claim("based", right, left)
        elif gap in ([","], ["("]):
            yield from self._read_list(left, right, gap[0])
        elif gap in IN_GAPS and not self._contradicts(left, right):
            yield from self._claim(IN_PLACE.get(left.type, ""), left, right)
        elif gap in (["'s"], ["’s"], ["'"]):
            yield from self._claim("possessive", right, left)
        elif self._is_affiliation(left, right):
            yield from self._claim("person of organisation", left, right, "of")

    def _is_affiliation(self, left: TokenMention, right: TokenMention) -> bool:
        """As in “Ada Quint (left) of the conservative Union”: a preposition, the article, adjectives."""
        gap = slice(left.end, right.start)
        words = list(zip(self.parsed.lower[gap], self.parsed.tags[gap], strict=True))
        if len(words) > 2 and words[0][0] == "(" and (")", "-RRB-") in words:
            words = words[words.index((")", "-RRB-")) + 1 :]
        first = words[0][0] if words else ""
        return (
            first in ("of", "from", "at", "with")
            and all(tag in ("DT", "JJ", "HYPH", "NN") for _, tag in words[1:])
            and len(words) <= 4
        )

    def _read_list(
        self, left: TokenMention, right: TokenMention, mark: str
    ) -> Iterator[Candidate]:
        closed = self.parsed.lower[right.end : right.end + 1]
        if mark == "(" and closed == [")"]:
            yield from self._claim("party in brackets", left, right)
        elif (
            mark == ","
            and left.subtype != "Country"
            and not self._contradicts(left, right)
            and closed != ["and"]
        ):
            home = self.gazetteer.country_of(self._text(left))
            if (
                home is not None
                or self.gazetteer.territory(self._text(right)) is not None
            ):
                yield from self._claim("place list", left, right)

    def _contradicts(self, left: TokenMention, right: TokenMention) -> bool:
        """Whether the gazetteer knows the first place to lie in another country than the second."""
        if left.type is not ActorType.PLACE:
            return False
        home, whole = (
            self.gazetteer.country_of(self._text(left)),
            self.gazetteer.territory(self._text(right)),
        )
        return left.subtype == "Country" or (
            home is not None
            and whole is not None
            and whole.subtype == "Country"
            and home.code != whole.code
        )

    def _text(self, mention: TokenMention) -> str:
        return self.parsed.text(mention.start, mention.end)

    # names --------------------------------------------------------------------------------------------------------

    def _read_names(self) -> Iterator[Candidate]:
        """A place inside the name of an organisation: “Bordurian Chamber of Trade”."""
        for entity in self.entities.all:
            named = [
                mention
                for mention in entity.mentions
                if mention.kind is MentionKind.NAME
            ]
            if entity.type in (ActorType.ORGANIZATION, ActorType.EVENT) and named:
                mention = named[0]
                text = self._text(mention)
                home = self.lexicon.homes.get(text) or self.gazetteer.metonyms.get(text)
                if home in self.places:
                    yield from self._claim("home", mention, self.places[home])
                    continue
                for place in self._places_in(mention):
                    yield from self._claim("place in name", mention, place)

    def _first_mentions(self) -> dict[str, TokenMention]:
        """Territory code, or name of a place or international body → its first mention."""
        found: dict[str, TokenMention] = {}
        for entity in self.entities.all:
            if (
                entity.type is ActorType.PLACE
                or entity.subtype == "InternationalOrganization"
            ) and entity.mentions:
                first = min(entity.mentions, key=lambda mention: mention.start)
                found.setdefault(entity.key, first)
                for mention in entity.mentions:
                    found.setdefault(self._text(mention), first)
        return found

    def _places_in(self, mention: TokenMention) -> Iterator[TokenMention]:
        words = [token.text for token in self.parsed.doc[mention.start : mention.end]]
        for word in words:
            territory = self.gazetteer.demonym(word) or self.gazetteer.territory(word)
            if territory is None and (self.gazetteer.is_big_city(word)):
                territory = self.gazetteer.country_of(word)
                if word in self.places and len(words) > 1:
                    yield self.places[word]
            if territory is not None and territory.code in self.places:
                yield self.places[territory.code]

    # gazetteer ----------------------------------------------------------------------------------------------------

    def _read_gazetteer(self) -> Iterator[Candidate]:
        """A city or region and the country that it lies in, where the text names both."""
        for entity in self.entities.all:
            home = self._home(entity)
            if (
                home is not None
                and home in self.places
                and self.places[home].actor != entity.mentions[0].actor
            ):
                yield from self._claim(
                    "gazetteer", entity.mentions[0], self.places[home]
                )

    def _home(self, entity: Entity) -> str | None:
        if (
            entity.type is not ActorType.PLACE
            or not entity.mentions
            or entity.subtype == "Country"
            or entity.mentions[0].kind is not MentionKind.NAME
        ):
            return None
        territory = self.gazetteer.country_of(
            self._text(entity.mentions[0]), self.places
        )
        return territory.code if territory else None
