"""Actors that are described or pointed at instead of named: "a senior Russian official", "Ukrainian forces", "she"."""

from __future__ import annotations

from actorgraph.extraction.lexicon import Lexicon
from actorgraph.extraction.page import Chunk, Page
from actorgraph.extraction.roles import MODIFIER_TAGS, RolePhrase
from actorgraph.extraction.unnamed import FIRST_PERSON
from actorgraph.model import ActorType, MentionKind

#: Pronouns → the type of what they stand for.
PRONOUNS = {
    **dict.fromkeys(FIRST_PERSON, ActorType.PERSON),
    **dict.fromkeys(("he", "she", "him", "her", "his", "hers", "himself", "herself"), ActorType.PERSON),
    **dict.fromkeys(("it", "its", "itself"), ActorType.ORGANIZATION),
    **dict.fromkeys(("they", "them", "their"), ActorType.GROUP),
}


def find_pronouns(page: Page) -> None:
    """Add a chunk for every pronoun that stands for somebody or something."""
    for i, word in enumerate(page.lower):
        if word in PRONOUNS and page.tags[i] in ("PRP", "PRP$") and page.covering(i) is None:
            page.add(Chunk(i, i + 1, i, PRONOUNS[word], MentionKind.PRONOUN))


def find_described(page: Page, lexicon: Lexicon, roles: list[RolePhrase]) -> None:
    """Add a chunk for every noun phrase that describes an actor: role phrases that nobody bears, and actor nouns."""
    for phrase in roles:
        if not phrase.bearers:
            type_ = _type_of(phrase, lexicon)
            phrase.nominal = page.add(Chunk(phrase.start, phrase.end, phrase.head, type_, MentionKind.NOMINAL))
            _claim(page, phrase.nominal)
    heads = {phrase.head for phrase in roles}
    for i, word in enumerate(page.lower):
        if page.tags[i] in ("NN", "NNS", "NNP", "NNPS") and i not in heads and page.covering(i) is None:
            known = lexicon.actor_nouns.get(word)
            if known is not None and not _continues(page, i):
                chunk = page.add(Chunk(_start(page, i), i + 1, i, ActorType(known), MentionKind.NOMINAL))
                _claim(page, chunk)


def _claim(page: Page, chunk: Chunk) -> None:
    """Make the head noun point at the phrase, even where a name inside it was found first."""
    page.give(chunk.root, chunk)


def _continues(page: Page, i: int) -> bool:
    """Whether the noun only modifies another one ("police station")."""
    return (
        i + 1 < len(page.tags) and page.tags[i + 1] in ("NN", "NNS", "POS", "HYPH") and page.doc[i].dep_ == "compound"
    )


def _type_of(phrase: RolePhrase, lexicon: Lexicon) -> ActorType:
    described = lexicon.actor_nouns.get(phrase.word.split()[-1]) or lexicon.actor_nouns.get(phrase.word)
    if described is not None and described != "Person":
        return ActorType(described)
    subjects = [sense.subject_types for sense in phrase.senses]
    if all("Person" in types for types in subjects):
        return ActorType.GROUP if phrase.plural else ActorType.PERSON
    first = min(subjects[0])
    return ActorType(first) if first in ActorType._value2member_map_ else ActorType.ORGANIZATION


def _start(page: Page, i: int) -> int:
    start = i
    while start > 0 and not page.doc[start].is_sent_start:
        chunk, tag = page.covering(start - 1), page.tags[start - 1]
        if chunk is not None and chunk.kind is MentionKind.NAME:
            start = chunk.start
        elif tag in ("DT", "PRP$"):
            return start - 1
        elif tag in MODIFIER_TAGS or (tag == "CC" and page.tags[start - 2 : start - 1] == ["JJ"]):
            start -= 1
        else:
            break
    while start < i and page.tags[start] in ("RB", "CC", "VBG", "HYPH"):
        start += 1
    return start
