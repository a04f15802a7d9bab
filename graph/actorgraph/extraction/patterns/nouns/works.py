"""Works with their makers: "*Roth's plan*", "a report *by Delmore Bank*"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.parse.dependents import dependents, obliques
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.candidate import Candidate, construction_candidates
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Works that belong to who made them: "Roth's *plan*", unlike "Roth's biography".
OWN_WORKS = grammar_words("noun for a work of its owner")
#: "a report *by* Delmore Bank".
BEFORE_MAKER = grammar_words("preposition before a maker")


def work_candidates(parsed: ParsedText, knowledge: Knowledge) -> Iterator[Candidate]:
    """Yield the makers of the works that a text describes, in text order."""
    for work in parsed.in_order():
        if work.type is not ActorType.WORK or not work.is_description:
            continue
        noun = parsed.head_of(work)
        word = parsed.lemma(noun)
        if word not in OWN_WORKS:
            continue
        for maker in _makers(parsed, noun):
            yield from construction_candidates(
                parsed, Construction.POSSESSIVE, work, maker, knowledge, word=word
            )


def _makers(parsed: ParsedText, noun: Token) -> Iterator[TokenMention]:
    """Yield the owner of a work, and its author."""
    for word in (*dependents(noun, "poss"), *obliques(noun, BEFORE_MAKER)):
        for maker in parsed.actors_at(word.i):
            if not maker.is_description:
                yield maker
