"""Those named beside others of their kind: "*Roth* and other executives of the bank"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.actor_types import ALLIANCE
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.mentions.roles.role_phrases import HolderPattern, RolePhrase
from actorgraph.extraction.parse.dependents import has_dependent
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import PLURAL_TAGS
from actorgraph.extraction.patterns.candidate import Candidate, construction_candidates
from actorgraph.extraction.patterns.roles.role_relations import RoleReader
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Before the kind that those named before are of: "and *other* executives".
OF_SAME_KIND = grammar_words("adjective of the same kind")

#: What an alliance consists of: "EU *states*".
ALLIED_STATES = grammar_words("noun for a member of an alliance")

#: Types of those who are of a kind, or members of what is named.
PEER_TYPES = frozenset({ActorType.PERSON, ActorType.ORGANIZATION, ActorType.PLACE})


def peer_candidates(
    parsed: ParsedText, roles: Iterable[RolePhrase], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield what a text says of those whom it names beside others, in text order."""
    for phrase in roles:
        if not phrase.plural:
            continue
        reader = RoleReader(phrase, knowledge)
        for peer in _peers(parsed, parsed.doc[phrase.head]):
            yield from reader.relations(peer, HolderPattern.APPOSITION)
            yield from reader.nationalities(peer, HolderPattern.APPOSITION)
    for group in parsed.in_order():
        alliance = alliance_of(parsed, group)
        if alliance is None:
            continue
        for peer in _peers(parsed, parsed.head_of(group)):
            yield from construction_candidates(
                parsed, Construction.EXAMPLE, peer, alliance, knowledge
            )


def alliance_of(parsed: ParsedText, group: TokenMention) -> TokenMention | None:
    """Return the alliance that described countries are in: "*EU* states"."""
    noun = parsed.head_of(group)
    if noun.tag_ not in PLURAL_TAGS or parsed.lemma(noun) not in ALLIED_STATES:
        return None
    name = parsed.name_at(noun.i - 1) if group.is_description else None
    if name is None or name.subtype != ALLIANCE:
        return None
    return name


def _peers(parsed: ParsedText, noun: Token) -> Iterator[TokenMention]:
    """Yield the names before "and other" with a noun."""
    if noun.dep_ != "conj" or not has_dependent(noun, OF_SAME_KIND, "amod"):
        return
    for other in noun.conjuncts:
        peer = parsed.name_at(other.i)
        if other.i < noun.i and peer is not None and peer.type in PEER_TYPES:
            yield peer
