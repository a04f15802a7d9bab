"""What a word says of itself by its form, its modifiers and its arguments: "will *meet* nobody"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.modality.factuality.futures import (
    is_future_in_past,
    is_scheduled,
    is_told_later,
)
from actorgraph.extraction.modality.factuality.governing_cues import (
    ORDER,
    SCHEDULING,
    GoverningCues,
)
from actorgraph.extraction.modality.factuality.prospects import cues_in_predicate
from actorgraph.extraction.modality.factuality.purposes import is_fulfilled
from actorgraph.extraction.modality.factuality.unreality import (
    OF_POLITENESS,
    POLITE_WISHES,
    is_condition,
)
from actorgraph.extraction.parse.closed_classes import PERFECT_FORMS
from actorgraph.extraction.parse.dependents import (
    DIRECT_ARGUMENTS,
    dependents,
    has_dependent,
    is_infinitive,
)
from actorgraph.grammar import grammar_words
from actorgraph.model import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs of a change that the progressive puts ahead: "is *moving* to Oslo".
CHANGES = grammar_words("verb of a change")

#: Verbs whose denial says nothing against what was done: "did not *mean* to hurt Marsh".
MEANING = grammar_words("verb of meaning an act")

#: Verbs that say what someone is: "was mistakenly *named* as the head".
OF_CALLING = grammar_words("verb of calling somebody something")

#: Participles of what is to come: "is *expected* in Oslo".
AWAITED = grammar_words("participle of a plan")

#: Nouns of a journey that is not over: "is on her *way* to Oslo".
JOURNEYS = grammar_words("noun of a journey under way")

#: Before "of" and what was not done: "*instead* of meeting Marsh".
OF_ALTERNATIVE = grammar_words("adverb before what is not done")

#: After a negation that denies nothing: "did not *only* meet Roth".
RESTRICTING = grammar_words("adverb of a restriction")

#: Dependencies of words that modify a verb or noun: auxiliaries, adverbs, adjectives, articles.
MODIFYING = frozenset({"aux", "neg", "mark", "advmod", "amod", "det", "preconj"})


def cues_at(token: Token, governing: GoverningCues) -> set[str]:
    """Return the kinds of cues of a word: beside it, in it, and in its form."""
    kinds = cues_beside(token, None, governing)
    # CASE mistake: "was *mistakenly* named as the head", but not "*wrongly* convicted"
    is_false = has_dependent(token, governing.lexicon.cues[Cue.FALSELY], "advmod")
    if is_false and governing.parsed.lemma(token) in OF_CALLING:
        kinds.add(Cue.NEGATION)
    kinds |= cues_in_predicate(token, governing)
    kinds |= _cues_in_adjective(token, governing)
    return kinds | _cues_in_form(token, governing)


def cues_beside(
    token: Token, below: Token | None, governing: GoverningCues
) -> set[str]:
    """Return the kinds of cues among the modifiers and the arguments of a word.

    Args:
        token: The word.
        below: The argument whose own negation already counts, if any.
        governing: The words that express modality.
    """
    kinds: set[str] = set()
    # CASE lack: "left without *meeting* Marsh"
    if token.dep_ == "pcomp":
        kinds |= governing.kinds_of(token.head.lower_, Cue.NEGATION)
        # CASE alternative: "*instead of* meeting Marsh"
        adverbs = (token.head.head, *token.head.children)
        if any(word.lower_ in OF_ALTERNATIVE for word in adverbs):
            kinds.add(Cue.NEGATION)
    for child in token.children:
        # CASE modifier: "will *meet*", "a possible *visit*"
        if child.dep_ in MODIFYING:
            kinds |= _kinds_of_modifier(child, token, governing)
            # CASE given up: "*no longer* believe that Roth met Marsh"
            if below is not None and child.lower_ in governing.lexicon.cues[Cue.ENDED]:
                kinds |= {Cue.NEGATION} if dependents(child, "neg") else set()
        # CASE negative argument: "*nobody* met Roth", "met *no* minister"
        elif child.dep_ in DIRECT_ARGUMENTS and child != below:
            kinds |= _negation_of(child, governing)
    return kinds | _cues_in_infinitive(token, governing)


def _kinds_of_modifier(
    modifier: Token, token: Token, governing: GoverningCues
) -> set[str]:
    # CASE condition: "*should* Roth meet Marsh, …"
    if modifier.tag_ == "MD" and is_condition(token):
        return {Modality.POSSIBLE}
    # CASE future in the past: "said that Roth *would* meet Marsh"
    if is_future_in_past(modifier, token, governing.parsed, governing.lexicon):
        return {Modality.PLANNED}
    # CASE intention: "did *not* mean to hurt Marsh", who was hurt
    is_meant = governing.parsed.lemma(token) in MEANING
    if is_meant and modifier.dep_ == "neg" and dependents(token, "xcomp"):
        return set()
    # CASE future in the past: "who *would* later lead the bank"
    if is_told_later(modifier, token, governing.parsed):
        return set()
    # CASE more than that: "did *not only* meet Marsh"
    if governing.parsed.word(modifier.i + 1) in RESTRICTING:
        return governing.kinds_of(modifier.lower_, *ORDER)
    # CASE wish: "*would* like Roth to go"
    is_wish = governing.parsed.lemma(token) in POLITE_WISHES
    if is_wish and modifier.lower_ in OF_POLITENESS:
        return set()
    return governing.kinds_of(modifier.lower_, Cue.NEGATION, *ORDER)


def _cues_in_infinitive(token: Token, governing: GoverningCues) -> set[str]:
    if not is_infinitive(token):
        return set()
    # CASE unfulfilled: "was to *have* met Marsh"
    is_perfect = has_dependent(token, PERFECT_FORMS, "aux")
    copula = governing.parsed.lemma(token.head)
    if is_perfect and token.dep_ == "xcomp" and copula in SCHEDULING:
        return {Modality.POSSIBLE}
    # CASE headline: "Chancellor to visit capital"
    is_planned = token.dep_ == "ROOT"
    # CASE purpose: "flew to Oslo to *meet* Marsh"
    if token.dep_ == "advcl":
        is_planned = not is_fulfilled(
            governing.parsed, token, governing.lexicon, by_means=governing.by_means
        )
    return {Modality.PLANNED} if is_planned else set()


def _cues_in_adjective(token: Token, governing: GoverningCues) -> set[str]:
    """Return what an adjective says of itself: "Roth is *due* in Oslo", "Roth, *due* in Oslo,"."""
    is_aside = token.dep_ == "amod" and token.i > token.head.i
    if token.tag_ != "JJ" or not (is_aside or token.dep_ == "acomp"):
        return set()
    return governing.kinds_of(token.lower_, *ORDER)


def _cues_in_form(token: Token, governing: GoverningCues) -> set[str]:
    # CASE schedule: "Roth *meets* Marsh on Monday"
    if is_scheduled(token):
        return {Modality.PLANNED}
    # CASE awaited: "is *expected* in Oslo"
    if token.lower_ in AWAITED and dependents(token, "auxpass"):
        return {Modality.PLANNED}
    # CASE journey under way: "is on her *way* to Oslo"
    if _is_on_the_way(token, governing):
        return {Modality.PLANNED}
    # CASE change under way: who "is *joining*" a party is no member yet
    if token.tag_ != "VBG" or governing.parsed.lemma(token) not in CHANGES:
        return set()
    auxiliaries = dependents(token, "aux")
    is_progressive = any(
        governing.parsed.lemma(word) in SCHEDULING for word in auxiliaries
    )
    return {Modality.PLANNED} if is_progressive else set()


def _is_on_the_way(token: Token, governing: GoverningCues) -> bool:
    # CASE journey of another act: "stopped in Bergen on her *way* to Oslo"
    if token.lower_ in JOURNEYS and token.dep_ == "pobj":
        return True
    if governing.parsed.lemma(token) not in SCHEDULING:
        return False
    return any(
        not JOURNEYS.isdisjoint(child.lower_ for child in preposition.children)
        for preposition in dependents(token, "prep")
    )


def _negation_of(noun: Token, governing: GoverningCues) -> set[str]:
    nobody = governing.lexicon.cues[Cue.NOBODY]
    for word in (noun, *noun.children):
        if word.lower_ in nobody:
            return {Cue.NEGATION}
    return set()
