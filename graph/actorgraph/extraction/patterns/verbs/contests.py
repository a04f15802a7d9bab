"""Verbs of a contest in one sense, and of a war or a crime in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import VerbFrame
from actorgraph.extraction.knowledge.relation_lists import CONTEST, relation_list
from actorgraph.extraction.parse.closed_classes import CONTESTS
from actorgraph.extraction.parse.dependents import dependents
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Relations of acts by which a place changes hands.
CONQUEST = relation_list("act of conquest")

#: Nouns of contests that are no wars: "lost to Norland in the *final*".
PEACEFUL = CONTESTS - grammar_words("noun of a war or a contest")


def senses_meant(
    verb: Token, frames: list[VerbFrame], *, is_violent: bool
) -> list[VerbFrame]:
    """Return the frames of a verb without those of another sense.

    Args:
        is_violent: Whether words beside the verb express violence: "beat Marsh *to death*".
    """
    # CASE violence: "beat Marsh *to death*" is no contest
    others: frozenset[str] = CONTEST if is_violent else frozenset()
    # CASE conquest or contest: "Oslo fell to Norland", "Oslo fell to Norland in the *final*"
    if not _shapes(frames, CONTEST).isdisjoint(_shapes(frames, CONQUEST)):
        others |= CONQUEST if _is_in_contest(verb) else CONTEST
    return [frame for frame in frames if frame.sense.relation not in others]


def _shapes(frames: list[VerbFrame], relations: frozenset[str]) -> set[tuple[str, ...]]:
    """Return how the frames of some relations are worded, beside the verb."""
    shapes: set[tuple[str, ...]] = set()
    for frame in frames:
        if frame.sense.relation in relations:
            words = sorted(frame.literal | frame.prepositions)
            shapes.add((frame.subject, frame.object, *words))
    return shapes


def _is_in_contest(verb: Token) -> bool:
    """Whether an adverbial of a verb names a contest: "in the *final*", "in the cup *match*"."""
    words: set[str] = set()
    for preposition in dependents(verb, "prep"):
        words.update(word.lower_ for word in preposition.subtree)
    return not PEACEFUL.isdisjoint(words)
