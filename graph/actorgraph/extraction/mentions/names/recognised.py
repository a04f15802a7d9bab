"""What a recogniser takes for names, before gazetteers and grammar correct it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.gazetteer import Gazetteer
from actorgraph.extraction.knowledge.lexicon import COMPASS
from actorgraph.extraction.parse.closed_classes import DEFINITE, PLACE_PREPOSITIONS
from actorgraph.extraction.parse.dependents import NOUN_MODIFIERS
from actorgraph.extraction.parse.word_tags import NAME_TAGS
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: spaCy's OntoNotes labels → types.  Amounts, ordinals and clock times are not actors.
NAME_LABELS = {
    "PERSON": ActorType.PERSON,
    "ORG": ActorType.ORGANIZATION,
    "GPE": ActorType.PLACE,
    "LOC": ActorType.PLACE,
    "FAC": ActorType.PLACE,
    "NORP": ActorType.GROUP,
    "EVENT": ActorType.EVENT,
    "WORK_OF_ART": ActorType.WORK,
    "LAW": ActorType.WORK,
    "DATE": ActorType.TIME,
    "PRODUCT": ActorType.OTHER,
}

#: Types whose names are often cut short.
OFTEN_CUT = frozenset({ActorType.PERSON, ActorType.ORGANIZATION})

#: Tags of words between two names: "Delmore Press *and* Norvale Bank", "a Fund *for* Delmore".
SEPARATING_TAGS = frozenset({"CC", "IN"})

#: Between the photographer and the agency: "Ada Quint*/*Brightwater News".
CREDIT_MARK = "/"

#: A nickname has at most this many words: “Dana "Big Hand" Roth”.
MOST_WORDS_OF_NICKNAME = 3

#: What a recogniser takes for a name: first token, the token after the last, and the type.
RecognisedName = tuple[int, int, ActorType]


def recognised(doc: Doc) -> Iterator[RecognisedName]:
    """Yield the names that the spaCy pipeline recognised."""
    for entity in doc.ents:
        type_ = NAME_LABELS.get(entity.label_)
        if type_ is not None:
            yield entity.start, entity.end, type_


def extended(
    doc: Doc, names: Iterable[RecognisedName], alternatives: Iterable[RecognisedName]
) -> list[RecognisedName]:
    """Return names, each made as long as the longer alternative of its type that contains it.

    Only names of people and organisations are extended.  A number that follows a name, as in a
    list of results, does not belong to it, nor does another name after "and".

    Args:
        names: The names of a recogniser.
        alternatives: Those of another.

    Returns:
        The names without duplicates, in the order given.
    """
    first_names = list(names)
    named = {i for start, end, _ in first_names for i in range(start, end)}
    longer: dict[int, RecognisedName] = {}
    for alternative in alternatives:
        if alternative[2] in OFTEN_CUT:
            longer.update(dict.fromkeys(range(*alternative[:2]), alternative))
    result: dict[RecognisedName, None] = {}
    for name in first_names:
        alternative = longer.get(name[0], name)
        is_extended = _extends(doc, alternative, name, named)
        result[(*alternative[:2], name[2]) if is_extended else name] = None
    return _without_parts(list(result))


def _without_parts(names: list[RecognisedName]) -> list[RecognisedName]:
    """Leave out what is inside of a longer name: "*Croix*" of "Dana de la Croix"."""
    at: dict[int, list[RecognisedName]] = defaultdict(list)
    for name in names:
        start, end, _ = name
        for i in range(start, end):
            at[i].append(name)
    result = []
    for name in names:
        start, end, _ = name
        around = (longer for longer in at[start] if longer != name)
        is_part = any(end <= last for _, last, _ in around)
        if not is_part:
            result.append(name)
    return result


def with_people(
    doc: Doc,
    names: Iterable[RecognisedName],
    alternatives: Iterable[RecognisedName],
    gazetteer: Gazetteer,
) -> list[RecognisedName]:
    """Return names, with those of places that may be people's: "Orville Houston".

    Of two recognisers the one that sees a person is right, unless the gazetteer lists the place or
    a preposition precedes it.
    """
    people = {name[1]: name for name in alternatives if name[2] is ActorType.PERSON}
    result: list[RecognisedName] = []
    for name in names:
        person = people.get(name[1], name)
        is_longer = person[0] <= name[0] and person[1] - person[0] > 1
        is_doubtful = name[2] is ActorType.PLACE and is_longer
        is_person = is_doubtful and _is_named_like_place(doc, person, gazetteer)
        result.append(person if is_person else name)
    return result


def _is_named_like_place(doc: Doc, name: RecognisedName, gazetteer: Gazetteer) -> bool:
    """Whether the last word of a name is a city, and no preposition says that it is meant."""
    start, end, _ = name
    surname = doc[end - 1].text
    if gazetteer.city(surname) is None or _is_listed_place(doc, name, gazetteer):
        return False
    if start == 0:
        return True
    return doc[start - 1].lower_ not in PLACE_PREPOSITIONS


def _is_listed_place(doc: Doc, name: RecognisedName, gazetteer: Gazetteer) -> bool:
    """Whether a gazetteer lists a name, or its first word modifies a place: "*East* Lisbon"."""
    start, end, _ = name
    first, text = doc[start], doc[start:end].text
    if gazetteer.territory(text) or gazetteer.city(text):
        return True
    # CASE modifier: "*East* Lisbon", "*Portuguese* Lisbon", "*old* Lisbon"
    if first.lower_ in COMPASS or first.tag_ not in NAME_TAGS:
        return True
    return gazetteer.demonym(first.text) is not None


def _extends(
    doc: Doc, longer: RecognisedName, name: RecognisedName, named: set[int]
) -> bool:
    """Whether a longer name is the same one.

    Args:
        named: The tokens of all names.
    """
    start, end, type_ = name
    contains = longer[0] <= start and end <= longer[1]
    # CASE body taken for a person: "*Delmore* Credit boss Dana Roth"
    is_alike = longer[2] is type_ or _is_body_before_role(doc, longer, name)
    if not contains or not is_alike:
        return False
    added = (*doc[longer[0] : start], *doc[end : longer[1]])
    tags = {token.tag_ for token in added}
    is_split = not named.isdisjoint(token.i for token in added)
    if is_split and not _completes_body(doc, longer, name):
        # CASE two names: "Delmore Press *and Norvale Bank*"
        if not SEPARATING_TAGS.isdisjoint(tags):
            return False
        # CASE list: "Delmore Press*, Norvale Bank*", but not "Dorn*, Weller and Hale*"
        if "," in tags and not _is_of_partners(doc, longer):
            return False
    return not any(map(_has_digit, added))


def _completes_body(doc: Doc, longer: RecognisedName, name: RecognisedName) -> bool:
    """Whether "and" and one plural end what a body is of: "Union of Bakers *and Millers*"."""
    start, end, _ = name
    tags = [token.tag_ for token in doc[end : longer[1]]]
    has_complement = any(token.tag_ == "IN" for token in doc[start:end])
    return has_complement and longer[0] <= start and tags == ["CC", "NNPS"]


def _is_of_partners(doc: Doc, name: RecognisedName) -> bool:
    """Whether a name joins those of several people: "Dorn, Weller *and* Hale"."""
    start, end, _ = name
    return any(token.tag_ == "CC" for token in doc[start:end])


def _is_body_before_role(
    doc: Doc, longer: RecognisedName, name: RecognisedName
) -> bool:
    """Whether a body's name is the beginning of a longer one that modifies a noun after it."""
    start, _, type_ = name
    longer_start, longer_end, _ = longer
    if type_ is not ActorType.ORGANIZATION or longer_start != start:
        return False
    last = doc[longer_end - 1]
    if last.dep_ not in NOUN_MODIFIERS:
        return False
    return last.head.i == longer_end and last.head.tag_ == "NN"


