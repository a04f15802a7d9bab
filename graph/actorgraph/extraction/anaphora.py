"""Descriptions and pronouns: "the chancellor", "she".

A description is resolved by the roles that were read, a pronoun by gender, recency and grammatical role.  Where two
actors fit, none is taken, and the doubt is noted.
"""

from __future__ import annotations

from collections import defaultdict

from actorgraph.extraction.cast import Cast, Draft
from actorgraph.extraction.coreference import gender_of
from actorgraph.extraction.page import Chunk, Page
from actorgraph.extraction.roles import RolePhrase
from actorgraph.model import ActorType, MentionKind

#: How many sentences back a pronoun may reach.
PRONOUN_REACH = 2

FEMININE = frozenset({"she", "her", "hers", "herself"})


def link_described(cast: Cast, roles: list[RolePhrase]) -> None:
    """Resolve descriptions by role; what stays unresolved and says enough becomes an actor of its own."""
    for phrase in roles:
        for bearer, _ in phrase.bearers:
            draft = cast.of(bearer)
            if draft is not None:
                draft.roles.add(phrase.word)
                draft.owners.update(owner.actor for owner, _ in phrase.owners)
                draft.genders = draft.genders or gender_of(phrase.word)
    by_nominal = {id(phrase.nominal): phrase for phrase in roles if phrase.nominal is not None}
    groups: dict[tuple[str, str], Draft] = {}
    for chunk in cast.page.in_order():
        if chunk.kind is MentionKind.NOMINAL:
            _link_description(cast, chunk, by_nominal.get(id(chunk)), groups)


def _link_description(cast: Cast, chunk: Chunk, phrase: RolePhrase | None, groups: dict[tuple[str, str], Draft]) -> None:
    if phrase is not None and not phrase.plural and phrase.determiner in ("the", "") and phrase.determiner + str(phrase.owners):
        fits = [draft for draft in cast.drafts if draft.type is ActorType.PERSON and draft.chunks and _has_role(cast, draft, phrase)]
        if len(fits) == 1:
            cast.join(chunk, fits[0])
            return
        if len(fits) > 1:
            cast.doubts.append((chunk, f"“{cast.page.text(chunk.start, chunk.end)}” fits {len(fits)} people of the text"))
    if not _says_enough(cast, chunk):
        return
    words = [w for w, t in zip(cast.page.lower[chunk.start : chunk.end], cast.page.tags[chunk.start : chunk.end], strict=True) if t not in ("DT", "PRP$")]
    indefinite = cast.page.lower[chunk.start] in ("a", "an", "another") and chunk.type is ActorType.PERSON
    key = (chunk.type.value, " ".join(words) + (f"@{chunk.start}" if indefinite else ""))
    if key in groups:
        cast.join(chunk, groups[key])
    else:
        groups[key] = cast.new(chunk, f"described {key[1]} {chunk.start}")


def _has_role(cast: Cast, draft: Draft, phrase: RolePhrase) -> bool:
    if phrase.word not in draft.roles and not any(role.endswith(" " + phrase.word) for role in draft.roles):
        return False
    owners = {owner.actor for owner, _ in phrase.owners if owner.actor >= 0}
    return not owners or not draft.owners or bool(owners & draft.owners)


def _says_enough(cast: Cast, chunk: Chunk) -> bool:
    """Whether a description tells its actor from others: it holds a name, or says of what kind."""
    page = cast.page
    inside = [page.covering(i) for i in range(chunk.start, chunk.root)]
    return any(other is not None and other is not chunk and other.kind is MentionKind.NAME and other.type is not ActorType.TIME for other in inside)


def link_pronouns(cast: Cast) -> None:
    """Resolve "he" and "she", and "it" and "they" where only one actor of the sentence fits."""
    page = cast.page
    sentence_of = _sentence_numbers(page)
    seen: dict[int, list[Chunk]] = defaultdict(list)
    for chunk in page.in_order():
        number = sentence_of[chunk.root]
        if chunk.kind is MentionKind.PRONOUN:
            word = page.lower[chunk.root]
            draft = _person(cast, chunk, seen, number, word) if chunk.type is ActorType.PERSON else _thing(cast, chunk, seen, number, word)
            if draft is not None:
                cast.join(chunk, draft)
        if chunk.actor >= 0:
            seen[number].append(chunk)


def _sentence_numbers(page: Page) -> list[int]:
    numbers = [0] * len(page.doc)
    for number, sentence in enumerate(page.sentences()):
        numbers[sentence.start : sentence.end] = [number] * (sentence.end - sentence.start)
    return numbers


def _person(cast: Cast, pronoun: Chunk, seen: dict[int, list[Chunk]], number: int, word: str) -> Draft | None:
    gender = "f" if word in FEMININE else "m"
    for back in range(PRONOUN_REACH + 1):
        fits = []
        for chunk in seen.get(number - back, ()):
            draft = cast.of(chunk)
            if draft is not None and draft.type is ActorType.PERSON and (not draft.genders or gender in draft.genders) and not _same_clause(cast.page, pronoun, chunk):
                fits.append(chunk)
        choice = _most_salient(cast, fits)
        if choice is not None:
            draft = cast.drafts[choice]
            draft.genders = draft.genders if len(draft.genders) == 1 else frozenset({gender})
            return draft
        if len({chunk.actor for chunk in fits}) > 1:
            cast.doubts.append((pronoun, f"“{word}” fits {len({chunk.actor for chunk in fits})} people of the sentence"))
            return None
    return None


def _same_clause(page: Page, pronoun: Chunk, chunk: Chunk) -> bool:
    """Whether "him" would be the subject of its own verb."""
    token, other = page.doc[pronoun.root], page.doc[chunk.root]
    return token.dep_ in ("dobj", "dative", "pobj") and other.dep_ in ("nsubj", "nsubjpass") and token.head == other.head


def _most_salient(cast: Cast, fits: list[Chunk]) -> int | None:
    actors = list(dict.fromkeys(chunk.actor for chunk in fits))
    if len(actors) <= 1:
        return actors[0] if actors else None
    subjects = list(dict.fromkeys(chunk.actor for chunk in fits if cast.page.doc[chunk.root].dep_ in ("nsubj", "nsubjpass")))
    return subjects[-1] if len(subjects) == 1 or len(subjects) > 1 and len(set(subjects)) == 1 else None


def _thing(cast: Cast, pronoun: Chunk, seen: dict[int, list[Chunk]], number: int, word: str) -> Draft | None:
    if word not in ("its", "their"):
        return None
    kinds = (ActorType.ORGANIZATION, ActorType.PLACE) if word == "its" else (ActorType.GROUP, ActorType.ORGANIZATION)
    fits = {chunk.actor for chunk in seen.get(number, ()) if cast.drafts[chunk.actor].type in kinds and cast.page.doc[chunk.root].dep_ in ("nsubj", "nsubjpass")}
    return cast.drafts[fits.pop()] if len(fits) == 1 else None
