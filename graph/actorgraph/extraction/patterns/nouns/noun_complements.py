"""What prepositions after a noun introduce: "the arrest *of Roth* by Marsh"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import NounFrame
from actorgraph.extraction.mentions.clauses.coordination import complements
from actorgraph.extraction.parse.closed_classes import BEFORE_AGENT, OF_WHOLE
from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.nouns.event_clauses import subjects_of_clauses
from actorgraph.extraction.patterns.verbs.deeds import participles_of_doing
from actorgraph.extraction.patterns.verbs.owned_objects import owners_reached

if TYPE_CHECKING:
    from spacy.tokens import Token


class NounComplements:
    """The complements of a noun, as one frame of it takes them."""

    def __init__(self, parsed: ParsedText, noun: Token, frame: NounFrame) -> None:
        self.parsed = parsed
        self.noun = noun
        self.frame = frame

    def marked(self, prepositions: frozenset[str]) -> list[TokenMention]:
        """Return the complements that some prepositions introduce."""
        marked = list(subjects_of_clauses(self.parsed, self.noun, prepositions))
        for child in self._prepositions():
            if child.lower_ in prepositions:
                marked.extend(complements(self.parsed, child))
                marked.extend(self._reached_by(child))
            # CASE nested: "the arrest of Roth *by Marsh*", where "by" depends on the name
            for inner in _prepositions_of_complement(child):
                if self._is_nested(child, inner) and inner.lower_ in prepositions:
                    marked.extend(complements(self.parsed, inner))
        return marked

    def _prepositions(self) -> Iterator[Token]:
        """Yield the prepositions after the noun: "criticism *by* Roth", "made *by* Roth"."""
        participles = participles_of_doing(self.parsed, (self.noun,))
        for governor in (self.noun, *participles):
            yield from dependents(governor, "prep", "agent")

    def _reached_by(self, preposition: Token) -> Iterator[TokenMention]:
        """Yield whose the objects are: "criticism of *Roth's* plan", "a raid on *Norse* camps"."""
        if preposition.lower_ not in self.frame.object_prepositions:
            return
        relation = self.frame.sense.relation
        yield from owners_reached(self.parsed, preposition, ("pobj",), relation)

    def _is_nested(self, outer: Token, inner: Token) -> bool:
        """Whether a preposition below the complement of another belongs to the noun."""
        if inner.lower_ in BEFORE_AGENT:
            return True
        # CASE giver: "support for Roth *from Marsh*", but not "support for refugees from Norland"
        if inner.lower_ in self.frame.subject_prepositions:
            receiver = self.parsed.actor_at(inner.head.i)
            is_object = outer.lower_ in self.frame.object_prepositions
            return is_object and _is_name(receiver)
        # CASE object after the agent: "the attack by Roth's men *on Norland*", "help from Roth *for
        # Marsh*", but not "criticism from the mayor *of* Norland"
        is_agent = outer.lower_ in BEFORE_AGENT or inner.lower_ not in OF_WHOLE
        return is_agent and outer.lower_ in self.frame.subject_prepositions


def _prepositions_of_complement(preposition: Token) -> Iterator[Token]:
    for noun in dependents(preposition, "pobj"):
        yield from noun.children


def _is_name(mention: TokenMention | None) -> bool:
    if mention is None:
        return False
    return mention.is_name
