"""Names in a text: those that a recogniser sees, corrected by gazetteers, grammar and the rest of the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.gazetteer import Gazetteer
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.mentions.name_bounds import NAME_TAGS, NameBounds
from actorgraph.extraction.mentions.name_types import (
    PLACE_PREPOSITIONS,
    KnownNames,
    NameTypes,
)
from actorgraph.extraction.mentions.recognised import Seen
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention, root_of
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Most tokens that a gazetteer entry has.
LONGEST_ENTRY = 6


def find_names(
    parsed: ParsedText, seen: Iterable[Seen], gazetteer: Gazetteer, lexicon: Lexicon
) -> None:
    """Add a chunk to the page for every name, in text order, none overlapping."""
    finder = _NameFinder(parsed, list(seen), gazetteer, lexicon)
    for mention in sorted(finder.find(), key=lambda mention: mention.start):
        parsed.add(mention)


class _NameFinder:
    def __init__(
        self,
        parsed: ParsedText,
        seen: list[Seen],
        gazetteer: Gazetteer,
        lexicon: Lexicon,
    ) -> None:
        self.parsed, self.doc, self.gazetteer, self.lexicon = (
            parsed,
            parsed.doc,
            gazetteer,
            lexicon,
        )
        self.seen = seen
        self.inside = {i for start, end, _ in seen for i in range(start, end)}
        self.known = KnownNames(parsed, gazetteer, lexicon)
        self.bounds = NameBounds(parsed, gazetteer, lexicon)
        self.types = NameTypes(parsed, self.known, gazetteer, lexicon)
        self.taken: list[TokenMention | None] = [None] * len(parsed.doc)

    def find(self) -> list[TokenMention]:
        self._take_seen()
        self._drop_headline_words()
        self._part_adjectives()
        self._take_known_names()
        self._join_neighbours()
        self._take_given_names()
        self._take_missed_names()
        mentions = list(
            dict.fromkeys(mention for mention in self.taken if mention is not None)
        )
        self.types.agree(mentions)
        return mentions

    # what the recogniser saw ------------------------------------------------------------------------------------

    def _take_seen(self) -> None:
        for seen_start, seen_end, type_ in self.seen:
            for first, last in _split_at_breaks(self.doc, seen_start, seen_end):
                start, end = self.bounds.trim(first, last, type_)
                if type_ is ActorType.PERSON:
                    end = self._with_surname(start, end)
                if start < end and self.bounds.is_name(start, end, type_):
                    self._take(start, end, type_)

    def _drop_headline_words(self) -> None:
        """In headings every word is capitalised: keep what the text below repeats, and let the rest be found anew."""
        body = {
            self.parsed.text(c.start, c.end)
            for c in self.taken
            if c is not None and not self.parsed.in_heading(c.start)
        }
        for mention in [c for c in dict.fromkeys(self.taken) if c is not None]:
            if (
                self.parsed.in_heading(mention.start)
                and self.parsed.text(mention.start, mention.end) not in body
            ):
                self._release(mention)

    def _part_adjectives(self) -> None:
        """Where "the Front" is named too, "French Front" is that organisation with an adjective, as is "New Front".

        With different adjectives they are different ones: the Danish and the Swiss National Bank.
        """
        organisations = [
            c
            for c in dict.fromkeys(self.taken)
            if c is not None and c.type is ActorType.ORGANIZATION
        ]
        alone = {self.parsed.text(c.start, c.end) for c in organisations}
        parted = [
            (c, self.doc[c.start].text, self.parsed.text(c.start + 1, c.end))
            for c in organisations
            if self.doc[c.start].text == "New"
            or self.doc[c.start].text in self.gazetteer.adjectives
        ]
        for mention, adjective, rest in parted:
            if rest in alone and all(
                other == adjective for _, other, name in parted if name == rest
            ):
                self._take(
                    mention.start + 1, mention.end, mention.type, mention.subtype
                )

    def _with_surname(self, start: int, end: int) -> int:
        """Take in the rest of a person's name that was cut off: capitalised words that belong to no other entity."""
        while (
            0 < end - start < 4
            and end < len(self.doc)
            and self._goes_on(end)
            and not self.doc[end].is_sent_start
        ):
            end += 1
        return end

    def _goes_on(self, i: int) -> bool:
        token = self.doc[i]
        free = self.taken[i] is None and i not in self.inside
        return (
            free
            and self.parsed.tags[i] == "NNP"
            and token.text[:1].isupper()
            and token.is_alpha
            and token.lower_ not in self.lexicon.roles
        )

    def _take(
        self, start: int, end: int, type_: ActorType, subtype: str | None = None
    ) -> TokenMention:
        for old in {
            mention for mention in self.taken[start:end] if mention is not None
        }:
            self._release(old)
        mention = TokenMention(
            start, end, root_of(self.doc, start, end), type_, subtype=subtype
        )
        self.taken[start:end] = [mention] * (end - start)
        return mention

    def _release(self, mention: TokenMention) -> None:
        for i in range(mention.start, mention.end):
            self.taken[i] = None

    # gazetteer and lexicon --------------------------------------------------------------------------------------

    def _take_known_names(self) -> None:
        i = 0
        while i < len(self.doc):
            if not self.doc[i].text[:1].isupper() and self.doc[i].text[:3] != "al-":
                i += 1
                continue
            end = next(
                (
                    j
                    for j in range(min(i + LONGEST_ENTRY, len(self.doc)), i, -1)
                    if self._take_known(i, j)
                ),
                i + 1,
            )
            i = end

    def _take_known(self, start: int, end: int) -> bool:
        known = self.known.look_up(start, end)
        if (
            known is None
            or self._is_part_of_name(start, end)
            or self._is_shouting(start, end)
        ):
            return False
        type_, subtype, demonym = known
        mention = self._take(start, end, type_, subtype)
        mention.demonym = demonym
        return True

    def _is_part_of_name(self, start: int, end: int) -> bool:
        """Whether a larger name holds these tokens ("Bank of England", "Paris Hilton")."""
        whole = self.taken[start]
        if (
            whole is None
            or self.taken[end - 1] is not whole
            or (whole.start, whole.end) == (start, end)
        ):
            return self._extends_into_name(start, end)
        return whole.type in (
            ActorType.PERSON,
            ActorType.ORGANIZATION,
            ActorType.EVENT,
            ActorType.WORK,
            ActorType.PLACE,
        )

    def _extends_into_name(self, start: int, end: int) -> bool:
        """Whether an untyped capitalised word goes on with it ("Jordan Spieth", but not "Russian President")."""
        if end - start > 1 or self.taken[start] is not None:
            return False
        follows = (
            end < len(self.doc)
            and self.parsed.tags[end] in NAME_TAGS
            and self.taken[end] is None
        )
        return (
            follows
            and bool(self.gazetteer.genders(self.doc[start].text))
            and not self.gazetteer.demonym(self.doc[start].text)
        )

    def _is_shouting(self, start: int, end: int) -> bool:
        """Whether an upper-case word is only part of an upper-case heading, so that "IS" is a verb."""
        text = self.parsed.text(start, end)
        if not text.isupper() or len(text) > 4:
            return False
        around = [
            token.text
            for token in self.doc[max(0, start - 2) : end + 2]
            if token.is_alpha and len(token) > 1
        ]
        return len(around) > 2 and all(word.isupper() for word in around)

    # names that it missed -----------------------------------------------------------------------------------------

    def _take_missed_names(self) -> None:
        seen = Counter(
            (self.parsed.text(c.start, c.end), c.type)
            for c in self.taken
            if c is not None and c.type is not ActorType.TIME
        )
        types: dict[str, ActorType] = {
            text.split()[-1]: type_
            for (text, type_), _ in seen.items()
            if type_ is ActorType.PERSON and " " in text
        }
        types |= {
            text: type_
            for (text, type_), _ in sorted(
                seen.items(), key=lambda item: (item[1], item[0])
            )
        }
        for first, end in self._capitalised_runs():
            type_ = self._type_of_run(first, end, types)
            if type_ is not None:
                start = (
                    self.bounds.after_titles(first, end, ActorType.PERSON)
                    if type_ is ActorType.PERSON
                    else first
                )
                self._take(start, end, type_)

    def _join_neighbours(self) -> None:
        """Join two person names with nothing between them: they are one name that was cut."""
        mentions = list(dict.fromkeys(c for c in self.taken if c is not None))
        for left, right in pairwise(mentions):
            cut = (
                left.end - left.start == 1
                and bool(self.gazetteer.genders(self.doc[left.start].text))
                and self.doc[right.end - 1].text not in self.lexicon.name_words
            )
            joins = right.type is ActorType.PERSON or (
                cut
                and right.type
                in (
                    ActorType.ORGANIZATION,
                    ActorType.OTHER,
                    ActorType.PLACE,
                    ActorType.WORK,
                )
                and self.known.look_up(right.start, right.end) is None
            )
            both_people = (
                left.type is ActorType.PERSON
                and joins
                and self.taken[left.start] is left
            )
            hyphen = (
                self.parsed.text(left.end, right.start) == "-"
                if left.end + 1 == right.start
                else False
            )
            if (
                both_people
                and (left.end == right.start or hyphen)
                and right.end - left.start <= 4
                and not self.doc[right.start].is_sent_start
            ):
                self._take(left.start, right.end, ActorType.PERSON)

    def _take_given_names(self) -> None:
        """Join a given name that was left out to the surname after it."""
        for mention in list(dict.fromkeys(c for c in self.taken if c is not None)):
            human = self.types.has_human_apposition(mention.end)
            given = human or self.gazetteer.genders(self.doc[mention.start - 1].text)
            if given and self._is_surname(mention) and self._goes_on(mention.start - 1):
                self._take(mention.start - 1, mention.end, ActorType.PERSON)

    def _is_surname(self, mention: TokenMention) -> bool:
        """Whether a name may be the rest of a person's: short, of unknown type or a person's, not in a gazetteer."""
        longest = 2 if mention.type is ActorType.PERSON else 1
        named = (
            mention.type is not ActorType.TIME
            and self.parsed.tags[mention.start] in NAME_TAGS
        )
        short = mention.start > 0 and mention.end - mention.start <= longest
        return (
            named and short and self.known.look_up(mention.start, mention.end) is None
        )

    def _capitalised_runs(self) -> list[tuple[int, int]]:
        runs, start = [], None
        for i, token in enumerate(self.doc):
            inside = (
                self.parsed.tags[i] in NAME_TAGS
                and token.text[:1].isupper()
                and self.taken[i] is None
            )
            if inside and start is None:
                start = i
            if start is not None and (
                not inside or (token.is_sent_start and i != start)
            ):
                runs.append((start, i))
                start = i if inside else None
        if start is not None:
            runs.append((start, len(self.doc)))
        return runs

    def _type_of_run(
        self, start: int, end: int, types: dict[str, ActorType]
    ) -> ActorType | None:
        text = self.parsed.text(start, end)
        if text in types:
            return types[text]
        if " ".join(self.parsed.lower[start:end]) in self.lexicon.roles or (
            self.parsed.lower[start] in self.lexicon.cues["title"] and end - start == 1
        ):
            return None
        if end - start > 1 and self.doc[end - 1].text in self.lexicon.name_words:
            return ActorType.ORGANIZATION
        if (
            self.gazetteer.is_big_city(text)
            and start > 0
            and self.parsed.lower[start - 1] in PLACE_PREPOSITIONS
        ):
            return ActorType.PLACE
        first = self.bounds.after_titles(start, end, ActorType.PERSON)
        if start and self.parsed.lower[start - 1] == "the":
            return None  # "the General Staff" is no person
        titled = first > start or (
            start > 0 and self.types.introduces_person(start - 1)
        )
        titled &= not self.parsed.in_heading(
            start
        )  # in "Envoy Flies to Lisbon" the verb is capitalised too
        if titled or (
            end - start in (2, 3) and self.gazetteer.genders(self.doc[start].text)
        ):
            return ActorType.PERSON
        return None


def _split_at_breaks(doc: Doc, start: int, end: int) -> list[tuple[int, int]]:
    """SpeechTags of a span between line breaks and brackets that do not close, over which no name goes."""
    parts, first = [], start
    closed = any(doc[i].text == ")" for i in range(start, end))
    for i in range(start, end):
        if "\n" in doc[i].text or (doc[i].text == "(" and not closed):
            parts.append((first, i))
            first = i + 1
    return [(a, b) for a, b in [*parts, (first, end)] if a < b]
