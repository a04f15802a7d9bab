"""Judgements of others than the subject of a clause: "it is wrong *for Marsh* to leave"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.clauses.coordination import actor_of
from actorgraph.extraction.parse.closed_classes import (
    COMPLEMENTIZERS,
    INFINITIVE_MARKERS,
)
from actorgraph.extraction.parse.dependents import dependents, has_dependent
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.stances.judging_words import (
    OFFENCES,
    Appraisal,
    appraisals_of_deed,
    appraisals_of_predicates,
)
from actorgraph.extraction.patterns.verbs.voice import agents, agents_after
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Expletive subjects, for a clause: "*it* is wrong that Marsh left".
EXPLETIVES = grammar_words("expletive pronoun")

#: Dependency labels of the clauses that they anticipate.
EXTRAPOSED = ("ccomp", "advcl", "xcomp")
#: Words that begin them: "*that* Marsh left", "for Marsh *to* leave".
OPENING = COMPLEMENTIZERS | INFINITIVE_MARKERS

#: What judges a deed, and not only what it leads to: "it is *absurd* that Marsh left".
OF_DEEDS = grammar_words("adjective of a wrong deed") | grammar_words(
    "adjective of a right deed"
)

#: What blames an agent for an offence: "the violence was *caused* by Marsh".
CAUSING = grammar_words("verb of causing")

#: Whose it is: "it was Marsh's *fault*".
FAULTS = grammar_words("noun of a fault")

#: A judgement with its targets.
Judged = tuple[Appraisal, list[TokenMention]]


def impersonal_judgements(
    parsed: ParsedText, verb: Token, copulas: Collection[str]
) -> Iterator[Judged]:
    """Yield how a clause judges others than its subject; nothing if it is denied."""
    if dependents(verb, "neg"):
        return
    # CASE agent: "the money was stolen *by Marsh*"
    if dependents(verb, "auxpass"):
        for appraisal in _of_passive(parsed, verb):
            yield appraisal, agents(parsed, verb)
    if parsed.lemma(verb) not in copulas:
        return
    predicates = dependents(verb, "attr", "acomp")
    for predicate in predicates:
        for appraisal in appraisals_of_predicates(parsed, [predicate]):
            # CASE deed: "it is a ploy *by Marsh*"
            yield appraisal, agents_after(parsed, predicate)
            yield appraisal, _in_clause(parsed, verb, predicate)
    yield from _faults(parsed, verb)


def _faults(parsed: ParsedText, copula: Token) -> Iterator[Judged]:
    """Yield whose fault it is: "it was *Marsh's* fault"."""
    for noun in dependents(copula, "attr"):
        if parsed.lemma(noun) not in FAULTS:
            continue
        fault = Appraisal(Construction.BLAME_IN_SPEECH, noun)
        for owner in dependents(noun, "poss"):
            yield fault, actor_of(parsed, owner)


def _of_passive(parsed: ParsedText, verb: Token) -> Iterator[Appraisal]:
    """Yield how a passive verb judges its agent."""
    yield from appraisals_of_deed(parsed, verb)
    # CASE cause: "the violence was caused by Marsh"
    if parsed.lemma(verb) not in CAUSING:
        return
    suffered = set(map(parsed.lemma, dependents(verb, "nsubjpass")))
    if not OFFENCES.isdisjoint(suffered):
        yield Appraisal(Construction.WRONGDOING_IN_SPEECH, verb)


def _in_clause(
    parsed: ParsedText, copula: Token, predicate: Token
) -> list[TokenMention]:
    """Return who does what a judgement is about: "it is absurd that *Marsh* left"."""
    if predicate.lower_ not in OF_DEEDS:
        return []
    if not has_dependent(copula, EXPLETIVES, "nsubj", "expl"):
        return []
    actors: list[TokenMention] = []
    for governor in (copula, predicate):
        for clause in dependents(governor, *EXTRAPOSED):
            actors += _doers(parsed, clause)
    return actors


def _doers(parsed: ParsedText, clause: Token) -> list[TokenMention]:
    """Return the agents in the clause that an expletive subject anticipates."""
    is_opened = has_dependent(clause, OPENING, "mark", "aux")
    if not is_opened or not dependents(clause, "nsubj"):
        return []
    actors = arguments(parsed, clause, ("nsubj",))
    # CASE people: in "it is wrong that people starve" they are not to blame
    return [actor for actor in actors if not actor.is_group]
