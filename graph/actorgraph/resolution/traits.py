"""What the claims of a document say of an actor that distinguishes it from its namesakes.

The ontology says which relations do: ``ag:identity`` is "birth", "death", "country", "territory" or
"post".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from actorgraph.body_names import names_body, names_kind
from actorgraph.model import (
    PRESENCE_METHODS,
    Actor,
    ActorId,
    ActorType,
    Claim,
    Document,
    MentionKind,
    Reading,
)
from actorgraph.resolution.name_forms import is_general, normal_name
from actorgraph.settings import CONFIDENCE_THRESHOLD
from actorgraph.territories import country_names, territories
from actorgraph.vocabulary import Vocabulary

_COUNTRY_CLASS = "Country"

#: Two years of birth within this distance may be one: newspapers count ages carelessly.
YEARS_APART = 1
_YEAR = re.compile(r"\b\d{4}\b")
#: An age after a name: "Dana Roth, 58, of Bergen".
_AGE = re.compile(r", (\d\d)(?=[,;])")

#: The earliest and the latest year.
Years = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Traits:
    """What distinguishes an actor from its namesakes, as far as it is known.

    Attributes:
        born: Between which years it was born.
        countries: Names of those that it is a citizen of, belongs to or lies in.
        regions: Names of those that it lies in.
        posts: What it is to named bodies and places: "leads Coast Party".
    """

    born: Years | None = None
    countries: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()

    @property
    def marks(self) -> tuple[str, ...]:
        """What can rule a namesake out, in words; empty if nothing is known."""
        born = f"born {year_words(self.born)}" if self.born else ""
        countries = " and ".join(sorted(self.countries))
        regions = " and ".join(sorted(self.regions))
        return tuple(filter(None, (born, regions, countries)))

    def __or__(self, other: Traits) -> Traits:
        """Return what is known if both are the same actor."""
        return Traits(
            _narrower(self.born, other.born),
            self.countries | other.countries,
            self.regions | other.regions,
            self.posts | other.posts,
        )


#: An actor without any.
UNKNOWN = Traits()


def traits_of(reading: Reading, vocabulary: Vocabulary) -> Mapping[ActorId, Traits]:
    """Return what a document says of each of its actors, by local id; unknown ones are left out."""
    actors = {actor.id: actor for actor in reading.actors}
    facts: dict[ActorId, Traits] = defaultdict(Traits)
    for claim in reading.claims:
        subject, object_ = actors.get(claim.subject), actors.get(claim.object)
        is_read = claim.confidence >= CONFIDENCE_THRESHOLD
        if subject is not None and object_ is not None and is_read:
            facts[subject.id] |= _claimed(claim, subject, object_, vocabulary)
    for actor in reading.actors:
        if actor.type is ActorType.PERSON:
            facts[actor.id] |= _aged(actor, reading.document)
        elif actor.id in facts:
            facts[actor.id] = _in_one_place(facts[actor.id])
    return {id_: traits for id_, traits in facts.items() if traits != UNKNOWN}


def combined(traits: Iterable[Traits]) -> Traits:
    """Return what is known of one actor from several documents."""
    return reduce(or_, traits, UNKNOWN)


def objection_to(left: Traits, right: Traits) -> str | None:
    """Return why two namesakes cannot be one, in words, or None.

    Two countries may be those of one person who has a post in both documents.
    """
    if left.born and right.born and _gap(left.born, right.born) > YEARS_APART:
        years = year_words(left.born), year_words(right.born)
        return "one was born in {}, the other in {}".format(*years)
    if left.posts & right.posts:
        return None
    for here, there in (
        (left.countries, right.countries),
        (left.regions, right.regions),
    ):
        if here and there and here.isdisjoint(there):
            names = ", ".join(sorted(here)), ", ".join(sorted(there))
            return "one is of {}, the other of {}".format(*names)
    return None


def agreements(left: Traits, right: Traits) -> Iterator[str]:
    """Yield what two actors have in common, in words, the strongest first."""
    for post in sorted(left.posts & right.posts):
        yield f"both: {post}"
    if left.born and right.born and _gap(left.born, right.born) == 0:
        born = _narrower(left.born, right.born) or left.born
        yield f"both born in {year_words(born)}"
    regions = sorted(left.regions & right.regions)
    countries = sorted(left.countries & right.countries)
    for territory in (*regions, *countries):
        yield f"both of {territory}"


def year_words(years: Years) -> str:
    """Return years in words.

    >>> year_words((1950, 1950)), year_words((1950, 1951))
    ('1950', '1950 or 1951')
    """
    earliest, latest = years
    if earliest == latest:
        return str(earliest)
    joint = " or " if latest == earliest + 1 else "–"
    return f"{earliest}{joint}{latest}"


def _claimed(
    claim: Claim, subject: Actor, object_: Actor, vocabulary: Vocabulary
) -> Traits:
    """Return what a claim says of its subject.

    A denied or planned post is a trait, too: the person has to do with it.
    """
    match vocabulary.identity(claim.relation):
        case "birth" if claim.is_plain:
            years = [int(year) for year in _YEAR.findall(object_.name)]
            return Traits(born=(years[0], years[0])) if len(years) == 1 else UNKNOWN
        case "country" if claim.is_plain and vocabulary.is_a(
            object_.subtype, _COUNTRY_CLASS
        ):
            return Traits(countries=frozenset({object_.name}))
        case "territory" if claim.is_plain and not claim.is_background:
            if subject.type is ActorType.ORGANIZATION:
                return _owned(subject, claim, object_, vocabulary)
            return _within(object_, vocabulary)
        case "post" if _is_specific(object_):
            label = vocabulary.relation(claim.relation).label
            return Traits(posts=frozenset({f"{label} {_plain_name(object_)}"}))
    return UNKNOWN


def _owned(body: Actor, claim: Claim, place: Actor, vocabulary: Vocabulary) -> Traits:
    """Return what it says that a body belongs to a place, namely in which country it is at home.

    What a name without a word for a kind of body means, such as a company, has many homes.
    """
    is_presence = claim.method.startswith(PRESENCE_METHODS)
    if is_presence or not names_kind(normal_name(body.type, body.name)):
        return UNKNOWN
    return replace(_within(place, vocabulary), regions=frozenset())


def _within(place: Actor, vocabulary: Vocabulary) -> Traits:
    """Return what it says that something lies in a place: in which country and region it does."""
    territory = territories().get(place.wikidata or "")
    if territory is None:
        is_country = vocabulary.is_a(place.subtype, _COUNTRY_CLASS)
        if not is_country:
            return UNKNOWN
        return Traits(countries=frozenset({place.name}))
    return Traits(
        countries=frozenset({country_names()[territory.country]}),
        regions=frozenset(() if territory.is_country else {territory.name}),
    )


def _in_one_place(traits: Traits) -> Traits:
    """Return the traits without the countries or regions if there are several.

    Then either it is at home in all of them, or two of its name were taken for one.
    """
    countries = traits.countries if len(traits.countries) == 1 else frozenset()
    regions = traits.regions if len(traits.regions) == 1 else frozenset()
    return replace(traits, countries=countries, regions=regions)


def _is_specific(object_: Actor) -> bool:
    """Whether a post or a body is one of a kind: "president of Norland", but not "coach"."""
    is_role = object_.type is ActorType.ROLE
    is_known = is_role or object_.wikidata is not None
    is_unnamed = all(item.kind is not MentionKind.NAME for item in object_.mentions)
    if is_unnamed and not is_known:
        return False
    words = normal_name(object_.type, object_.name)
    if is_role:
        return names_body(words)
    if object_.type is ActorType.PERSON:
        return False
    return not is_general(words)


def _plain_name(object_: Actor) -> str:
    if object_.type is not ActorType.ROLE:
        return object_.name
    return normal_name(object_.type, object_.name)


def _aged(actor: Actor, document: Document) -> Traits:
    """Return what the age after a name says of a person."""
    ages: set[int] = set()
    for mention in actor.mentions:
        age = _AGE.match(document.text, mention.end)
        if age:
            ages.add(int(age[1]))
    born = _birth(ages, document.date)
    return Traits(born)


def _birth(ages: set[int], date: str | None) -> Years | None:
    """Return the years in which someone of an age can be born; two ages are a misreading."""
    if date is None or len(ages) != 1:
        return None
    year = int(date[:4]) - ages.pop()
    return year - 1, year


def _narrower(left: Years | None, right: Years | None) -> Years | None:
    """Return the years that both allow, or else the first that is known."""
    if left is None or right is None:
        return left or right
    left_first, left_last = left
    right_first, right_last = right
    first = max(left_first, right_first)
    last = min(left_last, right_last)
    if first > last:
        return min(left, right)
    return first, last


def _gap(left: Years, right: Years) -> int:
    """Return how many years lie between two spans; 0 if they overlap."""
    left_first, left_last = left
    right_first, right_last = right
    after = left_first - right_last
    before = right_first - left_last
    return max(after, before, 0)
