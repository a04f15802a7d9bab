"""How a claim is stated: affirmed or denied; asserted, planned, possible, alleged or demanded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.modality.factuality.clause_content import is_account
from actorgraph.extraction.modality.factuality.clause_scope import (
    Reach,
    is_circumstance,
    reach_into,
)
from actorgraph.extraction.modality.factuality.governing_cues import (
    ORDER,
    UNREPORTED,
    GoverningCues,
)
from actorgraph.extraction.modality.factuality.ongoing import is_continued
from actorgraph.extraction.modality.factuality.presupposed import is_left_open
from actorgraph.extraction.modality.factuality.unreality import (
    is_reported_in_headline,
    is_unreal,
)
from actorgraph.extraction.modality.factuality.word_cues import cues_at, cues_beside
from actorgraph.extraction.parse.dependents import (
    RELATIVE_CLAUSES,
    dependents,
    governor_of,
    shares_subject,
)
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.grammar import grammar_words
from actorgraph.model import Modality, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How an event is stated that simply took place.
PLAIN = (Polarity.AFFIRMED, Modality.ASSERTED)

#: Kinds of cues that turn a statement into its opposite.
POLAR = frozenset({Cue.NEGATION, Cue.DENIAL})

#: Verbs of a denial in words, unlike "prevent": "*denied* having met Marsh".
DENYING = grammar_words("verb of denying in words")

#: How many governing words up are looked at.
CLIMB = 6

#: Kinds of cues that reach into a clause of time, and to what a denial presupposes.
PLANS = frozenset(ORDER)

#: Kinds of cues that do not reach into a reason.
UNCERTAIN = UNREPORTED | {Modality.POSSIBLE}


def factuality(
    parsed: ParsedText, trigger: int, lexicon: Lexicon, *, by_means: bool = False
) -> tuple[Polarity, Modality]:
    """Return polarity and modality of what a trigger word expresses.

    Both come from the words around it and around those that govern it: "denied *having met*" is
    denied, "hopes that Roth *will meet*" is planned. Two negations cancel each other out.

    Args:
        parsed: The text.
        trigger: The number of the token.
        lexicon: The words that express modality.
        by_means: Whether the act is done by whatever leads to it: "gave a speech to praise".
    """
    token = highest = parsed.doc[trigger]
    governing = GoverningCues(parsed, lexicon, by_means=by_means)
    kinds = cues_at(token, governing)
    denied = Cue.NEGATION in kinds
    stated = _governors(token, governing)
    for governor, above in _beyond_denials(parsed, stated, denied=denied):
        highest = governor
        denied ^= _turns(above)
        # CASE denial denied: "did not deny having *met* Marsh" leaves it open
        if {Cue.NEGATION, Cue.DENIAL} <= above:
            above.add(Modality.POSSIBLE)
        # CASE denied allegation: "denied reports that Roth *met* Marsh" alleges nothing itself
        if Cue.DENIAL in above:
            kinds.discard(Modality.ALLEGED)
        kinds |= above
    if is_unreal(parsed, token, highest, lexicon):
        kinds.add(Modality.POSSIBLE)
    # CASE open: "it is not clear whether Roth *will* meet Marsh", which nobody plans
    if is_left_open(highest):
        kinds -= UNREPORTED
    if is_reported_in_headline(parsed, trigger):
        kinds.add(Modality.ALLEGED)
    modality = next((kind for kind in ORDER if kind in kinds), Modality.ASSERTED)
    return (Polarity.DENIED if denied else Polarity.AFFIRMED), modality


def _turns(above: set[str]) -> bool:
    """Whether the cues of a word turn what it governs into its opposite."""
    return (Cue.NEGATION in above) != (Cue.DENIAL in above)


def _beyond_denials(
    parsed: ParsedText, stated: Iterator[tuple[Token, set[str]]], *, denied: bool
) -> Iterator[tuple[Token, set[str]]]:
    """Yield governing words with their kinds of cues, as a denial between them lets them apply.

    Args:
        denied: Whether the governed word is negated itself.
    """
    is_disputed = False
    for governor, above in stated:
        kinds = above
        # CASE denial denied: "*failed* to deny having met Marsh" leaves it open
        # CASE answer denied: "failed to deny *claims* that Roth met Marsh" says nothing of them
        if is_disputed and not POLAR.isdisjoint(above):
            kinds = above | {Modality.POSSIBLE} if denied else above - POLAR
        denied ^= _turns(kinds)
        is_disputed |= parsed.lemma(governor) in DENYING
        yield governor, kinds


def _governors(
    token: Token, governing: GoverningCues
) -> Iterator[tuple[Token, set[str]]]:
    """Yield each word that governs a word, and the kinds of its cues that apply to that word."""
    only_plans = goes_on = False
    for _ in range(CLIMB):
        reach = reach_into(governing.parsed, token, governing.lexicon)
        if reach is Reach.NOTHING:
            return
        governor = governor_of(token)
        above = _cues_above(governor, token, reach, governing)
        only_plans |= reach is Reach.PLANS
        above &= PLANS if only_plans else above
        goes_on |= reach is Reach.REASON or is_continued(governing.parsed, token)
        above -= UNCERTAIN if goes_on else set()
        yield governor, above
        # CASE verdict: "quashed the verdict under which Roth was jailed for *killing* Marsh"
        if reach is Reach.REASON and not _says_account(governor, governing):
            return
        token = governor


def _says_account(verb: Token, governing: GoverningCues) -> bool:
    """Whether a clause says what, say, a verdict is: "the *verdict* that sent Roth to jail"."""
    is_clause = verb.dep_ in RELATIVE_CLAUSES
    return is_clause and is_account(governing.parsed, verb.head, governing.lexicon)


def _cues_above(
    governor: Token, token: Token, reach: Reach, governing: GoverningCues
) -> set[str]:
    """Return the kinds of cues of a governing word that apply to a word."""
    if reach is Reach.BELOW:
        return _shared_hearsay(governor, token, governing)
    # CASE reason: "should be charged for *killing* Marsh"
    if reach is Reach.REASON:
        return governing.kinds(governor, token) - UNCERTAIN
    kinds = cues_beside(governor, token, governing)
    # CASE coordination: "did not meet Marsh or *praise* Hale"
    if token.dep_ == "conj":
        return kinds
    # CASE result: "denied having set off a bomb, *killing* Marsh"
    if token.dep_ == "advcl" and token.tag_ == "VBG":
        acts = (word for word in dependents(governor, "xcomp") if word.i < token.i)
        return kinds.union(*(governing.kinds(governor, act) for act in acts))
    stated = governing.kinds(governor, token)
    # CASE answered: "did *not* deny claims that Roth met Marsh"
    if governing.parsed.lemma(governor) in DENYING and Cue.DENIAL not in stated:
        return stated | (kinds - POLAR)
    # CASE time or place: "told reporters after a *meeting*" asks nobody to meet
    if is_circumstance(token):
        stated = stated - UNREPORTED
    return kinds | stated


def _shared_hearsay(
    governor: Token, token: Token, governing: GoverningCues
) -> set[str]:
    """Return the hearsay that a subject's next act shares: "*reportedly* left and *met* Marsh"."""
    hearsay: set[str] = set()
    if not shares_subject(token):
        return hearsay
    for adverb in dependents(governor, "advmod"):
        if adverb.i < governor.i:
            hearsay |= governing.kinds_of(adverb.lower_, Modality.ALLEGED)
    return hearsay
