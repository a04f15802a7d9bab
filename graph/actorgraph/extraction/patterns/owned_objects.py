"""Acts that reach somebody through what is theirs: "praised *Roth's* courage"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.relation_lists import relation_list
from actorgraph.extraction.mentions.coordination import complements
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Relations to somebody of whose deeds, words or qualities the same is said.
REACHING = relation_list("act through what is somebody's")

#: What others do to its owner: who condemns "Roth's *arrest*" does not condemn Roth.
SUFFERED = grammar_words("noun of what its owner suffers")

#: What somebody does, says or is like: "critical of Norwegian *policy*".
CONDUCT = grammar_words("noun of conduct")
OF_WHOLE = grammar_words("preposition of a whole")

#: What has an owner, but takes no part itself.
MATTERS = frozenset({ActorType.EVENT, ActorType.WORK})


def owners_of_objects(
    parsed: ParsedText, governor: Token, dependencies: tuple[str, ...]
) -> Iterator[TokenMention]:
    """Yield whose the objects of a verb or preposition are, unless these are actors themselves.

    In "praised Roth's courage" that is Roth, in "praised Roth's party" nobody.
    """
    for noun in governor.children:
        if noun.dep_ not in dependencies or _is_actor(parsed, noun):
            continue
        if noun.lower_ in SUFFERED or parsed.lemma(noun) in SUFFERED:
            continue
        for child in noun.children:
            owner = parsed.actor_at(child.i) if child.dep_ == "poss" else None
            if owner is not None:
                yield owner
        if parsed.lemma(noun) in CONDUCT:
            yield from _agents_of(parsed, noun)


def _agents_of(parsed: ParsedText, noun: Token) -> Iterator[TokenMention]:
    """Yield whose conduct a noun names, where no possessive says so."""
    for child in noun.children:
        # CASE people or body: "critical of *Norwegian* policy"
        if child.dep_ in ("amod", "compound", "nmod") and child.i < noun.i:
            owner = parsed.actor_at(child.i)
            if owner is not None and owner.root != noun.i:
                yield owner
        # CASE complement: "criticized the conduct of *Norland*"
        elif child.dep_ == "prep" and child.lower_ in OF_WHOLE:
            yield from complements(parsed, child)


def _is_actor(parsed: ParsedText, noun: Token) -> bool:
    mention = parsed.actor_at(noun.i)
    return mention is not None and mention.type not in MATTERS
