"""Particles that the parser takes for something else: "swore *in* Dana Roth as minister".

Of “pushed *back* the talks” it makes an adverb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.closed_classes import BEFORE_PREDICATE
from actorgraph.extraction.parse.dependents import (
    AFFECTED,
    dependents,
    has_dependent,
)
from actorgraph.extraction.parse.trees import reattach
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Verb forms with a particle: "*swore in* Dana Roth as minister".
WITH_PARTICLE = grammar_words("verb form with its particle")
#: Verb forms with a particle of time: "*pushed back* the talks".
OF_POSTPONING = grammar_words("verb form of another time with its particle")


def attach_lost_particles(doc: Doc) -> Doc:
    """Make the person after such a particle the object of its verb."""
    for particle in doc[1:]:
        verb = particle.nbor(-1)
        words = f"{verb.lower_} {particle.lower_}"
        # CASE event: "*pushed back* the talks", but not "pushed back against the talks"
        if words in OF_POSTPONING and dependents(verb, *AFFECTED):
            reattach(doc, {particle: (verb, "prt")})
            continue
        if words not in WITH_PARTICLE or particle.head != verb:
            continue
        # CASE place: "swore in *Oslo* that it was true"
        if not has_dependent(verb, BEFORE_PREDICATE, "prep"):
            continue
        for name in dependents(particle, "pobj"):
            reattach(doc, {name: (verb, "dobj"), particle: (verb, "prt")})
    return doc
