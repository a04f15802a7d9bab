"""Relations that nouns of happenings express: "talks between X and Y", "X's visit to Y"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.lexicon import NounFrame
from actorgraph.extraction.mentions.arguments import arguments, complements
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.candidate import Candidate

if TYPE_CHECKING:
    from spacy.tokens import Token


#: Prepositions that make a happening the occasion of what somebody does: "said during talks with …".
OCCASIONS = frozenset({"during", "in", "on", "after", "at", "before"})


def noun_candidates(parsed: ParsedText, knowledge: Knowledge) -> Iterator[Candidate]:
    """Relations of all nouns of happenings that the lexicon has a frame for."""
    for token in parsed.doc:
        if token.tag_ in ("NN", "NNS", "NNP"):
            lemma = parsed.lemma(token)
            pair = f"{parsed.lower[token.i - 1]} {lemma}" if token.i else lemma
            for frame in (
                knowledge.lexicon.nouns.get(pair)
                or knowledge.lexicon.nouns.get(lemma)
                or ()
            ):
                yield from _read_noun(parsed, token, frame, knowledge)


def _read_noun(
    parsed: ParsedText, noun: Token, frame: NounFrame, knowledge: Knowledge
) -> Iterator[Candidate]:
    subjects = _marked(parsed, noun, frame.subject_prepositions)
    objects = _marked(parsed, noun, frame.object_prepositions)
    if "between" in frame.subject_prepositions:
        together = (
            subjects or _marked(parsed, noun, frozenset({"of"}))
            if not objects
            else subjects
        )
        for left, right in combinations(together, 2):
            yield from _pair(noun, frame, left, right, knowledge)
        subjects = [] if len(together) > 1 else subjects
    if not subjects and not objects and "over" not in frame.object_prepositions:
        subjects, objects = _both_before(parsed, noun)
    for subject in subjects or _before(parsed, noun) or _doers(parsed, noun, knowledge):
        for object_ in objects:
            yield from _pair(noun, frame, subject, object_, knowledge)


def _pair(
    noun: Token,
    frame: NounFrame,
    subject: TokenMention,
    object_: TokenMention,
    knowledge: Knowledge,
) -> Iterator[Candidate]:
    if subject is object_ or (subject.actor == object_.actor and subject.actor >= 0):
        return
    if knowledge.fits(subject, frame.sense.subject_types) and knowledge.fits(
        object_, frame.sense.object_types
    ):
        yield Candidate(
            subject,
            frame.sense.relation,
            object_,
            noun.i,
            "noun",
            frame.noun,
            stated_by=noun.i,
        )


def _marked(
    parsed: ParsedText, noun: Token, prepositions: frozenset[str]
) -> list[TokenMention]:
    return [
        mention
        for child in noun.children
        if child.dep_ in ("prep", "agent") and child.lower_ in prepositions
        for mention in complements(parsed, child)
    ]


def _before(parsed: ParsedText, noun: Token) -> list[TokenMention]:
    """Owners before the noun: "Russia's invasion", "the U.S. sanctions", "his visit"."""
    found: list[TokenMention] = []
    for child in noun.children:
        if child.i < noun.i and child.dep_ in ("poss", "compound", "amod", "nmod"):
            mention = parsed.covering(child.i)
            if mention is not None and mention not in found:
                found.append(mention)
    return found


def _both_before(
    parsed: ParsedText, noun: Token
) -> tuple[list[TokenMention], list[TokenMention]]:
    """As in “Roth's Borduria trip”: the possessor acts, and the place just before the noun is the goal."""
    owners = [
        mention
        for child in noun.children
        if child.dep_ == "poss" and (mention := parsed.actor_at(child.i))
    ]
    goals = [
        mention
        for child in noun.children
        if child.dep_ in ("compound", "nmod")
        and (mention := parsed.covering(child.i))
        and mention.end == noun.i
    ]
    return (owners, goals) if owners and goals else ([], [])


def _doers(parsed: ParsedText, noun: Token, knowledge: Knowledge) -> list[TokenMention]:
    """The subject of a verb that only carries the noun: "Merkel held talks with Putin", "resumed aid to Ukraine"."""
    verb = noun.head
    while verb.dep_ == "conj" and verb.tag_.startswith("N"):
        verb = verb.head
    if verb.tag_.startswith("N") and noun.dep_ == "conj":
        verb = verb.head
    if (
        noun.dep_ == "pobj"
        and verb.lower_ in OCCASIONS
        and verb.head.tag_.startswith("V")
    ):
        return arguments(parsed, verb.head, ("nsubj", "nsubjpass"))
    if (
        noun.dep_ not in ("dobj", "conj")
        or parsed.phrasal(verb) not in knowledge.lexicon.cues["carrier"]
    ):
        return []
    return arguments(parsed, verb, ("nsubj",))
