"""Who acts in an event, as its clause says: "*Roth* said during talks with Marsh that …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import Lexicon, NounFrame
from actorgraph.extraction.knowledge.relation_lists import relation_list
from actorgraph.extraction.mentions.arguments import SUBJECTS, arguments, objects
from actorgraph.extraction.modality.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.frame_words import governor_of, measure_of
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Before an event that is the occasion of what somebody does: "said *during* talks with …".
OF_OCCASION = grammar_words("preposition of an occasion")

#: Before what somebody comes for: "came *for* talks with …".
OF_PURPOSE = grammar_words("preposition of a purpose")

#: Before how somebody does something: "replied *with* criticism of Marsh".
OF_MANNER = grammar_words("preposition of a manner")

#: Verbs that say of the complement of "with" something else: "*dealt* with an attack on …".
GOVERNING_MANNER = grammar_words("verb that governs a manner")

#: Verbs before how a contest ends: "*slumped* to a defeat against Norland".
RESULTING = grammar_words("verb before a result")
BEFORE_RESULT = grammar_words("preposition before a goal")

#: Verbs with two objects, of which one is a result: "*handed* Norland a win over Borduria".
GIVING_RESULT = grammar_words("verb of giving a result")

#: Prepositions of frames that can list all parties: "talks *between* Norway and Sweden".
BEFORE_PARTIES = grammar_words("preposition before both parties") | grammar_words(
    "preposition before several parties"
)

OF_WHOLE = grammar_words("preposition of a whole")

#: Relations of acts whose occasion others may share, without acting: "fell in the *attack* on …".
BY_ONE_SIDE = relation_list("act by one side")

#: Relations of acts by which somebody is hurt.
VIOLENCE = relation_list("act of violence")

#: Relations between those who meet in a contest, at which nobody else is present.
CONTEST = relation_list("act in a contest")

#: Verbs of whoever has a result: "*posted* a win over Borduria".
ACHIEVING = grammar_words("verb of achieving a result")

DETERMINED = grammar_words("definite article")


def subjects_of_clause(
    parsed: ParsedText, noun: Token, frame: NounFrame, lexicon: Lexicon
) -> list[TokenMention]:
    """Return who does what a noun expresses, where only its clause says so."""
    clause_noun, governor = measure_of(noun), governor_of(noun)
    if clause_noun.dep_ == "pobj":
        return _subjects_beside(parsed, noun, frame, lexicon)
    # CASE given: "a late goal handed *Norland* a win over Borduria"
    if _is_contest(frame) and parsed.lemma(governor) in GIVING_RESULT:
        return arguments(parsed, governor, ("dative",))
    # CASE achieved: "*Norland* posted a win over Borduria"
    is_achieved = _is_contest(frame) and parsed.phrasal(governor) in ACHIEVING
    # CASE carried: "*Roth* made a visit to Norland"
    if is_achieved or is_carried(parsed, noun, lexicon):
        return arguments(parsed, governor, ("nsubj",))
    return []


def is_carried(parsed: ParsedText, noun: Token, lexicon: Lexicon) -> bool:
    """Whether the verb of a noun only carries it: "*held* talks", "*took* action"."""
    is_object = measure_of(noun).dep_ in ("dobj", "conj")
    return is_object and parsed.phrasal(governor_of(noun)) in lexicon.cues[Cue.CARRIER]


def _subjects_beside(
    parsed: ParsedText, noun: Token, frame: NounFrame, lexicon: Lexicon
) -> list[TokenMention]:
    """Return who does something at an event, on its way to it, or by it."""
    preposition = governor_of(noun)
    verb, word = _verb_above(preposition)
    if not verb.tag_.startswith("V"):
        return []
    if _is_contest(frame) and _is_result(parsed, verb, word):
        # CASE led: "led *Norland* to a win over Borduria"; CASE result: "*Norland* fell to a loss"
        return objects(parsed, verb) or arguments(parsed, verb, SUBJECTS)
    if not _is_shared_by(parsed, verb, frame, lexicon):
        return []
    # CASE occasion: "Roth said during talks with Marsh that …"
    # CASE purpose: "Roth was in Oslo for talks with Marsh"
    between_parties = not BEFORE_PARTIES.isdisjoint(frame.subject_prepositions)
    if word in OF_OCCASION or (between_parties and word in OF_PURPOSE):
        return arguments(parsed, verb, SUBJECTS)
    # CASE manner: "Roth replied with criticism of Marsh", but not "with *the* criticism of Marsh"
    articles = {child.lower_ for child in noun.children}
    is_indefinite = DETERMINED.isdisjoint(articles)
    if word in OF_MANNER and is_indefinite:
        governs = parsed.lemma(verb) in GOVERNING_MANNER
        return [] if governs else arguments(parsed, verb, ("nsubj",))
    return []


def _is_shared_by(
    parsed: ParsedText, verb: Token, frame: NounFrame, lexicon: Lexicon
) -> bool:
    """Whether who does something on the occasion of an act takes part in the act itself."""
    relation = frame.sense.relation
    # CASE act by one side: in "Roth fell in the attack on Norland" Roth did not attack it
    senses = {sense.sense.relation for sense in lexicon.nouns[frame.noun]}
    if BY_ONE_SIDE.isdisjoint(senses) or _is_contest(frame):
        return True
    # CASE violence: "Roth *killed* Marsh in an attack on Norland", but not "Marsh, killed in"
    frames = lexicon.verbs.get(parsed.lemma(verb), ())
    is_violent = any(frame.sense.relation in VIOLENCE for frame in frames)
    has_victim = bool(dependents(verb, "dobj"))
    return relation in VIOLENCE and is_violent and has_victim


def _verb_above(preposition: Token) -> tuple[Token, str]:
    """Return the verb that a preposition depends on, and the preposition with its adverb."""
    verb, word = preposition.head, preposition.lower_
    # CASE adverb: "spoke *ahead of* talks with Marsh"
    if verb.dep_ in ("advmod", "prep"):
        verb, word = verb.head, f"{verb.lower_} {word}"
    # CASE adjective: "was *upbeat* before talks with Marsh"
    return (verb.head if verb.dep_ == "acomp" else verb), word


def _is_contest(frame: NounFrame) -> bool:
    """Whether a noun says how a contest ends, but not "the defeat *of Norland*"."""
    is_about_object = not OF_WHOLE.isdisjoint(frame.object_prepositions)
    return frame.sense.relation in CONTEST and not is_about_object


def _is_result(parsed: ParsedText, verb: Token, word: str) -> bool:
    return word in BEFORE_RESULT and parsed.phrasal(verb) in RESULTING
