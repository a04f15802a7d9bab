"""Relations that roles and constructions express: "Siemens spokesman", "German chancellor", "Potenza, Italy"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actorgraph.extraction.candidates import Candidate, type_of
from actorgraph.extraction.lexicon import Lexicon, Sense
from actorgraph.extraction.page import Chunk, Page
from actorgraph.extraction.roles import RolePhrase
from actorgraph.model import ActorType, MentionKind
from actorgraph.vocabulary import Vocabulary

#: How an owner stands before its noun.
BEFORE = frozenset({"possessive", "premodifier", "demonym"})


def role_candidates(
    page: Page, roles: Iterable[RolePhrase], vocabulary: Vocabulary, lexicon: Lexicon
) -> Iterator[Candidate]:
    """Relations between those who bear a role and those it is held for, and the nationality that goes with it."""
    for phrase in roles:
        bearers = phrase.bearers or ([(phrase.nominal, "description")] if phrase.nominal is not None else [])
        for bearer, how in bearers:
            yield from _claims_of(phrase, bearer, how, vocabulary, lexicon)


def _claims_of(
    phrase: RolePhrase, bearer: Chunk, how: str, vocabulary: Vocabulary, lexicon: Lexicon
) -> Iterator[Candidate]:
    through_post = any(word in lexicon.post_adjectives for word in phrase.adjectives)
    for owner, mark, sense in _best_owners(phrase, bearer, lexicon.cues["superlative"], vocabulary):
        if through_post and mark == "demonym" and "Person" in vocabulary.relation(sense.relation).range:
            continue  # "a Russian presidential aide" is the president's aide, not Russia's
        subject, object_ = (owner, bearer) if sense.inverted else (bearer, owner)
        template = f"{how}, {mark}" if mark in BEFORE else how
        status = phrase.status if vocabulary.relation(sense.relation).lasting else None
        yield Candidate(subject, sense.relation, object_, phrase.head, template, phrase.word, status)
    for owner, mark in phrase.owners:
        if mark == "demonym":
            for sense in lexicon.constructions["demonym"]:
                if fits(bearer, sense.subject_types, vocabulary) and not (
                    how == "description" and bearer.type is ActorType.ORGANIZATION
                ):
                    yield Candidate(bearer, sense.relation, owner, phrase.head, f"demonym, {how}", phrase.word)


def _best_owners(
    phrase: RolePhrase, bearer: Chunk, superlatives: set[str], vocabulary: Vocabulary
) -> list[tuple[Chunk, str, Sense]]:
    """The nearest owner that a sense admits, with the most specific sense, and owners coordinated with it."""
    best: list[tuple[Chunk, str, Sense]] = []
    for owner, mark in phrase.owners:
        if owner is bearer:
            continue
        senses = [
            sense
            for sense in phrase.senses
            if _admits(sense, bearer, owner, mark, phrase.adjectives, superlatives, vocabulary)
        ]
        if not senses:
            continue
        sense = max(senses, key=lambda sense: (vocabulary.depth(sense.relation), -phrase.senses.index(sense)))
        if best and (mark != best[0][1] or mark in BEFORE or best[0][0].end + 1 != owner.start):
            break
        best.append((owner, mark, sense))
    return best


def _admits(
    sense: Sense,
    bearer: Chunk,
    owner: Chunk,
    mark: str,
    adjectives: list[str],
    superlatives: set[str],
    vocabulary: Vocabulary,
) -> bool:
    if (mark in BEFORE and sense.complement_only) or (mark not in BEFORE and mark not in sense.prepositions):
        return False
    if owner.kind is MentionKind.PRONOUN and mark != "possessive":
        return False
    if mark == "possessive" and not superlatives.isdisjoint(adjectives):
        return False
    return fits(bearer, sense.subject_types, vocabulary) and fits(owner, sense.object_types, vocabulary)


def fits(chunk: Chunk, classes: Iterable[str], vocabulary: Vocabulary) -> bool:
    """Whether a chunk's type or subtype is, or is below, one of these classes."""
    type_, subtype = type_of(chunk)
    return vocabulary.fits(type_, subtype, classes)
