"""Reasons that the parser attaches too low: "was barred from entering Oslo *for having lied*".

It takes them for reasons of the act that is prevented.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.closed_classes import OF_ORIGIN, OF_PURPOSE
from actorgraph.extraction.parse.dependents import dependents, prepositions
from actorgraph.extraction.parse.trees import reattach
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Forms of verbs before what their object shall not do: "*barred* Roth from entering Oslo".
PREVENTING = grammar_words("verb form of keeping from an act")


def attach_late_reasons(doc: Doc) -> Doc:
    """Attach a reason to the verb that prevents an act, not to the act."""
    for act in list(doc):
        if is_prevented(act.head.head, act):
            for reason in prepositions(act, OF_PURPOSE):
                if dependents(reason, "pcomp"):
                    reattach(doc, {reason: (act.head.head, "prep")})
    return doc


def is_prevented(governor: Token, act: Token) -> bool:
    """Whether a verb says that an act is prevented."""
    if governor.lower_ not in PREVENTING or act.dep_ != "pcomp":
        return False
    return act.head.lower_ in OF_ORIGIN
