"""What kind of thing a name names: one type for one spelling, corrected by gazetteers and the words around it."""

from __future__ import annotations

from collections import Counter

from actorgraph.extraction.knowledge.gazetteer import Gazetteer
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import ActorType

#: Prepositions before a bare capitalised word that make it a place when a gazetteer knows it.
PLACE_PREPOSITIONS = frozenset(
    "in at from to near outside around of across toward towards into throughout".split()
)

QUOTES = frozenset({'"', "“", "'", "‘"})


class KnownNames:
    """Names that the gazetteer or the lexicon knows."""

    def __init__(
        self, parsed: ParsedText, gazetteer: Gazetteer, lexicon: Lexicon
    ) -> None:
        self.parsed, self.doc, self.gazetteer, self.lexicon = (
            parsed,
            parsed.doc,
            gazetteer,
            lexicon,
        )

    def look_up(
        self, start: int, end: int
    ) -> tuple[ActorType, str | None, bool] | None:
        """Type, subtype and whether it is a demonym, of the name at these tokens; None for an unknown one."""
        text = self.parsed.text(start, end)
        if text in self.lexicon.known_names:
            type_, subtype = self.lexicon.known_names[text]
            return ActorType(type_), subtype, False
        territory = self.gazetteer.territory(text)
        if territory is not None:
            return ActorType.PLACE, territory.subtype, False
        if (
            self.gazetteer.demonym(text) is not None
            and self.parsed.tags[start] != "VBP"
        ):
            return ActorType.GROUP, None, True
        if text in self.lexicon.homes:
            return ActorType.ORGANIZATION, None, False
        if text in self.gazetteer.metonyms:
            return ActorType.ORGANIZATION, "GovernmentBody", False
        if text in self.gazetteer.capitals:
            return ActorType.PLACE, "Settlement", False
        return None


