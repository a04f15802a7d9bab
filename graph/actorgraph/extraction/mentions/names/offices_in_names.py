"""Posts that a recogniser takes for bodies: "*Minister of Trade and Culture*, Dana Roth"."""

from __future__ import annotations

from actorgraph.extraction.mentions.names.name_evidence import NameEvidence
from actorgraph.extraction.parse.closed_classes import (
    LIST_ENDS,
    OF_PURPOSE,
    OF_WHOLE,
    WITH_FIELD,
)
from actorgraph.extraction.parse.word_tags import NAME_TAGS, PLURAL_TAGS
from actorgraph.model import ActorType

#: Prepositions before the field of an office: "Minister *of* Trade", "Secretary *for* Trade".
OF_FIELD = OF_WHOLE | OF_PURPOSE
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
    words = evidence.parsed.lower
    head = evidence.head_of_name(start, end)
    preposition = head + 1
    if preposition >= end - 1 or not _is_post(evidence, head):
        return start
    if words[preposition] not in OF_FIELD:
        return start
    begin = evidence.parsed.past_article(preposition + 1)
    is_listed = begin < end and evidence.listed(begin, end) is not None
    if is_listed or any(map(evidence.ends_organisation, range(begin, end))):
        return begin
    has_field = words[preposition] in OF_WHOLE or words[head] in WITH_FIELD
    return end if has_field else begin


def _are_fields(evidence: NameEvidence, start: int, end: int) -> bool:
    """Whether a name is all that an office is for: "Minister of *Trade and Culture*"."""
    words = evidence.parsed.lower
    # CASE first of several: "Minister of *Labour* and Culture"
    if evidence.parsed.word(end) in LIST_ENDS and is_field(evidence, end - 1):
        return True
    if LIST_ENDS.isdisjoint(words[start:end]):
        return False
    first = max(start - FIELD_REACH, 0)
    for i in range(start - 1, first, -1):
        # CASE field: "*Minister of* Trade and Culture", "*Secretary of* State for Trade and Art"
        if words[i] in OF_FIELD:
            return words[i - 1] in WITH_FIELD
        if evidence.parsed.tags[i] not in NAME_TAGS:
            return False
    return False


def is_field(evidence: NameEvidence, i: int) -> bool:
    """Whether token ``i`` is what an office is for: "Minister of *Labour*", who is in no party."""
    if i < 2 or evidence.doc[i].text.isupper():
        return False
    words = evidence.parsed.lower
    if words[i - 2] not in WITH_FIELD:
        return False
    return words[i - 1] in OF_FIELD


def _is_post(evidence: NameEvidence, i: int) -> bool:
    """Whether token ``i`` is a role that one person has: "Minister", but not "Friends"."""
    if evidence.parsed.tags[i] in PLURAL_TAGS:
        return False
    return evidence.introduces_person(i)
