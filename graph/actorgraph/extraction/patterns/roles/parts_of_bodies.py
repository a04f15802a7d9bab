"""Whoever heads a part of a body works for it: "head of *Delmore Bank*'s press office"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.actor_types import ARMED_FORCE, PARTY
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.knowledge.relation_lists import relation_list
from actorgraph.extraction.mentions.roles.role_phrases import RolePhrase
from actorgraph.extraction.parse.closed_classes import ARTICLES, OF, OF_WHOLE
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.candidate import Candidate, construction_candidates
from actorgraph.grammar import grammar_words

#: Parts of a body that have heads and staff: "the bank's *press office*".
STAFFED_PARTS = grammar_words("noun for a part of an employer")
#: Offices of those who head a part, or their deputies.
OFFICES_IN_PARTS = relation_list("office in a part of a body")
#: Bodies that have members and no staff.
WITHOUT_STAFF = (ARMED_FORCE, PARTY)


def part_candidates(
    parsed: ParsedText, roles: Iterable[RolePhrase], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield the bodies in whose parts people have an office."""
    for phrase in roles:
        body = _body_of_part(parsed, phrase)
        if body is None:
            continue
        for holder, _ in phrase.holders:
            for candidate in construction_candidates(
                parsed,
                Construction.PERSON_OF_EMPLOYER,
                holder,
                body,
                knowledge,
                trigger=phrase.head,
                word=OF,
            ):
                yield replace(
                    candidate,
                    status=phrase.status,
                    stated_by=phrase.stated_by,
                    negated=phrase.negated,
                )


def _body_of_part(parsed: ParsedText, phrase: RolePhrase) -> TokenMention | None:
    """Return the body whose part follows a role: "head of *Delmore Bank*'s press office"."""
    of = phrase.end
    word = parsed.word(of)
    # CASE preposition: "a critic *of* the bank's press office" is no critic "at the bank"
    is_office = any(
        sense.relation in OFFICES_IN_PARTS and word in sense.prepositions
        for sense in phrase.senses
    )
    if not is_office or word not in OF_WHOLE:
        return None
    body = parsed.covering(of + 1 + (parsed.word(of + 1) in ARTICLES))
    if body is None or not _has_staff(body):
        return None
    part = parsed.head_of(body).head
    is_owned = parsed.tag(body.end) == "POS" and part.i > body.end
    return (
        body
        if is_owned and part.lower_ in STAFFED_PARTS and part.head.i == of
        else None
    )


def _has_staff(body: TokenMention) -> bool:
    is_named = body.is_name and body.is_organisation
    return is_named and body.subtype not in WITHOUT_STAFF
