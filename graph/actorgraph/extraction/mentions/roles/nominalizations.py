"""Holders of roles by a nominalization: "Roth's appointment as head", "Roth's tenure as head"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.mentions.clauses.coordination import actor_of, introduced
from actorgraph.extraction.mentions.roles.role_phrases import (
    Holder,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import OF_WHOLE, OFFICES
from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.repairs.times_between import NOUNS_OF_TIME
from actorgraph.extraction.parse.word_tags import COMMON_NOUN_TAGS
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: "Roth's *appointment* as head"
APPOINTMENTS = grammar_words("noun of an appointment")
#: "Roth's *resignation* as head"
DEPARTURES = grammar_words("noun of a departure")
#: "Roth's *tenure* as head"
TERMS = grammar_words("noun of a term of office")
#: "Roth's *predecessor* as head", "Roth's *successor* as head"
PREDECESSORS = grammar_words("noun for a predecessor")
SUCCESSORS = grammar_words("noun for a successor")


def nominalization_of(parsed: ParsedText, role: Token) -> Token | None:
    """Return the noun that a role after "as" belongs to: "her *appointment* as head"."""
    noun = role.head.head
    # CASE attached too high: "lost his *job* as head"
    for child in dependents(noun, "dobj"):
        # CASE time: "served two *years* as head", "two *terms*", "spent the *1990s* as head"
        is_term = parsed.lemma(child) in TERMS and not dependents(child, "poss")
        is_decade = child.text[:1].isdigit()
        is_time = is_term or is_decade or child.lower_ in NOUNS_OF_TIME
        if child.right_edge.i == role.head.i - 1 and not is_time:
            noun = child
    # CASE attached to the verb: "won a prize for her *work* as head"
    before = role.head.nbor(-1) if role.head.i else noun
    if parsed.lemma(before) in TERMS | OFFICES and dependents(before, "poss"):
        noun = before
    # CASE attached too low: "the *appointment* of Roth as head"
    if parsed.covering(noun.i) is not None and noun.dep_ == "pobj":
        noun = noun.head.head
    is_common = noun.tag_ in COMMON_NOUN_TAGS
    return noun if is_common and role.dep_ == "pobj" else None


def by_nominalization(
    parsed: ParsedText, phrase: RolePhrase, noun: Token
) -> list[Holder]:
    """Return who takes, has or leaves a role; who had it before is noted in the phrase."""
    lemma = parsed.lemma(noun)
    owners = _possessors(parsed, noun)
    # CASE order: "*Roth*'s predecessor as head, *Marsh*", "*Marsh*'s successor as head, *Roth*"
    if lemma in PREDECESSORS:
        phrase.predecessors = phrase.holders_among(actor_of(parsed, noun))
        return phrase.holders_among(owners)
    if lemma in SUCCESSORS:
        phrase.predecessors = phrase.holders_among(owners)
        return phrase.holders_among(actor_of(parsed, noun))
    if lemma in TERMS | OFFICES:
        return phrase.holders_among(owners)
    if lemma not in APPOINTMENTS | DEPARTURES:
        return []
    if lemma in APPOINTMENTS:
        phrase.stated_by = noun.i
    # CASE appointee: "the appointment of *Roth* as head"
    return phrase.holders_among(owners + introduced(parsed, noun, OF_WHOLE))


def _possessors(parsed: ParsedText, noun: Token) -> list[TokenMention]:
    mentions: list[TokenMention] = []
    for child in dependents(noun, "poss"):
        mentions += actor_of(parsed, child)
    return mentions
