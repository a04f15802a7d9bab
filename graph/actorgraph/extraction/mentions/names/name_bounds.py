"""Where a name begins and ends, without the articles, titles, roles and quotes around it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.mentions.names.leading_titles import after_titles, is_role
from actorgraph.extraction.mentions.names.listed_names import LONGEST_LISTED
from actorgraph.extraction.mentions.names.name_evidence import NameEvidence
from actorgraph.extraction.parse.closed_classes import (
    DEFINITE,
    LOST,
    OF_WHOLE,
    POSSESSIVE_ENDINGS,
    WITH_FIELD,
)
from actorgraph.extraction.parse.word_tags import (
    FINITE_TAGS,
    NAME_TAGS,
    POSSESSIVE_TAG,
)
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Tags of words that link a name to what follows.
LINKING_TAGS = frozenset({"IN", "CC", "TO"})
#: Tags of words before a name that do not belong to it.
INTRODUCING_TAGS = frozenset({"DT", POSSESSIVE_TAG, "POS"})

#: Types that a recogniser takes the beginning of a company's name for.
MAY_LACK_END = frozenset({ActorType.OTHER, ActorType.ORGANIZATION, ActorType.PERSON})


#: In a list of results the next number is at most this many tokens away.
RESULT_REACH = 8
#: What the numbers of results count.
COUNTED = grammar_words("noun for what is won or counted")

#: "*Outgoing* Delmore Bank chairman Dana Roth".
BEFORE_ROLE = grammar_words("adjective before a role")
#: "And" in languages whose names are in the news.
FOREIGN_AND = grammar_words("foreign word for and")


def trim_name(
    evidence: NameEvidence, start: int, end: int, type_: ActorType
) -> tuple[int, int]:
    """Return where a name starts and ends without what only surrounds it; equal if nothing is left.

    Args:
        start, end: The tokens that a recogniser took for a name.
    """
    end = _with_name_after_of(evidence, start, end)
    if type_ in MAY_LACK_END:
        end = _with_last_word(evidence, start, end)
    while start < end and _is_before_name(evidence, start, end, type_):
        start += 1
    while start < end and _is_after_name(evidence, end - 1):
        end -= 1
    if type_ is ActorType.PERSON:
        while end - start > 1 and _ends_sentence(evidence, start):
            start += 1
    if type_ is ActorType.ORGANIZATION:
        end = end - 1 if _is_result(evidence, start, end - 1) else end
        end = _with_legal_form(evidence, start, end)
        start = _with_compounds(evidence, start, end)
    if type_ in (ActorType.PERSON, ActorType.ORGANIZATION):
        end = _before_role(evidence, start, _before_field(evidence, start, end))
        start = after_titles(evidence, start, end, type_)
    return start, end


def _with_last_word(evidence: NameEvidence, start: int, end: int) -> int:
    """Extend a name that was cut before the word that ends it: "Gamix" *Drinks*."""
    if end >= len(evidence.doc) or evidence.parsed.in_heading(start):
        return end
    if evidence.parsed.tags[end] != "NNS" or evidence.doc[end].is_lower:
        return end
    return end + 1 if evidence.ends_organisation(end) else end


def _with_name_after_of(evidence: NameEvidence, start: int, end: int) -> int:
    """Extend a name that was cut after "of": "University of" *Zubrowka*, "Guard of the" *Union*."""
    if end - start < 2:
        return end
    last = end - 1
    words = evidence.parsed.lower
    if words[last] in DEFINITE and words[last - 1] in OF_WHOLE:
        return _end_of_listed(evidence, end)
    if words[last] not in OF_WHOLE or not evidence.ends_organisation(last - 1):
        return end
    while evidence.parsed.tag(end) in NAME_TAGS:
        end += 1
    return end


def _end_of_listed(evidence: NameEvidence, start: int) -> int:
    """Return where the longest listed name at a token ends: "Republic of Norland"."""
    for end in range(start + LONGEST_LISTED, start, -1):
        if evidence.listed(start, end) is not None:
            return end
    return start


def _with_legal_form(evidence: NameEvidence, start: int, end: int) -> int:
    """Extend the name of a company by its legal form: "Delmore Bank" *Plc*, "Norvale*, Inc.*"."""
    while start < end:
        form = end
        if evidence.parsed.word(end) == ",":
            form += 1
        if not evidence.is_legal_form(form):
            break
        end = form + 1
    return end


def _with_compounds(evidence: NameEvidence, start: int, end: int) -> int:
    """Return where the name of a body begins that was cut: "the *National* Crime Office".

    That of a company has no article: "of *North* Park LLC".
    """
    first = start
    while first > 0 and _is_cut_off(evidence, first - 1, start, end):
        first -= 1
    if evidence.doc[first].is_sent_start:
        return start
    has_article = evidence.parsed.tag(first - 1) == "DT"
    is_complete = has_article or evidence.is_legal_form(end - 1)
    return first if is_complete else start


def _is_cut_off(evidence: NameEvidence, i: int, start: int, end: int) -> bool:
    """Whether a capitalised word before a name modifies it, and says nothing else."""
    token = evidence.doc[i]
    if token.tag_ not in NAME_TAGS or not token.text[:1].isupper():
        return False
    if token.dep_ != "compound" or not start <= token.head.i < end:
        return False
    if evidence.introduces_person(i) or evidence.is_noun_for_person(i):
        return False
    return evidence.gazetteer.territory_in_name(token.text) is None


def _is_before_name(
    evidence: NameEvidence, start: int, end: int, type_: ActorType
) -> bool:
    """Whether the first token does not belong to the name."""
    # CASE role: "*Sacked* Delmore Bank chairman Dana Roth"
    is_of_role = evidence.parsed.lower[start] in LOST | BEFORE_ROLE
    is_first = is_of_role and evidence.doc[start].is_sent_start
    if is_first or _is_punctuation(evidence, start) or _is_prefix(evidence, start, end):
        return True
    # CASE verb: "Ada Quint *sued* Peter Hallam"
    if evidence.doc[start].is_lower and evidence.parsed.tags[start] in FINITE_TAGS:
        return True
    # CASE article or possessive: "*the* Harbour Works", "*its* Harbour Works"
    introduces = evidence.parsed.tags[start] in INTRODUCING_TAGS
    if type_ is ActorType.TIME or not introduces:
        return False
    # CASE article that is part of the name: "The Hague"
    return evidence.gazetteer.city(evidence.parsed.text(start, end)) is None


def _is_prefix(evidence: NameEvidence, i: int, end: int) -> bool:
    """Whether a word makes a name that of something former: "*Ex*-Delmore Bank chairman"."""
    words = evidence.parsed.lower
    if words[i] not in evidence.lexicon.cues[Cue.FORMER]:
        return False
    return i + 1 < end and words[i + 1] == "-"


def _is_after_name(evidence: NameEvidence, i: int) -> bool:
    """Whether the last token does not belong to the name."""
    token, tag = evidence.doc[i], evidence.parsed.tags[i]
    # CASE punctuation and possessive: "Roth*'s*"
    if tag == "POS" or _is_punctuation(evidence, i):
        return True
    # CASE link: "Roth *of*", "Fitch *und*", "Guard of *the*"
    if token.is_lower:
        return tag in LINKING_TAGS or tag == "DT" or token.text in FOREIGN_AND
    # CASE title of the next name: "House *Rep.*", "Alderfen *Mayor* Dana Roth"
    is_last = token.text.endswith(".") or evidence.parsed.tag(i + 1) in NAME_TAGS
    return is_last and evidence.introduces_person(i)


def _is_result(evidence: NameEvidence, start: int, number: int) -> bool:
    """Whether a name ends with its number in a list: "Harbour Party *12*, Civic Front 8"."""
    doc = evidence.doc
    if number <= start or not doc[number].is_digit:
        return False
    following = doc[number + 1 : number + RESULT_REACH]
    is_listed = _has_number(following)
    if is_listed and following[0].text in (",", ";"):
        return True
    # CASE counted: "holds 17 of the 41 seats, Harbour Party *8* and Civic Front *12*"
    first = max(0, start - RESULT_REACH)
    if not is_listed and not _has_number(doc[first:start]):
        return False
    return any(token.lower_ in COUNTED for token in doc[number].sent)


def _has_number(tokens: Iterable[Token]) -> bool:
    return any(token.is_digit for token in tokens)


def _is_punctuation(evidence: NameEvidence, i: int) -> bool:
    text = evidence.doc[i].text
    if text in POSSESSIVE_ENDINGS:
        return True
    return not any(map(str.isalnum, text))


def _ends_sentence(evidence: NameEvidence, i: int) -> bool:
    """Whether a word belongs to the sentence before: "in Amsel, *N.J.* Ada Quint …"."""
    text = evidence.doc[i].text
    if not text.endswith("."):
        return False
    return evidence.gazetteer.territory(text) is not None


def _before_field(evidence: NameEvidence, start: int, end: int) -> int:
    """Leave out the field of an office after a listed name: "EU *Agriculture* Commissioner"."""
    if end - start < 2 or evidence.parsed.word(end) not in WITH_FIELD:
        return end
    first = start + 1
    if evidence.listed(start, first) is None:
        return end
    is_body = any(map(evidence.ends_organisation, range(first, end)))
    return end if is_body else first


def _before_role(evidence: NameEvidence, start: int, end: int) -> int:
    """Leave out a role in lower case after a name: "named Ada Quint *chief executive*"."""
    for i in range(start + 1, end):
        is_common = evidence.doc[i].is_lower
        if is_common and is_role(evidence, i, end):
            return i
    return end