def _has_digit(token: Token) -> bool:
    return any(map(str.isdigit, token.text))


def with_nicknames(
    doc: Doc, names: Iterable[RecognisedName], gazetteer: Gazetteer
) -> list[RecognisedName]:
    """Return names, those of people joined across a nickname: “Enrico "Rico" Marsh”."""
    result = list(names)
    for i in range(1, len(doc) - 3):
        end = _end_of_nickname(doc, i)
        if end is not None:
            result = _joined_around(doc, result, (i - 1, end + 1), gazetteer)
    return result


def _end_of_nickname(doc: Doc, quote: int) -> int | None:
    """Return the token after a nickname, if a quotation mark between two names opens one."""
    if not doc[quote].is_quote or doc[quote - 1].tag_ not in NAME_TAGS:
        return None
    first = quote + 1
    last = min(first + 1 + MOST_WORDS_OF_NICKNAME, len(doc) - 1)
    for i in range(first, last):
        if doc[i].is_quote:
            is_name = i > first and doc[i + 1].tag_ in NAME_TAGS
            return i + 1 if is_name else None
        # CASE article: “Enrico "*the* Rock" Marsh”
        is_article = i == first and doc[i].lower_ in DEFINITE
        if not is_article and not doc[i].text[:1].isupper():
            return None
    return None


def _joined_around(
    doc: Doc,
    names: list[RecognisedName],
    span: tuple[int, int],
    gazetteer: Gazetteer,
) -> list[RecognisedName]:
    """Return names, those around a nickname joined if they are a person's."""
    first, end = span
    parts = [name for name in names if name[0] < end and name[1] > first]
    is_person = any(type_ is ActorType.PERSON for _, _, type_ in parts)
    if not parts or not (is_person or gazetteer.genders(doc[first].text)):
        return names
    for name in parts:
        first, end = min(first, name[0]), max(end, name[1])
    result: list[RecognisedName] = []
    for name in names:
        if name == parts[0]:
            result.append((first, end, ActorType.PERSON))
        elif name not in parts:
            result.append(name)
    return result


def split_credits(
    doc: Doc, names: Iterable[RecognisedName]
) -> Iterator[RecognisedName]:
    """Yield names, those of a photo credit apart: "Ada Quint/Brightwater News" is two."""
    for start, end, type_ in names:
        slashes: list[int] = []
        if type_ is ActorType.PERSON:
            slashes = [i for i in range(start, end) if doc[i].text == CREDIT_MARK]
        if not slashes:
            yield start, end, type_
            continue
        yield start, slashes[0], type_
        for slash, following in pairwise([*slashes, end]):
            yield slash + 1, following, ActorType.ORGANIZATION
