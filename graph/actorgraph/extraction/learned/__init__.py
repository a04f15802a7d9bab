"""The learned reader: a small transformer that sees names and relations in a text, beside what the rules read.

It proposes; the ontology's types, the evidence and the calibrated confidence decide, as they do about the rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from actorgraph.extraction.cast import Cast
from actorgraph.extraction.learned.antecedents import Antecedents, antecedents
from actorgraph.extraction.learned.encoding import windows
from actorgraph.extraction.learned.names import Name, tagged_names
from actorgraph.extraction.learned.network import Network, Sight, load_network
from actorgraph.extraction.learned.pairs import Opinion, Opinions, opinions
from actorgraph.extraction.learned.parts import Parts, tagged_parts
from actorgraph.extraction.page import Page
from actorgraph.model import ActorType
from actorgraph.vocabulary import Vocabulary

__all__ = ["Antecedents", "Insight", "LearnedReader", "Opinion", "Opinions", "Parts"]


@dataclass(frozen=True, slots=True)
class Insight:
    """What the network sees on a page."""

    page: Page
    sights: tuple[Sight, ...]
    network: Network

    def names(self) -> list[Name]:
        """Names, in text order; the nouns of roles are read by rules."""
        tagged = tagged_names(self.page.doc, self.sights, self.network.types)
        return [name for name in tagged if name[2] is not ActorType.ROLE]

    def parts(self) -> Parts:
        """Who says what."""
        return tagged_parts(self.page.doc, self.sights)

    def antecedents(self) -> Antecedents:
        """Whom the pronouns of the page may mean."""
        return antecedents(self.page, self.sights, self.network)

    def opinions(self, cast: Cast, vocabulary: Vocabulary) -> Opinions:
        """How likely each relation is between the actors of the page."""
        return opinions(cast, self.sights, self.network, vocabulary)


class LearnedReader:
    """Runs the network over pages.

    Args:
        weights: Folder of the weights; None for those that ship with the product.

    Raises:
        UsageError: naming the file that is missing or damaged.
    """

    def __init__(self, weights: Path | None = None) -> None:
        self.network = load_network(weights)

    def look(self, page: Page) -> Insight:
        """See a page, window by window."""
        sentences = (page.chars(sentence.start, sentence.end) for sentence in page.sentences())
        cut = windows(page.doc.text, sentences, self.network.tokenizer)
        return Insight(page, tuple(self.network.look(window) for window in cut), self.network)
