"""Examples that the parser attaches to a verb: "was jailed for crimes, *including* theft"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.word_tags import PLURAL_TAGS, is_verb_form
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BEFORE_EXAMPLES = grammar_words("preposition before examples")


def attach_examples(doc: Doc) -> Doc:
    """Attach what introduces examples to the nearest plural noun before it, never to a verb."""
    for word in doc:
        follows_comma = word.i > 0 and doc[word.i - 1].text == ","
        if follows_comma and word.lower_ in BEFORE_EXAMPLES and _is_lost(word):
            noun = _plural_before(word)
            if noun is not None:
                word.head = noun
    return doc


def _is_lost(preposition: Token) -> bool:
    verb = preposition.head
    return preposition.dep_ == "prep" and is_verb_form(verb)


def _plural_before(preposition: Token) -> Token | None:
    """Return the nearest plural noun between the verb and a preposition, or None."""
    doc, verb = preposition.doc, preposition.head
    for i in range(preposition.i - 1, verb.i, -1):
        if doc[i].tag_ in PLURAL_TAGS and verb.is_ancestor(doc[i]):
            return doc[i]
    return None
