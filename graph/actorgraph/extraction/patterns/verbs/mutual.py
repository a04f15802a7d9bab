"""What the subjects of a verb do to each other: "Roth and Marsh met", "accused each other"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.actor_types import PEOPLE
from actorgraph.extraction.knowledge.lexicon import VerbFrame
from actorgraph.extraction.parse.closed_classes import BEFORE_PARTNER
from actorgraph.extraction.parse.dependents import dependents, obliques
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.patterns.verbs.frame_words import (
    governors_of,
    prepositions_of,
)
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Objects that refer to the subjects themselves.
EACH_OTHER = tuple(sorted(grammar_words("reciprocal pronoun")))

#: Verbs that their subjects can do to each other: "Roth and Marsh *met*".
MUTUAL_VERBS = grammar_words("verb of mutual action")

#: Nouns for what two have with each other, or no longer have: "are at *odds*".
DISCORD = grammar_words("noun of discord")

#: Verbs of those who bring others together: "*broker* a truce".
MEDIATING = grammar_words("verb of mediation")

#: Dependencies of objects without preposition.
OBJECTS = ("dobj", "dative")

#: Types of partners in meetings and other joint acts.
THIRD_PARTIES = (*PEOPLE, ActorType.ORGANIZATION, ActorType.PLACE)


def is_reciprocal(parsed: ParsedText, verb: Token, frame: VerbFrame) -> bool:
    """Whether the subjects do to each other what a frame says."""
    # CASE pronoun: "accused *each other*"
    wanted = "dobj" if frame.object == "object" else "pobj"
    for governor in (verb, *prepositions_of(verb, frame)):
        if any(
            _text(noun).startswith(EACH_OTHER) for noun in dependents(governor, wanted)
        ):
            return True
    # CASE discord: "Roth and Marsh are at *odds*", "have cut *ties*"
    return not DISCORD.isdisjoint(frame.literal) and is_mutual(parsed, verb, frame)


def is_mutual(parsed: ParsedText, verb: Token, frame: VerbFrame) -> bool:
    """Whether the subjects of a symmetric frame are each other's objects: "Roth and Marsh met"."""
    # CASE other sense: "fought *alongside*", where "Roth and Marsh fought" is something else
    prepositions = frame.prepositions
    if prepositions and BEFORE_PARTNER.isdisjoint(prepositions):
        return False
    # CASE third party: "Roth and Marsh met *with* reporters"
    for governor in governors_of(parsed, verb, frame):
        if any(prepositions_of(governor, frame)):
            return False
    # CASE literal: "held talks", "joined forces", but not "brokered a truce" of others
    if frame.literal:
        return frame.verb not in MEDIATING
    # CASE third party of another frame: "Roth and Marsh met *Hale*"
    if _has_third_party(parsed, verb):
        return False
    # CASE verb: "met", "discussed the war", but not "met reporters", "worked", "faced a vote"
    has_object = bool(dependents(verb, *OBJECTS))
    is_about = bool(prepositions) or not has_object
    return frame.verb in MUTUAL_VERBS and is_about


def _has_third_party(parsed: ParsedText, verb: Token) -> bool:
    """Whether subjects do something to someone else: "met *Hale*", "met with *Hale*"."""
    for noun in (*dependents(verb, "dobj"), *obliques(verb, BEFORE_PARTNER)):
        actor = parsed.actor_at(noun.i)
        if actor is not None and actor.type in THIRD_PARTIES:
            return True
    return False


def _text(token: Token) -> str:
    """The words of a phrase in lower case."""
    return " ".join(part.lower_ for part in token.subtree)
