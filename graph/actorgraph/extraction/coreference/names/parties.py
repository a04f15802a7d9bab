"""Parties by other names and by their letters: "Dana Roth, R-Texas" is one of the Republicans."""

from __future__ import annotations

from collections.abc import Iterator

from actorgraph.extraction.coreference.names.known_names import (
    PARTY_NAME,
    known_name,
)
from actorgraph.extraction.knowledge.actor_types import PARTY
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

#: Abbreviation of a party, in small letters → its full name.
PARTIES = {
    letters: min(grammar_words(f"party abbreviated {letters}"))
    for letters in grammar_words("abbreviated party")
}
#: What members of a party are called instead of its name: "the *Greens*", the Green Party.
(PLURAL,) = grammar_words("ending of a party's members")

#: Before the party of a politician: "Roth*, *R-Texas", "Roth *(*R)".
BEFORE_LETTERS = frozenset({",", "("})


def join_parties(entities: Entities) -> None:
    """Join a party to its members, and let the letters after politicians refer to it."""
    _join_members(entities)
    parties: dict[str, Entity] = {}
    for entity in entities.all:
        letters = _letters_of(entities, entity)
        if letters:
            parties.setdefault(letters, entity)
    for party in parties.values():
        for name in party.mentions:
            name.subtype = PARTY
    parsed = entities.parsed
    for i in _letters_in(parsed):
        letters = parsed.lower[i]
        if letters in parties:
            mention = TokenMention(i, i + 1, i, ActorType.ORGANIZATION, subtype=PARTY)
            parsed.add(mention)
            entities.join(mention, parties[letters])


def _join_members(entities: Entities) -> None:
    """Join what the members of a party are called to it: "the *Greens*", "the *Green Party*"."""
    bodies: dict[str, Entity] = {}
    for entity in entities.all:
        if entity.is_organisation and entity.mentions:
            bodies[entity.key] = entity
    for key, party in bodies.items():
        if not key.endswith(f" {PARTY_NAME}"):
            continue
        name = key.removesuffix(f" {PARTY_NAME}")
        members = bodies.get(f"{name}{PLURAL}")
        if members is not None:
            entities.merge(members, party)


def _letters_of(entities: Entities, entity: Entity) -> str:
    """Return the abbreviation of the party that an entity is; empty if it is none of those."""
    name = known_name(entities, entity)
    for letters, party in PARTIES.items():
        if party == name:
            return letters
    return ""


def _letters_in(parsed: ParsedText) -> Iterator[int]:
    """Yield the tokens that abbreviate the party of the politician before: "Roth, *R*-Texas"."""
    for i in range(2, len(parsed.doc) - 2):
        if parsed.lower[i] not in PARTIES or parsed.doc[i].is_lower:
            continue
        if parsed.covering(i) is not None:
            continue
        politician = parsed.covering(i - 2)
        if politician is None or not politician.is_named_person:
            continue
        if _is_marked(parsed, i):
            yield i


def _is_marked(parsed: ParsedText, i: int) -> bool:
    """Whether a token is between marks as a party is: "(R)", ", R-Texas", but not ", D-Day"."""
    before, after = parsed.lower[i - 1], parsed.lower[i + 1]
    if before not in BEFORE_LETTERS:
        return False
    if after != "-":
        return after == ")"
    seat = parsed.covering(i + 2)
    return seat is not None and seat.is_place
