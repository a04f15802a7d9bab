"""How a claim is stated: affirmed or denied; asserted, planned, possible, alleged or demanded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.modality.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.grammar import grammar_words
from actorgraph.model import Modality, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Dependencies through which a governing word changes how the governed word is stated: "plans to
#: *visit*".
INHERITED = frozenset(
    {
        "xcomp",
        "ccomp",
        "pcomp",
        "acl",
        "advcl",
        "oprd",
        "dobj",
        "pobj",
        "acomp",
        "conj",
        "nsubj",
        "nsubjpass",
    }
)

#: How many governing words up are looked at.
CLIMB = 4

#: Modalities in the order in which they prevail over each other; each is also a kind of cues.
ORDER = (Modality.ALLEGED, Modality.DEMANDED, Modality.PLANNED, Modality.POSSIBLE)

NEGATION, DENIAL = "negation", "denial"

#: Dependencies of words that modify a verb or noun: auxiliaries, adverbs, adjectives, articles.
MODIFIERS = frozenset({"aux", "neg", "mark", "advmod", "amod", "det", "preconj"})

#: Dependencies of what negates a verb if it means nobody: "*no minister* met Roth".
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})

#: A verb demands or plans only what is its infinitive, object or complement, not what it reports
#: in a clause.
UNREPORTED = frozenset({Modality.DEMANDED, Modality.PLANNED})

INFINITIVE_MARKERS = grammar_words("infinitive marker")

#: Verbs whose infinitive is a plan: "*is* to visit".
SCHEDULING = grammar_words("verb of a schedule")


def factuality(
    parsed: ParsedText, trigger: int, lexicon: Lexicon
) -> tuple[Polarity, Modality]:
    """Return polarity and modality of what a trigger word expresses.

    Both come from the words around it and around those that govern it: "denied *having met*" is
    denied, "hopes that Roth *will meet*" is planned. Two negations cancel each other out.
    """
    token = parsed.doc[trigger]
    kinds = _cues_beside(token, lexicon) | _cues_in_adjective(token, lexicon)
    denied = NEGATION in kinds
    for _ in range(CLIMB):
        if token.dep_ not in INHERITED or _is_reported(token):
            break
        is_complement = token.dep_ in ("pobj", "pcomp")
        governor = token.head.head if is_complement else token.head
        above = _cues_beside(governor, lexicon)
        above |= _cues_above(parsed, governor, token, lexicon)
        denied ^= NEGATION in above or DENIAL in above
        kinds |= above
        token = governor
    modality = next((kind for kind in ORDER if kind in kinds), Modality.ASSERTED)
    return (Polarity.DENIED if denied else Polarity.AFFIRMED), modality


def _is_reported(token: Token) -> bool:
    """Whether the governing word leaves open how a word is stated."""
    # CASE coordination: "may meet Marsh and *praised* Hale"
    if token.dep_ == "conj":
        return True
    # CASE clause before its verb of speech: "Hale *was asleep*, Roth suspects"
    is_clause = token.dep_ == "ccomp" and token.head.i > token.i
    return is_clause and not dependents(token, "mark")


def _cues_in_adjective(token: Token, lexicon: Lexicon) -> set[str]:
    """Return what a predicate adjective says of itself: "Roth is *due* in Oslo"."""
    is_predicate = token.dep_ == "acomp" and token.tag_ == "JJ"
    return set(_kinds_of(token.lower_, ORDER, lexicon)) if is_predicate else set()


def _cues_beside(token: Token, lexicon: Lexicon) -> set[str]:
    """Return the kinds of cues among the modifiers and the arguments of a word."""
    kinds: set[str] = set()
    for child in token.children:
        # CASE modifier: "will *meet*", "a possible *visit*"
        if child.dep_ in MODIFIERS:
            kinds.update(_kinds_of(child.lower_, (NEGATION, *ORDER), lexicon))
        # CASE negative argument: "*nobody* met Roth", "met *no* minister"
        elif child.dep_ in ARGUMENTS and _is_nobody(child, lexicon):
            kinds.add(NEGATION)
    # CASE infinitive of headlines: "Chancellor to visit capital"
    if token.dep_ == "ROOT" and _is_infinitive(token):
        kinds.add(Modality.PLANNED)
    return kinds


def _kinds_of(word: str, kinds: tuple[str, ...], lexicon: Lexicon) -> list[str]:
    return [kind for kind in kinds if word in lexicon.cues[kind]]


def _is_nobody(noun: Token, lexicon: Lexicon) -> bool:
    nobody = lexicon.cues["nobody"]
    words = (noun, *noun.children)
    return any(word.lower_ in nobody for word in words)


def _is_infinitive(verb: Token) -> bool:
    return any(word.lower_ in INFINITIVE_MARKERS for word in dependents(verb, "aux"))


def _cues_above(
    parsed: ParsedText, governor: Token, token: Token, lexicon: Lexicon
) -> set[str]:
    """Return the kinds of cues that a governing word is for a word that it governs."""
    # CASE falsehood: "reports that … are *false*"
    for child in dependents(governor, "acomp"):
        if parsed.lemma(child) in lexicon.cues["falsehood"]:
            return {DENIAL}
    # CASE subject: "the *talks* failed" does not deny that they were held
    if token.dep_ == "nsubj":
        return set()
    # CASE scheduled infinitive: "Roth *is* to visit Oslo"
    is_infinitive = token.dep_ == "xcomp" and token.tag_ == "VB"
    if is_infinitive and parsed.lemma(governor) in SCHEDULING:
        return {Modality.PLANNED}
    # CASE phrasal verb, else the verb alone, else its form: "call off", "plan", "going"
    kinds: list[str] = []
    for word in (parsed.phrasal(governor), parsed.lemma(governor), governor.lower_):
        kinds = kinds or _kinds_of(word, (DENIAL, *ORDER), lexicon)
    # CASE subjunctive: "demanded that Roth *go*"
    if token.dep_ != "ccomp" or _is_subjunctive(token):
        return set(kinds)
    # CASE clause: "planned it, since Roth *goes*" reports what is, whatever is planned
    return set(kinds) - UNREPORTED


def _is_subjunctive(verb: Token) -> bool:
    """True for a bare verb with a subject in a clause, as in "that Roth *go*"."""
    return verb.tag_ == "VB" and not dependents(verb, "aux")
