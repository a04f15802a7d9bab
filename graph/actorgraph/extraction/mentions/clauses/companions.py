"""Who is named beside those who do something: "Roth, *together with Marsh*, visited Oslo"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.parse.closed_classes import BEFORE_PARTNER, OF_COMPANY
from actorgraph.extraction.parse.dependents import SUBJECTS, dependents
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import is_verb_form
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Before those who do something together with the subject: "Roth, *alongside* Marsh, …".
BEFORE_COMPANION = grammar_words("preposition before a companion")
#: "*flew* to Oslo with Marsh", "*appeared* as a witness".
TRAVELLING = grammar_words("verb of travelling")
#: "Roth, *accompanied* by Marsh, …".
ACCOMPANIED = grammar_words("participle of company")
#: Dependency labels of participles, beside a noun and beside a verb.
PARTICIPLES = ("acl", "advcl")


def before_companions(parsed: ParsedText, preposition: Token) -> Iterator[Token]:
    """Yield the preposition whose complements do the same as the subject; none after any other."""
    # CASE participle: "Roth, *accompanied* by Marsh, visited Oslo"
    is_participle = preposition.dep_ in PARTICIPLES
    if is_participle and preposition.lower_ in ACCOMPANIED:
        yield from dependents(preposition, "agent")
    if preposition.dep_ != "prep":
        return
    # CASE adverb: "*together* with Marsh"
    modifiers = {word.lower_ for word in preposition.children}
    is_of_company = not OF_COMPANY.isdisjoint(modifiers)
    if is_of_company or preposition.lower_ in BEFORE_COMPANION:
        yield preposition
    # CASE adverb that governs the preposition: "*along* with Marsh"
    elif preposition.lower_ in OF_COMPANY:
        yield from dependents(preposition, "prep")[:1]
    # CASE journey: "flew to Oslo *with* Marsh"
    elif preposition.lower_ in BEFORE_PARTNER and _is_journey(parsed, preposition.head):
        yield preposition


def _is_journey(parsed: ParsedText, verb: Token) -> bool:
    """Whether a verb is of a journey that was made; who "did *not* go with Marsh" says no more."""
    if not is_verb_form(verb) or dependents(verb, "neg"):
        return False
    return parsed.lemma(verb) in TRAVELLING


def is_about_subject(parsed: ParsedText, phrase: Token) -> bool:
    """Whether a phrase of a verb can only be about the subject.

    So "signed the deal *together with Marsh*", which in "freed Roth together with Marsh" may as
    well be about the object.
    """
    first = phrase.left_edge
    if first.is_sent_start or first.nbor(-1).text == ",":
        return True
    verb = phrase.head
    companions: set[str] = set()
    for preposition in before_companions(parsed, phrase):
        if preposition.lower_ not in BEFORE_COMPANION:
            companions |= _types(parsed, preposition, "pobj")
    subjects = _types(parsed, verb, *SUBJECTS)
    objects = _types(parsed, verb, "dobj", "dative")
    return bool(companions & subjects) and companions.isdisjoint(objects)


def _types(parsed: ParsedText, governor: Token, *labels: str) -> set[str]:
    """Return the types of the actors that depend on a word."""
    mentions = [parsed.actor_at(child.i) for child in dependents(governor, *labels)]
    return {mention.type for mention in mentions if mention is not None}
