"""Where a name begins after the titles and roles before it: "Russian President *Vladimir* …"."""

from __future__ import annotations

from actorgraph.extraction.mentions.names.name_evidence import NameEvidence
from actorgraph.extraction.parse.closed_classes import NO_TITLES
from actorgraph.extraction.parse.word_tags import NAME_TAGS
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

#: A person's name has at most this many tokens.
LONGEST_PERSON = 3
#: Words inside a name before which no title ends: "Office *for* National Statistics".
INNER_WORDS = grammar_words("word inside a name")
#: Nouns for actors that are given names as well: "*Dean* Roth".
GIVEN_NAMES = grammar_words("noun for an actor that is also a given name")


def after_titles(evidence: NameEvidence, start: int, end: int, type_: ActorType) -> int:
    """Return where a name begins after its titles: "Russian President *Vladimir* …"."""
    begin, words = start, evidence.parsed.lower
    # CASE given name: "*Dean* Roth", but not "Dean *Dana* Roth"
    if words[start] in GIVEN_NAMES and end - start == 2:
        return start
    for i in range(start, end - 1):
        is_next = type_ is ActorType.PERSON and begin == i
        if is_next and _may_precede_person(evidence, i):
            begin = i + 1
        follows_inner = i > start and words[i - 1] in INNER_WORDS
        # CASE part of the name: "*National* Crime Office", though a national is a citizen
        if words[i] not in NO_TITLES and not follows_inner:
            begin = max(begin, _end_of_role(evidence, i, end))
    return begin


def _may_precede_person(evidence: NameEvidence, i: int) -> bool:
    """Whether token ``i`` may precede a person's name: "Dr.", "singer", "Norwegian"."""
    if evidence.is_title(i):
        return True
    if evidence.is_noun_for_person(i) and evidence.parsed.lower[i] not in NO_TITLES:
        return True
    word = evidence.doc[i].text
    return evidence.gazetteer.demonym(word) is not None


def _end_of_role(evidence: NameEvidence, i: int, end: int) -> int:
    """Return the end of the longest role at token ``i`` that precedes a person; 0 for none."""
    longest = min(evidence.lexicon.role_length, end - 1 - i)
    for role_end in range(i + longest, i, -1):
        if not is_role(evidence, i, role_end):
            continue
        if _begins_person(evidence, role_end, end):
            return role_end
    return 0


def is_role(evidence: NameEvidence, start: int, end: int) -> bool:
    """Whether tokens are a role of the lexicon, as they are or in the dictionary form."""
    roles = evidence.lexicon.roles
    words = evidence.parsed.lower[start:end]
    if " ".join(words) in roles:
        return True
    last = evidence.doc[end - 1]
    words[-1] = evidence.parsed.lemma(last)
    return " ".join(words) in roles


def _begins_person(evidence: NameEvidence, i: int, end: int) -> bool:
    last = end - 1
    if i >= end or last - i >= LONGEST_PERSON:
        return False
    if evidence.parsed.tags[i] not in NAME_TAGS:
        return False
    # CASE body: "General *Administration* of Customs", "President *Hotels Ltd*"
    if evidence.is_legal_form(last) or evidence.ends_organisation(last):
        return False
    head = evidence.head_of_name(i, end)
    return not evidence.ends_organisation(head)
