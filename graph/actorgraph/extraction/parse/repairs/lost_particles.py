"""Particles that the parser takes for prepositions: "swore *in* Dana Roth as minister"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.closed_classes import BEFORE_PREDICATE
from actorgraph.extraction.parse.dependents import dependents, has_dependent
from actorgraph.extraction.parse.trees import reattach
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Verb forms with a particle: "*swore in* Dana Roth as minister".
WITH_PARTICLE = grammar_words("verb form with its particle")


def attach_lost_particles(doc: Doc) -> Doc:
    """Make the person after such a particle the object of its verb."""
    for particle in doc[1:]:
        verb = particle.nbor(-1)
        words = f"{verb.lower_} {particle.lower_}"
        if words not in WITH_PARTICLE or particle.head != verb:
            continue
        # CASE place: "swore in *Oslo* that it was true"
        if not has_dependent(verb, BEFORE_PREDICATE, "prep"):
            continue
        for name in dependents(particle, "pobj"):
            reattach(doc, {name: (verb, "dobj"), particle: (verb, "prt")})
    return doc
