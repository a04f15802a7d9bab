"""Which words express a relation, and whether one of them is in a passage.

What only the learned reader proposes is easier to believe where a word says it: a founder is one by
"founded", "set up" or "co-founder".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.knowledge.relation_lists import UNMISTAKABLE
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.grammar import grammar_words
from actorgraph.vocabulary import Vocabulary

#: Verbs that carry a noun and express no relation by themselves: "have", "be".
EMPTY = grammar_words("verb without content")


def _any_of(label: str) -> str:
    return "(?:" + "|".join(sorted(grammar_words(label))) + ")"


#: Words that do not mean what they mean elsewhere: "an *honorary doctorate*", "*moved closer* to".
EMPTY_WORDS = re.compile(
    rf"\b(?:{_any_of('modifier that empties a noun')} \S+"
    rf"|{_any_of('verb in another sense')}\b)"
)

#: Relation → words, each of one or several tokens in the dictionary form.
Triggers = Mapping[str, frozenset[str]]


def triggers_of(lexicon: Lexicon, vocabulary: Vocabulary) -> Triggers:
    """Return the words of every relation that has words of its own.

    They include the words of the relations below it and directly above it, but one who "shot"
    another need not have *killed* them.
    """
    direct: dict[str, set[str]] = defaultdict(set)
    for relation, word in _expressions(lexicon):
        direct[relation].add(word)
    triggers: dict[str, frozenset[str]] = dict.fromkeys(direct, frozenset())
    for name, words in direct.items():
        ancestors = vocabulary.ancestors(name)
        for ancestor in ancestors & direct.keys():
            triggers[ancestor] |= words
        term = vocabulary.relation(name)
        for parent in term.parents:
            above = direct.get(parent, set())
            if name in UNMISTAKABLE:
                triggers[name] -= above
            else:
                triggers[name] |= above
    return triggers


def _expressions(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield each relation with a word that expresses it."""
    for noun, senses in lexicon.roles.items():
        for sense in senses:
            yield sense.relation, noun
    for verb, verb_frames in lexicon.verbs.items():
        for verb_frame in verb_frames:
            for word in verb_frame.literal or {verb} - EMPTY:
                yield verb_frame.sense.relation, word
    for noun, noun_frames in lexicon.nouns.items():
        for noun_frame in noun_frames:
            yield noun_frame.sense.relation, noun


def is_worded(parsed: ParsedText, first: int, last: int, words: frozenset[str]) -> bool:
    """Whether one of the words is in the sentences of two tokens, as it is or inflected."""
    start, end = parsed.doc[first].sent.start, parsed.doc[last].sent.end
    for wording in parsed.wording(start, end):
        text = EMPTY_WORDS.sub(" ", wording)
        for word in words:
            if f" {word} " in text:
                return True
    return False
