"""Whether a verb has the subject of the word above it, and which verb controls an infinitive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.mentions.clauses.intentions import is_of_others
from actorgraph.extraction.parse.closed_classes import CONDITIONS
from actorgraph.extraction.parse.dependents import (
    AUXILIARIES,
    dependents,
    has_dependent,
    is_infinitive,
)
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import PARTICIPLE_TAGS, TENSED_TAGS
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs whose infinitive is done by whoever is asked: "*persuaded* Roth to go".
REQUESTING = grammar_words("verb of a request")

#: Nouns for what makes others do something: "*pressure* on Roth to go"; and before whom it is on.
PRESSURES = grammar_words("noun of pressure")
BEFORE_PRESSED = grammar_words("preposition after a noun of pressure")

#: Adjectives whose infinitive does something to the subject: "Roth is *hard* to beat".
OF_OBJECTS = grammar_words("adjective of an object")


def controlling_verb(parsed: ParsedText, infinitive: Token) -> Token | None:
    """Return the verb whose arguments do what an infinitive expresses, or None."""
    governor = infinitive.head
    # CASE complement: "*urged* Roth to go"
    if infinitive.dep_ == "xcomp":
        return governor
    # CASE request: "*appealed* to Roth to go", "tried to *persuade* Roth to go"
    if infinitive.dep_ != "advcl" or not is_infinitive(infinitive):
        return None
    for verb in (governor, *dependents(governor, "xcomp")):
        if verb.i < infinitive.i and _asks(parsed, verb):
            return verb
    return None


def _asks(parsed: ParsedText, verb: Token) -> bool:
    """Whether a verb asks for what an infinitive says: "*urged*", "*called on* Roth to go"."""
    lemma = parsed.lemma(verb)
    if lemma in REQUESTING:
        return True
    following = dependents(verb, "prep")
    return any(f"{lemma} {word.lower_}" in REQUESTING for word in following)


def pressure_before(parsed: ParsedText, infinitive: Token) -> Token | None:
    """Return the preposition of whoever is pressed to do something: "put pressure *on* Roth to go".

    The one who presses does not do it.
    """
    if not is_infinitive(infinitive):
        return None
    governor = infinitive.head
    for noun in (governor, *dependents(governor, "dobj", "nsubjpass")):
        if parsed.lemma(noun) not in PRESSURES:
            continue
        for word in (*dependents(noun, "prep"), *dependents(governor, "prep")):
            if noun.i < word.i < infinitive.i and word.lower_ in BEFORE_PRESSED:
                return word
    return None


def takes_subject(parsed: ParsedText, verb: Token) -> bool:
    """Whether a verb or adjective takes the subject of the verb above it."""
    # CASE coordination: "*Roth* came and criticized Marsh"
    if verb.dep_ == "conj":
        return not _is_bare_after_finite(verb)
    # CASE adjective: "*Roth* is ready to resign", but not "Roth is hard to beat"
    if verb.dep_ == "acomp":
        return verb.lower_ not in OF_OBJECTS
    # CASE participle clause: "*Roth* left, criticizing Marsh", "Accused by Marsh, *Roth* left"
    if verb.dep_ == "advcl" and verb.tag_ in PARTICIPLE_TAGS:
        is_open = has_dependent(verb, CONDITIONS)
        return not is_open and not _follows_relative_clause(verb)
    # CASE purpose: "*Roth* flew to Oslo to meet Marsh", but not "foiled a plot to kill Marsh"
    is_purpose = verb.dep_ == "advcl" and is_infinitive(verb)
    return is_purpose and not is_of_others(parsed, verb)


def _is_bare_after_finite(verb: Token) -> bool:
    """Whether a verb is what somebody else does: "*saw* guards stop Roth and *detain* him"."""
    if verb.tag_ != "VB" or verb.head.tag_ not in TENSED_TAGS:
        return False
    return not dependents(verb, *AUXILIARIES)


def _follows_relative_clause(participle: Token) -> bool:
    """Whether a participle may go with a nearer verb: "left where it *fell*, killing Marsh"."""
    if participle.tag_ != "VBG":
        return False
    between = participle.doc[participle.head.i + 1 : participle.i]
    return any(word.dep_ == "relcl" for word in between)
