"""Names that the parse takes for verbs, and verbs that it takes for adjectives or names.

“A request to Norland” is parsed like “a request to leave”, “The 27-year-old thanked Roth” like
“the old thanked Roth”, the verb of the headline “Mayor Thanks Roth” is tagged as a name, and those
of “Army capture town” and of the demand “that Roth apologise” as nouns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.parse.closed_classes import (
    AGED,
    COMPLEMENTIZERS,
    INFINITIVE_MARKERS,
)
from actorgraph.extraction.parse.dependents import (
    MODIFIERS,
    SUBJECTS,
    dependents,
    has_subject,
)
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Verbs before a demanded act: "*ordered* that Norland free Roth".
DEMANDING = grammar_words("verb form of a demand")
#: Tags that bare verbs get where they seem to modify a name.
BARE_TAGS = ("JJ", "NN", "VB", "VBP")


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
    _mend_demands(doc, is_verb)


def _mend_demands(doc: Doc, is_verb: Callable[[str], bool]) -> None:
    """Mend the verbs of what is demanded: "that Roth *apologise*", "that Roth *free* Hale"."""
    for verb in filter(lambda word: is_verb(word.lower_), _heads_of_demands(doc)):
        verb.tag_, verb.nbor(-1).dep_ = "VB", "nsubj"
    for verb in list(_verbs_before_names(doc)):
        if is_verb(verb.lower_):
            _make_demand(verb)


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
        if token.dep_ != "ccomp":
            continue
        name = token.nbor(-1)
        if name.head != token or name.tag_ != "NNP" or not dependents(token, "mark"):
            continue
        if _may_be_demanded(token, name):
            yield token


def _may_be_demanded(head: Token, name: Token) -> bool:
    """Whether the head of a clause looks like a bare verb with the name before it."""
    # CASE noun: "insisted that Roth *apologise*"
    if head.tag_ == "NN":
        return name.dep_ == "compound"
    if name.dep_ != "nsubj" or name.n_rights:
        return False
    # CASE present: "insisted that Roth *pay* Hale"
    if head.tag_ == "VBP":
        return True
    # CASE adjective: "insisted that Roth *free* Hale"
    return head.tag_ == "JJ" and bool(dependents(head, "dobj"))


def _verbs_before_names(doc: Doc) -> Iterator[Token]:
    """Yield what seems to modify a name in a demand: "ordered that Norland *free* Roth"."""
    for token in doc[2:]:
        if token.dep_ not in MODIFIERS or token.tag_ not in BARE_TAGS:
            continue
        name, before = token.head, token.nbor(-1)
        if name.tag_ != "NNP" or before.tag_ != "NNP":
            continue
        if token.i > name.i or name.dep_ in SUBJECTS:
            continue
        that = doc[max(0, _start_of_name(before) - 1)]
        if that.i == 0 or that.lower_ not in COMPLEMENTIZERS:
            continue
        if that.nbor(-1).lower_ in DEMANDING:
            yield token


def _start_of_name(name: Token) -> int:
    start = name.i
    while start and name.doc[start - 1].tag_ == "NNP":
        start -= 1
    return start


def _make_demand(verb: Token) -> None:
    """Let a word between two names be the verb of what is demanded."""
    victim, actor = verb.head, verb.nbor(-1)
    start = _start_of_name(actor)
    that = verb.doc[start - 1]
    for word in list(victim.children):
        if word.i > victim.i:
            word.head = verb
    for word in verb.doc[start : actor.i]:
        word.head, word.dep_ = actor, "compound"
    verb.head, verb.dep_, verb.tag_ = that.nbor(-1), "ccomp", "VB"
    that.head, that.dep_, that.tag_ = verb, "mark", "IN"
    actor.head, actor.dep_ = verb, "nsubj"
    victim.head, victim.dep_ = verb, "dobj"


def _names_after_marker(doc: Doc) -> Iterator[Token]:
    """Yield what looks like a name after an infinitive marker: "a request *to Norland*"."""
    for marker in doc[:-1]:
        if marker.lower_ not in INFINITIVE_MARKERS or marker.dep_ != "aux":
            continue
        name = marker.nbor()
        if name.tag_ != "VB" or marker.head != name:
            continue
        if name.is_title and len(name) > 1:
            yield name


def _make_complement(name: Token) -> None:
    """Let the marker before a name be a preposition that introduces it."""
    marker, governor = name.nbor(-1), name.head
    is_root = governor == name
    marker.head = marker if is_root else governor
    marker.dep_ = "ROOT" if is_root else "prep"
    marker.tag_ = "IN"
    name.head = marker
    name.dep_ = "pobj"
    name.tag_ = "NNP"


def _subjects_of_participles(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """Yield "old" and "thanked" in “The 27-year-old thanked Roth”, if no verb is above them."""
    for noun in doc[2:-1]:
        verb = noun.nbor()
        name = verb.head
        if verb.dep_ != "amod" or name.dep_ != "ROOT" or noun.head != name:
            continue
        age = doc[noun.i - 2 : noun.i + 1]
        ending = " ".join(word.lower_ for word in age)
        if ending in AGED:
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
