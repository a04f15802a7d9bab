"""What a recogniser takes for names, before gazetteers and grammar correct it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.gazetteer import Gazetteer
from actorgraph.extraction.mentions.name_bounds import NAME_TAGS
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: spaCy's OntoNotes labels → types.  Amounts, ordinals and clock times are not actors.
LABELS = {
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
WHOLE = frozenset({ActorType.PERSON, ActorType.ORGANIZATION})

#: What a recogniser takes for a name: start and end in tokens, and the type.
Seen = tuple[int, int, ActorType]


def recognised(doc: Doc) -> Iterator[Seen]:
    """The names that the spaCy pipeline saw."""
    for entity in doc.ents:
        if entity.label_ in LABELS:
            yield entity.start, entity.end, LABELS[entity.label_]


def extended(doc: Doc, seen: Iterable[Seen], others: Iterable[Seen]) -> list[Seen]:
    """Names of people and organisations, each as long as any of the other names of its type that hold it.

    A number that follows a name, as in a list of results, does not belong to it.
    """
    longer: dict[int, Seen] = {
        i: other
        for other in others
        if other[2] in WHOLE
        for i in range(other[0], other[1])
    }
    found = []
    for start, end, type_ in seen:
        other = longer.get(start, (start, end, type_))
        more = (*doc[other[0] : start], *doc[end : other[1]])
        holds = (
            other[2] is type_
            and other[0] <= start
            and end <= other[1]
            and not any(map(_has_digit, more))
        )
        found.append(other if holds else (start, end, type_))
    return list(dict.fromkeys(found))


def with_nicknames(doc: Doc, seen: Iterable[Seen], gazetteer: Gazetteer) -> list[Seen]:
    """Names, those of people joined across a nickname between quotation marks: “Enrico "Rico" Marsh”."""
    found = list(seen)
    for i in range(1, len(doc) - 3):
        if (
            doc[i].is_quote
            and doc[i + 2].is_quote
            and all(doc[k].tag_ in NAME_TAGS for k in (i - 1, i + 1, i + 3))
        ):
            parts = [one for one in found if one[0] < i + 4 and one[1] > i - 1]
            if parts and (
                any(one[2] is ActorType.PERSON for one in parts)
                or gazetteer.genders(doc[i - 1].text)
            ):
                whole = (
                    min(i - 1, *(one[0] for one in parts)),
                    max(i + 4, *(one[1] for one in parts)),
                    ActorType.PERSON,
                )
                found = [
                    whole if one is parts[0] else one
                    for one in found
                    if one not in parts[1:]
                ]
    return found


def _has_digit(token: Token) -> bool:
    return any(letter.isdigit() for letter in token.text)
