"""Bodies of someone's own: "her old firm", "his former party"."""

from __future__ import annotations

from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.mentions.roles.role_phrases import RolePhrase
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType, Status

#: "Her *old* firm" is one that she left.
OLD = grammar_words("adjective of a body that someone left")


def read_former_body(lexicon: Lexicon, phrase: RolePhrase) -> None:
    """Let someone's "*old* club" be the former one; an "old friend" is a friend."""
    # CASE body by what it is to someone: "her old *employer*"
    is_body = lexicon.actor_nouns.get(phrase.word) == ActorType.ORGANIZATION or any(
        sense.inverted and sense.subject_types == {ActorType.ORGANIZATION}
        for sense in phrase.senses
    )
    # CASE prefix: "her *ex*-employer"
    words = {*phrase.adjectives, *phrase.word.split("-")[:-1]}
    if is_body and phrase.is_possessed and not OLD.isdisjoint(words):
        phrase.status = Status.FORMER
