"""Names that a recogniser took along with their owner: "*Norland’s* Ada Quint" is two."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from actorgraph.extraction.mentions.names.name_evidence import NameEvidence
from actorgraph.extraction.mentions.names.recognised import RecognisedName
from actorgraph.extraction.parse.closed_classes import ARTICLES, POSSESSIVE_ENDINGS
from actorgraph.extraction.parse.word_tags import NAME_TAGS
from actorgraph.model import ActorType

#: Types of names that may have an owner before them.
OWNED = frozenset({ActorType.PERSON, ActorType.ORGANIZATION})
OWNERS = frozenset({ActorType.ORGANIZATION, ActorType.PLACE})


def split_after_owners(
    evidence: NameEvidence, names: Collection[RecognisedName]
) -> Iterator[RecognisedName]:
    """Yield names, the owner before one apart: "*Delmore’s* Ethics Committee"."""
    types = {evidence.parsed.text(start, end): type_ for start, end, type_ in names}
    for name in names:
        start, end, type_ = name
        ending = _ending(evidence, name)
        if ending is None:
            yield name
            continue
        first = start + (evidence.parsed.lower[start] in ARTICLES)
        listed = evidence.listed(first, ending)
        text = evidence.parsed.text(first, ending)
        owner_type = types.get(text) if listed is None else listed.type
        is_person = type_ is ActorType.PERSON and not evidence.ends_organisation(
            end - 1
        )
        if owner_type in OWNERS:
            yield first, ending, owner_type
            yield ending + 1, end, type_
        elif is_person or evidence.doc[ending - 1].is_lower:
            yield ending + 1, end, type_
        # CASE part of the name: "the *Children’s* Fund"
        else:
            yield name


def _ending(evidence: NameEvidence, name: RecognisedName) -> int | None:
    """Return the last possessive ending in a name of an actor that a name follows, or None."""
    start, end, type_ = name
    if type_ not in OWNED:
        return None
    for i in range(end - 2, start, -1):
        is_ending = evidence.doc[i].text in POSSESSIVE_ENDINGS
        if is_ending and evidence.doc[i + 1].tag_ in NAME_TAGS:
            return i
    return None
