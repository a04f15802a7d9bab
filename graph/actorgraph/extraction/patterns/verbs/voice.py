"""Whether a verb is past or passive, and who then acts: "Marsh was accused *by Roth*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.mentions.clauses.coordination import complements
from actorgraph.extraction.modality.validity import SINCE
from actorgraph.extraction.parse.closed_classes import BEFORE_AGENT
from actorgraph.extraction.parse.dependents import (
    AUXILIARIES,
    PASSIVE,
    SUBJECTS,
    dependents,
    has_dependent,
    obliques,
    prepositions,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.repairs.times_between import NOUNS_OF_TIME
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: "Roth *once* led the bank"
ONCE = grammar_words("adverb of a past act")

#: "*after* running the bank *for* nine years"
AFTERWARDS = grammar_words("preposition of what came before")
OF_DURATION = grammar_words("preposition of a duration")

#: Dependencies of participles without auxiliary, which are passive: "the party led by Roth".
REDUCED_CLAUSES = ("acl", "relcl", "advcl", "conj")


def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive, reduced clauses ("led by Roth") included."""
    labels = {child.dep_ for child in verb.children}
    if not labels.isdisjoint(PASSIVE):
        return True
    has_agent = "agent" in labels
    # CASE headline: "Roth accused of fraud *by* Marsh"
    if verb.dep_ == "ROOT":
        return has_agent and labels.isdisjoint(("aux", "dobj"))
    # CASE past tense taken for a participle: "Roth thanked her and *named* Marsh"
    has_object = "dobj" in labels and not has_agent
    if verb.dep_ == "conj" and has_object and not is_passive(verb.head):
        return False
    if verb.dep_ not in REDUCED_CLAUSES:
        return False
    # CASE participle taken for a past tense: "they left, helped *by* Roth"
    is_participle = verb.tag_ == "VBN" or (verb.tag_ == "VBD" and has_agent)
    return is_participle and labels.isdisjoint(("aux", "nsubj"))


def is_past(verb: Token) -> bool:
    """True for "lived" and "was based", but not for "has lived" and "said he *was living* here"."""
    # CASE reported: what was going on when somebody said so may go on
    if verb.tag_ == "VBG" and verb.dep_ == "ccomp" and verb.head.tag_ == "VBD":
        return False
    for auxiliary in dependents(verb, *AUXILIARIES):
        # CASE completed: "*having* spent a year with the bank, Roth left", but not "since May"
        is_completed = auxiliary.tag_ == "VBG" and verb.dep_ == "advcl"
        if is_completed and not has_dependent(verb, SINCE, "prep", "mark"):
            return True
        return "VBD" in (verb.tag_, auxiliary.tag_)
    return bool(verb.tag_ == "VBD")


def agents(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    """Return who acts in a passive clause: "accused *by Roth*"."""
    actors = agents_after(parsed, verb)
    if actors:
        return actors
    return _nested_agents(parsed, verb)


def agents_after(parsed: ParsedText, word: Token) -> list[TokenMention]:
    """Return who acts, as a preposition right after a word says: "a ploy *by Roth*"."""
    actors: list[TokenMention] = []
    for child in dependents(word, "agent", "prep"):
        if child.lower_ in BEFORE_AGENT:
            actors.extend(complements(parsed, child))
    return actors


def _nested_agents(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    """Who acts, where the parse attaches it lower: "accused of theft *by Roth*"."""
    # CASE object: "was fined ten euros *by the bank*"
    actors: list[TokenMention] = []
    for noun in (*dependents(verb, "dobj"), *obliques(verb)):
        for preposition in prepositions(noun, BEFORE_AGENT):
            actors.extend(complements(parsed, preposition))
    return actors


def _is_past_once(verb: Token) -> bool:
    """Whether "once" puts an act into the past: "Roth *once* led it", not "*once* Roth led it"."""
    # CASE adjective: "was *once* married to Roth"
    act = verb.head if verb.dep_ == "acomp" else verb
    if not is_past(act):
        return False
    starts = [word.i for word in dependents(act, *SUBJECTS)]
    return any(
        word.lower_ in ONCE and word.i > min(starts, default=verb.i)
        for word in dependents(verb, "advmod")
    )


def has_lasted(verb: Token) -> bool:
    """Whether what went on for a while is over: "*after* running the bank *for* nine years"."""
    if _is_past_once(verb):
        return True
    is_after = verb.dep_ == "pcomp" and verb.head.lower_ in AFTERWARDS
    # CASE simple past: "*ran* the bank for nine years", but not "had run it for nine years"
    is_simple = verb.tag_ == "VBD" and not dependents(verb, *AUXILIARIES)
    # CASE completed: "*having run* the bank for nine years, Roth left"
    is_completed = verb.dep_ == "advcl" and is_past(verb) and verb.tag_ == "VBN"
    spans = prepositions(verb, OF_DURATION)
    return (is_after or is_simple or is_completed) and any(
        has_dependent(span, NOUNS_OF_TIME, "pobj") for span in spans
    )
