"""Actors of the graph against the entries of a watch list.

An entry is accepted if its full name, or another full name of it, is that of one actor only, and
nothing speaks against it; a name that only resembles one needs the same birth.  All else that may
be meant is listed with the reason, and so is a namesake that the birth rules out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from itertools import filterfalse
from operator import attrgetter

from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Corpus,
    DocumentId,
    Mention,
    Verdict,
)
from actorgraph.resolution.blocking import block_keys
from actorgraph.resolution.comparison import Comparison, compare
from actorgraph.resolution.conflicts import quoted_names
from actorgraph.resolution.gathering import identifies
from actorgraph.resolution.name_forms import is_acronym, normal_name, suffixes
from actorgraph.resolution.profiles import Key, Profile, make_profile
from actorgraph.resolution.traits import (
    UNKNOWN,
    Traits,
    agreements,
    objection_to,
    traits_of,
)
from actorgraph.settings import (
    DOUBT_FLOOR,
    REORDERED_SCORE,
    SAME_POST_SCORE,
    TRAIT_BONUS,
)
from actorgraph.vocabulary import Vocabulary

#: A place for what is no document: a list.
_LIST = DocumentId("list")


class Standing(StrEnum):
    """What became of an entry and an actor that resemble each other."""

    ACCEPTED = "match"
    POSSIBLE = "possible"
    EXCLUDED = "ruled out"


@dataclass(frozen=True, slots=True)
class ListedActor:
    """An entry of a watch list.

    Attributes:
        line: Its line in the file, from 1.
        id: As the list writes it, or "".
        types: What it may be, at least one.
        names: At least one; the first is the main one.
        born: Year of birth; None if it is not given.
        countries: Names of countries, as the graph writes them.
    """

    line: int
    id: str
    types: tuple[ActorType, ...]
    names: tuple[str, ...]
    born: int | None = None
    countries: frozenset[str] = frozenset()

    @property
    def traits(self) -> Traits:
        """What distinguishes it from its namesakes."""
        born = None
        if self.born is not None:
            born = (self.born, self.born)
        return Traits(born=born, countries=self.countries)


@dataclass(frozen=True, slots=True)
class ListMatch:
    """An entry and an actor that resemble each other.

    Attributes:
        score: 0–1, how strong the evidence is; an order, not a probability.
        reason: Why, as a sentence.
    """

    standing: Standing
    score: float
    reason: str
    line: int
    entry: str
    name: str
    actor: ActorId
    actor_name: str


def match_list(
    entries: Iterable[ListedActor], corpus: Corpus, vocabulary: Vocabulary
) -> tuple[ListMatch, ...]:
    """Return the entries and actors that resemble each other, the best first.

    Args:
        entries: In any order.
        corpus: The actors, with what the documents say of them.
        vocabulary: Says which relations distinguish namesakes.
    """
    index = _Index.of(corpus, vocabulary)
    resembling: list[ListMatch] = []
    for entry in entries:
        resembling += _matches(entry, index, vocabulary)
    matches = _unambiguous(resembling)
    ordered = sorted(matches, key=_order)
    return tuple(ordered)


def names_agree(actor: Actor, name: str) -> bool:
    """Whether a name of an actor is the same as another name, in whatever order of its words."""
    names = (actor.name, *actor.aliases)
    profile = _profile(actor.type, names, UNKNOWN)
    listed = _profile(actor.type, [name], UNKNOWN)
    if listed.forms & profile.forms:
        return True
    shared = _words(listed) & _words(profile)
    return bool(shared)


@dataclass(frozen=True, slots=True)
class _Index:
    """The actors of a graph, with their profiles by what is compared of their names."""

    actors: Mapping[ActorId, Actor]
    profiles: Mapping[ActorId, Profile]
    traits: Mapping[ActorId, Traits]
    by_key: Mapping[str, frozenset[ActorId]]

    @classmethod
    def of(cls, corpus: Corpus, vocabulary: Vocabulary) -> _Index:
        traits = _all_traits(corpus, vocabulary)
        actors = {actor.id: actor for actor in corpus.actors}
        profiles: dict[ActorId, Profile] = {}
        by_key: dict[str, frozenset[ActorId]] = defaultdict(frozenset)
        for id_, actor in actors.items():
            known = _without_countries(traits.get(id_, UNKNOWN))
            profile = _profile(actor.type, (actor.name, *actor.aliases), known)
            profiles[id_] = profile
            for key in _keys(profile):
                by_key[key] |= {id_}
        return cls(actors, profiles, traits, by_key)

    def candidates(self, profile: Profile) -> list[ActorId]:
        """Return the actors of the same type whose names may be meant."""
        ids: set[ActorId] = set()
        for key in _keys(profile):
            ids |= self.by_key.get(key, frozenset())
        return [id_ for id_ in sorted(ids) if self.actors[id_].type is profile.type]


def _matches(
    entry: ListedActor, index: _Index, vocabulary: Vocabulary
) -> Iterator[ListMatch]:
    for type_ in entry.types:
        listed = _profile(type_, entry.names, _without_countries(entry.traits))
        for id_ in index.candidates(listed):
            comparison = _compared(listed, index.profiles[id_], vocabulary)
            if comparison is not None:
                known = index.traits.get(id_, UNKNOWN)
                standing, score, reason = _judged(comparison, entry.traits, known)
                ends = entry.line, entry.id, entry.names[0], id_, index.actors[id_].name
                yield ListMatch(standing, score, reason, *ends)


def _without_countries(traits: Traits) -> Traits:
    """Return traits to compare: someone may be a citizen of more countries than a list has."""
    return replace(traits, countries=frozenset())


def _compared(
    listed: Profile, actor: Profile, vocabulary: Vocabulary
) -> Comparison | None:
    """Return how alike two names are, or None if they are not.

    Acronyms and words in another order are no certain match.
    """
    comparison = compare(listed, actor, vocabulary)
    shares_name = bool(listed.forms & actor.forms)
    if not shares_name and _words(listed) & _words(actor):
        quoted = quoted_names(listed, actor)
        return Comparison(REORDERED_SCORE, f"{quoted}: the same words in another order")
    if comparison.verdict is Verdict.DIFFERENT:
        return comparison if shares_name else None
    if comparison.verdict is Verdict.SAME and not shares_name:
        return Comparison(SAME_POST_SCORE, comparison.reason)
    if comparison.score < DOUBT_FLOOR:
        return None
    return comparison


def _judged(
    comparison: Comparison, listed: Traits, traits: Traits
) -> tuple[Standing, float, str]:
    """Return the standing of an entry and an actor, with score and reason."""
    if comparison.verdict is Verdict.DIFFERENT:
        return Standing.EXCLUDED, 0.0, comparison.reason
    objection = objection_to(listed, traits)
    shared = list(agreements(listed, traits))
    is_same_birth = bool(listed.born and traits.born and not objection)
    is_certain = comparison.verdict is Verdict.SAME or is_same_birth
    standing = Standing.POSSIBLE if objection or not is_certain else Standing.ACCEPTED
    score = min(comparison.score + TRAIT_BONUS * bool(shared), 1.0)
    words = filter(None, [comparison.reason, *shared, objection])
    return standing, round(score, 3), "; ".join(words)


def _unambiguous(matches: Sequence[ListMatch]) -> Iterator[ListMatch]:
    """Yield the matches; what fits several is accepted of none."""
    accepted = [match for match in matches if match.standing is Standing.ACCEPTED]
    actors = Counter(map(attrgetter("line"), accepted))
    entries = Counter(map(attrgetter("actor"), accepted))
    for match in matches:
        rivals = ""
        if actors[match.line] > 1:
            rivals = f"; {actors[match.line]} actors of the graph fit"
        if entries[match.actor] > 1:
            rivals += f"; {entries[match.actor]} entries of the list fit"
        if match.standing is Standing.ACCEPTED and rivals:
            reason = match.reason + rivals
            yield replace(match, standing=Standing.POSSIBLE, reason=reason)
        else:
            yield match


def _order(match: ListMatch) -> tuple[int, float, int, ActorId]:
    place = list(Standing).index(match.standing)
    return place, -match.score, match.line, match.actor


def _profile(type_: ActorType, names: Sequence[str], traits: Traits) -> Profile:
    """Return the profile of some names: those that identify an actor, if any does."""
    first, *others = map(partial(_in_order, type_), names)
    acronyms = tuple(filter(is_acronym, others))
    spellings = [first, *filterfalse(is_acronym, others)]
    clear = [name for name in spellings if identifies(type_, normal_name(type_, name))]
    members = [
        (_LIST, Actor(ActorId(name), type_, name, aliases=acronyms))
        for name in clear or spellings
    ]
    key = Key(type_, first, None if clear else _LIST)
    return replace(make_profile(key, members), name=first, traits=traits)


def _in_order(type_: ActorType, name: str) -> str:
    """Return a name with the family name last: "Lee, Ann" is "Ann Lee"."""
    if type_ is not ActorType.PERSON:
        return name
    family, _, after = name.partition(",")
    first_names = after.strip()
    if not first_names or suffixes(normal_name(type_, after)):
        return name
    return f"{first_names} {family}"


def _keys(profile: Profile) -> Iterator[str]:
    yield from block_keys(profile)
    yield from _words(profile)


def _words(profile: Profile) -> set[str]:
    """Return the words of its names in alphabetical order, if there are several."""
    forms = (form.split() for form in profile.forms)
    return {f"words:{' '.join(sorted(words))}" for words in forms if len(words) > 1}


def _all_traits(corpus: Corpus, vocabulary: Vocabulary) -> Mapping[ActorId, Traits]:
    """Return what all documents say of each actor."""
    present: dict[DocumentId, dict[ActorId, list[Mention]]] = defaultdict(dict)
    for actor in corpus.actors:
        for mention in actor.mentions:
            mentions = present[mention.document].setdefault(actor.id, [])
            mentions.append(mention)
    by_id = {actor.id: actor for actor in corpus.actors}
    total: dict[ActorId, Traits] = defaultdict(Traits)
    for reading in corpus.readings:
        here = present[reading.document.id]
        actors = (replace(by_id[id_], mentions=tuple(here[id_])) for id_ in here)
        local = replace(reading, actors=tuple(actors))
        for id_, traits in traits_of(local, vocabulary).items():
            total[id_] |= traits
    return total
