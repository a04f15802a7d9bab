"""Arguments that a clause with "what" names: "condemned what she called *the sell-off*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.clauses.coordination import actor_of
from actorgraph.extraction.parse.closed_classes import BEFORE_PREDICATE, CALLING
from actorgraph.extraction.parse.dependents import dependents, obliques
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs of naming and judging: "what she *called* a sell-off".
DESCRIBING = CALLING | grammar_words("verb of a bare statement")

#: The pronoun that the clause defines.
FREE = grammar_words("free relative pronoun")

#: How such a clause depends on the word whose argument it is.
ARGUMENT_CLAUSES = ("ccomp", "pcomp", "dobj", "pobj")


def named_by_clause(parsed: ParsedText, governor: Token) -> list[TokenMention]:
    """Return what a clause with "what" names as the argument of a verb or preposition."""
    named: list[TokenMention] = []
    for clause in dependents(governor, *ARGUMENT_CLAUSES):
        if parsed.lemma(clause) in DESCRIBING:
            for noun in _predicates(clause):
                named += actor_of(parsed, noun)
    return named


def doers_in_clause(parsed: ParsedText, governor: Token) -> list[TokenMention]:
    """Return whose deeds a clause with "what" is about: "condemned what *Roth* had done"."""
    doers: list[TokenMention] = []
    for clause in dependents(governor, *ARGUMENT_CLAUSES):
        if _has_free_pronoun(clause) and parsed.lemma(clause) not in DESCRIBING:
            doers += arguments(parsed, clause, ("nsubj",))
    return doers


def _predicates(clause: Token) -> list[Token]:
    """Return the nouns of what is called, seen or said: "called *a sell-off*"."""
    # CASE called: "what she called *a sell-off*", "what she described as *a sell-off*"
    if _has_free_pronoun(clause):
        return dependents(clause, "oprd") + obliques(clause, BEFORE_PREDICATE)
    # CASE said: "what she says is *a sell-off*"
    inner = [word for word in dependents(clause, "ccomp") if _has_free_pronoun(word)]
    return dependents(inner[0], "attr") if inner else []


def _has_free_pronoun(verb: Token) -> bool:
    return any(child.lower_ in FREE and child.i < verb.i for child in verb.children)
