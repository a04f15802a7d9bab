"""The learned reader: a small transformer that tags names and speech and scores relations.

It takes a parsed text and returns a :class:`ModelOutput`. It only proposes: the ontology's types,
the evidence and the calibrated confidence decide what becomes a claim, as they do for the rules.
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
from actorgraph.extraction.learned.token_tree import token_tree
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
    """What the network returns for a text, window by window, and what can be read from it.

    The names and the attributions are tagged in the text as it is. Antecedents and pair scores
    need its mentions and its actors, so they are computed when they are asked for.
    """

    parsed: ParsedText
    outputs: tuple[WindowOutput, ...]
    network: Network

    def names(self) -> list[Name]:
        """Return the tagged names, in text order, without the nouns of roles: rules find those."""
        types = self.network.types
        tagged = tagged_names(self.parsed.doc, self.outputs, types)
        return [name for name in tagged if name[2] is not ActorType.ROLE]

    def speech_tags(self) -> SpeechTags:
        """Return the tagged parts of attributions."""
        return speech_tags(self.parsed.doc, self.outputs)

    def antecedents(self) -> Antecedents:
        """Return the possible antecedents of the pronouns among the mentions of the text."""
        return antecedents(self.parsed, self.outputs, self.network)

    def pair_scores(self, entities: Entities, vocabulary: Vocabulary) -> PairScores:
        """Return how likely each relation between two actors of the text is."""
        return pair_scores(entities, self.outputs, self.network, vocabulary)


class LearnedReader:
    """Runs the network on texts.

    Args:
        weights: Folder of the weights; None for those that ship with the product.

    Raises:
        UsageError: naming the file that is missing or damaged.
    """

    def __init__(self, weights: Path | None = None) -> None:
        self.network = load_network(weights)

    def read(self, parsed: ParsedText) -> ModelOutput:
        """Run the encoder on each window of a text; an empty text has none."""
        sentences = (
            parsed.chars(sentence.start, sentence.end) for sentence in parsed.doc.sents
        )
        tree = token_tree(parsed.doc)
        cut = windows(parsed.doc.text, sentences, tree, self.network.tokenizer)
        outputs = tuple(map(self.network.encode, cut))
        return ModelOutput(parsed, outputs, self.network)
