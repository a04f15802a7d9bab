"""Relations that roles and constructions express: "Siemens spokesman", "German chancellor", "Potenza, Italy"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actorgraph.extraction.candidates import Candidate, type_of
from actorgraph.extraction.gazetteer import Gazetteer
from actorgraph.extraction.lexicon import Lexicon, Sense
from actorgraph.extraction.page import Chunk, Page
from actorgraph.extraction.roles import RolePhrase
from actorgraph.model import ActorType, MentionKind
from actorgraph.vocabulary import Vocabulary

#: How an owner stands before its noun.
BEFORE = frozenset({"possessive", "premodifier", "demonym"})


def role_candidates(page: Page, roles: Iterable[RolePhrase], vocabulary: Vocabulary, lexicon: Lexicon) -> Iterator[Candidate]:
    """Relations between those who bear a role and those it is held for, and the nationality that goes with it."""
    for phrase in roles:
        bearers = phrase.bearers or ([(phrase.nominal, "description")] if phrase.nominal is not None else [])
        for bearer, how in bearers:
            yield from _claims_of(phrase, bearer, how, vocabulary, lexicon)


def _claims_of(phrase: RolePhrase, bearer: Chunk, how: str, vocabulary: Vocabulary, lexicon: Lexicon) -> Iterator[Candidate]:
    for owner, mark, sense in _best_owners(phrase, bearer, vocabulary):
        subject, object_ = (owner, bearer) if sense.inverted else (bearer, owner)
        template = f"{how}, {mark}" if mark in BEFORE else how
        status = phrase.status if vocabulary.relation(sense.relation).lasting else None
        yield Candidate(subject, sense.relation, object_, phrase.head, template, phrase.word, status)
    for owner, mark in phrase.owners:
        if mark == "demonym":
            for sense in lexicon.constructions["demonym"]:
                if fits(bearer, sense.subject_types, vocabulary) and bearer.kind is not MentionKind.PRONOUN:
                    yield Candidate(bearer, sense.relation, owner, phrase.head, f"demonym, {how}", phrase.word)


def _best_owners(phrase: RolePhrase, bearer: Chunk, vocabulary: Vocabulary) -> list[tuple[Chunk, str, Sense]]:
    """The nearest owner that a sense admits, with the most specific sense, and owners coordinated with it."""
    best: list[tuple[Chunk, str, Sense]] = []
    for owner, mark in phrase.owners:
        if owner is bearer:
            continue
        senses = [sense for sense in phrase.senses if _admits(sense, bearer, owner, mark, vocabulary)]
        if not senses:
            continue
        sense = max(senses, key=lambda sense: (vocabulary.depth(sense.relation), -phrase.senses.index(sense)))
        if best and (mark != best[0][1] or mark in BEFORE or best[0][0].end + 1 != owner.start):
            break
        best.append((owner, mark, sense))
    return best


def _admits(sense: Sense, bearer: Chunk, owner: Chunk, mark: str, vocabulary: Vocabulary) -> bool:
    if mark not in BEFORE and mark not in sense.prepositions:
        return False
    if owner.kind is MentionKind.PRONOUN and mark != "possessive":
        return False
    return fits(bearer, sense.subject_types, vocabulary) and fits(owner, sense.object_types, vocabulary)


def fits(chunk: Chunk, classes: Iterable[str], vocabulary: Vocabulary) -> bool:
    """Whether a chunk's type or subtype is, or is below, one of these classes."""
    type_, subtype = type_of(chunk)
    return vocabulary.fits(type_, subtype, classes)


# constructions --------------------------------------------------------------------------------------------------


def construction_candidates(page: Page, vocabulary: Vocabulary, lexicon: Lexicon, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Relations that stand in the grammar alone."""
    names = [chunk for chunk in page.in_order() if chunk.kind is MentionKind.NAME]
    for left, right in zip(names, names[1:], strict=False):
        name = _between(page, left, right)
        for sense in lexicon.constructions[name] if name else ():
            if fits(left, sense.subject_types, vocabulary) and fits(right, sense.object_types, vocabulary):
                yield Candidate(left, sense.relation, right, left.end - 1, name, "")
            elif name in ("based", "demonym", "possessive organisation") and fits(right, sense.subject_types, vocabulary) and fits(left, sense.object_types, vocabulary):
                yield Candidate(right, sense.relation, left, left.end - 1, name, "")


def _between(page: Page, left: Chunk, right: Chunk) -> str:
    """Which construction the words between two neighbouring names make."""
    gap = page.lower[left.end : right.start]
    if left.demonym:
        return "demonym" if len(gap) <= 1 and all(tag in ("NN", "JJ") for tag in page.tags[left.end : right.start]) else ""
    if gap == ["-", "based"] or (gap[:2] == ["-", "based"] and len(gap) <= 5 and not set(gap) & {",", "and", "."}):
        return "based"
    if gap == [","] and left.type is ActorType.PLACE and right.type is ActorType.PLACE:
        return "place list"
    if gap in (["in"], ["in", "the"], ["in", "northern"], ["in", "southern"], ["in", "eastern"], ["in", "western"], [",", "in"]):
        return {"Place": "place in place", "Organization": "organisation in place", "Event": "event in place"}.get(left.type.value, "")
    if gap in (["'s"], ["’s"]) and left.type is ActorType.PLACE and right.type is ActorType.ORGANIZATION:
        return "possessive organisation"
    if gap == ["("] and page.lower[right.end : right.end + 1] == [")"] and left.type is ActorType.PERSON:
        return "party in brackets"
    return ""
