"""How a claim is stated: affirmed or denied; asserted, planned, possible, alleged or demanded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.modality.clause_scope import (
    Reach,
    governor_of,
    is_circumstance,
    is_infinitive,
    reach_into,
)
from actorgraph.extraction.modality.dependents import dependents
from actorgraph.extraction.modality.governing_cues import (
    ORDER,
    SCHEDULING,
    UNREPORTED,
    GoverningCues,
)
from actorgraph.extraction.modality.unreality import is_reported_in_headline, is_unreal
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.grammar import grammar_words
from actorgraph.model import Modality, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How many governing words up are looked at.
CLIMB = 6

#: Kinds of cues that reach into a clause of time, and to what a denial presupposes.
PLANS = frozenset(ORDER)

#: Verbs of a change that the progressive puts ahead: "is *moving* to Oslo".
CHANGES = grammar_words("verb of a change")

#: Participles of what is to come: "is *expected* in Oslo".
AWAITED = grammar_words("participle of a plan")

#: Kinds of cues that do not reach into a reason.
UNCERTAIN = UNREPORTED | {Modality.POSSIBLE}

#: Dependencies of words that modify a verb or noun: auxiliaries, adverbs, adjectives, articles.
MODIFIERS = frozenset({"aux", "neg", "mark", "advmod", "amod", "det", "preconj"})

#: Dependencies of what negates a verb if it means nobody: "*no minister* met Roth".
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})


def factuality(
    parsed: ParsedText, trigger: int, lexicon: Lexicon
) -> tuple[Polarity, Modality]:
    """Return polarity and modality of what a trigger word expresses.

    Both come from the words around it and around those that govern it: "denied *having met*" is
    denied, "hopes that Roth *will meet*" is planned. Two negations cancel each other out.
    """
    token = parsed.doc[trigger]
    governing = GoverningCues(parsed, lexicon)
    kinds = _cues_beside(token, None, governing)
    kinds |= _cues_in_adjective(token, governing) | _cues_in_form(token, governing)
    denied = Cue.NEGATION in kinds
    only_plans = False
    for _ in range(CLIMB):
        reach = reach_into(parsed, token, lexicon)
        if reach is Reach.NOTHING:
            break
        only_plans |= reach is Reach.PLANS
        governor = governor_of(token)
        above = _cues_above(governor, token, reach, governing)
        above &= PLANS if only_plans else above
        denied ^= (Cue.NEGATION in above) != (Cue.DENIAL in above)
        # CASE denial denied: "did not deny having *met* Marsh" leaves it open
        if {Cue.NEGATION, Cue.DENIAL} <= above:
            above.add(Modality.POSSIBLE)
        # CASE denied allegation: "denied reports that Roth *met* Marsh" alleges nothing itself
        if Cue.DENIAL in above:
            kinds.discard(Modality.ALLEGED)
        kinds |= above
        token = governor
        if reach is Reach.REASON:
            break
    if is_unreal(parsed, parsed.doc[trigger], token, lexicon):
        kinds.add(Modality.POSSIBLE)
    if is_reported_in_headline(parsed, trigger):
        kinds.add(Modality.ALLEGED)
    modality = next((kind for kind in ORDER if kind in kinds), Modality.ASSERTED)
    return (Polarity.DENIED if denied else Polarity.AFFIRMED), modality


def _cues_above(
    governor: Token, token: Token, reach: Reach, governing: GoverningCues
) -> set[str]:
    """Return the kinds of cues of a governing word that hold for a word."""
    if reach is Reach.BELOW:
        return set()
    # CASE reason: "should be charged for *killing* Marsh"
    if reach is Reach.REASON:
        return governing.kinds(governor, token) - UNCERTAIN
    kinds = _cues_beside(governor, token, governing)
    # CASE coordination: "did not meet Marsh or *praise* Hale"
    if token.dep_ == "conj":
        return kinds
    stated = governing.kinds(governor, token)
    # CASE time or place: "told reporters after a *meeting*" tells nobody to meet
    return kinds | (stated - UNREPORTED if is_circumstance(token) else stated)


def _cues_in_adjective(token: Token, governing: GoverningCues) -> set[str]:
    """Return what a predicate adjective says of itself: "Roth is *due* in Oslo"."""
    is_predicate = token.dep_ == "acomp" and token.tag_ == "JJ"
    return governing.kinds_of(token.lower_, *ORDER) if is_predicate else set()


def _cues_in_form(token: Token, governing: GoverningCues) -> set[str]:
    """Return what the form of a verb says of itself.

    Whoever "is *joining*" a party is no member yet; whoever "is *expected* in" a town will come.
    """
    if token.lower_ in AWAITED and dependents(token, "auxpass"):
        return {Modality.PLANNED}
    if token.tag_ != "VBG" or governing.parsed.lemma(token) not in CHANGES:
        return set()
    auxiliaries = dependents(token, "aux")
    is_progressive = any(
        governing.parsed.lemma(word) in SCHEDULING for word in auxiliaries
    )
    return {Modality.PLANNED} if is_progressive else set()


def _cues_beside(
    token: Token, below: Token | None, governing: GoverningCues
) -> set[str]:
    """Return the kinds of cues among the modifiers and the arguments of a word.

    Args:
        token: The word.
        below: The argument whose own negation already counts, if any.
        governing: The words that express modality.
    """
    kinds: set[str] = set()
    for child in token.children:
        # CASE modifier: "will *meet*", "a possible *visit*"
        if child.dep_ in MODIFIERS:
            kinds |= governing.kinds_of(child.lower_, Cue.NEGATION, *ORDER)
        # CASE negative argument: "*nobody* met Roth", "met *no* minister"
        elif child.dep_ in ARGUMENTS and child != below:
            kinds |= _negation_of(child, governing)
    # CASE headline: "Chancellor to visit capital"; CASE purpose: "flew to Oslo to *meet* Marsh"
    if token.dep_ in ("ROOT", "advcl") and is_infinitive(token):
        kinds.add(Modality.PLANNED)
    return kinds


def _negation_of(noun: Token, governing: GoverningCues) -> set[str]:
    words = (noun, *noun.children)
    nobody = governing.lexicon.cues[Cue.NOBODY]
    is_nobody = any(word.lower_ in nobody for word in words)
    return {Cue.NEGATION} if is_nobody else set()
