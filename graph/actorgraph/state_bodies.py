"""Bodies that a state has once: "the German government", "Germany's Ministry of Finance".

``state-bodies.tsv`` in the folder of the language lists what they are called, ``demonyms.ttl`` the
names and adjectives of states and regions.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from itertools import chain

from actorgraph.grammar import grammar_words, without_article
from actorgraph.identifiers import ONTOLOGY
from actorgraph.names import FoldedName, fold_name
from actorgraph.resources import LANGUAGE, language_file
from actorgraph.tables import table_rows
from actorgraph.turtle import RDFS, read_turtle

_TABLE = f"{LANGUAGE}/state-bodies.tsv"
#: The words of a state: what it is called, and adjectives.
_WORDS = (RDFS + "label", ONTOLOGY + "alsoKnownAs", ONTOLOGY + "adjective")
_POSSESSIVE = re.compile(r"['’]s?(?= )")
#: Names that a state shares with a part of another one: "Georgia".
_SHARED = grammar_words("name of a state and of a part of another")
#: Words of the longest name of a state before the body: "*New Zealand* government".
_LONGEST_STATE = 4


@lru_cache(maxsize=100_000)
def state_body(name: str) -> str | None:
    """Return what a body is called that its state has once; None for all others.

    Nothing but the body and its state may be named:

    >>> state_body("the German government"), state_body("Germany’s Ministry of Finance")
    ('government of Germany', 'finance ministry of Germany')
    >>> state_body("new German government"), state_body("the government")
    (None, None)
    """
    words = without_article(fold_name(_POSSESSIVE.sub("", name))).split()
    for length in range(1, min(len(words), _LONGEST_STATE + 1)):
        state = _states().get(" ".join(words[:length]))
        body = _bodies().get(" ".join(words[length:]))
        if state and body:
            return f"{body} of {state}"
    body, _, state = " ".join(words).rpartition(" of ")
    state = _states().get(without_article(FoldedName(state)), "")
    body = _bodies().get(body, "")
    return f"{body} of {state}" if body and state else None


@cache
def _bodies() -> dict[str, str]:
    """Return the first name for each name of a body, folded."""
    return {fold_name(name): row[0] for row in table_rows(_TABLE) for name in row}


@cache
def _states() -> dict[str, str]:
    """Return the name of the state for each word of it, folded, unless several share the word."""
    states: dict[str, set[str]] = defaultdict(set)
    table = read_turtle([language_file("demonyms.ttl")])
    for facts in table.values():
        labels = facts.get(RDFS + "label", ())
        name = next(iter(labels), "")
        words = chain.from_iterable(facts.get(each, ()) for each in _WORDS)
        for word in words:
            state = without_article(fold_name(word))
            states[state].add(name)
    for word in _SHARED:
        states.pop(word, None)
    return {word: name for word, (name, *others) in states.items() if not others}
