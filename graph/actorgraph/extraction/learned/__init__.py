"""The learned reader: a small transformer that sees names and relations in a text, beside what the rules read.

It proposes; the ontology's types, the evidence and the calibrated confidence decide, as they do about the rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from actorgraph.extraction.learned.antecedents import Antecedents, antecedents
from actorgraph.extraction.learned.encoding import windows
from actorgraph.extraction.learned.name_tags import Name, tagged_names
from actorgraph.extraction.learned.neural_network import (
    Network,
    WindowOutput,
    load_network,
)
from actorgraph.extraction.learned.pair_scores import PairScore, PairScores, pair_scores
from actorgraph.extraction.learned.speech_tags import SpeechTags, speech_tags
from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.model import ActorType
from actorgraph.vocabulary import Vocabulary

__all__ = [
    "Antecedents",
    "LearnedReader",
    "ModelOutput",
    "PairScore",
    "PairScores",
    "SpeechTags",
]


@dataclass(frozen=True, slots=True)
class ModelOutput:
    """What the network sees on a page."""

    parsed: ParsedText
    outputs: tuple[WindowOutput, ...]
    network: Network

    def names(self) -> list[Name]:
        """Names, in text order; the nouns of roles are read by rules."""
        tagged = tagged_names(self.parsed.doc, self.outputs, self.network.types)
        return [name for name in tagged if name[2] is not ActorType.ROLE]

    def parts(self) -> SpeechTags:
        """Who says what."""
        return speech_tags(self.parsed.doc, self.outputs)

    def antecedents(self) -> Antecedents:
        """Whom the pronouns of the page may mean."""
        return antecedents(self.parsed, self.outputs, self.network)

    def pair_scores(self, entities: Entities, vocabulary: Vocabulary) -> PairScores:
        """How likely each relation is between the actors of the page."""
        return pair_scores(entities, self.outputs, self.network, vocabulary)


class LearnedReader:
    """Runs the network over pages.

    Args:
        weights: Folder of the weights; None for those that ship with the product.

    Raises:
        UsageError: naming the file that is missing or damaged.
    """

    def __init__(self, weights: Path | None = None) -> None:
        self.network = load_network(weights)

    def look(self, parsed: ParsedText) -> ModelOutput:
        """See a page, window by window."""
        sentences = (
            parsed.chars(sentence.start, sentence.end)
            for sentence in parsed.sentences()
        )
        cut = windows(parsed.doc.text, sentences, self.network.tokenizer)
        return ModelOutput(
            parsed, tuple(self.network.look(window) for window in cut), self.network
        )
