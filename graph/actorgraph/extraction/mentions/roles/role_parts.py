"""What part or field a role is for: "head *of research*", "minister *for trade*"."""

from __future__ import annotations

from actorgraph.extraction.mentions.roles.role_complements import (
    end_with_kind,
    is_modifier,
    named_after,
)
from actorgraph.extraction.mentions.roles.role_phrases import (
    Owner,
    OwnerMark,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import (
    BODY_KINDS,
    LIST_ENDS,
    OF_PURPOSE,
    OF_WHOLE,
)
from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

#: The noun that names a part ("head of *research*") is at most this many tokens after "of".
PART_REACH = 3
#: "minister of state *for* labour *and* health".
BETWEEN_FIELDS = LIST_ENDS | OF_PURPOSE
#: Tags of the words that describe the name after them: "of *food maker and retailer* Delmore".
DESCRIBING_TAGS = frozenset({"JJ", "NN", "NNS", "HYPH", "CC", "``"})
#: Tags of the words of a list of fields: "of roads*, ports and inland bridges*".
TAGS_OF_FIELDS = frozenset({",", "CC", "JJ", "NN", "NNS"})
#: Names of people and things, which nobody is at the head of: "head of *Reader Relations*".
NO_BODIES = (ActorType.PERSON, ActorType.OTHER)
#: Whoever is at the head of these is at the head of all: "chairman of the *board*".
GOVERNING_BODIES = grammar_words("noun for a governing body")


def read_part(parsed: ParsedText, phrase: RolePhrase) -> None:
    """Note the part that a role is for: "head *of research*", "minister *of defence*".

    An "of" right after the part belongs to the role: "minister of defence of *Borduria*", "minister
    for trade of *Borduria*".
    """
    end = _end_of_part(parsed, phrase)
    if not end:
        return
    # CASE field: a minister *for trade* has a whole office, unlike a head *of trade*
    phrase.part_end = end
    phrase.partial |= parsed.word(phrase.end) in OF_WHOLE
    preposition, after = parsed.word(end), end + 1
    if preposition not in OF_WHOLE:
        return
    starts = {after, parsed.past_article(after)}
    for number, (mention, mark) in enumerate(phrase.owners):
        if mark == OwnerMark.NESTED_OF and mention.start in starts:
            phrase.owners[number] = Owner(mention, preposition)


def _end_of_part(parsed: ParsedText, phrase: RolePhrase) -> int:
    """Return the token after "of" or "for" and a noun for a part or a field, or 0."""
    end = phrase.end
    begins_field = phrase.has_field and parsed.word(end) in OF_PURPOSE
    if parsed.word(end) not in OF_WHOLE and not begins_field:
        return 0
    start = _after_modifier(parsed, end + 1)
    for i in range(start, min(start + PART_REACH, len(parsed.doc))):
        if parsed.tags[i] in ("DT", "JJ"):
            continue
        # CASE owner of the part: "head of *the army*'s press office"
        if parsed.tag(i + 1) == "POS":
            return 0
        is_named = _is_in_body(parsed, i) or named_after(parsed, i)
        is_common_noun = parsed.tags[i].startswith("N") and not is_named
        is_whole = _is_named_body(parsed, i) or parsed.lower[i] in GOVERNING_BODIES
        is_part = is_common_noun and not is_whole
        end = _after_fields(parsed, i + 1) if phrase.has_field else i + 1
        return end if is_part else 0
    return 0


def _after_fields(parsed: ParsedText, i: int) -> int:
    """Return the token after all fields of an office: "minister of labour *and social affairs*"."""
    noun = i
    while noun < len(parsed.doc) and parsed.covering(noun) is None:
        if parsed.tags[noun].startswith("N"):
            i = noun + 1
        elif parsed.tags[noun] != "JJ" and parsed.lower[noun] not in BETWEEN_FIELDS:
            break
        noun += 1
    return i


def _after_modifier(parsed: ParsedText, i: int) -> int:
    """Return the token after a name that modifies a noun: "of *Delmore Bank's* works council"."""
    name = parsed.covering(parsed.past_article(i))
    if name is None or end_with_kind(parsed, name):
        return i
    if not is_modifier(parsed, name):
        return i
    return name.end + (parsed.tag(name.end) == "POS")


def _is_in_body(parsed: ParsedText, i: int) -> bool:
    """Whether a token is in a name, but not in that of a thing: "head of *Reader Relations*"."""
    name = parsed.covering(i)
    if name is None:
        return False
    return name.type is not ActorType.OTHER


def _is_named_body(parsed: ParsedText, i: int) -> bool:
    """Whether common nouns describe the name after them: "head of mortgage *lender Delmore*"."""
    while i < len(parsed.doc) and parsed.covering(i) is None:
        # CASE tagged as a name: "head of the *NGO* “Delmore”"
        is_kind = parsed.lower[i] in BODY_KINDS
        if not is_kind and parsed.tags[i] not in DESCRIBING_TAGS:
            return False
        i += 1
    name = parsed.covering(i)
    if name is None:
        return False
    return name.type not in NO_BODIES


def comma_after_fields(parsed: ParsedText, phrase: RolePhrase) -> int:
    """Return the token after a role with all of its fields.

    "the director of roads, *ports and bridges*, Roth"
    """
    noun = parsed.doc[phrase.head]
    for name in dependents(noun, "appos"):
        comma = name.left_edge.i - 1
        if parsed.word(comma) != ",":
            continue
        fields = set(parsed.tags[phrase.after : comma])
        if fields and fields <= TAGS_OF_FIELDS:
            return comma
    return phrase.after
