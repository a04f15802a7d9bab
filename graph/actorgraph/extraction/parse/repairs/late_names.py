"""Names after a clause about a noun: "The banker who owns Delmore, *Ada Quint*, left".

The parser takes her for an apposition of Delmore, or for nobody who left.  Such sentences get the
tree of “Ada Quint, the banker who owns Delmore, left”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import (
    AUXILIARIES,
    SUBJECTS,
    dependents,
    is_aside,
)
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import COMMON_NOUN_TAGS, NAME_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

COMMA = ","


def attach_late_names(doc: Doc) -> Doc:
    """Make the name after a relative clause the subject, and the noun before it its apposition."""
    for noun in list(doc):
        if noun.dep_ not in SUBJECTS or noun.tag_ != "NN":
            continue
        name = _name_after_clause(noun)
        if name is not None:
            reattach(doc, {name: (noun.head, noun.dep_), noun: (name, "appos")})
    return doc


def _name_after_clause(noun: Token) -> Token | None:
    """Return the name between a relative clause of a noun and the verb of the noun, or None."""
    verb = noun.head
    clauses = [word for word in dependents(noun, "relcl") if word.i < verb.i]
    if len(clauses) != 1:
        return None
    (clause,) = clauses
    group = (verb, *dependents(verb, *AUXILIARIES))
    comma = min(word.i for word in group) - 1
    if comma <= clause.i or verb.doc[comma].text != COMMA:
        return None
    name = verb.doc[comma - 1]
    if name.tag_ not in NAME_TAGS or name.i <= clause.i or not is_aside(name):
        return None
    return name if _is_of_noun(name, noun) else None


def _is_of_noun(name: Token, noun: Token) -> bool:
    """Whether a name can say who a noun means, unlike "who hit the *mayor*, Ada Quint, left"."""
    before = name.doc[name.left_edge.i - 2]
    if before.tag_ in COMMON_NOUN_TAGS:
        return False
    is_apposition = name.dep_ == "appos"
    if is_apposition and name.head.tag_ in NAME_TAGS:
        return True
    is_argument = is_apposition or name.dep_ in SUBJECTS
    return is_argument and name.head in (noun, noun.head)
