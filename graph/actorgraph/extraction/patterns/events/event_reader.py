"""What every reader of the participants of an event needs: its noun, and the claims to propose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.candidate import Candidate, candidates_stated_by

if TYPE_CHECKING:
    from spacy.tokens import Token


class EventReader:
    """Reads who takes part in an event.

    Attributes:
        noun: The noun of the event.
        words: That noun, as it is and in its dictionary form.
    """

    def __init__(
        self, parsed: ParsedText, event: TokenMention, knowledge: Knowledge
    ) -> None:
        self.parsed = parsed
        self.event = event
        self.noun = parsed.head_of(event)
        self.words = {parsed.lemma(self.noun), self.noun.lower_}
        self.knowledge = knowledge

    def is_one_of(self, words: frozenset[str]) -> bool:
        """Whether the noun of the event is listed, as it is or in its dictionary form."""
        return not self.words.isdisjoint(words)

    def participation(
        self, construction: Construction, trigger: Token, actors: Iterable[TokenMention]
    ) -> Iterator[Candidate]:
        """Yield that actors take part in the event, where their types allow it."""
        for actor in actors:
            yield from candidates_stated_by(
                trigger, self.parsed, construction, actor, self.event, self.knowledge
            )
