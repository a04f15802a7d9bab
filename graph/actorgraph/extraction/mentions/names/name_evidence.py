"""What word lists, gazetteers and neighbouring words say about a possible name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from actorgraph.extraction.knowledge.actor_types import MATTERS, SETTLEMENT
from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.gazetteer import Gazetteer
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.parse.closed_classes import (
    ARTICLES,
    DEFINITE,
    NEUTER_POSSESSIVES,
    OF_WHOLE,
)
from actorgraph.extraction.parse.dependents import dependents, has_dependent
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import COMPLEMENT_TAGS
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

QUOTES = frozenset({'"', "“", "'", "‘"})

#: "U.N.", "E.U."
DOTTED_ACRONYM = re.compile(r"(?:[A-Z]\.){2,}")

#: An apposition names its role within this many tokens of its article.
APPOSITION_REACH = 6
#: Tags that end the search for that role.
APPOSITION_END_TAGS = (",", ".", "IN", "VBD", "VBZ")

#: Tags of the words of a noun phrase.
PHRASE_TAGS = COMPLEMENT_TAGS - {"IN", "TO", "CC"}

#: Nouns for persons and for bodies: "a *rival*".
PERSONS_OR_BODIES = grammar_words("noun of persons and of bodies")
#: Nouns of matters that names of bodies end in as well: "the Alderfen Media *Project*".
MATTERS_OR_BODIES = grammar_words("noun of matters and of bodies")
#: Words at the end of names of bodies that are surnames as well: "David *Steel*".
SURNAMES = grammar_words("end of a body's name that is also a surname")


class ListedName(NamedTuple):
    """What the gazetteer or the lexicon says about a name."""

    type: ActorType
    subtype: str | None = None
    demonym: bool = False


class NameEvidence:
    """Answers questions about the words of a text that may be, or be beside, a name."""

    def __init__(
        self, parsed: ParsedText, gazetteer: Gazetteer, lexicon: Lexicon
    ) -> None:
        self.parsed = parsed
        self.doc = parsed.doc
        self.gazetteer = gazetteer
        self.lexicon = lexicon

    def listed(self, start: int, end: int) -> ListedName | None:
        """Return what the gazetteer or the lexicon lists under these words, if anything."""
        text = self.parsed.text(start, end)
        body = self._known_name(text)
        if body is not None:
            return body
        territory = self.gazetteer.territory(text)
        if territory is not None:
            return ListedName(ActorType.PLACE, territory.subtype)
        # "Polish", but not "to polish"
        is_verb = self.parsed.tags[start] == "VBP"
        if self.gazetteer.demonym(text) is not None and not is_verb:
            return ListedName(ActorType.GROUP, demonym=True)
        return self._listed_body(text)

    def _known_name(self, text: str) -> ListedName | None:
        """Return what the lexicon lists under a name, with points between its letters or not."""
        known_names = self.lexicon.known_names
        if text not in known_names and DOTTED_ACRONYM.fullmatch(text):
            text = text.replace(".", "")
        if text not in known_names:
            return None
        type_, subtype = known_names[text]
        return ListedName(ActorType(type_), subtype)

    def _listed_body(self, text: str) -> ListedName | None:
        if text in self.lexicon.homes:
            return ListedName(ActorType.ORGANIZATION)
        if text in self.gazetteer.metonyms:
            return ListedName(ActorType.ORGANIZATION, "GovernmentBody")
        if text in self.gazetteer.capitals:
            return ListedName(ActorType.PLACE, SETTLEMENT)
        return None

    def is_capital(self, start: int, end: int) -> bool:
        """Whether these words name the capital of a country."""
        text = self.parsed.text(start, end)
        return text in self.gazetteer.capitals

    # words ------------------------------------------------------------------------------

    def is_title(self, i: int) -> bool:
        """Whether token ``i`` is a title: "Mr", "Dr."; false out of range."""
        return self.parsed.word(i) in self.lexicon.cues[Cue.TITLE]

    def is_noun_for_person(self, i: int) -> bool:
        """Whether token ``i`` is a noun that describes a person: "rapper"."""
        return self.lexicon.actor_nouns.get(self.parsed.word(i)) == ActorType.PERSON

    def is_for_either(self, i: int) -> bool:
        """Whether token ``i`` is a noun for people and for bodies: "broker"."""
        return self.parsed.word(i) in PERSONS_OR_BODIES

    def is_led(self, i: int) -> bool:
        """Whether token ``i`` ends the name of a head's body: "leader of the *House* Ada Quint"."""
        while i > 0 and self.parsed.tags[i] in PHRASE_TAGS:
            i -= 1
        if self.parsed.word(i) not in OF_WHOLE:
            return False
        return self.introduces_person(i - 1)

    def is_given_name(self, i: int) -> bool:
        """Whether token ``i`` is in a list of given names."""
        return bool(self.gazetteer.genders(self.doc[i].text))

    def type_of_matter(self, i: int) -> ActorType | None:
        """Return the type if token ``i`` is a noun for a text or an event: "Accord"."""
        word = self.parsed.word(i)
        type_ = self.lexicon.actor_nouns.get(word)
        if type_ not in MATTERS or word in MATTERS_OR_BODIES:
            return None
        return ActorType(type_)

    def ends_organisation(self, i: int) -> bool:
        """Whether token ``i`` is a word that ends names of organisations: "Bank", "Party"."""
        word = self.doc[i]
        if word.text not in self.lexicon.name_words:
            return False
        if word.lower_ not in SURNAMES or i == 0:
            return True
        # CASE surname: "David *Steel*", but not "Norvale *Steel*" or "the David *Post*"
        if self.parsed.word(i - 2) in DEFINITE:
            return True
        return not self.is_given_name(i - 1)

    def head_of_name(self, start: int, end: int) -> int:
        """Return the last word of a name before "of" or "for": the *Centre* for Law and Order."""
        for i in range(start + 1, end):
            if self.parsed.tags[i] == "IN":
                return i - 1
        return end - 1

    def last_word(self, name: TokenMention) -> str:
        """Return the last word of a name, with what a hyphen joins to it: "Dana *Roth-Hale*"."""
        start = name.end - 1
        while start - 2 > name.start and self.doc[start - 1].text == "-":
            start -= 2
        return self.parsed.text(start, name.end)

    def is_legal_form(self, i: int) -> bool:
        """Whether token ``i`` is the legal form of a company: "Ltd", "PLC", "S.A."."""
        if not 0 <= i < len(self.doc):
            return False
        forms = self.lexicon.legal_forms
        word = self.doc[i].text.replace(".", "")
        if word in forms:
            return True
        # "PLC" and "plc" for "Plc", but not "As" for "AS"
        return len(word) > 2 and word.capitalize() in forms

    # neighbours -------------------------------------------------------------------------

    def introduces_person(self, i: int) -> bool:
        """Whether token ``i`` may precede a person's name: a title, or a role that people have."""
        if self.is_title(i) or self._is_human_role(self.parsed.lower[i]):
            return True
        lemma = self.parsed.lemma(self.doc[i])
        return self._is_human_role(lemma)

    def is_noun_for(self, i: int, kind: ActorType) -> bool:
        """Whether token ``i`` says that the name beside it is of a kind: "region", "daily"."""
        senses = self.lexicon.roles.get(self.parsed.word(i), ())
        return bool(senses) and all(sense.subject_types == {kind} for sense in senses)

    def word_before(self, i: int) -> int:
        """Return the token before a name, skipping an opening quotation mark; −1 for none."""
        before = i - 1
        if before >= 0 and self.doc[before].text in QUOTES:
            return before - 1
        return before

    def has_human_apposition(self, end: int) -> bool:
        """Whether an apposition after a name that ends there says that it is a person's."""
        if self._is_apposed_by_parse(end):
            return True
        return self._is_apposed_after_comma(end)

    def has_body_apposition(self, end: int) -> bool:
        """Whether the parser attaches a noun for a body: "Gamix, a Norwegian *lender*"."""
        return any(map(self._is_noun_for_body, self._appositions(end)))

    def has_own_people(self, end: int) -> bool:
        """Whether a role in it follows a name that ends there: "Gamix and its *chairman*"."""
        return any(
            has_dependent(noun, NEUTER_POSSESSIVES, "poss")
            and self._is_human_role(noun.lower_)
            for noun in dependents(self.doc[end - 1], "conj")
        )

    def _is_noun_for_body(self, word: str) -> bool:
        return self.lexicon.actor_nouns.get(word) == ActorType.ORGANIZATION

    def _is_apposed_by_parse(self, end: int) -> bool:
        """Whether the parser attaches a role: "Quint, once more a *historian*"."""
        return any(map(self._is_human_role, self._appositions(end)))

    def _appositions(self, end: int) -> Iterator[str]:
        """Yield the nouns that the parser attaches to a name which ends there."""
        for child in self.doc[end - 1].children:
            if child.dep_ == "appos":
                yield child.lower_

    def _is_apposed_after_comma(self, comma: int) -> bool:
        """Whether a comma, an article and a role follow: "Quint*, an* Oslo *historian*"."""
        if (
            self.parsed.word(comma) != ","
            or self.parsed.word(comma + 1) not in ARTICLES
        ):
            return False
        first = comma + 2
        for i in range(first, min(first + APPOSITION_REACH, len(self.doc))):
            if self.parsed.tags[i] in ("NN", "NNP") and self._describes_person(i):
                return True
            if self.parsed.tags[i] in APPOSITION_END_TAGS:
                return False
        return False

    def _describes_person(self, i: int) -> bool:
        word = self.parsed.lower[i]
        # CASE ambiguous noun: "Delmore, a *rival* of Brightwater", says nothing of the kind
        if word in PERSONS_OR_BODIES:
            return False
        return self.is_noun_for_person(i) or self._is_human_role(word)

    def _is_human_role(self, word: str) -> bool:
        """Whether a noun names a role that people have ("adviser"), not a body ("delegation")."""
        senses = self.lexicon.roles.get(word, ())
        if (
            word in PERSONS_OR_BODIES
            or not senses
            or not self._may_describe_person(word)
        ):
            return False
        return all(ActorType.PERSON in sense.subject_types for sense in senses)

    def _may_describe_person(self, word: str) -> bool:
        return self.lexicon.actor_nouns.get(word) in (None, ActorType.PERSON)
