"""Stances that an act shows: "wore a badge *in support of* Marsh"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.relation_lists import relation_list
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.clauses.coordination import complements
from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import is_verb_form
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.template import Pattern, Template
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Before the noun of a stance: "*in* support of Marsh".
BEFORE_STANCE = grammar_words("preposition before a stance")
#: Relations of support and opposition.
SHOWN_STANCES = relation_list("stance that an act shows")

#: How a noun and its preposition belong to the verb above them.
LEADING_UP = ("dobj", "attr", "pobj", "prep", "conj", "appos")


def shown_stance_candidates(
    parsed: ParsedText, knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield the support and opposition that deeds show, in text order."""
    for noun in parsed.doc:
        if noun.dep_ != "pobj" or noun.head.lower_ not in BEFORE_STANCE:
            continue
        # CASE owner: "in *Roth's* support", which others show
        if dependents(noun, "poss", "det", "amod"):
            continue
        for frame in knowledge.lexicon.nouns.get(parsed.lemma(noun), ()):
            if frame.sense.relation not in SHOWN_STANCES:
                continue
            objects = _introduced(parsed, noun, frame.object_prepositions)
            actors = _actors_above(parsed, noun.head)
            for actor, object_ in product(actors, objects):
                if knowledge.fits_sense(parsed, actor, object_, frame.sense):
                    yield Candidate(
                        actor,
                        frame.sense.relation,
                        object_,
                        noun.i,
                        Template(Pattern.NOUN),
                        frame.noun,
                        stated_by=noun.i,
                    )


def _introduced(
    parsed: ParsedText, noun: Token, prepositions: frozenset[str]
) -> list[TokenMention]:
    objects: list[TokenMention] = []
    # CASE attached too high: "went on strike in solidarity *with* Marsh"
    for governor in (noun, noun.head.head):
        for child in dependents(governor, "prep"):
            is_next = child.i == noun.i + 1
            if is_next and child.lower_ in prepositions:
                objects += complements(parsed, child)
    return objects


def _actors_above(parsed: ParsedText, preposition: Token) -> list[TokenMention]:
    """Return who does what the stance belongs to: "*Roth* led a march in support of Marsh"."""
    word = preposition.head
    while not is_verb_form(word):
        # CASE owner: "*Roth's* march in support of Marsh"
        for owner in dependents(word, "poss"):
            mention = parsed.actor_at(owner.i)
            return [] if mention is None else [mention]
        if word.dep_ not in LEADING_UP or word.head is word:
            return []
        word = word.head
    # CASE passive: "a march was held in support of Marsh", by others than the subject
    return [] if dependents(word, "auxpass") else arguments(parsed, word, ("nsubj",))
