"""Members of a group that is described: "Roth was *one of seven Norse poets*", "*among them*"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.parse.closed_classes import BEING, OF_WHOLE, ONE_OF_SEVERAL
from actorgraph.extraction.parse.dependents import SUBJECTS
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.candidate import Candidate, construction_candidates
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

#: "*among* the poets".
AMONG_MEMBERS = grammar_words("preposition before a group")

#: Tags of superlatives, which judge: "one of the *most* innovative companies".
SUPERLATIVE_TAGS = frozenset({"JJS", "RBS"})
#: Types of those who can be members of a group of people or of bodies.
MEMBERS = frozenset({ActorType.PERSON, ActorType.ORGANIZATION})


def fellow_candidates(parsed: ParsedText, knowledge: Knowledge) -> Iterator[Candidate]:
    """Yield who is one of a described group, in text order."""
    for group in parsed.in_order():
        if _is_described_group(parsed, group):
            for member in _members(parsed, group):
                yield from construction_candidates(
                    parsed, Construction.ONE_OF_GROUP, member, group, knowledge
                )


def _is_described_group(parsed: ParsedText, mention: TokenMention) -> bool:
    """Whether a mention describes a group that has members, unlike "the *best* companies"."""
    if not mention.is_group or not mention.is_description:
        return False
    tags = parsed.tags[mention.start : mention.root]
    return SUPERLATIVE_TAGS.isdisjoint(tags)


def _members(parsed: ParsedText, group: TokenMention) -> list[TokenMention]:
    """Return who is said to be one of a group."""
    noun = parsed.head_of(group)
    preposition = noun.head
    if noun.dep_ != "pobj":
        return []
    # CASE one: "Roth was *one of* the poets", "Roth, *one of* the poets"
    if preposition.lower_ in OF_WHOLE and preposition.head.lower_ in ONE_OF_SEVERAL:
        return _described(parsed, preposition.head)
    # CASE among: "Roth was *among* the poets", "*Among* the poets was Roth"
    if preposition.lower_ in AMONG_MEMBERS and parsed.lemma(preposition.head) in BEING:
        return _alike(arguments(parsed, preposition.head, (*SUBJECTS, "attr")))
    return []


def _described(parsed: ParsedText, one: Token) -> list[TokenMention]:
    """Return the actors that "one" describes, as a predicate or in apposition."""
    verb = one.head
    if one.dep_ == "appos":
        return _alike(parsed.actors_at(verb.i))
    if parsed.lemma(verb) not in BEING:
        return []
    if one.dep_ == "attr":
        return _alike(arguments(parsed, verb, SUBJECTS))
    # CASE reversed: "*One* of the poets was Roth"
    if one.dep_ in SUBJECTS:
        return _alike(arguments(parsed, verb, ("attr",)))
    return []


def _alike(mentions: list[TokenMention]) -> list[TokenMention]:
    """Return the mentions of people and bodies."""
    return [mention for mention in mentions if mention.type in MEMBERS]
