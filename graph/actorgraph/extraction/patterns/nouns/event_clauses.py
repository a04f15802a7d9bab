"""Clauses beside the noun of an event: "the charge *that Roth lied*", "calls for Roth *to go*"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.parse.dependents import dependents, has_dependent, obliques
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Dependencies of a clause beside its noun.
CLAUSES = ("acl", "ccomp", "relcl")
#: Those of an infinitive, which the parse can attach to the noun or to whoever is to act.
INFINITIVES = ("acl", "advcl", "ccomp", "relcl", "xcomp")


def subjects_of_clauses(
    parsed: ParsedText, noun: Token, conjunctions: frozenset[str]
) -> Iterator[TokenMention]:
    """Yield who does what a noun is about: "the accusation that *Roth* lied"."""
    for clause in dependents(noun, *CLAUSES):
        marks = {mark.lower_ for mark in dependents(clause, "mark")}
        if not marks.isdisjoint(conjunctions):
            yield from arguments(parsed, clause, ("nsubj",))


def has_infinitive(noun: Token, markers: frozenset[str]) -> bool:
    """Whether an infinitive says what someone shall do: "calls for Roth *to go*"."""
    for governor in (noun, *obliques(noun)):
        for verb in dependents(governor, *INFINITIVES):
            if has_dependent(verb, markers, "aux"):
                return True
    return False
