"""Names that the parse takes for verbs, and verbs that it takes for adjectives or names.

“A request to Norland” is parsed like “a request to leave”, “The 27-year-old thanked Roth” like
“the old thanked Roth”, the verb of the headline “Mayor Thanks Roth” is tagged as a name, and those
of “Army capture town” and of the demand “that Roth apologise” as nouns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.parse.closed_classes import AGED, INFINITIVE_MARKERS
from actorgraph.extraction.parse.dependents import dependents, has_subject

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def mend_words(doc: Doc, is_verb: Callable[[str], bool]) -> None:
    """Mend the tags, heads and labels of what the parse misread.

    Args:
        is_verb: Whether a word in small letters is a verb of the language.
    """
    for name in list(_names_after_marker(doc)):
        if not is_verb(name.lower_):
            _make_complement(name)
    for noun, verb in list(_subjects_of_participles(doc)):
        if is_verb(verb.lower_):
            _make_clause(noun, verb)
    for verb in filter(lambda word: is_verb(word.lower_), _capitalised_heads(doc)):
        verb.tag_ = "VBZ"
    for verb in filter(lambda word: is_verb(word.lower_), _heads_like_nouns(doc)):
        verb.tag_ = "VBP"
    for verb in filter(lambda word: is_verb(word.lower_), _heads_of_demands(doc)):
        verb.tag_, verb.nbor(-1).dep_ = "VB", "nsubj"


def _capitalised_heads(doc: Doc) -> Iterator[Token]:
    """Yield what is tagged as a plural name but has a subject: "Mayor *Thanks* Roth"."""
    for token in doc:
        if token.tag_ == "NNPS" and has_subject(token):
            yield token


def _heads_like_nouns(doc: Doc) -> Iterator[Token]:
    """Yield what is tagged as a noun but has a subject and an object: "army *capture* town"."""
    for token in doc:
        if token.tag_ != "NN" or token.dep_ != "ROOT":
            continue
        if has_subject(token) and dependents(token, "dobj"):
            yield token


def _heads_of_demands(doc: Doc) -> Iterator[Token]:
    """Yield what heads a clause like a bare verb after one name: "that Roth *apologise*"."""
    for token in doc[1:]:
        name = token.nbor(-1)
        is_beside = name.head == token and name.tag_ == "NNP"
        if token.dep_ != "ccomp" or not is_beside or not dependents(token, "mark"):
            continue
        # CASE noun: "insisted that Roth *apologise*"; CASE present: "insisted that Roth *pay* Hale"
        is_noun = token.tag_ == "NN" and name.dep_ == "compound"
        is_plural = token.tag_ == "VBP" and name.dep_ == "nsubj" and not name.n_rights
        if is_noun or is_plural:
            yield token


def _names_after_marker(doc: Doc) -> Iterator[Token]:
    """Yield what looks like a name after an infinitive marker: "a request *to Norland*"."""
    for marker in doc[:-1]:
        name = doc[marker.i + 1]
        is_capital = name.is_title and len(name) > 1
        if name.tag_ != "VB" or not is_capital or marker.dep_ != "aux":
            continue
        if marker.lower_ in INFINITIVE_MARKERS and marker.head == name:
            yield name


def _make_complement(name: Token) -> None:
    """Let the marker before a name be a preposition that introduces it."""
    marker, governor = name.doc[name.i - 1], name.head
    marker.head = governor if governor != name else marker
    marker.tag_, marker.dep_ = "IN", "prep" if governor != name else "ROOT"
    name.head = marker
    name.tag_, name.dep_ = "NNP", "pobj"


def _subjects_of_participles(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """Yield "old" and "thanked" in “The 27-year-old thanked Roth”, if no verb is above them."""
    for noun in doc[2:-1]:
        ending = " ".join(word.lower_ for word in doc[noun.i - 2 : noun.i + 1])
        verb = doc[noun.i + 1]
        name = verb.head
        is_modifier = verb.dep_ == "amod" and noun.head == name
        if ending in AGED and is_modifier and name.dep_ == "ROOT":
            yield noun, verb


def _make_clause(noun: Token, verb: Token) -> None:
    """Let an adjective used for a person be the subject of the word after it."""
    name = verb.head
    verb.head, verb.tag_, verb.dep_ = verb, "VBD", "ROOT"
    for child in list(name.children):
        if child.i < noun.i:
            child.head = noun
        elif child.dep_ == "punct":
            child.head = verb
    noun.head, noun.dep_ = verb, "nsubj"
    name.head, name.dep_ = verb, "dobj"
