"""Demands in reported speech: "the union *must* act", says the minister."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.modality.speech.speech import Speech
from actorgraph.extraction.parse.closed_classes import (
    ALTERNATIVE,
    OF_QUESTION,
    OUGHT,
    PERFECT_FORMS,
)
from actorgraph.extraction.parse.dependents import dependents, has_dependent
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import PRESENT_TAGS
from actorgraph.extraction.patterns.candidate import (
    Candidate,
    construction_candidates,
)
from actorgraph.extraction.patterns.stances.duties import bearers_of_duty
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What the subject of an infinitive must do: "the union *needs* to act".
OBLIGING = grammar_words("verb of obligation")
#: What it must do in the present: "the union *has* to act", while "will have to" foretells it.
OBLIGING_NOW = grammar_words("verb of obligation in the present")
#: Before what someone must do: "it is *essential* that the union acts".
DEMANDING = grammar_words("adjective of a demand")
#: What nobody is asked to do, but cannot help: "has to *cope* with the crisis".
ENDURING = grammar_words("verb of enduring")
#: What has not been done, and need not be: "has *yet* to act".
PENDING = grammar_words("adverb of what is pending")


def demand_candidates(
    parsed: ParsedText, speeches: list[Speech], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield the speakers' demands on named actors: who, in their words, must do something."""
    by_cue = {i: speech for speech in speeches for i in speech.cue}
    for speech in speeches:
        if speech.speaker is None:
            continue
        for i in _own_words(speech, by_cue):
            trigger = parsed.doc[i]
            construction, addressees = _demanded(parsed, speech, trigger, knowledge)
            demander = _other_demander(parsed, speech, trigger) or speech.speaker
            for addressee in addressees:
                yield from construction_candidates(
                    parsed,
                    construction,
                    demander,
                    addressee,
                    knowledge,
                    trigger=i,
                    word=trigger.lower_,
                )


def _demanded(
    parsed: ParsedText, speech: Speech, trigger: Token, knowledge: Knowledge
) -> tuple[Construction, list[TokenMention]]:
    """Return who must do something, or should have, as a word of a speech says."""
    verb = _demanded_verb(parsed, trigger, knowledge)
    construction = None if verb is None else _construction(verb)
    if verb is not None and construction is not None:
        return construction, list(_addressees(parsed, speech, verb))
    # CASE duty: "it is the *duty* of the union to act"
    bearers = bearers_of_duty(parsed, trigger)
    named = [actor for actor in bearers if not actor.is_pronoun]
    inside = [actor for actor in named if speech.says(actor.start)]
    return Construction.MODAL_IN_SPEECH, inside


def _other_demander(
    parsed: ParsedText, speech: Speech, trigger: Token
) -> TokenMention | None:
    """Return who is said to demand it: "“*Norland* demands that the union must act”, Roth said"."""
    verb = trigger.head if trigger.dep_ == "aux" else trigger
    if verb.dep_ != "ccomp" or not speech.says(verb.head.i):
        return None
    actors = arguments(parsed, verb.head, ("nsubj",))
    return next((actor for actor in actors if not actor.is_pronoun), None)


def _own_words(speech: Speech, by_cue: Mapping[int, Speech]) -> list[int]:
    """Return the tokens of a content that are not quoted from another speaker."""
    quoted: set[int] = set()
    for i in speech.content:
        inner = by_cue.get(i)
        if inner is not None and inner is not speech:
            quoted.update(inner.content)
    return [i for i in speech.content if i not in quoted]


def _demanded_verb(
    parsed: ParsedText, word: Token, knowledge: Knowledge
) -> Token | None:
    """Return the verb whose subject must do something, as a word says; else None."""
    # CASE modal verb: "the union *must* act"
    if word.dep_ == "aux":
        obligations = knowledge.lexicon.cues[Cue.OBLIGATION]
        return word.head if word.lower_ in obligations else None
    lemma = parsed.lemma(word)
    # CASE verb: "the union *needs* to act", but not "needs money", "does not need to act"
    if lemma in OBLIGING or _obliges_now(parsed, word):
        has_parts = dependents(word, "xcomp") and dependents(word, "nsubj")
        return word if has_parts and not _is_open(word) else None
    # CASE adjective: "it is *essential* that the union acts"
    if word.dep_ == "acomp" and lemma in DEMANDING:
        clauses = dependents(word, "ccomp") or dependents(word.head, "ccomp")
        return next((each for each in clauses if dependents(each, "mark")), None)
    return None


def _obliges_now(parsed: ParsedText, verb: Token) -> bool:
    if verb.tag_ not in PRESENT_TAGS:
        return False
    return parsed.lemma(verb) in OBLIGING_NOW


def _is_open(verb: Token) -> bool:
    """Whether nothing has to be done, or not so far: "does *not* need to", "has *yet* to act"."""
    if dependents(verb, "neg"):
        return True
    return any(child.lower_ in PENDING for child in verb.subtree)


def _construction(verb: Token) -> Construction | None:
    """Return what an obligation expresses, None if it is only a guess."""
    auxiliaries = {child.lower_ for child in dependents(verb, "aux")}
    # CASE demand: "the union must act"
    if verb.tag_ != "VBN" or PERFECT_FORMS.isdisjoint(auxiliaries):
        return Construction.MODAL_IN_SPEECH
    # CASE reproach: "the union should *have* acted", but not "must *have* acted"
    is_reproach = not OUGHT.isdisjoint(auxiliaries)
    # CASE alternative: "the union acted *or* should have acted"
    is_alternative = verb.dep_ == "conj" and has_dependent(verb.head, ALTERNATIVE, "cc")
    return Construction.BLAME_IN_SPEECH if is_reproach and not is_alternative else None


def _addressees(
    parsed: ParsedText, speech: Speech, verb: Token
) -> Iterator[TokenMention]:
    """Yield the subjects of a verb in a speech, if they are named or addressed."""
    if not _is_demanded(verb) or _is_endured(parsed, verb):
        return
    for subject in arguments(parsed, verb, ("nsubj",)):
        if not speech.says(subject.start):
            continue
        # CASE addressee: "told Roth that *she* must act"
        if subject.is_pronoun:
            yield from _addressed(parsed, verb)
        else:
            yield subject


def _is_demanded(verb: Token) -> bool:
    """Whether the subject of a verb of obligation is asked to do something."""
    # CASE passive, aside: "the union must be stopped", "the union, which must act, is strong"
    if dependents(verb, "auxpass") or verb.dep_ == "relcl":
        return False
    # CASE doubt: "I do not think the union must act"
    if verb.dep_ == "ccomp" and dependents(verb.head, "neg"):
        return False
    # CASE question: "must the union act?", "whether the union must act" demand nothing
    first = (*dependents(verb, "aux"), verb)[0]
    for child in verb.children:
        if child.dep_ == "nsubj" and child.i > first.i:
            return False
        if child.dep_ == "mark" and child.lower_ in OF_QUESTION:
            return False
    return True


def _is_endured(parsed: ParsedText, verb: Token) -> bool:
    """Whether an obligation is a hardship: "the union has to *cope* with losses"."""
    verbs = (verb, *dependents(verb, "xcomp"))
    return any(parsed.lemma(word) in ENDURING for word in verbs)


def _addressed(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    """Return the addressee of a clause: "told *Roth* that she must act"."""
    if verb.dep_ != "ccomp":
        return []
    return arguments(parsed, verb.head, ("dobj", "dative"))
