"""How far a governing word changes how a word below it is stated.

"Denied" reaches into "that Roth *met* Marsh", but not into "after Roth *met* Marsh".
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.modality.factuality.clause_content import (
    introducing,
    is_account,
    is_content,
    is_telling,
    is_told_within,
)
from actorgraph.extraction.modality.factuality.consequences import is_result
from actorgraph.extraction.modality.factuality.futures import FUTURE_IN_PAST
from actorgraph.extraction.modality.factuality.ongoing import is_ended, is_under_way
from actorgraph.extraction.modality.factuality.presupposed import (
    is_of_fact,
    is_presupposed,
    is_settled,
)
from actorgraph.extraction.modality.factuality.verb_forms import is_present
from actorgraph.extraction.parse.closed_classes import (
    ALTERNATIVE,
    OF_TIME,
    REASONS,
)
from actorgraph.extraction.parse.dependents import (
    AFFECTED,
    AUXILIARIES,
    COMPLEMENTS,
    RELATIVE_CLAUSES,
    SUBJECTS,
    dependents,
    governor_of,
    has_dependent,
    has_subject,
    is_complement_of,
    is_infinitive,
)
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.repairs.late_examples import GIVING_EXAMPLES
from actorgraph.extraction.parse.word_tags import (
    PARTICIPLE_TAGS,
    is_noun_form,
    is_verb_form,
)
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Dependencies through which a governing word changes how the governed word is stated: "plans to
#: *visit*".
INHERITED = frozenset(
    {
        "xcomp",
        "ccomp",
        "pcomp",
        "acl",
        "advcl",
        "oprd",
        "dobj",
        "pobj",
        "acomp",
        "attr",
        "conj",
        "relcl",
        "npadvmod",
        "nsubj",
        "nsubjpass",
    }
)

BEFORE_REASON = grammar_words("preposition of a cause or a contrast")


#: Prepositions before what happens besides, before a reason, and before a time or place.
OF_CIRCUMSTANCE = grammar_words("preposition of a circumstance")
OF_REASON = grammar_words("preposition of a reason")
OF_PLACE = grammar_words("preposition of a place")
#: Before the event at which something happens: "refused it *on* a visit".
OF_OCCASION = grammar_words("preposition of an occasion")
#: Nouns of utterances to someone, who may refuse what they ask: "rejected a *demand*".
UTTERANCES = grammar_words("noun of an utterance to somebody")
#: Dependencies of what a verb denies or refuses itself.
DENIED = ("dobj", "ccomp", "xcomp", "nsubjpass")

#: Prepositions before a motive, and verbs that only say that it exists: "is not *under*
#: pressure", "did not *come* under pressure".
OF_PRESSURE = grammar_words("preposition of a pressure")
PRESSING = grammar_words("verb of being under a pressure")


FINITE = ("VBD", "VBP", "VBZ")


class Reach(StrEnum):
    """Which cues of a governing word apply to a word that it governs."""

    NOTHING = "nothing"
    PLANS = "plans"  # what is planned, demanded or possible
    REASON = "reason"  # whether it is alleged or denied, and nothing further up
    BELOW = "below"  # only those of the words above the governing word
    ALL = "all"


def reach_into(parsed: ParsedText, token: Token, lexicon: Lexicon) -> Reach:
    """Return which cues of its governing word apply to a word."""
    if token.dep_ not in INHERITED:
        return Reach.NOTHING
    if token.dep_ == "conj":
        return _reach_into_conjunct(token)
    if token.dep_ == "advcl":
        return _reach_into_adverbial(parsed, token, lexicon)
    # CASE participle or relative clause: "denied the deal *signed* by Roth"
    if token.dep_ in RELATIVE_CLAUSES:
        return _reach_into_attribute(parsed, token, lexicon)
    if token.dep_ == "ccomp" and not is_content(parsed, token, lexicon):
        return Reach.NOTHING
    return _reach_into_argument(parsed, token, lexicon)


def is_circumstance(token: Token) -> bool:
    """Whether a word is the time or place of its verb: "told reporters after a *meeting*"."""
    if token.dep_ != "pobj":
        return False
    preposition = token.head
    # CASE before its verb: "on a later *trip* to Oslo, Roth sought Marsh"
    if preposition.i < governor_of(token).i:
        return True
    return preposition.lower_ in OF_TIME | OF_PLACE


def is_left_standing(parsed: ParsedText, noun: Token) -> bool:
    """Whether a noun is there although its verb refuses something."""
    # CASE answered: "turned down Roth's *demand*", which Roth has made
    if noun.dep_ in AFFECTED and parsed.lemma(noun) in UTTERANCES:
        return True
    # CASE occasion: "rejected the plan at *talks*", "denied it in an *interview*"
    if not is_complement_of(noun, OF_OCCASION):
        return False
    denied = dependents(governor_of(noun), *DENIED)
    return bool(denied)


def _reach_into_conjunct(token: Token) -> Reach:
    """Return what a word shares with the word that it is coordinated with."""
    first = token.head
    if is_noun_form(token):
        # CASE nouns: "no talks *or* visits", "plans talks and a *visit*"
        shares = has_dependent(first, ALTERNATIVE, "cc")
        return Reach.ALL if shares else Reach.BELOW
    # CASE passive of the verb above: "was cleared of killing Marsh but *jailed* by Hale"
    if (first.tag_, token.tag_) == ("VBG", "VBN"):
        return Reach.NOTHING
    # CASE clause of its own: "denied that Roth met Marsh and that Hale *paid* Cole"
    if _is_finite_clause(token):
        return Reach.BELOW
    # CASE shared auxiliary or infinitive: "did not meet Marsh or *praise* Hale"
    bare = token.tag_ in ("VB", "VBP") and first.tag_ == "VB"
    if bare or (token.tag_ == first.tag_ and token.tag_ not in FINITE):
        return Reach.ALL
    # CASE shared perfect: "could have left and *warned* Marsh", which is taken for the past
    if first.tag_ == "VBN" and any(word.tag_ == "MD" for word in first.children):
        return Reach.ALL
    # CASE finite verbs: "may meet Marsh and *praised* Hale"
    return Reach.BELOW


def _is_finite_clause(verb: Token) -> bool:
    """Whether a verb has a subject or a finite auxiliary: "may go and *has met* Marsh"."""
    for auxiliary in dependents(verb, *AUXILIARIES):
        if auxiliary.tag_ in (*FINITE, "MD"):
            return True
    if verb.tag_ in PARTICIPLE_TAGS:
        return False
    return has_subject(verb)


def _reach_into_adverbial(parsed: ParsedText, verb: Token, lexicon: Lexicon) -> Reach:
    # CASE result: "is believed to have set off a bomb, *killing* Marsh"
    if is_result(parsed, verb, lexicon):
        return Reach.ALL
    words = introducing(verb)
    # CASE cause or contrast: "refused because Roth *arrested* Marsh"
    if words & REASONS:
        return Reach.NOTHING
    # CASE time: "will resign after Roth *arrests* Marsh", but not "*arrested*"
    if words & OF_TIME:
        is_ahead = is_present(verb) or _is_in_future(verb.head)
        return Reach.PLANS if is_ahead else Reach.NOTHING
    # CASE purpose: "hired Roth to *kill* Marsh", "called for Roth to *leave*", but not
    # "refused, *accusing* Marsh" or a condition, which says for itself that it is one
    return Reach.ALL if is_infinitive(verb) else Reach.NOTHING


def _happens_besides(token: Token) -> bool:
    """Whether a word acts: "with Norland *attacking*", "with the *attack* going on"."""
    for clause in dependents(token, "acl"):
        if clause.tag_ == "VBG":
            return True
    return has_subject(token)


def _is_pressure(parsed: ParsedText, noun: Token) -> bool:
    """Whether a noun is the motive of an act: "cancelled it under *pressure*"."""
    if noun.head.lower_ not in OF_PRESSURE:
        return False
    verb = governor_of(noun)
    # CASE either: "did *not* resign under pressure"
    if dependents(verb, "neg"):
        return False
    return parsed.lemma(verb) not in PRESSING


def _is_reason(verb: Token) -> bool:
    """Whether a participle says why someone is punished: "should be fined *for* lying"."""
    if verb.dep_ != "pcomp" or verb.tag_ != "VBG":
        return False
    return is_verb_form(governor_of(verb))


def _is_in_future(verb: Token) -> bool:
    """Whether a verb says what someone expected: "thought she would win when Roth *left*"."""
    if verb.dep_ != "ccomp":
        return False
    auxiliaries = (word.lower_ for word in dependents(verb, "aux"))
    return not FUTURE_IN_PAST.isdisjoint(auxiliaries)


def _is_on_day(parsed: ParsedText, verb: Token) -> bool:
    """Whether a relative clause says what happens on a day, as on others to come."""
    mention = parsed.covering(verb.head.i)
    if mention is None or not mention.is_time:
        return False
    return verb.tag_ != "VBG" and is_present(verb)


def _reach_into_attribute(parsed: ParsedText, verb: Token, lexicon: Lexicon) -> Reach:
    # CASE day: "is due to speak on Monday, when she *arrives* in Oslo"
    if introducing(verb) & OF_TIME and _is_on_day(parsed, verb):
        return Reach.PLANS
    # CASE examples: "faces four counts, *consisting* of theft and murder"
    if verb.lower_ in GIVING_EXAMPLES:
        return Reach.ALL
    # CASE participle: "denied a claim *filed* by Roth"
    if verb.tag_ == "VBN" and not dependents(verb, *SUBJECTS, "aux", "auxpass"):
        return Reach.NOTHING
    # CASE act by words: "dismissed the complaint *in which* Roth accused Marsh", who was accused
    if is_told_within(parsed, verb, lexicon):
        return Reach.NOTHING
    # CASE content: "denied the claim that Roth *met* Marsh"
    if is_account(parsed, verb.head, lexicon) or is_telling(parsed, verb, lexicon):
        return Reach.ALL
    # CASE infinitive: "a plan to *meet* Marsh"; CASE fact: "is not the only one to *meet* Marsh"
    if is_infinitive(verb):
        return Reach.PLANS if is_of_fact(verb.head) else Reach.ALL
    # CASE clause after a noun that is no account: "the fact that Roth *met* Marsh"
    is_clause = verb.dep_ == "acl" and verb.tag_ not in PARTICIPLE_TAGS
    return Reach.ALL if is_clause else Reach.NOTHING


def _reach_into_argument(parsed: ParsedText, token: Token, lexicon: Lexicon) -> Reach:
    # CASE end: "demands a stop to Norland's *attack*" says that the attack goes on
    if is_ended(parsed, token) or is_under_way(token):
        return Reach.NOTHING
    # CASE settled: "the loan will be *repaid*" says that there was a loan
    if is_settled(parsed, token, lexicon):
        return Reach.NOTHING
    # CASE presupposed: "refused to condemn Norland's *attack*" does not deny the attack
    if is_presupposed(parsed, token, lexicon):
        return Reach.PLANS
    if token.dep_ in COMPLEMENTS:
        return _reach_into_complement(parsed, token)
    return Reach.ALL


def _reach_into_complement(parsed: ParsedText, token: Token) -> Reach:
    """Return which cues of its governing word apply to what a preposition introduces."""
    preposition = token.head.lower_
    # CASE circumstance: "fears for supplies, with Norland *attacking* Borduria"
    if preposition in OF_CIRCUMSTANCE and _happens_besides(token):
        return Reach.NOTHING
    # CASE reason: "should be fined for *attacking* Marsh" does not demand an attack
    if preposition in OF_REASON and _is_reason(token):
        return Reach.REASON
    # CASE cause: "cancelled the trip despite the *arrest* of Marsh"
    if preposition in BEFORE_REASON or _is_pressure(parsed, token):
        return Reach.NOTHING
    if preposition not in OF_TIME:
        return Reach.ALL
    # CASE time: "cancelled the trip after the *arrest* of Marsh", "after *meeting* Marsh"
    return Reach.PLANS if token.dep_ == "pobj" else Reach.NOTHING
