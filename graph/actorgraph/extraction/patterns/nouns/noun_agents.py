"""Who does what a noun says, where its clause names them: "*Roth* held talks with Marsh"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import Lexicon, NounFrame
from actorgraph.extraction.knowledge.relation_lists import (
    CONTEST,
    VIOLENCE,
    relation_list,
)
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.clauses.coordination import complements
from actorgraph.extraction.modality.factuality.clause_scope import OF_OCCASION
from actorgraph.extraction.parse.closed_classes import (
    BEFORE_GIVER,
    BEFORE_PARTIES,
    DEFINITE,
    OF_PURPOSE,
    OF_WHOLE,
)
from actorgraph.extraction.parse.dependents import (
    SUBJECTS,
    dependents,
    has_dependent,
    prepositions,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import is_verb_form
from actorgraph.extraction.patterns.nouns.event_owners import owners_of
from actorgraph.extraction.patterns.verbs.frame_words import (
    governor_of_noun,
    measure_of,
)
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Before the manner of an act: "replied *with* criticism of Marsh".
OF_MANNER = grammar_words("preposition of a manner")
#: Verbs whose complement after "with" is another's act: "*dealt* with criticism of Marsh".
GOVERNING_MANNER = grammar_words("verb that governs a manner")

#: Prepositions of frames that can list all parties: "talks *between* Norway and Sweden".
BETWEEN_PARTIES = BEFORE_PARTIES | grammar_words("preposition before several parties")

#: Relations of acts whose occasion others may share, without acting: "fell in the *attack* on …".
BY_ONE_SIDE = relation_list("act by one side")

#: Nouns of how a contest ends: "a *win* over Norland".
RESULTS = grammar_words("noun of a result")
#: Before a result: "moved to the top *with* a win over Norland", "cruised *to* a win".
BEFORE_RESULT = grammar_words("preposition before a result")
#: Verbs of bringing a result about: "*earned* a draw against Norland".
ACHIEVING = grammar_words("verb of achieving a result")
#: Verbs that bring another a result: "a goal *handed* Norland a win over Borduria".
GIVING = grammar_words("verb of giving a result")
#: Verbs whose object has the result: "*led* Norland to a win over Borduria".
LEADING_TO = grammar_words("verb of leading to a result")

#: Verbs that tell from whom something is: "praise *came* from Roth".
ORIGINATING = grammar_words("verb of an origin")

#: Dependency labels of words between an occasion and its verb: "*late Monday* after talks with …",
#: "was *glad* after talks with …".
ADVERBIALS = ("acomp", "advmod", "npadvmod")


def agents_in_clause(
    parsed: ParsedText, noun: Token, frame: NounFrame, lexicon: Lexicon
) -> list[TokenMention]:
    """Return the arguments of the verb above a noun that do what the noun says."""
    clause_noun, governor = measure_of(noun), governor_of_noun(noun)
    if parsed.lemma(noun) in RESULTS:
        winners = _with_result(parsed, clause_noun, governor)
        if winners:
            return winners
    if clause_noun.dep_ == "pobj":
        return _agents_beside(parsed, noun, frame, lexicon)
    # CASE origin: "praise for Marsh came *from Roth*", unlike "the attack came from the sea"
    if clause_noun.dep_ == "nsubj" and frame.sense.relation not in VIOLENCE:
        return _origins(parsed, governor)
    # CASE carrier verb: "Roth held talks with Marsh"
    is_object = is_carried(parsed, noun, lexicon)
    return arguments(parsed, governor, ("nsubj",)) if is_object else []


def _origins(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    """Return who is said to have done what a verb says to come from them."""
    if parsed.lemma(verb) not in ORIGINATING:
        return []
    origins: list[TokenMention] = []
    for preposition in prepositions(verb, BEFORE_GIVER):
        origins += complements(parsed, preposition)
    return origins


def acting_owners_of(
    parsed: ParsedText, noun: Token, lexicon: Lexicon
) -> list[TokenMention]:
    """Return who acts by the words before a noun, unless its clause names who does.

    In "Roth filed an *EU* case" the case is Roth's, but in "Roth saw a *Norland* attack" and "took
    *Norland's* action" the act is not.
    """
    owners = owners_of(parsed, noun)
    if not owners or dependents(noun, "poss"):
        return owners
    if not is_carried(parsed, noun, lexicon):
        return owners
    verb = governor_of_noun(noun)
    agents = arguments(parsed, verb, ("nsubj",))
    return [] if agents else owners


def is_carried(parsed: ParsedText, noun: Token, lexicon: Lexicon) -> bool:
    """Whether the verb of a noun only carries it: "*held* talks", "*took* action"."""
    if measure_of(noun).dep_ not in ("dobj", "conj"):
        return False
    verb = governor_of_noun(noun)
    if parsed.phrasal(verb) not in lexicon.cues[Cue.CARRIER]:
        return False
    # CASE quoted: "wrote: “Terrible *attack* in Oslo”", where the writer attacked nobody
    if parsed.lemma(verb) not in lexicon.cues[Cue.DIRECT]:
        return True
    return parsed.quotation_of(noun.i) == parsed.quotation_of(verb.i)


def _agents_beside(
    parsed: ParsedText, noun: Token, frame: NounFrame, lexicon: Lexicon
) -> list[TokenMention]:
    """Return who does something on the occasion of an event, on the way to it, or by it."""
    verb, word = _governor_with_preposition(governor_of_noun(noun))
    if not _is_shared_by(parsed, verb, frame, lexicon):
        return []
    # CASE occasion: "Roth said during talks with Marsh that …"
    if word in OF_OCCASION:
        is_clause = is_verb_form(verb)
        actors = arguments(parsed, verb, SUBJECTS) if is_clause else []
        return actors or _named_beside(parsed, governor_of_noun(noun))
    if not is_verb_form(verb):
        return []
    # CASE purpose: "Roth was in Oslo for talks with Marsh"
    between_parties = not BETWEEN_PARTIES.isdisjoint(frame.subject_prepositions)
    if between_parties and word in OF_PURPOSE:
        return arguments(parsed, verb, SUBJECTS)
    if word not in OF_MANNER or parsed.lemma(verb) in GOVERNING_MANNER:
        return []
    # CASE manner: "Roth replied with criticism of Marsh", but not "with *the* criticism of Marsh"
    if has_dependent(noun, DEFINITE):
        return []
    return arguments(parsed, verb, ("nsubj",))


def _named_beside(parsed: ParsedText, preposition: Token) -> list[TokenMention]:
    """Return the name to which an aside belongs: "*Roth*, on a visit to Oslo, praised Marsh"."""
    name = parsed.name_at(preposition.head.i)
    is_aside = parsed.word(preposition.left_edge.i - 1) == ","
    # CASE headline: "*Roth* in talks with Marsh"
    is_headline = preposition.head.dep_ == "ROOT"
    return [name] if name is not None and (is_aside or is_headline) else []


def _governor_with_preposition(preposition: Token) -> tuple[Token, str]:
    """Return the verb that a preposition depends on, and the preposition with its adverb."""
    word, above = preposition.lower_, preposition.head
    # CASE adverb: "spoke *ahead of* talks with Marsh", but not "elsewhere *in* an interview"
    phrase = f"{above.lower_} {word}"
    if above.i == preposition.i - 1 and phrase in OF_OCCASION:
        word, above = phrase, above.head
    while above.dep_ in ADVERBIALS:
        above = above.head
    return above, word


def _with_result(
    parsed: ParsedText, clause_noun: Token, governor: Token
) -> list[TokenMention]:
    """Return who has the result of a contest that a noun names."""
    if clause_noun.dep_ == "dobj":
        # CASE given: "a late goal handed *Roth* a win over Marsh"
        if parsed.lemma(governor) in GIVING:
            return arguments(parsed, governor, ("dative",))
        # CASE object: "*Roth* earned a draw against Marsh"
        is_achieved = parsed.phrasal(governor) in ACHIEVING
        return arguments(parsed, governor, ("nsubj",)) if is_achieved else []
    is_adjunct = clause_noun.dep_ == "pobj" and governor.lower_ in BEFORE_RESULT
    verb = governor.head
    if not is_adjunct or not is_verb_form(verb):
        return []
    # CASE led: "Roth led *Norland* to a win over Borduria"
    if parsed.lemma(verb) in LEADING_TO:
        return arguments(parsed, verb, ("dobj",))
    return arguments(parsed, verb, ("nsubj",))


def _is_shared_by(
    parsed: ParsedText, verb: Token, frame: NounFrame, lexicon: Lexicon
) -> bool:
    """Whether who does something on the occasion of an act takes part in the act itself."""
    relation = frame.sense.relation
    # CASE contest: "Roth left after a win over Marsh", but not "after the defeat *of Marsh*"
    is_about_object = not OF_WHOLE.isdisjoint(frame.object_prepositions)
    if relation in CONTEST and not is_about_object:
        return True
    # CASE act by one side: in "Roth fell in the attack on Norland" Roth did not attack it
    senses = {sense.sense.relation for sense in lexicon.nouns[frame.noun]}
    if BY_ONE_SIDE.isdisjoint(senses):
        return True
    # CASE violence: "Roth *killed* Marsh in an attack on Norland", but not "Marsh, killed in"
    if relation not in VIOLENCE or not dependents(verb, "dobj"):
        return False
    return lexicon.says(parsed.lemma(verb), VIOLENCE)
