"""Who receives what the noun of an act expresses: "*Roth* drew criticism from Marsh".

The subject of such a clause is the object of the act, and whoever comes after "from" does it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.relation_lists import ASKING, REPROACHES
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.clauses.coordination import actor_of
from actorgraph.extraction.parse.closed_classes import DEFINITE
from actorgraph.extraction.parse.dependents import SUBJECTS, dependents, has_dependent
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

#: Verbs whose subject suffers what their object says: "Roth *drew* criticism from Marsh".
RECEIVING = grammar_words("verb of receiving")

#: Those of them that can also mean the opposite: "Roth *has* praise for Marsh".
HAVING = grammar_words("verb of having")

#: Verbs whose subject was asked for what their object says: "Roth *ignored* a request from Marsh".
ANSWERING = grammar_words("verb of answering a request")

#: Those with a preposition: "Roth *met with* criticism", "was the *target of* attacks".
RECEIVING_PHRASES = grammar_words("phrase of receiving")

#: Before what the subject of a clause suffers: "resigned *under* pressure from Marsh".
BEFORE_SUFFERED = grammar_words("preposition before what is suffered")

#: Before the help by which someone does something: "won *with* the backing of Marsh".
BEFORE_HELP = grammar_words("preposition before help")
#: Nouns of such help.
HELP = grammar_words("noun of help")

#: Nouns of where somebody is held: "is in Bordurian *custody*"; before them, and verbs of being so.
CUSTODY = grammar_words("noun of custody")
BEFORE_CUSTODY = grammar_words("preposition before custody")
HELD = grammar_words("verb of being in custody")
PRISONERS = grammar_words("noun for a prisoner")


def receivers_of(parsed: ParsedText, noun: Token, relation: str) -> list[TokenMention]:
    """Return who receives what a noun expresses; empty if its clause does not say so."""
    clause_noun, governor = measure_of(noun), governor_of_noun(noun)
    if clause_noun.dep_ == "pobj":
        return _receivers_before(parsed, governor, noun)
    # CASE joined to the other object by the parse: "earned *Roth* a rebuke from Marsh"
    if clause_noun.dep_ == "appos" and governor.dep_ == "dative":
        recipient = parsed.actor_at(governor.i)
        is_received = parsed.phrasal(governor.head) in RECEIVING
        return [recipient] if recipient is not None and is_received else []
    if clause_noun.dep_ not in ("dobj", "conj"):
        return []
    verb = parsed.phrasal(governor)
    # CASE asked or blamed: "*Roth* ignored a request from Marsh", "rejected criticism from Marsh"
    is_asked = relation in ASKING | REPROACHES and verb in ANSWERING
    if verb not in RECEIVING and not is_asked:
        return []
    # CASE two objects: "the plan earned *Roth* a rebuke from Marsh"
    recipients = _recipients(parsed, governor, clause_noun)
    if recipients:
        return recipients
    # CASE had: "has *the* backing of Marsh", "has *Bordurian* backing", but "has criticism of
    # Marsh" is one's own
    if verb in HAVING and not (
        has_dependent(noun, DEFINITE, "det") or owners_of(parsed, noun)
    ):
        return []
    return arguments(parsed, governor, ("nsubj",))


def _held(parsed: ParsedText, preposition: Token) -> list[TokenMention]:
    """Return who is in custody."""
    governor = preposition.head
    if preposition.lower_ not in BEFORE_CUSTODY:
        return []
    # CASE noun: "the *prisoners* in Bordurian jails", but not "a guard in a Bordurian jail"
    if parsed.lemma(governor) in PRISONERS:
        return actor_of(parsed, governor)
    # CASE verb: "*Roth* is in Bordurian custody", but not "Roth is a guard in a Bordurian jail"
    is_held = parsed.lemma(governor) in HELD and not dependents(governor, "attr")
    return arguments(parsed, governor, SUBJECTS) if is_held else []


def _recipients(parsed: ParsedText, verb: Token, noun: Token) -> list[TokenMention]:
    """Return the object of a verb that comes before another: "earned *Roth* a rebuke"."""
    recipients: list[TokenMention] = []
    for child in dependents(verb, "dobj", "dative"):
        mention = parsed.actor_at(child.i)
        if mention is not None and verb.i < child.i < noun.i:
            recipients.append(mention)
    return recipients


def _receivers_before(
    parsed: ParsedText, preposition: Token, noun: Token
) -> list[TokenMention]:
    """Return who receives what a preposition introduces: "Roth won *with* the help of Marsh"."""
    lemma = parsed.lemma(noun)
    if lemma in CUSTODY:
        return _held(parsed, preposition)
    is_suffered = preposition.lower_ in BEFORE_HELP and lemma in HELP
    governor = preposition.head
    # CASE state: "Roth resigned *under* pressure from Marsh"
    if is_suffered or preposition.lower_ in BEFORE_SUFFERED:
        is_verb = is_verb_form(governor)
        return arguments(parsed, governor, SUBJECTS) if is_verb else []
    # CASE particle: "came *in for* criticism"
    particle = ""
    if governor.dep_ in ("prep", "prt", "advmod"):
        particle, governor = f"{governor.lower_} ", governor.head
    word = parsed.phrasal(governor)
    if f"{word} {particle}{preposition.lower_}" not in RECEIVING_PHRASES:
        return []
    # CASE noun or adjective: "Roth is the *target* of attacks", "is *subject* to sanctions"
    if governor.dep_ in ("attr", "acomp"):
        return arguments(parsed, governor.head, ("nsubj",))
    # CASE verb: "Roth met with criticism", "was greeted with insults"
    is_verb = is_verb_form(governor)
    return arguments(parsed, governor, SUBJECTS) if is_verb else []
