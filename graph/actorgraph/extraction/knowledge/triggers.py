"""Which words of the lexicon express a relation, and whether one of them stands in a passage.

What the learned reader alone proposes is easier to believe where a word says it: a founder is one by "founded", "set
up" or "co-founder".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.vocabulary import Vocabulary

#: Verbs that carry a noun and say nothing by themselves: "have", "be".
EMPTY = frozenset({"be", "have", "make", "take", "get", "hold", "receive", "face"})

#: Relation → words, each of one or several tokens in dictionary form.
Triggers = Mapping[str, frozenset[str]]


def triggers_of(lexicon: Lexicon, vocabulary: Vocabulary) -> Triggers:
    """The words of every relation that has some: its own, those of relations below it and right above it."""
    own = _own(lexicon)
    found = {}
    for name in own:
        below = (one for one in own if name in vocabulary.ancestors(one))
        related = {*below, *vocabulary.relation(name).parents}
        found[name] = frozenset(word for one in related for word in own.get(one, ()))
    return found


def _own(lexicon: Lexicon) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for word, senses in lexicon.roles.items():
        for sense in senses:
            found[sense.relation].add(word)
    for verb, frames in lexicon.verbs.items():
        for frame in frames:
            found[frame.sense.relation].update(frame.literal or {verb} - EMPTY)
    for noun, happenings in lexicon.nouns.items():
        for happening in happenings:
            found[happening.sense.relation].add(noun)
    return found


def is_worded(parsed: ParsedText, first: int, last: int, words: frozenset[str]) -> bool:
    """Whether one of the words stands in the sentences of tokens ``first`` to ``last``, as it is or inflected."""
    texts = parsed.wording(parsed.doc[first].sent.start, parsed.doc[last].sent.end)
    return any(f" {word} " in text for text in texts for word in words)
