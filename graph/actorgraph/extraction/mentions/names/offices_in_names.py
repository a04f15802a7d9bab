"""Posts that a recogniser takes for bodies: "*Minister of Trade and Culture*, Dana Roth"."""

from __future__ import annotations

from actorgraph.extraction.mentions.names.name_evidence import NameEvidence
from actorgraph.extraction.parse.closed_classes import (
    DEFINITE,
    OF_PURPOSE,
    OF_WHOLE,
    WITH_FIELD,
)
from actorgraph.extraction.parse.word_tags import PLURAL_TAGS
from actorgraph.model import ActorType


def after_office(evidence: NameEvidence, start: int, end: int, type_: ActorType) -> int:
    """Return where the name of a body begins after a post in it; its end if it is only a post.

    "Spokesperson for *Delmore Bank*", but "Minister of Trade and Culture" has no body in it.
    """
    if type_ is not ActorType.ORGANIZATION or evidence.listed(start, end) is not None:
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


def _is_post(evidence: NameEvidence, i: int) -> bool:
    """Whether token ``i`` is a role that one person has: "Minister", but not "Friends"."""
    is_one = evidence.parsed.tags[i] not in PLURAL_TAGS
    return is_one and evidence.introduces_person(i)
