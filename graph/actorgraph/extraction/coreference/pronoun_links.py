"""Pronouns of the third person: "she", "its".

One is resolved by what the learned reader hears, else by gender, recency and grammatical role.  Where two actors fit,
none is taken, and the doubt is noted.
"""

from __future__ import annotations

from collections import defaultdict

from actorgraph.extraction.knowledge.pronoun_words import FIRST_PERSON, pronoun_gender
from actorgraph.extraction.learned import Antecedents
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import ActorType, MentionKind
from actorgraph.settings import PRONOUN_CERTAINTY

#: How many sentences back a pronoun may reach.
PRONOUN_REACH = 2

#: What "they" and "it" may mean.
PLURAL = frozenset({ActorType.GROUP, ActorType.ORGANIZATION})
SINGULAR = frozenset(
    {ActorType.ORGANIZATION, ActorType.PLACE, ActorType.EVENT, ActorType.WORK}
)


def link_pronouns(entities: Entities, heard: Antecedents | None = None) -> None:
    """Resolve "he" and "she", and "it" and "they" where only one actor of the sentence fits.

    Args:
        heard: What the learned reader thinks they mean; it decides where it is sure and the grammar allows it.
    """
    parsed = entities.parsed
    seen: dict[int, list[TokenMention]] = defaultdict(list)
    for mention in parsed.in_order():
        number = parsed.sentence_of[mention.root]
        word = parsed.lower[mention.root]
        if mention.kind is MentionKind.PRONOUN and word not in FIRST_PERSON:
            entity = (
                _beside(entities, mention, word)
                or _heard(entities, mention, (heard or {}).get(mention, []), word)
                or (
                    _person(entities, mention, seen, number, word)
                    if mention.type is ActorType.PERSON
                    else _thing(entities, seen, number, word)
                )
            )
            if entity is not None:
                entities.join(mention, entity)
        if mention.actor >= 0:
            seen[number].append(mention)


def _beside(entities: Entities, pronoun: TokenMention, word: str) -> Entity | None:
    """The person whom a possessive means in "Ada Quint and *her* aide": whom its noun is coordinated with."""
    parsed = entities.parsed
    noun = parsed.doc[pronoun.root].head
    if parsed.tags[pronoun.root] != "PRP$" or noun.dep_ != "conj":
        return None
    mention = parsed.actor_at(noun.head.i)
    fits = (
        mention is not None
        and mention.actor >= 0
        and mention.kind is MentionKind.NAME
        and mention.end < pronoun.start
    )
    return (
        entities.of(mention)
        if mention is not None and fits and _agrees(entities, pronoun, mention, word)
        else None
    )


def _heard(
    entities: Entities,
    pronoun: TokenMention,
    near: list[tuple[TokenMention, float]],
    word: str,
) -> Entity | None:
    """The actor that the learned reader is sure a pronoun means, if gender, type and clause allow it."""
    best: dict[int, float] = {}
    for mention, probability in near:
        if mention.actor >= 0 and _agrees(entities, pronoun, mention, word):
            best[mention.actor] = max(probability, best.get(mention.actor, 0.0))
    actor = max(best, key=lambda one: (best[one], -one), default=None)
    return (
        entities.all[actor]
        if actor is not None and best[actor] >= PRONOUN_CERTAINTY
        else None
    )


def _agrees(
    entities: Entities, pronoun: TokenMention, mention: TokenMention, word: str
) -> bool:
    entity = entities.all[mention.actor]
    if _same_clause(entities.parsed, pronoun, mention):
        return False
    if pronoun.type is ActorType.PERSON:
        gender = pronoun_gender(word)
        return entity.type is ActorType.PERSON and (
            not entity.genders or gender in entity.genders
        )
    return entity.type in (PLURAL if pronoun.type is ActorType.GROUP else SINGULAR)


def _person(
    entities: Entities,
    pronoun: TokenMention,
    seen: dict[int, list[TokenMention]],
    number: int,
    word: str,
) -> Entity | None:
    gender = pronoun_gender(word)
    for back in range(PRONOUN_REACH + 1):
        fits = []
        for mention in seen.get(number - back, ()):
            entity = entities.of(mention)
            if (
                entity is not None
                and entity.type is ActorType.PERSON
                and (not entity.genders or gender in entity.genders)
                and not _same_clause(entities.parsed, pronoun, mention)
                and entities.parsed.quotation_of(mention.root)
                in (None, entities.parsed.quotation_of(pronoun.root))
            ):
                fits.append(mention)
        choice = _most_salient(entities, fits)
        if choice is not None:
            entity = entities.all[choice]
            entity.genders = (
                entity.genders if len(entity.genders) == 1 else frozenset({gender})
            )
            return entity
        if len({mention.actor for mention in fits}) > 1:
            entities.doubts.append(
                (
                    pronoun,
                    f"“{word}” fits {len({mention.actor for mention in fits})} people of the sentence",
                )
            )
            return None
    return None


def _same_clause(
    parsed: ParsedText, pronoun: TokenMention, mention: TokenMention
) -> bool:
    """Whether "him" would be the subject of its own verb."""
    token, other = parsed.doc[pronoun.root], parsed.doc[mention.root]
    return (
        token.dep_ in ("dobj", "dative", "pobj")
        and other.dep_ in ("nsubj", "nsubjpass")
        and token.head == other.head
    )


def _most_salient(entities: Entities, fits: list[TokenMention]) -> int | None:
    actors = list(dict.fromkeys(mention.actor for mention in fits))
    if len(actors) <= 1:
        return actors[0] if actors else None
    subjects = list(
        dict.fromkeys(
            mention.actor
            for mention in fits
            if entities.parsed.doc[mention.root].dep_ in ("nsubj", "nsubjpass")
        )
    )
    return (
        subjects[-1]
        if len(subjects) == 1 or (len(subjects) > 1 and len(set(subjects)) == 1)
        else None
    )


def _thing(
    entities: Entities, seen: dict[int, list[TokenMention]], number: int, word: str
) -> Entity | None:
    if word not in ("its", "their"):
        return None
    kinds = (
        (ActorType.ORGANIZATION, ActorType.PLACE)
        if word == "its"
        else (ActorType.GROUP, ActorType.ORGANIZATION)
    )
    fits = {
        mention.actor
        for mention in seen.get(number, ())
        if entities.all[mention.actor].type in kinds
        and entities.parsed.doc[mention.root].dep_ in ("nsubj", "nsubjpass")
    }
    return entities.all[fits.pop()] if len(fits) == 1 else None
