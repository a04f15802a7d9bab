"""Stances that a demand shows: who "*urged senators to reject* the levy" is against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.knowledge.relation_lists import relation_list
from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.patterns.candidate import (
    Candidate,
    construction_candidates,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Relations to whoever shall do something.
DEMANDS = relation_list("demand of a deed")
#: Relations to what somebody is for or against; whoever demands them is so, too.
SHOWN_BY_DEMAND = relation_list("stance that a demand shows")
#: Those of them that a denial turns into their opposite: "urged senators *not* to back the levy".
FAVOURABLE = relation_list("favourable stance")
#: Acts on a plan that whoever demands them is against: "*reject* the levy".
REFUSALS = relation_list("act of refusal")


def demanded_stance_candidates(
    parsed: ParsedText,
    demands: Iterable[Candidate],
    stances: Iterable[Candidate],
    knowledge: Knowledge,
) -> Iterator[Candidate]:
    """Yield what those are for or against who demand a stance, demand by demand.

    Args:
        demands: Candidates among which are those of who demands something of whom.
        stances: Candidates among which are those of who is for or against whom or what.
    """
    by_subject: dict[int, list[Candidate]] = defaultdict(list)
    for stance in stances:
        if stance.misfit is None and stance.relation in SHOWN_BY_DEMAND | REFUSALS:
            by_subject[stance.subject.root].append(stance)
    for demand in demands:
        if demand.relation not in DEMANDS or demand.misfit is not None:
            continue
        for stance in by_subject.get(demand.object.root, ()):
            if _is_demanded(parsed, demand, stance):
                yield from _stance_of_demander(parsed, demand, stance, knowledge)


def _is_demanded(parsed: ParsedText, demand: Candidate, stance: Candidate) -> bool:
    """Whether the stance of an actor is what a demand asks of them."""
    word, verb = parsed.doc[demand.trigger], parsed.doc[stance.trigger]
    # CASE modal verb: "the senators *must* reject the levy"
    if word.dep_ == "aux":
        return word.head.i in _with_firsts(verb)
    # CASE denied: "did *not* urge senators to reject the levy"
    if dependents(word, "neg"):
        return False
    # CASE infinitive: "*urged* senators to reject the levy", "to go and reject it"
    return any(parsed.doc[i].head.i == word.i for i in _with_firsts(verb))


def _with_firsts(verb: Token) -> list[int]:
    """Return the positions of a verb and of those that it is coordinated with."""
    found = [verb.i]
    while verb.dep_ == "conj":
        verb = verb.head
        found.append(verb.i)
    return found


def _stance_of_demander(
    parsed: ParsedText, demand: Candidate, stance: Candidate, knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield what whoever demands a stance, or that it be given up, is for or against."""
    is_denied = bool(dependents(parsed.doc[stance.trigger], "neg"))
    # CASE stance: "urged senators to *back* the levy"
    if stance.relation in SHOWN_BY_DEMAND and not is_denied:
        word = demand.trigger
        yield replace(stance, subject=demand.subject, trigger=word, stated_by=word)
        return
    # CASE refusal: "urged senators to *reject* the levy", "*not* to back the levy"
    against = FAVOURABLE if is_denied else REFUSALS
    if stance.relation in against:
        for candidate in construction_candidates(
            parsed,
            Construction.INTENDED_OPPOSITION,
            demand.subject,
            stance.object,
            knowledge,
            trigger=demand.trigger,
            word=parsed.lemma(parsed.doc[stance.trigger]),
        ):
            yield replace(candidate, stated_by=demand.trigger)