class NameTypes:
    """Decides the types of the names of a page."""

    def __init__(
        self,
        parsed: ParsedText,
        known: KnownNames,
        gazetteer: Gazetteer,
        lexicon: Lexicon,
    ) -> None:
        self.parsed, self.doc, self.known, self.gazetteer, self.lexicon = (
            parsed,
            parsed.doc,
            known,
            gazetteer,
            lexicon,
        )

    def agree(self, mentions: list[TokenMention]) -> None:
        """Correct the type of each name from its form and surroundings, then let the majority of a spelling decide."""
        for mention in mentions:
            self._correct(mention)
        votes: dict[str, Counter[ActorType]] = {}
        for mention in mentions:
            votes.setdefault(self.parsed.text(mention.start, mention.end), Counter())[
                mention.type
            ] += 1
        companies = {
            self.doc[c.start].text
            for c in mentions
            if c.type is ActorType.ORGANIZATION and c.end - c.start > 1
        }
        surnames = {
            self.doc[c.end - 1].text
            for c in mentions
            if c.type is ActorType.PERSON and c.end - c.start > 1
        }
        for mention in mentions:
            text = self.parsed.text(mention.start, mention.end)
            counts = votes[text]
            if self.known.look_up(mention.start, mention.end) is not None:
                continue
            if text in surnames and mention.end - mention.start == 1:
                mention.type = ActorType.PERSON
            elif (
                text in companies
                and counts.most_common(1)[0][0] is not ActorType.PERSON
            ):
                mention.type, mention.subtype = (
                    ActorType.ORGANIZATION,
                    None,
                )  # "Norvale" after "Norvale Shipping"
            else:
                mention.type = max(
                    counts,
                    key=lambda type_: (
                        counts[type_],
                        type_ is mention.type,
                        type_.value,
                    ),
                )

    def _correct(self, mention: TokenMention) -> None:
        """Correct a type from the form of the name and the words around it."""
        known = self.known.look_up(mention.start, mention.end)
        if known is not None:
            mention.type, mention.subtype, mention.demonym = known
            return
        words = [token.text for token in self.doc[mention.start : mention.end]]
        mention.type = self._type_by_neighbours(
            mention, self._type_by_form(mention, words), words
        )
        mention.subtype = mention.subtype or self._subtype(mention.type, words)

    def _type_by_form(self, mention: TokenMention, words: list[str]) -> ActorType:
        alone, type_ = len(words) == 1, mention.type
        if (
            words[-1] in self.lexicon.name_words
            and type_ is not ActorType.EVENT
            and not (alone or mention.demonym)
        ):
            return ActorType.ORGANIZATION
        if type_ is ActorType.ORGANIZATION and self._looks_like_person(mention, words):
            return ActorType.PERSON
        if (
            type_ in (ActorType.PLACE, ActorType.ORGANIZATION)
            and alone
            and self.has_human_apposition(mention.end)
        ):
            return ActorType.PERSON
        if (
            type_ is ActorType.PLACE
            and not alone
            and self._looks_like_person(mention, words)
        ):
            return (
                type_
                if self.gazetteer.is_big_city(" ".join(words))
                else ActorType.PERSON
            )
        if (
            type_ in (ActorType.PERSON, ActorType.ORGANIZATION)
            and alone
            and self._looks_like_place(mention, words[0])
        ):
            return ActorType.PLACE
        if (
            type_ is ActorType.PERSON
            and alone
            and words[0].isupper()
            and len(words[0]) < 5
        ):
            return ActorType.ORGANIZATION  # an acronym
        return type_

    def _type_by_neighbours(
        self, mention: TokenMention, type_: ActorType, words: list[str]
    ) -> ActorType:
        """As the noun beside the name says: "the Alderfen region", "the daily Courier"."""
        if (
            type_ not in (ActorType.PLACE, ActorType.EVENT)
            and len(words) == 1
            and self._is_kind_noun(mention.end, "Place")
        ):
            return ActorType.PLACE
        if type_ is ActorType.OTHER and self._is_kind_noun(
            self._word_before(mention.start), "Person"
        ):
            return ActorType.PERSON  # "rapper Zed0"
        fixed = type_ in (ActorType.GROUP, ActorType.EVENT, ActorType.TIME)
        if not fixed and self._is_kind_noun(
            self._word_before(mention.start), "Organization"
        ):
            return ActorType.ORGANIZATION
        return type_

    def _subtype(self, type_: ActorType, words: list[str]) -> str | None:
        if type_ is ActorType.PLACE:
            return "Settlement" if self.gazetteer.city(" ".join(words)) else None
        if type_ is ActorType.ORGANIZATION:
            return next(
                (
                    self.lexicon.name_words[w]
                    for w in reversed(words)
                    if w in self.lexicon.name_words
                ),
                None,
            )
        return None

    def _looks_like_person(self, mention: TokenMention, words: list[str]) -> bool:
        if not 2 <= len(words) <= 4 or any(
            word in self.lexicon.name_words or not word[:1].isalpha() for word in words
        ):
            return (
                mention.start > 0
                and self.parsed.lower[mention.start - 1] in self.lexicon.cues["title"]
                and len(words) == 1
            )
        before = self.parsed.lower[mention.start - 1] if mention.start else ""
        if (
            before in self.lexicon.cues["title"]
            or self.lexicon.actor_nouns.get(before) == "Person"
            or self.has_human_apposition(mention.end)
        ):
            return True
        return bool(self.gazetteer.genders(words[0]))

    def has_human_apposition(self, i: int) -> bool:
        """Whether a phrase such as ", an academic and" follows."""
        root = self.doc[i - 1]
        if any(
            child.dep_ == "appos" and self._is_human_role(child.lower_)
            for child in root.children
        ):
            return True
        if self.parsed.lower[i : i + 1] != [","] or self.parsed.lower[
            i + 1 : i + 2
        ] not in (["a"], ["an"], ["the"]):
            return False
        for word, tag in zip(
            self.parsed.lower[i + 2 : i + 8],
            self.parsed.tags[i + 2 : i + 8],
            strict=True,
        ):
            if tag in ("NN", "NNP") and (
                self.lexicon.actor_nouns.get(word) == "Person"
                or self._is_human_role(word)
            ):
                return True
            if tag in (",", ".", "IN", "VBD", "VBZ"):
                return False
        return False

    def _is_human_role(self, word: str) -> bool:
        """Whether a noun names a role that people have ("adviser"), not a body ("delegation")."""
        senses = self.lexicon.roles.get(word, ())
        human = self.lexicon.actor_nouns.get(word, "Person") == "Person"
        return (
            human
            and bool(senses)
            and all("Person" in sense.subject_types for sense in senses)
        )

    def _is_kind_noun(self, i: int, kind: str) -> bool:
        """Whether token ``i`` says of what kind the name beside it is: "region", "newspaper"."""
        senses = (
            self.lexicon.roles.get(self.parsed.lower[i], ())
            if 0 <= i < len(self.doc)
            else ()
        )
        return bool(senses) and all(sense.subject_types == {kind} for sense in senses)

    def _word_before(self, i: int) -> int:
        """The token before a name, seen through an opening quotation mark."""
        return i - 2 if i and self.doc[i - 1].text in QUOTES else i - 1

    def _looks_like_place(self, mention: TokenMention, word: str) -> bool:
        before = self.parsed.lower[mention.start - 1] if mention.start else ""
        after = (
            self.parsed.text(mention.end + 1, mention.end + 2)
            if mention.end + 1 < len(self.doc)
            else ""
        )
        within = (
            self.parsed.lower[mention.end : mention.end + 1] == ["in"]
            and self.gazetteer.territory(after) is not None
        )
        known = (
            self.gazetteer.city(word) is not None
            if within
            else self.gazetteer.is_big_city(word)
        )
        return known and (
            within
            or (before in PLACE_PREPOSITIONS and not self.gazetteer.genders(word))
        )

    def introduces_person(self, i: int) -> bool:
        """Whether token ``i`` is a title or a role of people, as before a name."""
        word, lemma = self.parsed.lower[i], self.parsed.lemma(self.doc[i])
        return (
            word in self.lexicon.cues["title"]
            or self._is_human_role(word)
            or self._is_human_role(lemma)
        )
