"""Examples that the parser attaches to a verb: "was jailed for crimes, *including* theft".

So does it with names: "praised her colleagues, among them *Roth* and Marsh".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.word_tags import NAME_TAGS, PLURAL_TAGS, is_verb_form
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

GIVING_EXAMPLES = grammar_words("participle before examples")
#: Label of such a word that the parser takes for a part of the verb → its label as part of a noun.
OF_NOUN = {"advcl": "acl", "prep": "prep"}
AMONG = grammar_words("preposition before a kind")
#: Tags of the pronoun for a kind: "among *them*", "among *whom*".
PRONOUNS = ("PRP", "WP")


def attach_examples(doc: Doc) -> Doc:
    """Attach what introduces examples to the nearest plural noun before it, never to a verb."""
    for comma in doc[:-1]:
        word = comma.nbor()
        if comma.text != ",":
            continue
        if word.lower_ in GIVING_EXAMPLES and _is_lost(word):
            noun = _plural_before(word, word.head)
            if noun is not None:
                word.head, word.dep_ = noun, OF_NOUN[word.dep_]
        elif word.lower_ in AMONG:
            _attach_members(word)
    return doc


def _attach_members(preposition: Token) -> None:
    """Make the names after "among them" appositions to the noun of their kind."""
    name = preposition.head
    if name.i < preposition.i or name.tag_ not in NAME_TAGS:
        return
    if not any(child.tag_ in PRONOUNS for child in preposition.children):
        return
    # CASE apposed already: "officials, among them *Roth*, were bribed"
    comma = preposition.nbor(-1)
    is_alone = name.dep_ == "appos" and not dependents(name, "conj")
    if is_alone and name.head.i == comma.i - 1:
        comma.head = name
    verb = name.head
    noun = _plural_before(preposition, verb) if is_verb_form(verb) else None
    if noun is not None:
        name.head, name.dep_ = noun, "appos"


def _is_lost(word: Token) -> bool:
    if word.dep_ not in OF_NOUN:
        return False
    return is_verb_form(word.head)


def _plural_before(preposition: Token, verb: Token) -> Token | None:
    """Return the nearest plural noun between a verb and a preposition, or None."""
    for word in reversed(preposition.doc[verb.i + 1 : preposition.i]):
        if word.tag_ in PLURAL_TAGS and verb.is_ancestor(word):
            return word
    return None
