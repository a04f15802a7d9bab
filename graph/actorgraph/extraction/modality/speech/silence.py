"""Verbs of speech by which nobody says anything: "refused to say whether …", "spoke on Friday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.modality.factuality.governing_cues import STILL
from actorgraph.extraction.parse.closed_classes import ALTERNATIVE, LACKING
from actorgraph.extraction.parse.dependents import dependents, has_dependent
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import TIME_LABELS, is_verb_form
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs whose negation leaves nothing said; "does not *believe*" still says something.
UTTERING = grammar_words("verb of utterance")

#: Before two verbs of which neither is done: "*neither* confirmed nor denied".
OF_NEITHER = grammar_words("conjunction before neither of two")

#: Nouns that say how someone speaks, not about what: "spoke on *condition* of anonymity".
MANNER = grammar_words("noun of a manner of speaking")

#: What someone is who says nothing: "kept *silent* about it".
SILENT = grammar_words("adjective of silence")

#: Verbs of what someone does not do: "*declined* to comment".
REFUSING = grammar_words("verb of refusal")


def is_unsaid(parsed: ParsedText, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb of speech only says that nothing is said."""
    if not is_verb_form(verb):
        return False
    # CASE refusal: "Roth *declined* to comment", "*has* yet to comment"
    # CASE silence: "Roth *kept* silent about …"
    if parsed.lemma(verb) in REFUSING or _is_still_to_come(verb) or _is_silent(verb):
        return True
    first = _first_of_two(verb)
    if _is_neither(first, lexicon) or _is_refused(parsed, first):
        return True
    # CASE lack: "left without *saying* that …"
    if verb.dep_ == "pcomp" and verb.head.lower_ in LACKING:
        return True
    if parsed.lemma(verb) not in UTTERING:
        return False
    return _is_negated(verb, lexicon) or _is_asked(verb)


def _is_refused(parsed: ParsedText, verb: Token) -> bool:
    """Whether a verb is what someone refuses: "refused *to say* whether …", "has yet *to say*"."""
    return any(
        parsed.lemma(governor) in REFUSING or _is_still_to_come(governor)
        for governor in _governors(verb)
    )


def _is_still_to_come(verb: Token) -> bool:
    """Whether what an infinitive says has not happened so far: "*has* yet to comment"."""
    return has_dependent(verb, STILL, "advmod") and bool(dependents(verb, "xcomp"))


def _is_silent(verb: Token) -> bool:
    """Whether a verb says that someone is or stays silent."""
    return has_dependent(verb, SILENT, "acomp", "advmod", "oprd")


def _first_of_two(verb: Token) -> Token:
    """Return the verb to which "or" joins another, or the verb itself: "*confirmed* or denied"."""
    first = verb.head
    is_alternative = has_dependent(first, ALTERNATIVE, "cc")
    return first if verb.dep_ == "conj" and is_alternative else verb


def _is_neither(verb: Token, lexicon: Lexicon) -> bool:
    """Whether neither a verb nor its alternative is done: "did *not* confirm or deny that …"."""
    if has_dependent(verb, OF_NEITHER, "preconj"):
        return True
    return has_dependent(verb, ALTERNATIVE, "cc") and _is_negated(verb, lexicon)


def _governors(verb: Token) -> list[Token]:
    """Return the verb that an infinitive or participle depends on, if it is one."""
    if verb.dep_ == "xcomp":
        return [verb.head]
    if verb.dep_ == "pcomp":
        return [verb.head.head]
    return []


def _is_negated(verb: Token, lexicon: Lexicon) -> bool:
    negations = lexicon.cues[Cue.NEGATION]
    # CASE negation: "Roth did *not* say whether …", "*never* said"
    if has_dependent(verb, negations, "neg", "advmod"):
        return True
    # CASE nobody: "*no* minister said that …", "*nobody* said that …"
    # CASE nothing: "Roth said *nothing* about the bridge"
    nobody = lexicon.cues[Cue.NOBODY]
    for subject in dependents(verb, "nsubj", "dobj"):
        words = [subject, *dependents(subject, "det")]
        if any(word.lower_ in nobody for word in words):
            return True
    return False


def _is_asked(verb: Token) -> bool:
    """Whether a question asks if someone says it: "*Did* Roth say that …?"."""
    subjects = dependents(verb, "nsubj")
    if not subjects or verb.sent[-1].text != "?":
        return False
    first = subjects[0].i
    return any(word.i < first for word in dependents(verb, "aux"))


def is_appointment(parsed: ParsedText, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb only gives someone a role: "*named* Roth as head".

    Not one that may also report something: "*confirmed* that Roth had left".
    """
    appointing = lexicon.cues[Cue.APPOINTING] - lexicon.cues[Cue.CLAUSE]
    return parsed.lemma(verb) in appointing


def is_topic(parsed: ParsedText, preposition: Token) -> bool:
    """Whether a preposition introduces what someone speaks about.

    Not a time, and not a manner of speaking: "spoke on Friday", "on condition of anonymity".
    """
    for noun in dependents(preposition, "pobj"):
        if noun.ent_type_ in TIME_LABELS or parsed.lemma(noun) in MANNER:
            return False
        mention = parsed.covering(noun.i)
        if mention is not None and mention.is_time:
            return False
    return True
