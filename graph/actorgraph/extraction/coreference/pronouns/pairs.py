"""The pair that "the two" means: "*Roth* hosted *Marsh*. The two talked."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.parse.closed_classes import DEFINITE
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import PLURAL_TAGS
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Span

#: Two, and words for them.
TWO = grammar_words("number two")
PAIRS = grammar_words("noun for two")
BOTH = grammar_words("pronoun for two")
#: Types of those who can be a pair; "the two companies" can be others than those nearby.
PAIRED = frozenset({ActorType.PERSON, ActorType.PLACE})

#: Words that are searched for a pair at most, so that reading takes no longer than a text is long.
FARTHEST = 100


def pair_before(entities: Entities, lexicon: Lexicon, word: int) -> list[TokenMention]:
    """Return the only two that "two", "both" or "leaders" in "the two leaders" can mean.

    They are in the sentence of the word, or in this and the one before; none if in doubt.
    """
    type_ = _type_of_pair(entities, lexicon, word)
    if type_ is None:
        return []
    parsed = entities.parsed
    own, before = parsed.doc[word].sent, sentence_before(parsed, word)
    for sentence in filter(None, (own, before)):
        if word - sentence.start > FARTHEST:
            return []
        mentions = list(_mentions(entities, type_, sentence.start, word))
        pair = {mention.actor: mention for mention in reversed(mentions)}
        if len(pair) == 2 and _are_named(entities, pair):
            return sorted(pair.values(), key=lambda mention: mention.start)
        if len(pair) > 1:
            return []
    return []


def sentence_before(parsed: ParsedText, i: int) -> Span | None:
    """Return the sentence before that of a token; None in the first one."""
    start = parsed.doc[i].sent.start
    return parsed.doc[start - 1].sent if start else None


def _type_of_pair(entities: Entities, lexicon: Lexicon, word: int) -> ActorType | None:
    """Return what a word for two means two of: people, unless its noun says otherwise."""
    parsed = entities.parsed
    if parsed.lower[word] in PAIRS | BOTH:
        return ActorType.PERSON
    noun = parsed.lemma(parsed.doc[word])
    name = lexicon.actor_nouns.get(noun)
    if name is not None:
        type_ = ActorType(name)
        return type_ if type_ in PAIRED else None
    return ActorType.PERSON if noun in lexicon.roles else None


def _mentions(
    entities: Entities, type_: ActorType, start: int, end: int
) -> Iterator[TokenMention]:
    """Yield the mentions of a type that begin between two tokens, unresolved ones too."""
    parsed = entities.parsed
    for i in range(start, end):
        mention = parsed.covering(i)
        if mention is not None and mention.start == i and mention.type is type_:
            yield mention


def _are_named(entities: Entities, numbers: Iterable[int]) -> bool:
    """Whether the text resolves and names all of some entities."""
    return all(number >= 0 and entities.all[number].has_name for number in numbers)


def first_two(entities: Entities) -> int:
    """Return the token where a text first tells of others who are two: "two *men* robbed a bank".

    Its length if it does not.
    """
    parsed = entities.parsed
    for i in range(1, len(parsed.doc)):
        is_two = parsed.lower[i - 1] in TWO and parsed.tags[i] in PLURAL_TAGS
        is_definite = i > 1 and parsed.lower[i - 2] in DEFINITE
        if is_two and not is_definite and parsed.covering(i) is not None:
            return i
    return len(parsed.doc)
