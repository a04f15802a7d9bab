"""What is known before any text is read.

The ontology's files go in; ``Knowledge`` comes out: relations, the words that express them, names,
and how reliable each way of reading is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from actorgraph.extraction.knowledge.actor_types import COUNTRY, REGION, SETTLEMENT
from actorgraph.extraction.knowledge.gazetteer import Gazetteer
from actorgraph.extraction.knowledge.gazetteer_files import load_gazetteer
from actorgraph.extraction.knowledge.lexicon import Lexicon, Sense
from actorgraph.extraction.knowledge.lexicon_file import load_lexicon
from actorgraph.extraction.knowledge.reliability import Reliability, load_reliability
from actorgraph.extraction.knowledge.triggers import Triggers, triggers_of
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import ActorType
from actorgraph.vocabulary import Vocabulary, load_vocabulary

#: Families of relations between states, where a capital may mean its state.
FAMILIES_OF_STATES = frozenset({"Diplomacy", "Support", "Hostility"})


@dataclass(frozen=True)
class Knowledge:
    """The four knowledge sources, bundled."""

    vocabulary: Vocabulary
    lexicon: Lexicon
    gazetteer: Gazetteer
    reliability: Reliability

    @cached_property
    def triggers(self) -> Triggers:
        """Relation → the words that express it."""
        return triggers_of(self.lexicon, self.vocabulary)

    def fits(self, mention: TokenMention, classes: Iterable[str]) -> bool:
        """Whether a mention's type or subtype is, or is below, one of these classes.

        A demonym ("Russian") counts as its country.
        """
        if mention.demonym:
            return self.vocabulary.fits(ActorType.PLACE, COUNTRY, classes)
        return self.vocabulary.fits(mention.type, mention.subtype, classes)

    def fits_sense(
        self,
        parsed: ParsedText,
        subject: TokenMention,
        object_: TokenMention,
        sense: Sense,
    ) -> bool:
        """Whether both ends of a relation fit the classes of one way to express it.

        A capital counts as its country where states act: "Paris criticized Rome".  A people is a
        group too: "soldiers arrested a hundred *Danes*".  A city that is a region is a town too:
        "said in *Hamburg*"; not a capital, where those who speak for a country are at home.
        """
        family = self.vocabulary.relation(sense.relation).family
        of_states = family in FAMILIES_OF_STATES
        ends = (subject, sense.subject_types), (object_, sense.object_types)
        for mention, classes in ends:
            fits = self.fits(mention, classes)
            if of_states and mention.capital:
                fits |= self.vocabulary.fits(ActorType.PLACE, COUNTRY, classes)
            if mention.demonym and self._is_people(parsed, mention):
                fits |= self.vocabulary.fits(mention.type, mention.subtype, classes)
            if mention.subtype == REGION and self._is_city(parsed, mention):
                fits |= self.vocabulary.fits(mention.type, SETTLEMENT, classes)
            if not fits:
                return False
        return True

    def _is_city(self, parsed: ParsedText, mention: TokenMention) -> bool:
        name = parsed.mention_text(mention)
        if name in self.gazetteer.capitals:
            return False
        return self.gazetteer.is_big_city(name)

    def _is_people(self, parsed: ParsedText, mention: TokenMention) -> bool:
        name = parsed.mention_text(mention)
        return self.gazetteer.is_people(name)


def load_knowledge(extensions: tuple[Path, ...]) -> Knowledge:
    """Return all knowledge, with a user's Turtle files on top of the ontology.

    Raises:
        OntologyError: if a file cannot be read, or says something that cannot be understood.
    """
    return Knowledge(
        load_vocabulary(*extensions),
        load_lexicon(*extensions),
        load_gazetteer(),
        load_reliability(*extensions),
    )
