"""Where a name begins and ends: without articles, titles, roles and quotation marks around it."""

from __future__ import annotations

from actorgraph.extraction.knowledge.gazetteer import Gazetteer
from actorgraph.extraction.knowledge.lexicon import COMPASS, Lexicon
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.model import ActorType

NAME_TAGS = frozenset({"NNP", "NNPS"})

#: Tags of words that link a name to what follows.
LINKING = frozenset({"IN", "CC", "TO"})
#: How the seat of a US politician begins, in brackets after the name: "(R-Fla.)".
SEATS = ("R-", "D-", "I-")
#: Beginnings of names of places, which are none by themselves.
ABBREVIATED = frozenset({"ft.", "mt.", "st."})
#: How a word ends that is made of a name and modifies another: "D.C.-based".
MODIFYING = ("-based", "-backed", "-led", "-born")
#: What joins words inside a name, so that no title follows.
INNER = frozenset({"for", "of", "on", "and"})
#: Nouns for people that never stand before a name as a title does.
NO_TITLES = frozenset({"man", "woman"})
#: "And" in languages whose names are in the news.
FOREIGN_AND = frozenset({"und", "y", "e", "et", "och", "og", "en", "i"})


class NameBounds:
    """Trims what the entity recogniser took as names."""

    def __init__(
        self, parsed: ParsedText, gazetteer: Gazetteer, lexicon: Lexicon
    ) -> None:
        self.parsed, self.doc, self.gazetteer, self.lexicon = (
            parsed,
            parsed.doc,
            gazetteer,
            lexicon,
        )

    def trim(self, start: int, end: int, type_: ActorType) -> tuple[int, int]:
        """Leave out what stands around a name: articles, possessive endings, quotes, titles and roles."""
        end = self._after_of(start, end)
        while start < end and (
            self._is_outer(start) or self._introduces(start, end, type_)
        ):
            start += 1
        while start < end and (
            self._is_outer(end - 1)
            or self.parsed.tags[end - 1] == "POS"
            or self._trails(end - 1)
        ):
            end -= 1
        while (
            type_ is ActorType.PERSON and end - start > 1 and self._ends_before(start)
        ):
            start += 1
        if type_ in (ActorType.PERSON, ActorType.ORGANIZATION):
            end = self._before_role(start, end)
            start = self.after_titles(start, end, type_)
        return start, end

    def _ends_before(self, i: int) -> bool:
        """Whether a word belongs to the sentence before: "in Bedminster, *N.J.* Roger Ailes …"."""
        text = self.doc[i].text
        return text.endswith(".") and self.gazetteer.territory(text) is not None

    def _after_of(self, start: int, end: int) -> int:
        """Take in what a name that was cut after "of" goes on with: "the University of" Zubrowka."""
        if (
            end - start > 1
            and self.parsed.lower[end - 1] == "of"
            and self.doc[end - 2].text in self.lexicon.name_words
        ):
            while end < len(self.doc) and self.parsed.tags[end] in NAME_TAGS:
                end += 1
        return end

    def _introduces(self, start: int, end: int, type_: ActorType) -> bool:
        """Whether a name begins after an article or possessive, unless it is known with it: "The Hague"."""
        if type_ is ActorType.TIME or self.parsed.tags[start] not in (
            "DT",
            "PRP$",
            "POS",
        ):
            return False
        return self.gazetteer.city(self.parsed.text(start, end)) is None

    def _trails(self, i: int) -> bool:
        """Whether no name ends with a word: "Roth of", "Fitch und", "House Rep."."""
        token = self.doc[i]
        if token.is_lower:
            return self.parsed.tags[i] in LINKING or token.text in FOREIGN_AND
        return token.text.endswith(".") and token.lower_ in self.lexicon.cues["title"]

    def _is_outer(self, i: int) -> bool:
        text = self.doc[i].text
        return not any(c.isalnum() for c in text) or (text in ("'s", "’s"))

    def after_titles(self, start: int, end: int, type_: ActorType) -> int:
        """Skip "Russian President" before "Vladimir Putin" inside what was taken as one name."""
        best = start
        for i in range(start, end - 1):
            words = self.parsed.lower
            titled = (
                words[i] in self.lexicon.cues["title"]
                or (
                    self.lexicon.actor_nouns.get(words[i]) == ActorType.PERSON
                    and words[i] not in NO_TITLES
                )
                or self.gazetteer.demonym(self.doc[i].text)
            )
            if titled and type_ is ActorType.PERSON and best == i:
                best = i + 1
            if i > start and self.parsed.lower[i - 1] in INNER:
                continue  # "Office for National Statistics"
            for length in range(min(self.lexicon.role_length, end - 1 - i), 0, -1):
                if self._is_role(i, i + length) and self._starts_person(
                    i + length, end
                ):
                    best = max(best, i + length)
        return best

    def _before_role(self, start: int, end: int) -> int:
        """Leave out a role in small letters after a name: "named Ada Quint chief executive"."""
        for i in range(start + 1, end):
            if self.doc[i].is_lower and self._is_role(i, end):
                return i
        return end

    def _is_role(self, start: int, end: int) -> bool:
        words = self.parsed.lower[start:end]
        singular = [*words[:-1], self.parsed.lemma(self.doc[end - 1])]
        return (
            " ".join(words) in self.lexicon.roles
            or " ".join(singular) in self.lexicon.roles
        )

    def _starts_person(self, i: int, end: int) -> bool:
        return (
            i < end
            and self.parsed.tags[i] in NAME_TAGS
            and (end - i <= 3)
            and self.doc[end - 1].text not in self.lexicon.name_words
        )

    def is_name(self, start: int, end: int, type_: ActorType) -> bool:
        """Whether tokens name something; "Foreign Minister" in a heading only describes."""
        if type_ is ActorType.TIME:
            return True
        text = self.parsed.text(start, end)
        if text.lower() in self.lexicon.cues["title"] | ABBREVIATED or text.endswith(
            MODIFYING
        ):
            return False
        if text[:2] in SEATS and self.gazetteer.territory(text[2:]) is not None:
            return False
        if not any(c.isupper() for c in text):
            return type_ is ActorType.GROUP and self.gazetteer.demonym(text) is not None
        return not self._is_description(start, end) and not (
            end - start == 1 and text.lower() in COMPASS
        )

    def _is_description(self, start: int, end: int) -> bool:
        """Whether a capitalised phrase only describes, as in headings: "Foreign Minister", "Dutch Government"."""
        while start < end and (
            self.gazetteer.demonym(self.doc[start].text)
            or self.gazetteer.territory(self.doc[start].text)
        ):
            start += 1
        words = " ".join(self.parsed.lower[start:end])
        return words in self.lexicon.roles or words in self.lexicon.actor_nouns
