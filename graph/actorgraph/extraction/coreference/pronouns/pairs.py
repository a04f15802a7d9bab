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


def pair_before(entities: Entities, lexicon: Lexicon, word: int) -> list[TokenMention]:
    """Return the only two that "two", "both" or "leaders" in "the two leaders" can mean.

    They are in the sentence of the word, or in this and the one before; none if in doubt.
    """
    type_ = _type_of_pair(entities, lexicon, word)
    if type_ is None or _introduces_two(entities, word):
        return []
    parsed = entities.parsed
    own, before = parsed.doc[word].sent, sentence_before(parsed, word)
    for sentence in filter(None, (own, before)):
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
    """Yield the mentions of a type between two tokens, unresolved ones too."""
    for mention in entities.parsed.mentions:
        is_inside = start <= mention.start and mention.end <= end
        if is_inside and mention.type is type_:
            yield mention


def _are_named(entities: Entities, numbers: Iterable[int]) -> bool:
    """Whether the text resolves and names all of some entities."""
    return all(number >= 0 and entities.all[number].has_name for number in numbers)


def _introduces_two(entities: Entities, end: int) -> bool:
    """Whether the text tells of others who are two before a token: "*two men* robbed a bank"."""
    parsed = entities.parsed
    for i in range(1, end):
        is_two = parsed.lower[i - 1] in TWO and parsed.tags[i] in PLURAL_TAGS
        is_definite = i > 1 and parsed.lower[i - 2] in DEFINITE
        if is_two and not is_definite and parsed.covering(i) is not None:
            return True
    return False
