"""Pronouns of the third person: "she", "its".

One is resolved by what the learned reader hears, else by gender, recency and grammatical role.  Where two actors fit,
none is taken, and the doubt is noted.
"""

from __future__ import annotations

from collections import defaultdict

from actorgraph.extraction.cast import Cast, Draft
from actorgraph.extraction.learned import Antecedents
from actorgraph.extraction.page import Chunk, Page
from actorgraph.extraction.unnamed import FIRST_PERSON, pronoun_gender
from actorgraph.model import ActorType, MentionKind
from actorgraph.settings import PRONOUN_CERTAINTY

#: How many sentences back a pronoun may reach.
PRONOUN_REACH = 2

#: What "they" and "it" may mean.
PLURAL = frozenset({ActorType.GROUP, ActorType.ORGANIZATION})
SINGULAR = frozenset({ActorType.ORGANIZATION, ActorType.PLACE, ActorType.EVENT, ActorType.WORK})


def link_pronouns(cast: Cast, heard: Antecedents | None = None) -> None:
    """Resolve "he" and "she", and "it" and "they" where only one actor of the sentence fits.

    Args:
        heard: What the learned reader thinks they mean; it decides where it is sure and the grammar allows it.
    """
    page = cast.page
    seen: dict[int, list[Chunk]] = defaultdict(list)
    for chunk in page.in_order():
        number = page.sentence_of[chunk.root]
        word = page.lower[chunk.root]
        if chunk.kind is MentionKind.PRONOUN and word not in FIRST_PERSON:
            draft = (
                _beside(cast, chunk, word)
                or _heard(cast, chunk, (heard or {}).get(chunk, []), word)
                or (
                    _person(cast, chunk, seen, number, word)
                    if chunk.type is ActorType.PERSON
                    else _thing(cast, seen, number, word)
                )
            )
            if draft is not None:
                cast.join(chunk, draft)
        if chunk.actor >= 0:
            seen[number].append(chunk)


def _beside(cast: Cast, pronoun: Chunk, word: str) -> Draft | None:
    """The person whom a possessive means in "Ada Quint and *her* aide": whom its noun is coordinated with."""
    page = cast.page
    noun = page.doc[pronoun.root].head
    if page.tags[pronoun.root] != "PRP$" or noun.dep_ != "conj":
        return None
    chunk = page.actor_at(noun.head.i)
    fits = chunk is not None and chunk.actor >= 0 and chunk.kind is MentionKind.NAME and chunk.end < pronoun.start
    return cast.of(chunk) if chunk is not None and fits and _agrees(cast, pronoun, chunk, word) else None


def _heard(cast: Cast, pronoun: Chunk, near: list[tuple[Chunk, float]], word: str) -> Draft | None:
    """The actor that the learned reader is sure a pronoun means, if gender, type and clause allow it."""
    best: dict[int, float] = {}
    for chunk, probability in near:
        if chunk.actor >= 0 and _agrees(cast, pronoun, chunk, word):
            best[chunk.actor] = max(probability, best.get(chunk.actor, 0.0))
    actor = max(best, key=lambda one: (best[one], -one), default=None)
    return cast.drafts[actor] if actor is not None and best[actor] >= PRONOUN_CERTAINTY else None


def _agrees(cast: Cast, pronoun: Chunk, chunk: Chunk, word: str) -> bool:
    draft = cast.drafts[chunk.actor]
    if _same_clause(cast.page, pronoun, chunk):
        return False
    if pronoun.type is ActorType.PERSON:
        gender = pronoun_gender(word)
        return draft.type is ActorType.PERSON and (not draft.genders or gender in draft.genders)
    return draft.type in (PLURAL if pronoun.type is ActorType.GROUP else SINGULAR)


def _person(cast: Cast, pronoun: Chunk, seen: dict[int, list[Chunk]], number: int, word: str) -> Draft | None:
    gender = pronoun_gender(word)
    for back in range(PRONOUN_REACH + 1):
        fits = []
        for chunk in seen.get(number - back, ()):
            draft = cast.of(chunk)
            if (
                draft is not None
                and draft.type is ActorType.PERSON
                and (not draft.genders or gender in draft.genders)
                and not _same_clause(cast.page, pronoun, chunk)
                and cast.page.quotation_of(chunk.root) in (None, cast.page.quotation_of(pronoun.root))
            ):
                fits.append(chunk)
        choice = _most_salient(cast, fits)
        if choice is not None:
            draft = cast.drafts[choice]
            draft.genders = draft.genders if len(draft.genders) == 1 else frozenset({gender})
            return draft
        if len({chunk.actor for chunk in fits}) > 1:
            cast.doubts.append(
                (pronoun, f"“{word}” fits {len({chunk.actor for chunk in fits})} people of the sentence")
            )
            return None
    return None


def _same_clause(page: Page, pronoun: Chunk, chunk: Chunk) -> bool:
    """Whether "him" would be the subject of its own verb."""
    token, other = page.doc[pronoun.root], page.doc[chunk.root]
    return (
        token.dep_ in ("dobj", "dative", "pobj") and other.dep_ in ("nsubj", "nsubjpass") and token.head == other.head
    )


def _most_salient(cast: Cast, fits: list[Chunk]) -> int | None:
    actors = list(dict.fromkeys(chunk.actor for chunk in fits))
    if len(actors) <= 1:
        return actors[0] if actors else None
    subjects = list(
        dict.fromkeys(chunk.actor for chunk in fits if cast.page.doc[chunk.root].dep_ in ("nsubj", "nsubjpass"))
    )
    return subjects[-1] if len(subjects) == 1 or (len(subjects) > 1 and len(set(subjects)) == 1) else None


def _thing(cast: Cast, seen: dict[int, list[Chunk]], number: int, word: str) -> Draft | None:
    if word not in ("its", "their"):
        return None
    kinds = (ActorType.ORGANIZATION, ActorType.PLACE) if word == "its" else (ActorType.GROUP, ActorType.ORGANIZATION)
    fits = {
        chunk.actor
        for chunk in seen.get(number, ())
        if cast.drafts[chunk.actor].type in kinds and cast.page.doc[chunk.root].dep_ in ("nsubj", "nsubjpass")
    }
    return cast.drafts[fits.pop()] if len(fits) == 1 else None
