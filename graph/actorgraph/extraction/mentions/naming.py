"""Bodies that are named after their description: "a firm called Brightwater"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.mentions.word_tags import COMMON_NOUN_TAGS, NAME_TAGS
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

#: "a firm *called* Brightwater", "a group *known* as the Lions".
NAMING = grammar_words("participle of naming")
#: Before the name: "known *as* the Lions".
BEFORE_NAME = grammar_words("preposition before a predicate")
#: Dependency labels of a name after a participle.
NAMED = ("oprd", "attr", "dobj", "appos")

#: Types of what a noun such as "firm" or "group" describes.
BODIES = frozenset({ActorType.ORGANIZATION, ActorType.GROUP})


def find_named_bodies(parsed: ParsedText, lexicon: Lexicon) -> None:
    """Let the noun before "called" refer to the name after it, and give the name its type."""
    for participle in parsed.doc:
        if participle.lower_ not in NAMING or participle.dep_ != "acl":
            continue
        noun = participle.head
        if noun.tag_ not in COMMON_NOUN_TAGS or parsed.covering(noun.i) is not None:
            continue
        for root in _names(participle):
            type_ = lexicon.actor_nouns.get(parsed.lemma(noun))
            mention = _mention(parsed, root, type_)
            if mention is not None:
                parsed.set_stand_in(noun.i, mention)


def _names(participle: Token) -> Iterator[Token]:
    """Yield the proper noun that a participle gives as a name."""
    for child in participle.children:
        if child.dep_ in NAMED and child.tag_ in NAME_TAGS:
            yield child
        elif child.lower_ in BEFORE_NAME:
            yield from (word for word in child.children if word.tag_ in NAME_TAGS)


def _mention(
    parsed: ParsedText, root: Token, type_name: str | None
) -> TokenMention | None:
    """Return the mention of a name, which is added or extended where need be."""
    start, end = _proper_nouns(parsed, root)
    mention = next(filter(None, map(parsed.covering, range(start, end))), None)
    is_body = type_name in BODIES
    if mention is None:
        if type_name is None or not is_body:
            return None
        return parsed.add(TokenMention(start, end, root.i, ActorType(type_name)))
    if type_name is not None and is_body and mention.type not in BODIES:
        mention.type, mention.subtype = ActorType(type_name), None
    if is_body:
        _extend(parsed, mention, start, end, root.i)
    return mention


def _proper_nouns(parsed: ParsedText, root: Token) -> tuple[int, int]:
    start, end = root.i, root.i + 1
    while start > 0 and parsed.tags[start - 1] in NAME_TAGS:
        start -= 1
    while end < len(parsed.tags) and parsed.tags[end] in NAME_TAGS:
        end += 1
    return start, end


def _extend(
    parsed: ParsedText, mention: TokenMention, start: int, end: int, root: int
) -> None:
    """Let a mention that was cut short cover all proper nouns of the name."""
    if mention.start <= start and mention.end >= end:
        return
    mention.start, mention.end, mention.root = start, end, root
    mention.demonym = False
    for i in range(start, end):
        parsed.assign(i, mention)
