"""What is known before any text is read.

The ontology's files go in; ``Knowledge`` comes out: relations, the words that express them, names,
and how reliable each way of reading is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from actorgraph.extraction.knowledge.gazetteer import Gazetteer
from actorgraph.extraction.knowledge.gazetteer_files import load_gazetteer
from actorgraph.extraction.knowledge.lexicon import Lexicon, Sense
from actorgraph.extraction.knowledge.lexicon_file import load_lexicon
from actorgraph.extraction.knowledge.reliability import Reliability, load_reliability
from actorgraph.extraction.knowledge.triggers import Triggers, triggers_of
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.model import ActorType
from actorgraph.vocabulary import Vocabulary, load_vocabulary

#: Families of relations between states, of which a capital may be an end.
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
            return self.vocabulary.fits(ActorType.PLACE, "Country", classes)
        return self.vocabulary.fits(mention.type, mention.subtype, classes)

    def fits_sense(
        self, subject: TokenMention, object_: TokenMention, sense: Sense
    ) -> bool:
        """Whether both ends of a relation fit the classes of one way to express it.

        A capital counts as its country where states act: "Paris criticized Rome".
        """
        family = self.vocabulary.relation(sense.relation).family
        of_states = family in FAMILIES_OF_STATES
        ends = (subject, sense.subject_types), (object_, sense.object_types)
        for mention, classes in ends:
            stands_for_state = of_states and mention.capital
            fits_state = self.vocabulary.fits(ActorType.PLACE, "Country", classes)
            if not self.fits(mention, classes) and not (
                stands_for_state and fits_state
            ):
                return False
        return True


def load_knowledge(extensions: tuple[Path, ...]) -> Knowledge:
    """Return all knowledge, with a user's Turtle files on top of the ontology.

    Raises:
        OntologyError: if a file cannot be read, or says something that cannot be understood.
    """
    return Knowledge(
        load_vocabulary(*extensions),
        load_lexicon(*extensions),
        load_gazetteer(),
        load_reliability(),
    )
