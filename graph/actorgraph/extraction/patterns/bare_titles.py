"""Offices of a country that the title leaves out: "Peru votes in May, President Dana Roth said".

The country is the only one that the text is about.  Where it names several countries, or the
holder's role belongs to something else, nothing is claimed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.lexicon import Sense
from actorgraph.extraction.knowledge.relation_lists import relation_list
from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.mentions.role_phrases import (
    HolderPattern,
    OwnerMark,
    RolePhrase,
)
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.template import Template
from actorgraph.model import ActorType, MentionKind

#: Relations of the offices that only countries have.
NATIONAL_OFFICES = relation_list("office of a country")
#: Class of the owners of national offices.
COUNTRY = "Country"


def bare_title_candidates(
    entities: Entities, roles: Iterable[RolePhrase], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield the offices that people have in the only country of a text."""
    roles = list(roles)
    country = _only_country(entities, knowledge)
    if country is None:
        return
    owned = {
        holder.mention.actor
        for phrase in roles
        for holder in phrase.holders
        if phrase.owners or phrase.unrelated
    }
    for phrase in roles:
        sense = _national_office(phrase)
        if sense is None:
            continue
        for holder, pattern in phrase.holders:
            is_bare = holder.actor not in owned and pattern is HolderPattern.TITLE
            if is_bare and knowledge.fits(holder, sense.subject_types):
                nearest = _nearest(entities, country, phrase.head)
                yield _candidate(phrase, holder, sense, nearest)


def _national_office(phrase: RolePhrase) -> Sense | None:
    """Return the sense of a bare title in which it is an office of a country."""
    is_bare = not phrase.owners and not phrase.determiner and not phrase.unrelated
    if not is_bare or phrase.deputy or phrase.negated or phrase.partial:
        return None
    for sense in phrase.senses:
        if sense.relation in NATIONAL_OFFICES and COUNTRY in sense.object_types:
            return sense
    return None


def _candidate(
    phrase: RolePhrase, holder: TokenMention, sense: Sense, country: TokenMention
) -> Candidate:
    return Candidate(
        holder,
        sense.relation,
        country,
        phrase.head,
        Template(HolderPattern.TITLE, OwnerMark.ELSEWHERE),
        phrase.word,
        phrase.status,
        phrase.stated_by,
        phrase.negated,
    )


def _only_country(entities: Entities, knowledge: Knowledge) -> int | None:
    """Return the number of the only country that a text names, also by its cities."""
    countries: Counter[str] = Counter()
    numbers: dict[str, int] = {}
    for entity in entities.all:
        if entity.type is not ActorType.PLACE or not entity.mentions:
            continue
        if entity.subtype == COUNTRY:
            countries[entity.key] += len(entity.mentions)
            numbers[entity.key] = entity.number
            continue
        first = entity.mentions[0]
        if first.kind is MentionKind.NAME:
            name = entities.text(first)
            territory = knowledge.gazetteer.country_of(name)
            if territory is not None:
                countries[territory.code] += 1
    if len(countries) != 1:
        return None
    (code,) = countries
    return numbers.get(code)


def _nearest(entities: Entities, number: int, token: int) -> TokenMention:
    """Return the mention of a country that is nearest to a token."""
    mentions = entities.all[number].mentions
    return min(
        mentions, key=lambda mention: (abs(mention.start - token), mention.start)
    )
