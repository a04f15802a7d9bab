"""Roles named by the office itself: "Roth handed the chairmanship of the bank to Marsh"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.clauses.coordination import introduced
from actorgraph.extraction.mentions.clauses.verb_wordings import verb_wordings
from actorgraph.extraction.mentions.roles.role_complements import read_complements
from actorgraph.extraction.mentions.roles.role_modifiers import read_before
from actorgraph.extraction.mentions.roles.role_phrases import (
    RolePhrase,
)
from actorgraph.extraction.mentions.roles.role_predicates import read_departure
from actorgraph.extraction.parse.closed_classes import (
    BEFORE_NEW_ROLE,
    BEFORE_PREDECESSOR,
    BEFORE_SUCCESSOR,
    LEAVING_OFFICE,
    LEAVING_ROLE,
    REMOVING,
)
from actorgraph.extraction.parse.dependents import PASSIVE, dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: "Marsh *handed* the chairmanship to Roth"
HANDING = grammar_words("verb of handing over an office")
#: "Roth *took over* the chairmanship from Marsh"
TAKING = grammar_words("verb of taking an office")

FROM_OFFICE = grammar_words("preposition before an office that is lost")

#: New and old holders of an office.
Change = tuple[list[TokenMention], list[TokenMention]]


def office_phrases(parsed: ParsedText, lexicon: Lexicon) -> Iterator[RolePhrase]:
    """Yield a role phrase for each office that a verb says someone takes or leaves."""
    for i, word in enumerate(parsed.lower):
        if word not in lexicon.offices or parsed.covering(i) is not None:
            continue
        phrase = office_phrase(parsed, lexicon, i)
        verb = parsed.doc[i].head
        _read_change(parsed, lexicon, phrase, verb)
        if phrase.holders or phrase.predecessors:
            yield phrase


def office_phrase(parsed: ParsedText, lexicon: Lexicon, i: int) -> RolePhrase:
    """Return the office that the noun at a token names, with its owners and no holders."""
    word = parsed.lower[i]
    senses = lexicon.roles.get(lexicon.offices[word], [])
    phrase = RolePhrase(i, i, i + 1, word, senses, last=i + 1, noun=i)
    read_before(parsed, lexicon, phrase)
    read_complements(parsed, phrase, lambda _: False)
    return phrase


def _read_change(
    parsed: ParsedText, lexicon: Lexicon, phrase: RolePhrase, verb: Token
) -> None:
    """Note who takes an office, and who had it before."""
    noun = parsed.doc[phrase.head]
    # CASE preposition: "stripped *of* the chairmanship", "elected *to* the presidency"
    if noun.dep_ == "pobj":
        _read_prepositional(parsed, lexicon, phrase, noun.head)
    if noun.dep_ != "dobj":
        return
    wordings = verb_wordings(parsed, verb)
    handed = _handed(parsed, verb)
    # CASE recipient: "relinquished the chairmanship *to Roth*"
    if handed[0]:
        successors, predecessors = handed
    elif not TAKING.isdisjoint(wordings):
        successors, predecessors = _taken(parsed, verb)
    elif not LEAVING_OFFICE.isdisjoint(wordings):
        successors, predecessors = [], []
        phrase.holders = phrase.holders_among(arguments(parsed, verb, ("nsubj",)))
        read_departure(phrase, verb)
    else:
        return
    phrase.stated_by = verb.i
    phrase.holders = phrase.holders or phrase.holders_among(successors)
    phrase.predecessors = phrase.holders_among(predecessors)


def _read_prepositional(
    parsed: ParsedText, lexicon: Lexicon, phrase: RolePhrase, preposition: Token
) -> None:
    """Note who is put into an office, or out of it."""
    verb, word = preposition.head, preposition.lower_
    wordings = verb_wordings(parsed, verb)
    is_passive = bool(dependents(verb, *PASSIVE))
    affected = arguments(parsed, verb, ("nsubjpass",) if is_passive else ("dobj",))
    # CASE into it: "elected *to* the presidency"
    if word in BEFORE_NEW_ROLE and wordings & lexicon.cues[Cue.APPOINTING]:
        phrase.holders, phrase.stated_by = phrase.holders_among(affected), verb.i
        return
    if word not in FROM_OFFICE:
        return
    # CASE out of it: "stripped *of* the chairmanship"
    if wordings & (lexicon.cues[Cue.REMOVING] | REMOVING):
        leaving = affected
    # CASE out of it by their own will: "resigned *from* the chairmanship"
    elif wordings & LEAVING_ROLE:
        leaving = arguments(parsed, verb, ("nsubj",))
    else:
        return
    phrase.holders, phrase.stated_by = phrase.holders_among(leaving), verb.i
    read_departure(phrase, verb)


def _handed(parsed: ParsedText, verb: Token) -> Change:
    if HANDING.isdisjoint(verb_wordings(parsed, verb)):
        return [], []
    # CASE passive: "*Roth* was given the chairmanship"
    if dependents(verb, *PASSIVE):
        return arguments(parsed, verb, ("nsubjpass",)), []
    # CASE active: "*Marsh* handed the chairmanship to *Roth*", "gave *Roth* the chairmanship"
    successors = introduced(parsed, verb, BEFORE_SUCCESSOR)
    if not successors:
        successors = arguments(parsed, verb, ("dative",))
    if not successors:
        return [], []
    return successors, arguments(parsed, verb, ("nsubj",))


def _taken(parsed: ParsedText, verb: Token) -> Change:
    """Return the parties of "*Roth* took over the chairmanship from *Marsh*"."""
    predecessors = introduced(parsed, verb, BEFORE_PREDECESSOR)
    return arguments(parsed, verb, ("nsubj",)), predecessors
