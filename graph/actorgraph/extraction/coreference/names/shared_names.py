"""Names that a text gives to several: "Milton, Ohio, and Milton, Iowa", "Norland's Senate".

The territory beside a name says which one it means.  Where the text says several beside one name,
each is an entity of its own; a name without any means the only one that was named before it, and
is left apart if there were none or two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from actorgraph.body_names import names_kind
from actorgraph.extraction.coreference.names.name_index import NameKey
from actorgraph.extraction.knowledge.gazetteer import Territory
from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.parse.closed_classes import (
    BEFORE_CONTAINER,
    OF_WHOLE,
)
from actorgraph.extraction.parse.dependents import OWNER_LABELS, dependents
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.parse.trees import root_of
from actorgraph.grammar import without_article
from actorgraph.model import ActorType
from actorgraph.names import fold_name

#: What is between a place and the territory that contains it: "Milton*,* Ohio".
BEFORE_TERRITORY = BEFORE_CONTAINER | {","}
#: Tokens of the longest of these.
LONGEST_GAP = 3

#: The tokens of a name.
Tokens = tuple[int, int]


class Placed(NamedTuple):
    """A name of a place or body.

    Attributes:
        territory: What is said beside it, or in it.
        is_longer: Whether the territory is in it: "Senate *of Norland*", which "Norland's Senate"
            abbreviates.
    """

    name: TokenMention
    territory: Territory | None = None
    is_longer: bool = False


def homonym_keys(entities: Entities) -> Mapping[Tokens, NameKey]:
    """Return what names of several places or bodies have in common with others of their entity."""
    keys: dict[Tokens, NameKey] = {}
    for (type_, text), group in _by_name(entities).items():
        codes = _codes(type_, group)
        if len(codes) < 2:
            continue
        longer: dict[str, NameKey] = {}
        for name, territory, is_longer in group:
            if territory and is_longer:
                full_name = _text(entities, name)
                longer[territory.code] = NameKey(type_, full_name)
        for name, code in _meant(group, codes):
            of_territory = NameKey(f"{type_} {code}", text)
            keys[name.start, name.end] = longer.get(code, of_territory)
    return keys


def territory_of(entities: Entities, name: TokenMention) -> Territory | None:
    """Return the territory of "Norway" and of "Norwegian", but not that of "Norwegians"."""
    text, gazetteer = entities.text(name), entities.gazetteer
    if name.is_place:
        return gazetteer.territory(text)
    if name.demonym and not gazetteer.is_people(text):
        return gazetteer.demonym(text)
    return None


def _by_name(entities: Entities) -> Mapping[tuple[ActorType, str], Sequence[Placed]]:
    """Return the places and bodies by their names, in text order."""
    by_name: dict[tuple[ActorType, str], list[Placed]] = defaultdict(list)
    for name in entities.parsed.in_order():
        if not name.is_name or territory_of(entities, name) is not None:
            continue
        text = _text(entities, name)
        if name.is_place:
            placed = Placed(name, _container(entities, name))
        elif name.is_organisation and names_kind(text):
            text, placed = _owned(entities, name, text)
        else:
            continue
        by_name[name.type, text].append(placed)
    return by_name


def _text(entities: Entities, name: TokenMention) -> str:
    return without_article(fold_name(entities.text(name)))


def _meant(
    group: Iterable[Placed], codes: Collection[str]
) -> Iterator[tuple[TokenMention, str]]:
    """Yield each name with the code of the territory that it means; "" if that is open."""
    named: set[str] = set()
    for name, territory, _ in group:
        code = territory.code if territory and territory.code in codes else ""
        if code:
            named.add(code)
        elif len(named) == 1:
            (code,) = named
        yield name, code


def _codes(type_: ActorType, group: Iterable[Placed]) -> Collection[str]:
    """Return the codes of the territories beside a name.

    A place in a region is in its country too; a body of a region is not one of the country.
    """
    codes: set[str] = set()
    countries: set[str | None] = set()
    for _, territory, _ in group:
        if territory is not None:
            codes.add(territory.code)
            countries.add(territory.country)
    if type_ is ActorType.PLACE:
        codes -= countries
    return codes


def _container(entities: Entities, place: TokenMention) -> Territory | None:
    """Return the territory after the name of a place: "Milton*, Ohio*"."""
    parsed = entities.parsed
    following = range(place.end + 1, place.end + 1 + LONGEST_GAP)
    after = next(filter(None, map(parsed.name_at, following)), None)
    if after is None:
        return None
    gap = " ".join(parsed.lower[place.end : after.start])
    if gap not in BEFORE_TERRITORY:
        return None
    text, state = entities.text(place), entities.text(after)
    if entities.gazetteer.is_elsewhere(text, state):
        return None
    return territory_of(entities, after)


def _owned(entities: Entities, body: TokenMention, text: str) -> tuple[str, Placed]:
    """Return a body with its state, under its name without that.

    That is "Norland's *Senate*", "*Senate* of Norland".
    """
    parsed = entities.parsed
    for i in range(body.start + 1, body.end + 1):
        if parsed.word(i) not in OF_WHOLE:
            continue
        start = parsed.past_article(i + 1)
        is_within = i < body.end
        state = body if is_within else parsed.name_at(start)
        if state is None:
            continue
        territory = entities.gazetteer.territory(parsed.text(start, state.end))
        if territory is not None:
            noun = without_article(fold_name(parsed.text(body.start, i)))
            return noun, Placed(body, territory, is_longer=is_within)
    territory = next(_states_before(entities, body), None)
    return text, Placed(body, territory)


def _states_before(entities: Entities, body: TokenMention) -> Iterator[Territory]:
    """Yield the territories whose names before a body say whose it is."""
    parsed = entities.parsed
    noun = parsed.doc[root_of(parsed.doc, body.start, body.end)]
    for word in dependents(noun, *OWNER_LABELS):
        owner = parsed.name_at(word.i)
        if owner is None or owner.end > body.start:
            continue
        territory = territory_of(entities, owner)
        if territory is not None:
            yield territory
