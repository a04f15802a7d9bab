"""Relations between two neighbouring names: “Alderfen, Norland”, “Dana Roth (Civic Party)”."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from actorgraph.extraction.coreference.names.parties import PARTIES
from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.actor_types import COUNTRY, PARTY, SCHOOL
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.mentions.roles.no_seats import is_abroad, is_no_seat
from actorgraph.extraction.mentions.roles.premodifying_names import has_stance
from actorgraph.extraction.parse.closed_classes import (
    BEFORE_CONTAINER,
    LIST_ENDS,
    OF_ORIGIN,
    PARTY_LETTERS,
    POSSESSIVE_ENDINGS,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import FINITE_TAGS, is_verb_form
from actorgraph.extraction.patterns.candidate import Candidate, construction_candidates
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

BASED = grammar_words("participle of a seat")
BEFORE_SCHOOL = grammar_words("words before a school")
BORN = grammar_words("participle of a birthplace")
NO_EMPLOYERS = grammar_words("no employer in a credit")
RESIDENCE = grammar_words("preposition of a residence")

#: Tokens between a person, their age and where they live: "Dana Roth*,* 25 *and* from Bergen".
SEPARATORS = {","} | LIST_ENDS

#: What a name followed by "in" and a place expresses, by the type of the name.
IN_PLACE = {
    ActorType.PLACE: Construction.PLACE_IN_PLACE,
    ActorType.ORGANIZATION: Construction.ORGANIZATION_IN_PLACE,
    ActorType.EVENT: Construction.EVENT_IN_PLACE,
}

#: Tags of the words between "Norwegian-born" and the name: "painter", "Nobel laureate".
TITLE_TAGS = frozenset({"JJ", "NN", "NNP", "HYPH"})

#: Maximum number of tokens between a place and what is based there:
#: "the Oslo-based maker of pumps Norvale".
LONGEST_GAP = 5

#: A politician is this many tokens before their seat: "Roth *, R -* Texas".
SEAT_REACH = 4

#: A construction with its subject, its object and its trigger word, if any.
Match = tuple[Construction, TokenMention, TokenMention, str]


def neighbour_candidates(
    parsed: ParsedText, knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield the relations between each name and the next name of its sentence, in text order."""
    reader = _NeighbourReader(parsed, knowledge)
    names = [m for m in parsed.in_order() if _is_name(parsed, m)]
    for left, right in pairwise(names):
        match = reader.match(left, right)
        if match is not None:
            construction, subject, object_, word = match
            yield from construction_candidates(
                parsed, construction, subject, object_, knowledge, word=word
            )


def _is_name(parsed: ParsedText, mention: TokenMention) -> bool:
    """Whether a mention is a name, and not the age in "Dana Roth, *58*, of Bergen"."""
    if not mention.is_name:
        return False
    first = parsed.lower[mention.start]
    is_number = mention.is_time and first.isdecimal()
    return not is_number or len(first) >= len("1920")


