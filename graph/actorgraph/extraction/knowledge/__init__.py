"""What the reading knows before it reads: the ontology's terms, its words, gazetteers, and how reliable each way is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from actorgraph.extraction.knowledge.gazetteer import Gazetteer, load_gazetteer
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.knowledge.lexicon_file import load_lexicon
from actorgraph.extraction.knowledge.reliability import Reliability, load_reliability
from actorgraph.extraction.knowledge.triggers import Triggers, triggers_of
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.model import ActorType
from actorgraph.vocabulary import Vocabulary, load_vocabulary


@dataclass(frozen=True)
class Knowledge:
    """The four sources of knowledge, as one thing to hand on."""

    vocabulary: Vocabulary
    lexicon: Lexicon
    gazetteer: Gazetteer
    reliability: Reliability

    @cached_property
    def triggers(self) -> Triggers:
        """The words that express each relation."""
        return triggers_of(self.lexicon, self.vocabulary)

    def fits(self, mention: TokenMention, classes: Iterable[str]) -> bool:
        """Whether a chunk's type or subtype is, or is below, one of these classes; "Russian" counts as the country."""
        if mention.demonym:
            return self.vocabulary.fits(ActorType.PLACE, "Country", classes)
        return self.vocabulary.fits(mention.type, mention.subtype, classes)


def load_knowledge(extensions: tuple[Path, ...]) -> Knowledge:
    """Load everything, with a user's Turtle files on top of the ontology."""
    return Knowledge(
        load_vocabulary(*extensions),
        load_lexicon(*extensions),
        load_gazetteer(),
        load_reliability(),
    )
