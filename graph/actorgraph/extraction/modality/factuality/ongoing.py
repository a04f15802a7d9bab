"""What goes on whatever is wanted or planned: "wants to keep fighting", "an end to the attack"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import (
    dependents,
    governor_of,
    has_dependent,
)
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import (
    PLURAL_TAGS,
    POSSESSIVE_TAG,
    is_noun_form,
    is_verb_form,
)
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Words for the end of what goes on: "a *stop* to the attack", "*halted* the attack".
ENDINGS = grammar_words("noun of an end")
ENDING = grammar_words("verb of an end")
STOPPING = grammar_words("verb of an end or of preventing")

#: Adjectives of what goes on: "the *current* talks".
UNDER_WAY = grammar_words("adjective of what goes on")

#: Verbs of going on: "*keeps* fighting", "*continued* to support Marsh".
CONTINUING = grammar_words("verb of going on")


def is_continued(parsed: ParsedText, verb: Token) -> bool:
    """Whether a verb says what goes on: "wants to keep *fighting*" says that they fight."""
    if verb.dep_ not in ("xcomp", "dobj") or not is_verb_form(verb):
        return False
    return parsed.lemma(verb.head) in CONTINUING


def is_ended(parsed: ParsedText, noun: Token) -> bool:
    """Whether a word says that what someone does ends, or shall end."""
    if not _is_somebodys(parsed, noun):
        return False
    word = governor_of(noun)
    lemma = parsed.lemma(word)
    if is_noun_form(word):
        return lemma in ENDINGS
    if noun.dep_ != "pobj":
        verbs = ENDING | STOPPING if _goes_on(noun) else ENDING
        return lemma in verbs
    # CASE noun beside the preposition: "put an *end* to Norland's attack"
    for ending in dependents(word, "dobj"):
        is_beside = ending.i == noun.head.i - 1
        if is_beside and parsed.lemma(ending) in ENDINGS:
            return True
    return False


def _is_somebodys(parsed: ParsedText, noun: Token) -> bool:
    """Whether it is said whose an event is: "*Norland's* attack", "the *Norwegian* attack"."""
    if dependents(noun, "poss"):
        return True
    for adjective in dependents(noun, "amod"):
        name = parsed.name_at(adjective.i)
        if name is not None and name.demonym:
            return True
    return False


def _goes_on(noun: Token) -> bool:
    """Whether an event is one of several, or of whoever stops it: "stopped *its attack*"."""
    if noun.tag_ in PLURAL_TAGS:
        return True
    owners = dependents(noun, "poss")
    return any(owner.tag_ == POSSESSIVE_TAG for owner in owners)


def is_under_way(noun: Token) -> bool:
    """Whether an event goes on: "would end the *current* occupation"."""
    return has_dependent(noun, UNDER_WAY, "amod")
