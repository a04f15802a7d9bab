"""Which mentions of a document mean the same actor.

Here names: spelling, surnames, acronyms, territories.  A short name joins the one longer name that it abbreviates;
where two fit, it joins none.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from actorgraph.extraction.knowledge.gazetteer import Gazetteer, Territory
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import ActorType, MentionKind

FEMALE_WORDS = frozenset(
    "mrs mrs. ms ms. miss madame frau lady queen princess spokeswoman chairwoman wife mother daughter sister "
    "congresswoman actress businesswoman widow".split()
)
MALE_WORDS = frozenset(
    "mr mr. herr sir king prince spokesman chairman husband father son brother congressman businessman actor pope "
    "widower".split()
)

#: Types of names of which the longest are taken first, so that shorter ones can join them.
LONGEST_FIRST = frozenset({ActorType.PERSON, ActorType.ORGANIZATION})

PARTY = "PoliticalParty"

#: Small words that acronyms leave out.
SMALL_WORDS = frozenset(
    {"of", "the", "for", "and", "in", "on", "de", "la", "des", "du", "und", "für"}
)


def link_names(parsed: ParsedText, gazetteer: Gazetteer) -> Entities:
    """Make actors of the names of a page."""
    entities = Entities(parsed, gazetteer)
    names = [
        mention for mention in parsed.in_order() if mention.kind is MentionKind.NAME
    ]
    by_key: dict[tuple[str, str], Entity] = {}
    for mention in sorted(
        names,
        key=lambda mention: (
            mention.type in LONGEST_FIRST and -(mention.end - mention.start),
            mention.start,
        ),
    ):
        territory = _territory(parsed, gazetteer, mention)
        if territory is not None:
            key = ("territory", territory.code)
        elif mention.type is ActorType.TIME:
            key = ("Time", parsed.text(mention.start, mention.end).lower())
        else:
            key = (
                _family(mention.type),
                normal_form(parsed.text(mention.start, mention.end)),
            )
        entity = by_key.get(key) or _shorter_name(by_key, mention, key[1])
        if entity is not None:
            entities.join(mention, entity)
        elif territory is not None:
            entity = entities.new(
                mention,
                territory.code,
                wikidata=territory.wikidata,
                label=territory.name,
            )
            entity.type, entity.subtype = ActorType.PLACE, territory.subtype
        else:
            entity = entities.new(mention, key[1])
        if (
            entity.key == key[1]
            or len(key[1].split()) > 1
            or mention.type is not ActorType.PERSON
        ):
            by_key.setdefault(
                key, entity
            )  # a bare surname is looked up anew each time: who it means can change
    _join_acronyms(entities)
    for entity in entities.all:
        entity.genders = _genders(parsed, gazetteer, entity)
    return entities


def normal_form(name: str) -> str:
    """Lower case, without accents, punctuation, articles and possessive endings."""
    plain = (
        unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    )
    plain = re.sub(r"['’]s$", "", plain.lower())
    return (
        re.sub(r"[^a-z0-9 ]+", " ", plain.removeprefix("the ")).strip()
        or plain
        or name.lower()
    )


def _territory(
    parsed: ParsedText, gazetteer: Gazetteer, mention: TokenMention
) -> Territory | None:
    text = parsed.text(mention.start, mention.end)
    if mention.type is ActorType.PLACE:
        return gazetteer.territory(text)
    if mention.demonym and not gazetteer.is_people(text):
        return gazetteer.demonym(text)
    return None


def _family(type_: ActorType) -> str:
    return "Thing" if type_ in (ActorType.OTHER, ActorType.WORK) else type_.value


def _shorter_name(
    by_key: dict[tuple[str, str], Entity], mention: TokenMention, key: str
) -> Entity | None:
    """The one longer name that a short one abbreviates: a surname, a given name, the start of a company's name.

    A party's name abbreviates no body that is not one: a "Democratic" adviser need not be one of its committee.
    """
    words = key.split()
    if mention.type is ActorType.PERSON and len(words) <= 2:
        fits = [
            entity
            for (kind, name), entity in by_key.items()
            if kind == "Person" and _abbreviates(words, name.split())
        ]
    elif mention.type is ActorType.ORGANIZATION and words:
        fits = [
            d
            for (kind, name), d in by_key.items()
            if kind == "Organization"
            and len(name.split()) > len(words)
            and name.split()[: len(words)] == words
            and len(words[0]) > 3
            and (mention.subtype != PARTY or d.subtype == PARTY)
        ]
    else:
        return None
    unique = list(dict.fromkeys(fits))
    if (
        len(unique) > 1
    ):  # who was introduced before counts; who comes later was not meant yet
        unique = [
            entity
            for entity in unique
            if min(c.start for c in entity.mentions) < mention.start
        ]
    return unique[0] if len(unique) == 1 else None


def _abbreviates(short: list[str], long: list[str]) -> bool:
    if len(short) >= len(long):
        return False
    return (
        long[-len(short) :] == short
        or (len(short) == 1 and long[0] == short[0])
        or (len(short) == 2 and short[0] == long[0] and short[1] == long[-1])
    )


def _join_acronyms(entities: Entities) -> None:
    parsed = entities.parsed
    for entity in list(entities.all):
        text = parsed.text(entity.mentions[0].start, entity.mentions[0].end)
        if entity.type is not ActorType.ORGANIZATION or not (
            2 <= len(text) <= 8 and text.isupper() and " " not in text
        ):
            continue
        spelled = _spelled_out(entities, entity, text)
        if spelled is not None and spelled is not entity:
            for mention in entity.mentions:
                mention.actor = -1
                entities.join(mention, spelled)
            entity.mentions = []


def _spelled_out(entities: Entities, entity: Entity, acronym: str) -> Entity | None:
    parsed = entities.parsed
    for mention in entity.mentions:  # "Norland Institute of Trade (NIT)"
        if parsed.lower[mention.start - 1 : mention.start] == ["("]:
            before = parsed.covering(mention.start - 2)
            if (
                before is not None
                and before.type is ActorType.ORGANIZATION
                and before.actor != mention.actor
            ):
                return entities.of(before)
    fits = [
        d
        for d in entities.all
        if d.type is ActorType.ORGANIZATION
        and d.mentions
        and acronym in _initials(parsed.text(d.mentions[0].start, d.mentions[0].end))
    ]
    return fits[0] if len(fits) == 1 else None


def _initials(name: str) -> set[str]:
    words = [word for word in re.split(r"[\s-]+", name) if word]
    if len(words) < 2:
        return set()
    return {
        "".join(w[0] for w in words).upper(),
        "".join(w[0] for w in words if w.lower() not in SMALL_WORDS).upper(),
    }


def _genders(
    parsed: ParsedText, gazetteer: Gazetteer, entity: Entity
) -> frozenset[str]:
    if entity.type is not ActorType.PERSON:
        return frozenset()
    found: Counter[str] = Counter()
    for mention in entity.mentions:
        before = set(parsed.lower[max(0, mention.start - 2) : mention.start])
        found["f"] += bool(before & FEMALE_WORDS)
        found["m"] += bool(before & MALE_WORDS)
    if found["f"] or found["m"]:
        return frozenset({"f"} if found["f"] > found["m"] else {"m"})
    longest = max(entity.mentions, key=lambda mention: mention.end - mention.start)
    return gazetteer.genders(parsed.doc[longest.start].text)


def gender_of(word: str) -> frozenset[str]:
    """Gender that a word such as "spokeswoman" or "king" tells; empty for most words."""
    return (
        frozenset({"f"})
        if word in FEMALE_WORDS
        else frozenset({"m"})
        if word in MALE_WORDS
        else frozenset()
    )
