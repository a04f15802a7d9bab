"""Stances that an intention shows: "Roth *wants to introduce* a levy"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.clauses.direct_objects import objects
from actorgraph.extraction.mentions.clauses.intentions import (
    INTENTIONS,
    owners_of_intention,
)
from actorgraph.extraction.parse.dependents import (
    RELATIVE_CLAUSES,
    dependents,
    is_infinitive,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.candidate import Candidate, construction_candidates
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What someone wants to do with a plan → what that shows.
STANCE_VERBS = (
    (grammar_words("verb of furthering"), Construction.INTENDED_SUPPORT),
    (grammar_words("verb of undoing"), Construction.INTENDED_OPPOSITION),
)

#: Verbs and adjectives before what someone wants done: "*wants* to", "is *determined* to".
INTENDING = grammar_words("verb of intending")
WILLING = grammar_words("adjective of intending")

#: Nouns for what someone wants done, and verbs of having it: "*set out plans* to".
OWN_INTENTIONS = INTENTIONS - grammar_words("noun of a refusal")
#: Verbs before such a noun: "*set out* plans to scrap the levy".
HAVING = grammar_words("verb of having an intention")

#: Events whose plan shows support: "wants to hold a *referendum*", but not "wants to hold *talks*".
CAUSES = grammar_words("noun of an event to be for")


def intended_stance_candidates(
    parsed: ParsedText, knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield the plans that someone is for or against by what they want to do, in text order."""
    for verb in parsed.doc:
        construction = _construction(parsed, verb)
        if construction is None:
            continue
        trigger, intenders = _intention(parsed, verb)
        plans = [plan for plan in objects(parsed, verb) if _is_plan(parsed, plan)]
        for intender, plan in product(intenders, plans):
            yield from construction_candidates(
                parsed,
                construction,
                intender,
                plan,
                knowledge,
                trigger=trigger.i,
                word=parsed.lemma(verb),
            )


def _construction(parsed: ParsedText, verb: Token) -> Construction | None:
    """Return what the infinitive of a verb shows of who intends it; None for other words."""
    # CASE denied: "decided *not* to introduce it"
    is_denied = bool(dependents(verb, "neg"))
    if verb.tag_ != "VB" or is_denied or not is_infinitive(verb):
        return None
    for verbs, construction in STANCE_VERBS:
        if parsed.phrasal(verb) in verbs:
            return construction
    return None


def _intention(parsed: ParsedText, verb: Token) -> tuple[Token, list[TokenMention]]:
    """Return the word of an intention above an infinitive, and who has it."""
    word = verb.head
    if dependents(word, "neg", "auxpass"):
        return word, []
    # CASE verb: "*Roth* wants to introduce it", "*Roth* urged Marsh to introduce it"
    if verb.dep_ in ("xcomp", "ccomp") and parsed.lemma(word) in INTENDING:
        return word, arguments(parsed, word, ("nsubj",))
    # CASE adjective: "*Roth* is determined to introduce it"
    if verb.dep_ == "xcomp" and word.dep_ == "acomp" and word.lower_ in WILLING:
        denied = dependents(word.head, "neg")
        return word, [] if denied else arguments(parsed, word.head, ("nsubj",))
    # CASE noun: "*Roth's* plan to introduce it", "*Roth* has a plan to introduce it"
    if verb.dep_ in RELATIVE_CLAUSES and parsed.lemma(word) in OWN_INTENTIONS:
        return word, owners_of_intention(parsed, word) or _having(parsed, word)
    return word, []


def _having(parsed: ParsedText, noun: Token) -> list[TokenMention]:
    """Return who has an intention, as a verb says: "*Roth* set out plans"."""
    verb = noun.head
    if noun.dep_ != "dobj" or parsed.phrasal(verb) not in HAVING:
        return []
    if dependents(verb, "neg"):
        return []
    return arguments(parsed, verb, ("nsubj",))


def _is_plan(parsed: ParsedText, mention: TokenMention) -> bool:
    """Whether a mention is something that people are for or against."""
    if mention.type is ActorType.WORK:
        return True
    noun = parsed.head_of(mention)
    return parsed.lemma(noun) in CAUSES
