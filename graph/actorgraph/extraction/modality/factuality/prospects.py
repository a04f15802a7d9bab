"""What a predicate says of an event: "the *meeting* is unlikely", "the *merger* fell through"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.mentions.clauses.verb_wordings import verb_wordings
from actorgraph.extraction.modality.factuality.governing_cues import (
    ORDER,
    GoverningCues,
)
from actorgraph.extraction.parse.closed_classes import OF_WHOLE
from actorgraph.extraction.parse.dependents import dependents
from actorgraph.grammar import grammar_words
from actorgraph.model import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

#: Acts that change nothing before they are done.
DEALS = grammar_words("noun of a deal")
#: Verbs of their end before that, by the dependency label of the act.
FAILING = {
    "nsubj": grammar_words("verb of a deal that fails"),
    "nsubjpass": grammar_words("verb of giving up a deal"),
}

#: Verbs of an event that does not take place, and auxiliaries before verbs of one that does.
UNHELD = grammar_words("verb of an event that comes to nothing")
HAPPENING = grammar_words("verb of taking place")

#: Verbs and predicates of what need not come about: "*looks unlikely*", "is *off* the *table*".
OF_PREDICATES = grammar_words("verb before what an event is")
OPEN = grammar_words("adjective of what need not come about")
STATES = grammar_words("noun of the state of what need not come about")


def cues_in_predicate(noun: Token, governing: GoverningCues) -> set[str]:
    """Return the kinds of cues in what is said of an event that a noun names."""
    if noun.dep_ not in FAILING:
        return set()
    if _comes_to_nothing(noun, governing):
        return {Cue.NEGATION}
    if governing.parsed.lemma(noun.head) not in OF_PREDICATES:
        return set()
    kinds = set[str]()
    for word in dependents(noun.head, "acomp", "oprd", "advmod"):
        # CASE manner: "the *attack* was unlikely to succeed" says nothing of whether it was made
        verbs = dependents(word, "xcomp")
        if verbs and not _happens(verbs, governing):
            continue
        # CASE adjective: "a *meeting* is unlikely", "… is due on Friday", "… is off"
        kinds |= governing.kinds_of(word.lower_, *ORDER)
        kinds |= {Modality.POSSIBLE} if word.lower_ in OPEN else set()
    # CASE state: "a *meeting* is off the table", "… is in doubt"
    is_open = any(word.lower_ in STATES for word in _states(noun.head))
    return kinds | ({Modality.POSSIBLE} if is_open else set())


def _comes_to_nothing(noun: Token, governing: GoverningCues) -> bool:
    wordings = verb_wordings(governing.parsed, noun.head)
    # CASE deal: "Delmore's *takeover* of Norvale collapsed", but not "the *talks* collapsed"
    if noun.lower_ in DEALS and wordings & FAILING[noun.dep_]:
        return True
    # CASE event: "the *meeting* fell through"
    if wordings & UNHELD:
        return True
    # CASE unhappened: "the *meeting* failed to take place"
    if wordings.isdisjoint(governing.lexicon.cues[Cue.DENIAL]):
        return False
    return _happens(dependents(noun.head, "xcomp"), governing)


def _happens(verbs: list[Token], governing: GoverningCues) -> bool:
    return any(verb_wordings(governing.parsed, verb) & HAPPENING for verb in verbs)


def _states(copula: Token) -> Iterator[Token]:
    """Yield what a prepositional predicate names: "in *doubt*", "out of the *question*"."""
    for preposition in dependents(copula, "prep"):
        inner = [
            word for word in dependents(preposition, "prep") if word.lower_ in OF_WHOLE
        ]
        for word in (preposition, *inner):
            yield from dependents(word, "pobj")
