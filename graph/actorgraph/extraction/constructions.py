"""Relations that stand in the grammar alone, or in names: “Alderfen, Norland”, “Alderfen's Daily Post”.

What a gazetteer adds is said only where the text itself names both ends, and its method says that it is background
knowledge.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from actorgraph.extraction.candidates import Candidate
from actorgraph.extraction.cast import Cast, Draft
from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.page import Chunk
from actorgraph.model import BACKGROUND_METHODS, ActorType, MentionKind

#: Words that may stand between "in" and a place.
IN_GAPS = (
    ["in"],
    ["in", "the"],
    [",", "in"],
    *([["in", side] for side in ("northern", "southern", "eastern", "western", "central")]),
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

    def __init__(self, cast: Cast, knowledge: Knowledge) -> None:
        self.cast, self.page, self.knowledge = cast, cast.page, knowledge
        self.lexicon, self.gazetteer = knowledge.lexicon, knowledge.gazetteer
        self.places = self._first_mentions()
        self.names = [chunk for chunk in self.page.in_order() if chunk.kind is MentionKind.NAME]

    def candidates(self) -> Iterator[Candidate]:
        """All of them, in text order of the construction's kind."""
        for left, right in pairwise(self.names):
            yield from self._read_pair(left, right)
        yield from self._read_names()
        yield from self._read_gazetteer()

    def _claim(self, name: str, subject: Chunk, object_: Chunk, word: str = "") -> Iterator[Candidate]:
        for sense in self.lexicon.constructions.get(name, ()):
            if self.knowledge.fits(subject, sense.subject_types) and self.knowledge.fits(object_, sense.object_types):
                yield Candidate(
                    subject, sense.relation, object_, subject.root, name, word, background=name in BACKGROUND_METHODS
                )

    def _read_pair(self, left: Chunk, right: Chunk) -> Iterator[Candidate]:
        page, gap = self.page, self.page.lower[left.end : right.start]
        if page.doc[left.start].sent != page.doc[right.start].sent:
            return
        if left.demonym:
            yield from self._claim("demonym", right, left) if not gap else ()
        elif gap[:2] == ["-", "based"] and len(gap) <= LONGEST_GAP and not set(gap) & {",", "and", "."}:
            yield from self._claim("based", right, left)
        elif gap in ([","], ["("]):
            yield from self._read_list(left, right, gap[0])
        elif gap in IN_GAPS and not self._contradicts(left, right):
            yield from self._claim(IN_PLACE.get(left.type, ""), left, right)
        elif gap in (["'s"], ["’s"], ["'"]):
            yield from self._claim("possessive", right, left)
        elif self._is_affiliation(left, right):
            yield from self._claim("person of organisation", left, right, "of")

    def _is_affiliation(self, left: Chunk, right: Chunk) -> bool:
        """As in “Ada Quint (left) of the conservative Union”: a preposition, the article, adjectives."""
        gap = slice(left.end, right.start)
        words = list(zip(self.page.lower[gap], self.page.tags[gap], strict=True))
        if len(words) > 2 and words[0][0] == "(" and (")", "-RRB-") in words:
            words = words[words.index((")", "-RRB-")) + 1 :]
        first = words[0][0] if words else ""
        return (
            first in ("of", "from", "at", "with")
            and all(tag in ("DT", "JJ", "HYPH", "NN") for _, tag in words[1:])
            and len(words) <= 4
        )

    def _read_list(self, left: Chunk, right: Chunk, mark: str) -> Iterator[Candidate]:
        closed = self.page.lower[right.end : right.end + 1]
        if mark == "(" and closed == [")"]:
            yield from self._claim("party in brackets", left, right)
        elif mark == "," and left.subtype != "Country" and not self._contradicts(left, right) and closed != ["and"]:
            home = self.gazetteer.country_of(self._text(left))
            if home is not None or self.gazetteer.territory(self._text(right)) is not None:
                yield from self._claim("place list", left, right)

    def _contradicts(self, left: Chunk, right: Chunk) -> bool:
        """Whether the gazetteer knows the first place to lie in another country than the second."""
        if left.type is not ActorType.PLACE:
            return False
        home, whole = self.gazetteer.country_of(self._text(left)), self.gazetteer.territory(self._text(right))
        return left.subtype == "Country" or (
            home is not None and whole is not None and whole.subtype == "Country" and home.code != whole.code
        )

    def _text(self, chunk: Chunk) -> str:
        return self.page.text(chunk.start, chunk.end)

    # names --------------------------------------------------------------------------------------------------------

    def _read_names(self) -> Iterator[Candidate]:
        """A place inside the name of an organisation: “Bordurian Chamber of Trade”."""
        for draft in self.cast.drafts:
            named = [chunk for chunk in draft.chunks if chunk.kind is MentionKind.NAME]
            if draft.type in (ActorType.ORGANIZATION, ActorType.EVENT) and named:
                chunk = named[0]
                text = self._text(chunk)
                home = self.lexicon.homes.get(text) or self.gazetteer.metonyms.get(text)
                if home in self.places:
                    yield from self._claim("home", chunk, self.places[home])
                    continue
                for place in self._places_in(chunk):
                    yield from self._claim("place in name", chunk, place)

    def _first_mentions(self) -> dict[str, Chunk]:
        """Territory code, or name of a place or international body → its first mention."""
        found: dict[str, Chunk] = {}
        for draft in self.cast.drafts:
            if (draft.type is ActorType.PLACE or draft.subtype == "InternationalOrganization") and draft.chunks:
                first = min(draft.chunks, key=lambda chunk: chunk.start)
                found.setdefault(draft.key, first)
                for chunk in draft.chunks:
                    found.setdefault(self._text(chunk), first)
        return found

    def _places_in(self, chunk: Chunk) -> Iterator[Chunk]:
        words = [token.text for token in self.page.doc[chunk.start : chunk.end]]
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
        for draft in self.cast.drafts:
            home = self._home(draft)
            if home is not None and home in self.places and self.places[home].actor != draft.chunks[0].actor:
                yield from self._claim("gazetteer", draft.chunks[0], self.places[home])

    def _home(self, draft: Draft) -> str | None:
        if (
            draft.type is not ActorType.PLACE
            or not draft.chunks
            or draft.subtype == "Country"
            or draft.chunks[0].kind is not MentionKind.NAME
        ):
            return None
        territory = self.gazetteer.country_of(self._text(draft.chunks[0]), self.places)
        return territory.code if territory else None
