"""Who does what a noun says, where its clause names them: "*Roth* held talks with Marsh"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import Lexicon, NounFrame
from actorgraph.extraction.knowledge.relation_lists import relation_list
from actorgraph.extraction.mentions.arguments import arguments
from actorgraph.extraction.modality.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.frame_words import governor_of, measure_of
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Prepositions that make an event the occasion of what somebody does: "said *during* talks with …".
OF_OCCASION = grammar_words("preposition of an occasion")

#: Prepositions before what somebody comes for: "came *for* talks with …".
OF_PURPOSE = grammar_words("preposition of a purpose")

#: Prepositions of frames that can list both parties: "talks *between* Norway and Sweden".
BEFORE_PARTIES = grammar_words("preposition before both parties")

#: Relations of acts whose occasion others may share, without acting: "fell in the *attack* on …".
BY_ONE_SIDE = relation_list("act by one side")

#: Relations of acts by which somebody is hurt.
VIOLENCE = relation_list("act of violence")

#: Nouns of how a contest ends: "a *win* over Norland".
RESULTS = grammar_words("noun of a result")
#: Before a result: "moved to the top *with* a win over Norland", "cruised *to* a win".
BEFORE_RESULT = grammar_words("preposition before a result")
#: Verbs of bringing a result about: "*earned* a draw against Norland".
ACHIEVING = grammar_words("verb of achieving a result")
#: Verbs whose object has the result: "*led* Norland to a win over Borduria".
LEADING = grammar_words("verb of leading to a result")

#: Dependency labels of words between an occasion and its verb: "*late Monday* after talks with …".
ADVERBIALS = ("advmod", "npadvmod")


def agents_in_clause(
    parsed: ParsedText, noun: Token, frame: NounFrame, lexicon: Lexicon
) -> list[TokenMention]:
    """Return the arguments of the verb above a noun that do what the noun says."""
    clause_noun, governor = measure_of(noun), governor_of(noun)
    if parsed.lemma(noun) in RESULTS:
        winners = _with_result(parsed, clause_noun, governor)
        if winners:
            return winners
    # CASE occasion: "Roth said during talks with Marsh that …"
    is_occasion = clause_noun.dep_ == "pobj" and governor.lower_ in OF_OCCASION
    # CASE purpose: "Roth was in Oslo for talks with Marsh"
    between_parties = not BEFORE_PARTIES.isdisjoint(frame.subject_prepositions)
    is_purpose = between_parties and governor.lower_ in OF_PURPOSE
    verb = _above_adverbials(governor.head)
    is_above = verb.tag_.startswith("V") and _is_shared_by(parsed, verb, frame, lexicon)
    if (is_occasion or is_purpose) and is_above:
        return arguments(parsed, verb, ("nsubj", "nsubjpass"))
    # CASE carrier verb: "Roth held talks with Marsh"
    is_object = is_carried(parsed, noun, lexicon)
    return arguments(parsed, governor, ("nsubj",)) if is_object else []


def is_carried(parsed: ParsedText, noun: Token, lexicon: Lexicon) -> bool:
    """Whether the verb of a noun only carries it: "*held* talks", "*took* action"."""
    is_object = measure_of(noun).dep_ in ("dobj", "conj")
    return is_object and parsed.phrasal(governor_of(noun)) in lexicon.cues[Cue.CARRIER]


def _above_adverbials(word: Token) -> Token:
    while word.dep_ in ADVERBIALS:
        word = word.head
    return word


def _with_result(
    parsed: ParsedText, clause_noun: Token, governor: Token
) -> list[TokenMention]:
    """Return who has the result of a contest that a noun names."""
    # CASE object: "*Roth* earned a draw against Marsh"
    if clause_noun.dep_ == "dobj" and parsed.phrasal(governor) in ACHIEVING:
        return arguments(parsed, governor, ("nsubj",))
    is_adjunct = clause_noun.dep_ == "pobj" and governor.lower_ in BEFORE_RESULT
    verb = governor.head
    if not is_adjunct or not verb.tag_.startswith("V"):
        return []
    # CASE led: "Roth led *Norland* to a win over Borduria"
    if parsed.lemma(verb) in LEADING:
        return arguments(parsed, verb, ("dobj",))
    return arguments(parsed, verb, ("nsubj",))


def _is_shared_by(
    parsed: ParsedText, verb: Token, frame: NounFrame, lexicon: Lexicon
) -> bool:
    """Whether who does something on the occasion of an act takes part in the act itself."""
    relation = frame.sense.relation
    # CASE act by one side: in "Roth fell in the attack on Norland" Roth did not attack it
    if relation not in BY_ONE_SIDE:
        return True
    # CASE violence: "Roth *killed* Marsh in an attack on Norland", but not "Marsh, killed in"
    verb_frames = lexicon.verbs.get(parsed.lemma(verb), ())
    is_violent = any(frame.sense.relation in VIOLENCE for frame in verb_frames)
    has_victim = bool(dependents(verb, "dobj"))
    return relation in VIOLENCE and is_violent and has_victim
