"""Whether a clause is the content of the word above it: "denied that Roth *met* Marsh"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.knowledge.relation_lists import BY_WORDS
from actorgraph.extraction.modality.factuality.presupposed import is_left_open
from actorgraph.extraction.parse.closed_classes import OF_CHARACTER, REASONS
from actorgraph.extraction.parse.dependents import (
    dependents,
    governor_of,
    is_complement_of,
    obliques,
)
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import RELATIVE_TAGS, is_noun_form
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Words before what is so even if it is not said: "did not say *why* Roth left".
OF_GIVEN = grammar_words("word before what is presupposed")

#: Verbs about what is so, whether or not they are denied: "does not *regret* that Roth left".
OF_FACTS = grammar_words("verb that presupposes its clause")

#: Kinds of nouns for what is said.
ACCOUNTS = (Cue.ACCOUNT, Cue.ALLEGATION, Cue.FALSEHOOD)

#: What proves a charge: "*convicted* on two counts".
PROVING = grammar_words("word of a conviction")


def is_content(parsed: ParsedText, clause: Token, lexicon: Lexicon) -> bool:
    """Whether the governor of a clause says how it is stated."""
    # CASE reason: "will not run again now that Roth has *won*"
    if _is_introduced_by_reason(clause):
        return False
    # CASE presupposed: "did not say *why* Roth left", "did not regret that he *left*"; or open
    is_apart = parsed.lemma(clause.head) in OF_FACTS or is_left_open(clause)
    if is_apart or not OF_GIVEN.isdisjoint(introducing(clause)):
        return False
    # CASE clause before its verb of speech: "Hale *was asleep*, Roth suspects"
    if clause.head.i > clause.i:
        return bool(dependents(clause, "mark"))
    # CASE other clause: "Roth may use the hall, a guard *told* Marsh"
    return not _is_inserted(parsed, clause, lexicon)


def _is_inserted(parsed: ParsedText, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb of speech says what its governor expresses, rather than being governed."""
    if parsed.lemma(verb) not in lexicon.cues[Cue.DIRECT]:
        return False
    # CASE content: "Roth, who *said that* Marsh left"
    if dependents(verb, "ccomp", "xcomp", "mark"):
        return False
    return bool(dependents(verb, "nsubj"))


def is_account(parsed: ParsedText, noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun means something that is said: "the *claim* that …", "a *conviction* for"."""
    if not is_noun_form(noun):
        return False
    lemma = parsed.lemma(noun)
    return any(lemma in lexicon.cues[kind] for kind in ACCOUNTS)


def is_proved(parsed: ParsedText, charge: Token) -> bool:
    """Whether a noun is what somebody is guilty of: "*convicted* on charges of fraud"."""
    word = governor_of(charge)
    verdicts = [word, *dependents(word, "oprd", "acomp")]
    return any(
        parsed.lemma(verdict) in PROVING and not dependents(verdict, "neg")
        for verdict in verdicts
    )


def introducing(verb: Token) -> set[str]:
    """Return the conjunctions before a verb, in lower case."""
    words = dependents(verb, "mark", "advmod")
    return {word.lower_ for word in words if word.i < verb.i}


def _is_introduced_by_reason(verb: Token) -> bool:
    """Whether a conjunction of two words that gives a reason precedes a clause."""
    for mark in dependents(verb, "mark"):
        start = max(0, mark.i - 1)
        phrase = verb.doc[start : mark.i + 1]
        if phrase.text.lower() in REASONS:
            return True
    return False


def is_predicate(token: Token) -> bool:
    """Whether a word is what someone is called: "described as the *head*"."""
    return is_complement_of(token, OF_CHARACTER)


def sources_of(verb: Token, clause: Token) -> list[Token]:
    """Return who or what says a clause, as the subject of its verb."""
    # CASE taken for its object: "a hoax *article* said on Monday that …"
    is_reduced = verb.dep_ == "acl" and clause.dep_ == "ccomp"
    return [verb.head] if is_reduced else dependents(verb, "nsubj")


def is_telling(parsed: ParsedText, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a participle says what a source says: "a post *saying* that Roth met Marsh"."""
    is_speech = verb.tag_ == "VBG" and parsed.lemma(verb) in lexicon.cues[Cue.CLAUSE]
    return is_speech and parsed.lemma(verb.head) in lexicon.cues[Cue.SOURCE]


def is_told_within(parsed: ParsedText, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a text is where someone does by words what a relative clause says."""
    is_act = verb.dep_ == "relcl" and lexicon.says(parsed.lemma(verb), BY_WORDS)
    return is_act and any(word.tag_ in RELATIVE_TAGS for word in obliques(verb))
