"""Posts that a recogniser takes for bodies: "*Minister of Trade and Culture*, Dana Roth"."""

from __future__ import annotations

from actorgraph.extraction.mentions.names.name_evidence import NameEvidence
from actorgraph.extraction.parse.closed_classes import (
    DEFINITE,
    LIST_ENDS,
    OF_PURPOSE,
    OF_WHOLE,
    WITH_FIELD,
)
from actorgraph.extraction.parse.word_tags import NAME_TAGS, PLURAL_TAGS
from actorgraph.model import ActorType

#: The preposition before a field is at most this many tokens before what is taken for a name.
FIELD_REACH = 4


def after_office(evidence: NameEvidence, start: int, end: int, type_: ActorType) -> int:
    """Return where the name of a body begins after a post in it; its end if it is only a post.

    "Spokesperson for *Delmore Bank*", but "Minister of Trade and Culture" has no body in it.
    """
    if type_ is not ActorType.ORGANIZATION:
        return start
    if _are_fields(evidence, start, end):
        return end
    if evidence.listed(start, end) is not None:
        return start
    preposition = evidence.head_of_name(start, end) + 1
    if preposition >= end - 1 or not _is_post(evidence, preposition - 1):
        return start
    word = evidence.parsed.lower[preposition]
    is_field = word in OF_WHOLE or evidence.parsed.lower[preposition - 1] in WITH_FIELD
    if word not in OF_WHOLE | OF_PURPOSE:
        return start
    rest = preposition + 1
    rest += evidence.parsed.lower[rest] in DEFINITE
    is_body = any(map(evidence.ends_organisation, range(rest, end)))
    is_listed = rest < end and evidence.listed(rest, end) is not None
    return rest if is_body or is_listed or not is_field else end


def _are_fields(evidence: NameEvidence, start: int, end: int) -> bool:
    """Whether a name is all that an office is for: "Minister of *Trade and Culture*"."""
    # CASE first of several: "Minister of *Labour* and Culture"
    if evidence.parsed.word(end) in LIST_ENDS and is_field(evidence, end - 1):
        return True
    if LIST_ENDS.isdisjoint(evidence.parsed.lower[start:end]):
        return False
    for i in range(start - 1, max(start - FIELD_REACH, 0), -1):
        # CASE field: "*Minister of* Trade and Culture", "*Secretary of* State for Trade and Art"
        if evidence.parsed.lower[i] in OF_WHOLE | OF_PURPOSE:
            office = evidence.parsed.lower[i - 1]
            return office in WITH_FIELD
        if evidence.parsed.tags[i] not in NAME_TAGS:
            return False
    return False


def is_field(evidence: NameEvidence, i: int) -> bool:
    """Whether token ``i`` is what an office is for: "Minister of *Labour*", who is in no party."""
    if i < 2 or evidence.doc[i].text.isupper():
        return False
    words = evidence.parsed.lower
    return words[i - 1] in OF_WHOLE | OF_PURPOSE and words[i - 2] in WITH_FIELD


def _is_post(evidence: NameEvidence, i: int) -> bool:
    """Whether token ``i`` is a role that one person has: "Minister", but not "Friends"."""
    is_one = evidence.parsed.tags[i] not in PLURAL_TAGS
    return is_one and evidence.introduces_person(i)
