"""Bodies and people named in turn: "the heads of Norvale, *Dana Roth*, and Delmore, *Ada Quint*,".

The parser lists all four; the people belong to the noun before them, and the bodies to each other.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from actorgraph.extraction.parse.closed_classes import DEFINITE, LIST_ENDS, OF_WHOLE
from actorgraph.extraction.parse.dependents import prepositions
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import PLURAL_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

COMMA = ","
#: What may stand between two names in turn.
IN_TURN = LIST_ENDS | OF_WHOLE | DEFINITE | {COMMA}
PERSON = "PERSON"
#: Two bodies with one person each, at least.
FEWEST_NAMES = 4


def attach_names_in_turn(doc: Doc) -> Doc:
    """Make the people appositions of the plural noun whose complement the bodies are."""
    starts = {name.start: name for name in doc.ents}
    for noun in list(doc):
        if noun.tag_ not in PLURAL_TAGS:
            continue
        for preposition in prepositions(noun, OF_WHOLE):
            names = _names_from(preposition.i + 1, starts)
            if len(names) >= FEWEST_NAMES and len(names) % 2 == 0:
                reattach(doc, _changes(noun, preposition, names))
    return doc


def _names_from(i: int, starts: dict[int, Span]) -> list[Span]:
    """Return the names from a token on, as long as a person follows a body and a body a person."""
    names: list[Span] = []
    while True:
        name = _next_name(i, starts, first=not names)
        if name is None or (name.label_ == PERSON) == (len(names) % 2 == 0):
            return names
        names.append(name)
        i = name.end


def _next_name(i: int, starts: dict[int, Span], *, first: bool) -> Span | None:
    """Return the name at a token, or after the words between two names there."""
    name = starts.get(i)
    if name is not None or not starts:
        return name if first else None
    doc = next(iter(starts.values())).doc
    while i < len(doc) and doc[i].lower_ in IN_TURN:
        i += 1
        if i in starts:
            return starts[i]
    return None


def _changes(
    noun: Token, preposition: Token, names: list[Span]
) -> dict[Token, tuple[Token, str]]:
    """Return the new heads and labels of the names."""
    bodies, people = [name.root for name in names[::2]], [x.root for x in names[1::2]]
    changes = {bodies[0]: (preposition, "pobj"), people[0]: (noun, "appos")}
    for listed in (bodies, people):
        for before, word in pairwise(listed):
            changes[word] = before, "conj"
    return changes
