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
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.knowledge.lexicon_file import load_lexicon
from actorgraph.extraction.knowledge.reliability import Reliability, load_reliability
from actorgraph.extraction.knowledge.triggers import Triggers, triggers_of
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.model import ActorType
from actorgraph.vocabulary import Vocabulary, load_vocabulary


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
