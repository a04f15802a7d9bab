"""Holders of roles by predicate: "Roth is an analyst", "was named chancellor", "served as head"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.clauses.companions import TRAVELLING
from actorgraph.extraction.mentions.clauses.verb_wordings import verb_wordings
from actorgraph.extraction.mentions.roles.appointing_bodies import read_appointing_body
from actorgraph.extraction.mentions.roles.appositions import begins_clause
from actorgraph.extraction.mentions.roles.former_bodies import OLD
from actorgraph.extraction.mentions.roles.listed_roles import is_listed
from actorgraph.extraction.mentions.roles.nominalizations import (
    by_nominalization,
    nominalization_of,
)
from actorgraph.extraction.mentions.roles.role_phrases import (
    Holder,
    HolderPattern,
    RolePhrase,
)
from actorgraph.extraction.mentions.roles.successions import (
    by_succession,
    is_succession,
)
from actorgraph.extraction.mentions.roles.unheld_roles import is_unheld
from actorgraph.extraction.parse.closed_classes import (
    BEFORE_NEW_ROLE,
    BEFORE_PREDICATE,
    DESCRIPTIONS,
    INDEFINITE,
    LEAVING_ROLE,
    NAMING,
    OPINIONS,
    PERFECT_FORMS,
    VERB_NEGATIONS,
)
from actorgraph.extraction.parse.dependents import (
    PASSIVE,
    has_dependent,
    is_complement_of,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.repairs.late_examples import AMONG
from actorgraph.extraction.parse.word_tags import CLEAR_NOUN_TAGS, PAST_TAGS
from actorgraph.grammar import grammar_words
from actorgraph.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Dependency labels of a predicate noun after a copula.
PREDICATES = ("attr", "acomp")
#: Dependency labels of the role that someone is appointed to, or removed from.
APPOINTED = ("oprd", "attr", "pobj", "dobj", "xcomp")

#: Verbs that propose someone for a role.
NOMINATING = grammar_words("verb of a nomination")
#: Verbs whose past says what still is: "became chancellor".
BECOMING = grammar_words("verb of becoming")
#: "*suspended* as chairman": then somebody still is.
SUSPENDING = grammar_words("verb of a suspension")
#: "*described* Roth as an adviser", "*seen* as the next head".
DESCRIBING = DESCRIPTIONS | OPINIONS | SUSPENDING
BEFORE_ROLE = BEFORE_PREDICATE | BEFORE_NEW_ROLE
#: Verbs between several roles and the names of those who have them.
INCLUDING = grammar_words("verb before members")
#: "is no *longer* chancellor".
ENDED = grammar_words("adverb of an end")


def by_predicate(
    parsed: ParsedText, lexicon: Lexicon, phrase: RolePhrase
) -> list[Holder]:
    """Return the holders that a verb connects with the role.

    The phrase's status and the verb that states it are filled in.
    """
    noun = _first_conjunct(_head_of(parsed, phrase))
    verb = _governing_verb(noun)
    # CASE name as predicate: "Roth's wife is *Ada Quint*", "among its owners is *Roth*"
    if phrase.owners and (noun.dep_ == "nsubj" or is_complement_of(noun, AMONG)):
        return _by_predicate_name(parsed, lexicon, phrase, verb)
    # CASE apposition that only the parser sees: "*Roth*, once more the chancellor, …"
    if noun.dep_ == "appos":
        return _by_apposed_noun(parsed, phrase, verb)
    # CASE "as": "*Roth* stepped down as chancellor"
    if is_complement_of(noun, BEFORE_PREDICATE):
        holders = _after_as(parsed, lexicon, phrase, noun, verb)
        if holders is not None:
            return holders
    # CASE copula: "*Roth* is an analyst", "served as an analyst"
    if _is_copular(parsed, lexicon, noun, verb):
        return _by_copula(parsed, lexicon, phrase, noun, verb)
    # CASE appointment: "named *Roth* chancellor", "*Roth* was sacked as chancellor"
    if noun.dep_ in APPOINTED and _appoints(parsed, lexicon, verb):
        _read_appointment(parsed, lexicon, phrase, verb)
        read_appointing_body(parsed, phrase, verb)
        appointed = _appointed(parsed, verb)
        return phrase.holders_among(appointed, HolderPattern.APPOINTMENT)
    return []


def _after_as(
    parsed: ParsedText,
    lexicon: Lexicon,
    phrase: RolePhrase,
    noun: Token,
    verb: Token,
) -> list[Holder] | None:
    """Return the holders of a role after "as", where more than the role itself identifies them."""
    # CASE succession: "*Roth* succeeded Marsh as chancellor"
    if is_succession(parsed, verb):
        read_appointing_body(parsed, phrase, verb)
        return by_succession(parsed, phrase, verb)
    # CASE departure: "*Roth* stepped down as chancellor"
    if not LEAVING_ROLE.isdisjoint(verb_wordings(parsed, verb)):
        read_departure(phrase, verb)
        subjects = arguments(parsed, verb, ("nsubj",))
        return phrase.holders_among(subjects, HolderPattern.COPULA)
    # CASE noun: "the appointment of *Roth* as head", "*Roth*'s tenure as head"
    act = nominalization_of(parsed, noun)
    # CASE no noun of its own: "*took office* as head"
    if act is not None and BECOMING.isdisjoint(verb_wordings(parsed, verb)):
        # CASE former: "took over Roth's *old* job as head"
        if has_dependent(act, lexicon.cues[Cue.FORMER] | OLD, "amod"):
            phrase.status = Status.FORMER
        return by_nominalization(parsed, phrase, act)
    # CASE description: "described *Roth* as an adviser", "*Roth* is seen as the next head"
    # CASE one of several: "named *Roth* as a member of the gang", which appoints nobody
    is_one = parsed.lemma(verb) in NAMING and phrase.determiner in INDEFINITE
    if is_one or parsed.lemma(verb) in DESCRIBING:
        phrase.stated_by = phrase.head
        described = _appointed(parsed, verb)
        return phrase.holders_among(described, HolderPattern.APPOINTMENT)
    return None


def _head_of(parsed: ParsedText, phrase: RolePhrase) -> Token:
    """Return the noun of a role, or the "one" of "*one* of Roth's aides"."""
    if phrase.partitive:
        return parsed.doc[phrase.start]
    # CASE adjective at the end: "*secretary*-general", where "general" depends on the noun
    noun = parsed.doc[phrase.head]
    while phrase.noun <= noun.head.i < noun.i:
        noun = noun.head
    return noun


def _first_conjunct(noun: Token) -> Token:
    """Return the first of coordinated nouns: "an *author* and adviser"."""
    while noun.dep_ == "conj" or is_listed(noun):
        if noun.head.i > noun.i or noun.head.tag_ not in CLEAR_NOUN_TAGS:
            break
        noun = noun.head
    return noun


def _governing_verb(noun: Token) -> Token:
    """Return the verb above a noun, across "as": "*served* as head", "*promoted* to head"."""
    is_after = is_complement_of(noun, BEFORE_ROLE | AMONG)
    return noun.head.head if is_after else noun.head


def _by_apposed_noun(
    parsed: ParsedText, phrase: RolePhrase, noun: Token
) -> list[Holder]:
    name = parsed.name_at(noun.i)
    if name is None or phrase.plural:
        return []
    if begins_clause(parsed, phrase, name):
        return []
    return phrase.holders_among([name], HolderPattern.APPOSITION)


def _read_appointment(
    parsed: ParsedText, lexicon: Lexicon, phrase: RolePhrase, verb: Token
) -> None:
    """Set the status of a role that a verb gives to someone or takes away."""
    phrase.stated_by = verb.i
    if _is_worded(parsed, verb, lexicon.cues[Cue.REMOVING]):
        phrase.status = Status.FORMER
    # CASE nomination: "*nominated* Roth as chancellor" leaves others to decide
    elif parsed.lemma(verb) in NOMINATING:
        phrase.status = Status.DESIGNATE


def read_departure(phrase: RolePhrase, verb: Token) -> None:
    """Make a role former, unless its holder is only to leave it, or does not."""
    if verb.tag_ == "VB" or _is_ahead(verb):
        return
    if not has_dependent(verb, VERB_NEGATIONS, "aux", "neg"):
        phrase.stated_by = verb.i
        phrase.status = Status.FORMER


def _is_ahead(verb: Token) -> bool:
    if verb.tag_ == "VBG":
        return True
    return any(child.tag_ == "MD" for child in verb.children)


# copula ---------------------------------------------------------------------------------


def _is_copular(parsed: ParsedText, lexicon: Lexicon, noun: Token, verb: Token) -> bool:
    if noun.dep_ in PREDICATES:
        return parsed.lemma(verb) in lexicon.cues[Cue.COPULA]
    if not is_complement_of(noun, BEFORE_PREDICATE):
        return False
    serving = lexicon.cues[Cue.SERVING] | TRAVELLING
    return not serving.isdisjoint(verb_wordings(parsed, verb))


def _by_copula(
    parsed: ParsedText,
    lexicon: Lexicon,
    phrase: RolePhrase,
    noun: Token,
    verb: Token,
) -> list[Holder]:
    subjects = arguments(parsed, verb, ("nsubj",))
    if is_unheld(noun, verb, len(subjects)):
        return []
    _read_tense(parsed, lexicon, phrase, verb)
    return phrase.holders_among(subjects, HolderPattern.COPULA)


def _read_tense(
    parsed: ParsedText, lexicon: Lexicon, phrase: RolePhrase, verb: Token
) -> None:
    """Set the status of a role from the verb that states it."""
    phrase.stated_by = verb.i
    words = {child.lower_ for child in verb.children}
    # CASE ended: "is no *longer* the head"
    is_ended = not ENDED.isdisjoint(words)
    # CASE ended verb: "*used* to be the head"
    if verb.dep_ == "xcomp":
        is_ended |= parsed.lemma(verb.head) in lexicon.cues[Cue.ENDED]
    # CASE past: "*was* the head", "*served* as head"
    is_over = phrase.status is Status.CURRENT and _is_past(parsed, verb, words)
    if is_ended or is_over:
        phrase.status = Status.FORMER


def _is_past(parsed: ParsedText, verb: Token, words: set[str]) -> bool:
    """Whether a verb is about the past only, unlike "has been", "became" and "was not"."""
    lasting = BECOMING | TRAVELLING
    if verb.tag_ not in PAST_TAGS or not lasting.isdisjoint(
        verb_wordings(parsed, verb)
    ):
        return False
    return PERFECT_FORMS.isdisjoint(words) and VERB_NEGATIONS.isdisjoint(words)


def _by_predicate_name(
    parsed: ParsedText, lexicon: Lexicon, phrase: RolePhrase, verb: Token
) -> list[Holder]:
    # CASE several: "the bank's owners *include* Roth and Marsh"
    is_list = phrase.plural and parsed.lemma(verb) in INCLUDING
    if not is_list and parsed.lemma(verb) not in lexicon.cues[Cue.COPULA]:
        return []
    names = arguments(parsed, verb, ("attr", "dobj"))
    holders = [name for name in names if name.is_name]
    if holders:
        _read_tense(parsed, lexicon, phrase, verb)
    return phrase.holders_among(holders, HolderPattern.COPULA)


# appointment ----------------------------------------------------------------------------


def _appoints(parsed: ParsedText, lexicon: Lexicon, verb: Token) -> bool:
    return _is_worded(
        parsed, verb, lexicon.cues[Cue.APPOINTING] | lexicon.cues[Cue.REMOVING]
    )


def _is_worded(parsed: ParsedText, verb: Token, words: set[str]) -> bool:
    """Whether a verb, alone or with its particle, is one of some words."""
    return not words.isdisjoint((parsed.phrasal(verb), parsed.lemma(verb)))


def _appointed(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    """Return who is appointed: the object of the verb, or the subject of its passive."""
    labels = {child.dep_ for child in verb.children}
    # CASE participle: "*sacked* as chairman, Roth now farms"
    is_reduced = verb.dep_ == "advcl" and verb.tag_ == "VBN" and "aux" not in labels
    is_passive = verb.dep_ == "acl" or is_reduced or not labels.isdisjoint(PASSIVE)
    appointee = "nsubjpass" if is_passive else "dobj"
    return arguments(parsed, verb, (appointee,))
