"""What a verb presupposes of an event, or leaves open, whatever is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.parse.closed_classes import (
    DEFINITE,
    FULFILLED,
    OF_CHARACTER,
    OF_QUESTION,
)
from actorgraph.extraction.parse.dependents import (
    AFFECTED,
    dependents,
    governor_of,
    has_dependent,
    is_complement_of,
)
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import is_noun_form, is_verb_form
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs whose object has already happened: "*repay* the loan".
SETTLING = grammar_words("verb about what has happened")

#: Verbs about what is to come; what nobody expected has come: "nobody *expected* the attack".
EXPECTING = grammar_words("verb of expecting")
FEW = grammar_words("word for hardly anybody")

#: Verbs that say of a statement whether it is true: "the charge does not *stand up*".
PROVING_TRUE = grammar_words("verb of proving true")

#: Kinds of verbs that say of an event whether it takes place.
EVENTFUL = (
    Cue.CARRIER,
    Cue.COPULA,
    Cue.DENIAL,
    Cue.RETRACTING,
    Cue.CONTESTING,
    Cue.ACQUITTAL,
    Cue.SUSPECTING,
    Cue.ALLEGED,
    Cue.DEMANDED,
    Cue.PLANNED,
    Cue.POSSIBLE,
)
#: Those that say so of their subject where they have an object: "the visit *takes* place".
CARRYING = (Cue.CARRIER, Cue.COPULA)


def is_presupposed(parsed: ParsedText, noun: Token, lexicon: Lexicon) -> bool:
    """Whether a definite event is only what a verb is about: "discussed the *visit*"."""
    verb = governor_of(noun)
    # CASE predicate: "wrongly described Roth as *the head* of the bank"
    if is_complement_of(noun, OF_CHARACTER):
        return False
    if not _is_definite(noun):
        return False
    if not is_noun_form(noun) or not is_verb_form(verb):
        return False
    word = parsed.phrasal(verb)
    # CASE verdict: "the *conviction* of Roth did not survive the appeal"
    if word in PROVING_TRUE:
        return False
    # CASE cause: "the *attack* did not stop the talks"
    is_cause = noun.dep_ == "nsubj" and bool(dependents(verb, "dobj"))
    kinds = CARRYING if is_cause else EVENTFUL
    return all(word not in lexicon.cues[kind] for kind in kinds)


def is_definite_object(noun: Token) -> bool:
    """Whether a verb has a definite object: "called *Roth's arrest* a mistake"."""
    return noun.dep_ in ("dobj", "oprd") and _is_definite(noun)


def _is_definite(noun: Token) -> bool:
    is_owned = bool(dependents(noun, "poss"))
    return is_owned or has_dependent(noun, DEFINITE, "det")


def is_settled(parsed: ParsedText, noun: Token, lexicon: Lexicon) -> bool:
    """Whether a verb is about what has already happened: "will *investigate* the attack"."""
    if noun.dep_ not in AFFECTED or not is_noun_form(noun):
        return False
    if parsed.lemma(noun.head) in SETTLING:
        return True
    return _is_unforeseen(parsed, noun, lexicon)


def _is_unforeseen(parsed: ParsedText, noun: Token, lexicon: Lexicon) -> bool:
    """Whether an act was not foreseen: "nobody had *expected* Norland's attack"."""
    verb = noun.head
    if parsed.lemma(verb) not in EXPECTING or not dependents(noun, "poss"):
        return False
    words = (verb, *dependents(verb, "aux"))
    if all(word.tag_ != "VBD" for word in words):
        return False
    if dependents(verb, "neg"):
        return True
    nobody = lexicon.cues[Cue.NOBODY] | FEW
    return has_dependent(verb, nobody, "nsubj")


def is_left_open(clause: Token) -> bool:
    """Whether a clause asks what is so: "did not say *whether* Roth will go"."""
    if clause.dep_ != "ccomp" or clause.i < clause.head.i:
        return False
    return has_dependent(clause, OF_QUESTION, "mark")


def is_of_fact(noun: Token) -> bool:
    """Whether an infinitive after a noun has come true: "not the *only* one to meet Marsh"."""
    if noun.lower_ in FULFILLED:
        return True
    return has_dependent(noun, FULFILLED, "amod")
