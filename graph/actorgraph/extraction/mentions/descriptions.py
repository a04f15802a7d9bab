"""Actors that are described or pointed at instead of named: "a senior Russian official", "Ukrainian forces", "she"."""

from __future__ import annotations

from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.knowledge.pronoun_words import FIRST_PERSON
from actorgraph.extraction.mentions.role_phrases import RolePhrase
from actorgraph.extraction.mentions.word_tags import MODIFIER_TAGS
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import ActorType, MentionKind

#: Pronouns → the type of what they stand for.
PRONOUNS = {
    **dict.fromkeys(FIRST_PERSON, ActorType.PERSON),
    **dict.fromkeys(
        ("he", "she", "him", "her", "his", "hers", "himself", "herself"),
        ActorType.PERSON,
    ),
    **dict.fromkeys(("it", "its", "itself"), ActorType.ORGANIZATION),
    **dict.fromkeys(("they", "them", "their"), ActorType.GROUP),
}


def find_pronouns(parsed: ParsedText) -> None:
    """Add a chunk for every pronoun that stands for somebody or something."""
    for i, word in enumerate(parsed.lower):
        if (
            word in PRONOUNS
            and parsed.tags[i] in ("PRP", "PRP$")
            and parsed.covering(i) is None
        ):
            parsed.add(TokenMention(i, i + 1, i, PRONOUNS[word], MentionKind.PRONOUN))


def find_descriptions(
    parsed: ParsedText, lexicon: Lexicon, roles: list[RolePhrase]
) -> None:
    """Add a chunk for every noun phrase that describes an actor: role phrases that nobody bears, and actor nouns."""
    for phrase in roles:
        if not phrase.holders:
            type_ = _type_of(phrase, lexicon)
            phrase.nominal = parsed.add(
                TokenMention(
                    phrase.start, phrase.end, phrase.head, type_, MentionKind.NOMINAL
                )
            )
            _claim(parsed, phrase.nominal)
    heads = {phrase.head for phrase in roles}
    for i, word in enumerate(parsed.lower):
        if (
            parsed.tags[i] in ("NN", "NNS", "NNP", "NNPS")
            and i not in heads
            and parsed.covering(i) is None
        ):
            known = lexicon.actor_nouns.get(word)
            if known is not None and not _continues(parsed, i):
                mention = parsed.add(
                    TokenMention(
                        _start(parsed, i),
                        i + 1,
                        i,
                        ActorType(known),
                        MentionKind.NOMINAL,
                    )
                )
                _claim(parsed, mention)


def _claim(parsed: ParsedText, mention: TokenMention) -> None:
    """Make the head noun point at the phrase, even where a name inside it was found first."""
    parsed.assign(mention.root, mention)


def _continues(parsed: ParsedText, i: int) -> bool:
    """Whether the noun only modifies another one ("police station")."""
    return (
        i + 1 < len(parsed.tags)
        and parsed.tags[i + 1] in ("NN", "NNS", "POS", "HYPH")
        and parsed.doc[i].dep_ == "compound"
    )


def _type_of(phrase: RolePhrase, lexicon: Lexicon) -> ActorType:
    described = lexicon.actor_nouns.get(
        phrase.word.split()[-1]
    ) or lexicon.actor_nouns.get(phrase.word)
    if described is not None and described != "Person":
        return ActorType(described)
    subjects = [sense.subject_types for sense in phrase.senses]
    if all("Person" in types for types in subjects):
        return ActorType.GROUP if phrase.plural else ActorType.PERSON
    first = min(subjects[0])
    return (
        ActorType(first)
        if first in ActorType._value2member_map_
        else ActorType.ORGANIZATION
    )


def _start(parsed: ParsedText, i: int) -> int:
    start = i
    while start > 0 and not parsed.doc[start].is_sent_start:
        mention, tag = parsed.covering(start - 1), parsed.tags[start - 1]
        if mention is not None and mention.kind is MentionKind.NAME:
            start = mention.start
        elif tag in ("DT", "PRP$"):
            return start - 1
        elif tag in MODIFIER_TAGS or (
            tag == "CC" and parsed.tags[start - 2 : start - 1] == ["JJ"]
        ):
            start -= 1
        else:
            break
    while start < i and parsed.tags[start] in ("RB", "CC", "VBG", "HYPH"):
        start += 1
    return start
