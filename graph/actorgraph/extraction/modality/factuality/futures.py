"""Verbs about what lies ahead: "said that she would come", "comes on Monday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.modality.dates.time_expressions import FOLLOWING
from actorgraph.extraction.parse.closed_classes import PERFECT, WEEKDAYS
from actorgraph.extraction.parse.dependents import (
    AUXILIARIES,
    dependents,
    has_dependent,
    is_infinitive,
    obliques,
)
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import PAST_TAGS, PRESENT_TAGS
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: The future, seen from the past: "said that she *would* come".
FUTURE_IN_PAST = grammar_words("auxiliary of a future in the past")
#: What came true, seen from the past: "would *go on* to lead", "would *later* lead".
GOING_ON = grammar_words("verb of a later deed")
LATER = grammar_words("adverb of a later time")
TOMORROW = grammar_words("day after")
ON_DAY = grammar_words("preposition of a day")

TEMPORAL = ("npadvmod", "tmod", "advmod")


def is_future_in_past(
    auxiliary: Token, verb: Token, parsed: ParsedText, lexicon: Lexicon
) -> bool:
    """Whether an auxiliary says what someone announced, not what would be if.

    Args:
        auxiliary: A modifier of the verb.
        verb: The verb of a clause that is governed by a verb of speech in the past.
        parsed: The text.
        lexicon: The verbs of speech.
    """
    if auxiliary.lower_ not in FUTURE_IN_PAST or verb.dep_ != "ccomp":
        return False
    speech = verb.head
    if (
        speech.tag_ not in PAST_TAGS
        or parsed.lemma(speech) not in lexicon.cues[Cue.DIRECT]
    ):
        return False
    # CASE perfect: "said that Roth would *have* come"
    if any(parsed.lemma(word) in PERFECT for word in dependents(verb, "aux")):
        return False
    return not _is_conditional(verb)


def is_told_later(auxiliary: Token, verb: Token, parsed: ParsedText) -> bool:
    """Whether an auxiliary only looks ahead to what came: "who *would* later lead the bank"."""
    if auxiliary.lower_ not in FUTURE_IN_PAST or verb.dep_ == "ccomp":
        return False
    if _is_conditional(verb):
        return False
    if has_dependent(verb, LATER, "advmod"):
        return True
    # CASE going on: "*would* go on to lead the bank"
    deeds = filter(is_infinitive, dependents(verb, "xcomp", "advcl"))
    return parsed.phrasal(verb) in GOING_ON and any(deeds)


def _is_conditional(verb: Token) -> bool:
    """Whether something depends on a condition: "would come *if* Marsh did"."""
    return any(dependents(clause, "mark") for clause in dependents(verb, "advcl"))


def is_scheduled(verb: Token) -> bool:
    """Whether a verb in the simple present has a day to come: "Roth *meets* Marsh on Monday"."""
    if verb.tag_ not in PRESENT_TAGS or dependents(verb, *AUXILIARIES):
        return False
    nouns = dependents(verb, *TEMPORAL) + obliques(verb, ON_DAY)
    return any(map(_is_day_to_come, nouns))


def _is_day_to_come(noun: Token) -> bool:
    if noun.lower_ in TOMORROW:
        return True
    words = {child.lower_ for child in noun.children}
    # CASE following period: "*next* week"
    if words & FOLLOWING:
        return True
    # CASE part of a day: "on *Monday* evening"
    return not WEEKDAYS.isdisjoint({noun.lower_, *words})
