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
    is_complement = verb.dep_ in ("xcomp", "dobj") and is_verb_form(verb)
    return is_complement and parsed.lemma(verb.head) in CONTINUING


def is_ended(parsed: ParsedText, noun: Token) -> bool:
    """Whether a word says that what someone does ends, or shall end."""
    if not _is_somebodys(parsed, noun):
        return False
    word = governor_of(noun)
    if is_noun_form(word):
        return parsed.lemma(word) in ENDINGS
    # CASE noun beside the preposition: "put an *end* to Norland's attack"
    is_complement = noun.dep_ == "pobj"
    objects = dependents(word, "dobj") if is_complement else []
    is_ended = any(
        parsed.lemma(object_) in ENDINGS and object_.i == noun.head.i - 1
        for object_ in objects
    )
    verbs = ENDING | STOPPING if _goes_on(noun) else ENDING
    return is_ended or (parsed.lemma(word) in verbs and not is_complement)


def _is_somebodys(parsed: ParsedText, noun: Token) -> bool:
    """Whether it is said whose an event is: "*Norland's* attack", "the *Norwegian* attack"."""
    adjectives = [parsed.name_at(child.i) for child in dependents(noun, "amod")]
    is_of_people = any(name is not None and name.demonym for name in adjectives)
    return is_of_people or bool(dependents(noun, "poss"))


def _goes_on(noun: Token) -> bool:
    """Whether an event is one of several, or of whoever stops it: "stopped *its attack*"."""
    is_own = any(child.tag_ == POSSESSIVE_TAG for child in dependents(noun, "poss"))
    return is_own or noun.tag_ in PLURAL_TAGS


def is_under_way(noun: Token) -> bool:
    """Whether an event goes on: "would end the *current* occupation"."""
    return has_dependent(noun, UNDER_WAY, "amod")
