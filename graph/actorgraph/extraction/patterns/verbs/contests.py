"""Verbs of several senses: of a contest or a war, of naming, appointing or dismissing a person."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import Lexicon, VerbFrame
from actorgraph.extraction.knowledge.relation_lists import (
    ACTS_ON_NAMED,
    CONTEST,
    REPROACHES,
    STANCES,
    VIOLENCE,
    relation_list,
)
from actorgraph.extraction.parse.closed_classes import BEFORE_PREDICATE, CONTESTS
from actorgraph.extraction.parse.dependents import (
    dependents,
    has_dependent,
    obliques,
    prepositions,
)
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import NAME_TAGS
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Relations of acts by which a place changes hands.
CONQUEST = relation_list("act of conquest")

#: Relations of dismissals.
REMOVAL = relation_list("loss of a post")

#: Relations of those who come together.
MEETING = relation_list("meeting")
#: Before a contest for which two sides meet: "*in* the final", but not "after the final".
WITHIN_CONTEST = grammar_words("preposition within a contest")

#: Nouns of contests that are no wars: "lost to Norland in the *final*".
PEACEFUL = CONTESTS - grammar_words("noun of a war or a contest")

#: Those who beat others in no contest: "*guards* beat Marsh".
VIOLENT = grammar_words("noun for somebody violent")

#: Verbs that appoint only where the post is said: "*named* Marsh chancellor".
NAMING_VERBS = grammar_words("verb of naming")
#: Verbs of support, unless they say what they take its target for: "*recognised* Marsh".
RECOGNISING = grammar_words("verb of recognition")
#: After such verbs: "recognised Norland as a *state*", "as the *legitimate* senate".
RIGHTFUL = grammar_words("word for what is recognised")
#: Dependency labels of that post.
POSTS = ("attr", "ccomp", "oprd", "xcomp")


def senses_meant(
    verb: Token, frames: list[VerbFrame], *, is_violent: bool
) -> list[VerbFrame]:
    """Return the frames of a verb without those of another sense.

    Args:
        is_violent: Whether words beside the verb express violence: "beat Marsh *to death*".
    """
    # CASE violence: "beat Marsh *to death*" is no contest
    # CASE role: nor is "took on Marsh *as* a lawyer"
    has_role = has_dependent(verb, BEFORE_PREDICATE, "prep")
    others: frozenset[str] = CONTEST if is_violent or has_role else frozenset()
    # CASE weapon: "attacked Marsh *with a knife* over money" is no reproach
    if is_violent:
        others |= REPROACHES
    # CASE conquest or contest: "Oslo fell to Norland", "Oslo fell to Norland in the *final*"
    if not _shapes(frames, CONTEST).isdisjoint(_shapes(frames, CONQUEST)):
        others |= CONQUEST if _is_in_contest(verb) else CONTEST
    # CASE contest or meeting: "Oslo United met Delmore Rovers in the *final*"
    if not _shapes(frames, CONTEST).isdisjoint(_shapes(frames, MEETING)):
        others |= MEETING if _is_in_contest(verb, WITHIN_CONTEST) else CONTEST
    # CASE no post: "the suspects whom Roth *named*"
    if not dependents(verb, *POSTS):
        frames = [frame for frame in frames if not _needs_post(frame)]
    return [
        frame
        for frame in frames
        if frame.sense.relation not in others and not _backs_nobody(verb, frame)
    ]


def _backs_nobody(verb: Token, frame: VerbFrame) -> bool:
    """Whether one only says for what one takes something: "recognised the gang *as a threat*"."""
    if frame.verb not in RECOGNISING:
        return False
    for preposition in prepositions(verb, BEFORE_PREDICATE):
        words = {word.lower_ for word in preposition.subtree}
        if RIGHTFUL.isdisjoint(words):
            return True
    return False


def is_of_violent(verb: Token) -> bool:
    """Whether those who act compete with nobody: "*police* beat Marsh", but not in a final."""
    actors = dependents(verb, "nsubj")
    for preposition in dependents(verb, "agent"):
        actors += dependents(preposition, "pobj")
    if any(actor.tag_ in NAME_TAGS for actor in actors):
        return False
    if all(actor.lower_ not in VIOLENT for actor in actors):
        return False
    return not _is_in_contest(verb)


def _needs_post(frame: VerbFrame) -> bool:
    """Whether a verb only identifies a person, unless it names a post: "named Marsh"."""
    if frame.verb not in NAMING_VERBS or frame.literal or frame.prepositions:
        return False
    return frame.sense.relation in ACTS_ON_NAMED


def _shapes(frames: list[VerbFrame], relations: frozenset[str]) -> set[tuple[str, ...]]:
    """Return how the frames of some relations are worded, beside the verb."""
    shapes: set[tuple[str, ...]] = set()
    for frame in frames:
        if frame.sense.relation not in relations:
            continue
        words = sorted(frame.literal | frame.prepositions)
        shapes.add((frame.subject, frame.object, *words))
    return shapes


def _is_in_contest(verb: Token, introducing: Container[str] | None = None) -> bool:
    """Whether an adverbial of a verb names a contest: "in the *final*", "in the cup *match*".

    Args:
        introducing: The prepositions before it; None for all.
    """
    return any(noun.lower_ in PEACEFUL for noun in obliques(verb, introducing))


def meant_by_predicate(
    parsed: ParsedText, verb: Token, frames: list[VerbFrame], lexicon: Lexicon
) -> list[VerbFrame]:
    """Return the frames of a verb of dismissal, which a post follows, or else an opinion.

    "Dismissed Marsh *as director*" is no criticism, and "dismissed Marsh *as a liar*" no dismissal.
    """
    calling = list(filter(_says_as_what, frames))
    removing = list(filter(_removes, frames))
    if not calling or not removing:
        return frames
    relations: set[str] = set()
    for noun in obliques(verb, BEFORE_PREDICATE):
        senses = lexicon.roles.get(parsed.lemma(noun), ())
        relations.update(sense.relation for sense in senses)
    # CASE stance: "dismissed Marsh as a *critic* of the army"
    is_post = bool(relations) and relations.isdisjoint(STANCES)
    others = calling if is_post else removing
    return [frame for frame in frames if frame not in others]


def _says_as_what(frame: VerbFrame) -> bool:
    words = frame.prepositions | frame.literal
    return not BEFORE_PREDICATE.isdisjoint(words)


def _removes(frame: VerbFrame) -> bool:
    return frame.sense.relation in REMOVAL


def without_violence(candidates: list[Candidate]) -> list[Candidate]:
    """Leave out the violence between those of whom a verb tells a reproach.

    "Attacked Marsh over the cuts" is both by its words, and hurt nobody.
    """
    reproached = {_ends(each) for each in candidates if each.relation in REPROACHES}
    return [
        each
        for each in candidates
        if each.relation not in VIOLENCE or _ends(each) not in reproached
    ]


def _ends(candidate: Candidate) -> tuple[int, int]:
    return candidate.subject.root, candidate.object.root