class _NeighbourReader:
    """Recognises the construction that connects two neighbouring names."""

    def __init__(self, parsed: ParsedText, knowledge: Knowledge) -> None:
        self.parsed = parsed
        self.knowledge, self.gazetteer = knowledge, knowledge.gazetteer

    def match(self, left: TokenMention, right: TokenMention) -> Match | None:
        """Return the construction between two names, or None."""
        first, second = self.parsed.doc[left.start], self.parsed.doc[right.start]
        if first.sent != second.sent:
            return None
        # CASE seat: "Sen. Dana Roth, R-Texas"
        politician = self._politician_of_seat(right)
        if politician is not None:
            return Construction.SEAT, politician, right, ""
        return self._match_gap(left, right)

    def _match_gap(self, left: TokenMention, right: TokenMention) -> Match | None:
        """Return the construction that the tokens between two names show, or None."""
        gap = self.parsed.lower[left.end : right.start]
        # CASE credit: "Photo: Ada Quint/Brightwater News", but not "Ada Quint/Facebook"
        if gap == ["/"]:
            works_for_it = self.parsed.lower[right.start] not in NO_EMPLOYERS
            return (Construction.CREDIT, left, right, "") if works_for_it else None
        # CASE born: "the Norwegian-born painter Ada Quint"
        if self._is_born(left, right, gap):
            return Construction.BORN, right, left, ""
        # CASE demonym: "the Norwegian Civic Party", but not "the pro-Norwegian Dana Roth"
        if left.demonym:
            is_free = not gap and not has_stance(self.parsed, left)
            return (Construction.DEMONYM, right, left, "") if is_free else None
        # CASE based: "the Oslo-based lender Delmore Bank"
        if _is_based(gap) and not self._has_verb(left, right):
            return Construction.BASED, right, left, ""
        # CASE letter: "Dana Roth, R-Texas", "Dana Roth (R)"
        if self._is_party_letter(right) and gap in ([","], ["("]):
            return Construction.PARTY_IN_BRACKETS, left, right, ""
        # CASE comma or bracket: "Bergen, Norway", "Dana Roth (Civic Party)"
        if gap in ([","], ["("]):
            return self._match_list(left, right, gap[0])
        return self._match_preposition(left, right, gap)

    def _politician_of_seat(self, place: TokenMention) -> TokenMention | None:
        """Return who sits for a state, by their party: "Dana Roth*, R-*Texas"."""
        hyphen = place.start - 1
        if place.start < SEAT_REACH or self.parsed.lower[hyphen] != "-":
            return None
        mark, letter = self.parsed.lower[hyphen - 2 : hyphen]
        if letter not in PARTY_LETTERS or mark not in (",", "("):
            return None
        return self.parsed.covering(hyphen - 3)

    def _is_party_letter(self, mention: TokenMention) -> bool:
        if mention.subtype != PARTY:
            return False
        letter = self.parsed.mention_text(mention).lower()
        return letter in PARTIES

    def _is_born(self, left: TokenMention, right: TokenMention, gap: list[str]) -> bool:
        """True for "Norwegian-born" and a person, with nothing but a title in between."""
        if not right.is_person:
            return False
        if len(gap) > LONGEST_GAP or not _is_compound(gap, BORN):
            return False
        title = self.parsed.tags[left.end + 2 : right.start]
        return TITLE_TAGS.issuperset(title)

    def _has_verb(self, left: TokenMention, right: TokenMention) -> bool:
        """Whether a verb is between two names: "the Oslo-based bank *sued* Norvale"."""
        tags = self.parsed.tags[left.end : right.start]
        return not FINITE_TAGS.isdisjoint(tags)

    def _match_list(
        self, left: TokenMention, right: TokenMention, mark: str
    ) -> Match | None:
        """Two names with only a comma or an opening bracket between them."""
        # CASE brackets: "Dana Roth (Civic Party)"
        if mark == "(":
            if self.parsed.word(right.end) != ")":
                return None
            return Construction.PARTY_IN_BRACKETS, left, right, ""
        # CASE places: "Bergen, Norway"
        if self._enumerates(right) or self._contradicts(left, right):
            return None
        if not self._is_in_gazetteer(left, right):
            return None
        return Construction.PLACE_LIST, left, right, ""

    def _enumerates(self, name: TokenMention) -> bool:
        """Whether a name continues an enumeration: "Bergen, *Norway* and Sweden"."""
        end = name.end
        mention = self._name_after_comma(end)
        while mention is not None:
            end = mention.end
            mention = self._name_after_comma(end)
        # CASE serial comma: "Ohio, *Iowa*, Utah, and Maine"; not "Bergen, *Norway*, and Sweden"
        if end > name.end and self.parsed.word(end) == ",":
            end += 1
        return self.parsed.word(end) in LIST_ENDS

    def _name_after_comma(self, i: int) -> TokenMention | None:
        """Return the name that a comma at a token separates from what is before it, if any."""
        following = i + 1
        if self.parsed.word(i) != "," or following >= len(self.parsed.lower):
            return None
        return self.parsed.covering(following)

    def _match_preposition(
        self, left: TokenMention, right: TokenMention, gap: list[str]
    ) -> Match | None:
        """Two names connected by a preposition or a possessive ending."""
        between = " ".join(gap)
        # CASE in: "Delmore Bank in Oslo"
        if between in BEFORE_CONTAINER:
            construction = IN_PLACE.get(left.type)
            if construction is None or self._contradicts(left, right):
                return None
            is_elsewhere = is_abroad(self.parsed, left, right, self.knowledge)
            if is_elsewhere or is_no_seat(self.parsed, left, right):
                return None
            return construction, left, right, ""
        # CASE possessive: "Oslo's Delmore Bank", but not "Norway's EU membership"
        if between in POSSESSIVE_ENDINGS:
            owned = self.parsed.head_of(left).head.i
            is_owned = right.start <= owned < right.end
            return (Construction.POSSESSIVE, right, left, "") if is_owned else None
        # CASE school: "the Quint Institute *at* Delmore University"
        if between in BEFORE_SCHOOL and self._is_part_of_school(left, right):
            return Construction.POSSESSIVE, left, right, ""
        # CASE home: "Dana Roth, 58, of Bergen", "Dana Roth, from Bergen"
        if _is_home(gap) and not right.demonym:
            return Construction.PERSON_FROM_PLACE, left, right, ""
        return None

    def _is_part_of_school(self, left: TokenMention, right: TokenMention) -> bool:
        if not left.is_organisation or right.subtype != SCHOOL:
            return False
        # CASE place of an act: "sued *Delmore Bank* at Hargrove University"
        is_of_act = is_verb_form(self.parsed.doc[left.end].head)
        return not is_of_act and not is_no_seat(self.parsed, left, right)

    def _is_in_gazetteer(self, left: TokenMention, right: TokenMention) -> bool:
        """Whether the first place has a known country, or the second is a territory."""
        country = self.gazetteer.country_of(self.parsed.mention_text(left))
        if country is not None:
            return True
        territory = self.gazetteer.territory(self.parsed.mention_text(right))
        return territory is not None

    def _contradicts(self, left: TokenMention, right: TokenMention) -> bool:
        """Whether the first place is a country, a peer of the second, or in another country."""
        if not left.is_place:
            return False
        if left.subtype == COUNTRY:
            return True
        first, second = self.parsed.mention_text(left), self.parsed.mention_text(right)
        gazetteer = self.gazetteer
        return gazetteer.are_peers(first, second) or gazetteer.is_elsewhere(
            first, second
        )


def _is_compound(gap: list[str], participles: frozenset[str]) -> bool:
    """Whether words begin like the second half of "Oslo-based"."""
    if len(gap) < 2:
        return False
    hyphen, participle = gap[:2]
    return hyphen == "-" and participle in participles


def _is_home(gap: list[str]) -> bool:
    """True for ", 58, of", ", 25 and from" and ", from", but not for "of" without an age.

    >>> [_is_home(gap.split()) for gap in (", 58 , of", ", from", "of", ", 58 , in")]
    [True, True, False, False]
    """
    if gap[:1] != [","]:
        return False
    words = [word for word in gap if word not in SEPARATORS]
    # CASE age: ", *58*, of"
    if len(words) == 2 and words[0].isdecimal():
        return words[1] in OF_ORIGIN | RESIDENCE
    return len(words) == 1 and words[0] in OF_ORIGIN


def _is_based(gap: list[str]) -> bool:
    """True for "-based", with at most a short description before the name that follows."""
    if len(gap) > LONGEST_GAP:
        return False
    ends_phrase = {",", "."} | LIST_ENDS
    one_phrase = ends_phrase.isdisjoint(gap)
    return one_phrase and _is_compound(gap, BASED)
