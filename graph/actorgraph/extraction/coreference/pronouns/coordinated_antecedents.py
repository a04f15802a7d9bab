"""Coordinated antecedents of "they": "*Roth and Marsh* met. They slept.".

“Both”, “the pair” and “the two leaders” refer to them if they are two.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from actorgraph.extraction.coreference.descriptions.synonyms import REPORTERS
from actorgraph.extraction.coreference.pronouns.pairs import (
    BOTH,
    FARTHEST,
    PAIRS,
    TWO,
    first_two,
    pair_before,
    sentence_before,
)
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.mentions.entities import Entities, only
from actorgraph.extraction.parse.closed_classes import DEFINITE
from actorgraph.extraction.parse.dependents import ARGUMENTS, SUBJECTS, dependents
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.parse.word_tags import PLURAL_TAGS
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

#: Types of actors that may be coordinated; all have to be of one type.
TYPES = frozenset({ActorType.PERSON, ActorType.ORGANIZATION, ActorType.PLACE})
PLURAL_PRONOUN_TAG = "PRP"


def link_coordinated(entities: Entities, lexicon: Lexicon) -> None:
    """Resolve "they", "both" and "the pair" to the coordinated subjects of a clause before.

    Words for two also mean the only two who are mentioned: "Roth hosted Marsh. *The two* talked."

    Such a word stays without an entity of its own: as an argument it means these names.
    """
    parsed = entities.parsed
    plural = [m.root for m in parsed.mentions if _is_plural(entities, m)]
    pairs = set(_words_for_two(entities))
    others = first_two(entities)
    for i in sorted({*plural, *pairs}):
        if parsed.quotation_of(i) is not None:
            continue
        names = _coordinated_before(entities, i)
        if i in pairs and i <= others and len(names) != 2:
            names = pair_before(entities, lexicon, i)
        if names and parsed.same_paragraph(names[0].start, i):
            parsed.set_members(i, names)


def _coordinated_before(entities: Entities, i: int) -> list[TokenMention]:
    """Return names that are together the subject of a clause above, or of the sentence before."""
    names = _coordinated_above(entities, entities.parsed.doc[i])
    sentence = sentence_before(entities.parsed, i)
    if names or sentence is None:
        return names
    return _coordinated_subjects(entities, sentence.root, sentence)


def _coordinated_above(entities: Entities, pronoun: Token) -> list[TokenMention]:
    """Return the subjects of a clause above or before that of a pronoun.

    "*Roth and Marsh* said they left", "When *Roth and Marsh* met Hale, they left"
    """
    if pronoun.dep_ not in SUBJECTS:
        return []
    verb = pronoun.head
    for governor in chain(dependents(verb, "advcl"), verb.ancestors):
        if abs(pronoun.i - governor.i) > FARTHEST:
            return []
        subject = next(iter(dependents(governor, *SUBJECTS)), None)
        if subject is not None and subject.i < pronoun.i:
            between = pronoun.doc[subject.i : pronoun.i]
            return _coordinated_subjects(entities, governor, between)
    return []


def _is_plural(entities: Entities, pronoun: TokenMention) -> bool:
    """Whether a mention is an unresolved "they" or "them"."""
    if not pronoun.is_pronoun or pronoun.is_resolved:
        return False
    if not pronoun.is_group:
        return False
    return entities.parsed.tags[pronoun.root] == PLURAL_PRONOUN_TAG


def _words_for_two(entities: Entities) -> Iterator[int]:
    """Yield the tokens that mean two actors."""
    for token in entities.parsed.doc:
        if token.dep_ in ARGUMENTS and _means_two(token):
            yield token.i


def _means_two(token: Token) -> bool:
    modifiers = {child.lower_ for child in token.children}
    # CASE alone: "*Both* slept", but not "both of them", "both men"
    if token.lower_ in BOTH:
        return not modifiers
    # CASE noun: "the *pair*", "the *two*", but not "the pair of shoes"
    if token.lower_ in PAIRS:
        return bool(modifiers) and modifiers <= DEFINITE
    # CASE counted: "the two *leaders*", but not "two leaders"
    if token.tag_ not in PLURAL_TAGS:
        return False
    is_counted = not modifiers.isdisjoint(TWO) and not modifiers.isdisjoint(DEFINITE)
    # CASE determiner: "*both* leaders", but not "both tall leaders"
    return is_counted or (bool(modifiers) and modifiers <= BOTH)


def _coordinated_subjects(
    entities: Entities, verb: Token, words: Span
) -> list[TokenMention]:
    """Return names that are together the subject of a verb; none if words may name others."""
    parsed = entities.parsed
    subject = only(dependents(verb, *SUBJECTS))
    if subject is None:
        return []
    names: list[TokenMention] = []
    for token in (subject, *subject.conjuncts):
        name = parsed.actor_at(token.i)
        if name is None or not name.is_name or not name.is_resolved:
            return []
        names.append(name)
    if not _are_alike(names) or _has_plural_noun(entities, words):
        return []
    return names


def _are_alike(names: list[TokenMention]) -> bool:
    if len(names) < 2:
        return False
    types = {name.type for name in names}
    return len(types) == 1 and types <= TYPES


def _has_plural_noun(entities: Entities, words: Span) -> bool:
    """Whether a plural noun may be meant too: "Roth and Marsh met the *miners*"."""
    parsed = entities.parsed
    for token in words:
        is_name = parsed.covering(token.i) is not None and token.tag_ == "NNPS"
        # CASE audience: "Roth and Marsh told *reporters* that they had met"
        is_audience = token.lower_ in REPORTERS
        if token.tag_ in PLURAL_TAGS and not is_name and not is_audience:
            return True
    return False
