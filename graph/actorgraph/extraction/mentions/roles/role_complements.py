"""What follows a role noun: "of the Chamber", "at an institute in Alderfen", "of X and Y"."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from actorgraph.extraction.knowledge.actor_types import PARTY
from actorgraph.extraction.mentions.names.name_lists import names_of_list
from actorgraph.extraction.mentions.roles.complement_ends import (
    begins_time,
    closing_bracket,
    end_of_introduction,
)
from actorgraph.extraction.mentions.roles.past_phrases import begins_past
from actorgraph.extraction.mentions.roles.role_modifiers import DEPUTIES
from actorgraph.extraction.mentions.roles.role_phrases import (
    Owner,
    OwnerMark,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import BODY_KINDS, OF_WHOLE
from actorgraph.extraction.parse.dependents import has_subject
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import (
    COMMON_NOUN_TAGS,
    COMPLEMENT_TAGS,
    FINITE_TAGS,
    NAME_TAGS,
    PREPOSITION_TAGS,
)
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType, Status

#: A complement begins at most this many tokens after its noun.
REACH_AFTER = 14


#: Tags after a name that merely modifies the next noun: "of the *German* employers".
MODIFIED_TAGS = frozenset({"POS", "NN", "NNS", "JJ"})

#: Tags of the words between a name and its kind: "the Brightwater *economic* think tank".
KIND_TAGS = frozenset({"JJ", "NN", "NNS", "HYPH"})
#: A name is at most this many tokens before the noun for its kind.
KIND_REACH = 3
#: Kinds that follow a name without being something else: "the Brightwater *union*".
KINDS = {
    ActorType.ORGANIZATION: BODY_KINDS,
    ActorType.GROUP: BODY_KINDS,
    ActorType.PLACE: grammar_words("noun for a kind of place"),
}

#: Before a noun for a part of a body: "the *parliamentary* group".
PARTIAL = grammar_words("adjective of a part")


#: "chancellor-*elect*".
FUTURE_SUFFIXES = grammar_words("suffix of a future holder")


def read_complements(
    parsed: ParsedText, phrase: RolePhrase, begins_role: Callable[[int], bool]
) -> None:
    """Add the owners that follow a role noun, and note where its complements end.

    Args:
        begins_role: Whether another role noun begins at a token.
    """
    # CASE possessor: "the governor*'s* adviser on trade", where the governor has no complement
    if not _read_suffix(parsed, phrase) or parsed.tag(phrase.end) == "POS":
        return
    i, preposition = phrase.end, ""
    limit = min(len(parsed.doc), phrase.end + REACH_AFTER)
    while i < limit and not parsed.doc[i].is_sent_start:
        mention = parsed.covering(i) or named_after(parsed, i)
        if mention is not None:
            if not preposition or not _may_be_complement(parsed, phrase, i):
                return
            _add_complement(parsed, phrase, mention, preposition)
            i = mention.end
            continue
        if _opens_quoted_name(parsed, i, preposition):
            i += 1
            continue
        if _ends_complements(parsed, i, begins_role):
            _read_bracket(parsed, phrase, i, preposition)
            _read_list(parsed, phrase, i)
            if preposition and parsed.tags[i] == ",":
                phrase.last = max(phrase.last, i)
            return
        preposition = _preposition_from(parsed, i, preposition)
        i += 1


def named_after(parsed: ParsedText, noun: int) -> TokenMention | None:
    """Return the name after a noun for its body: "leader of a *militia* called the Lions"."""
    name = parsed.stand_in(noun)
    if name is None or name.start <= noun:
        return None
    return name


def _read_list(parsed: ParsedText, phrase: RolePhrase, comma: int) -> None:
    """Read the names that follow a complement: "adviser to Roth*, Marsh and Hale*"."""
    if phrase.last != comma or not phrase.owners:
        return
    first, mark = phrase.owners[-1]
    names = names_of_list(parsed, comma, partial(_name_from, parsed, first.type))
    # CASE subjects: "Quint, adviser to Roth, *Marsh and Hale* left"
    if not names or parsed.tag(names[-1].end) in FINITE_TAGS:
        return
    phrase.owners += [Owner(name, mark) for name in names]
    phrase.last = names[-1].end


def _name_from(parsed: ParsedText, type_: ActorType, i: int) -> TokenMention | None:
    """Return the name at a token or after an article there: "and *the Harbour Party*"."""
    start = parsed.past_article(i)
    name = parsed.name_at(start)
    if name is None or name.start != start:
        return None
    return name if name.type is type_ else None


def _opens_quoted_name(parsed: ParsedText, i: int, preposition: str) -> bool:
    """Whether a quotation mark precedes a name: “leader of the "Brightwater" sect”."""
    if not preposition or parsed.tags[i] != "``":
        return False
    after = i + 1
    name = parsed.covering(after)
    return name is not None and name.start == after


def _read_bracket(
    parsed: ParsedText, phrase: RolePhrase, i: int, preposition: str
) -> None:
    """Read the bracket at token ``i``, which gives another name of a complement."""
    # CASE comma before it: "head of the Brightwater Union*,* (BWU)"
    opening = i + (parsed.tag(i) == ",")
    closing = closing_bracket(parsed, opening)
    if closing is None:
        return
    name = parsed.covering(opening + 1)
    # CASE name again: "head of the Brightwater Union (*BWU*)"
    if phrase.last == i:
        phrase.last = closing + 1
    # CASE described body: "head of the miners' union (*BWU*)"
    elif name is not None and name.end == closing and preposition:
        is_described = parsed.lower[i - 1] in BODY_KINDS
        if is_described and name.is_organisation:
            phrase.owners.append(Owner(name, preposition))
            phrase.last = closing + 1


def _read_suffix(parsed: ParsedText, phrase: RolePhrase) -> bool:
    """Read "-elect", and return whether complements may follow; not after another hyphen."""
    suffix = phrase.end
    # CASE owner: "the *president's* envoy to Chile"
    if parsed.tag(suffix) != "HYPH":
        return parsed.tag(suffix) != "POS"
    if parsed.word(suffix + 1) not in FUTURE_SUFFIXES:
        return False
    phrase.status = Status.DESIGNATE
    phrase.end = suffix + 2
    return True


def _may_be_complement(parsed: ParsedText, phrase: RolePhrase, i: int) -> bool:
    """Whether a mention after a preposition may be a complement.

    Not "she", and not the name that directly follows a complement: "ambassador to Borduria
    *Peter Hallam*" names the holder.
    """
    if parsed.tags[i] == "PRP":
        return False
    follows_complement = phrase.last == i > phrase.end
    return not phrase.owners or not follows_complement


def _add_complement(
    parsed: ParsedText, phrase: RolePhrase, mention: TokenMention, preposition: str
) -> None:
    end = end_with_kind(parsed, mention)
    if not end and is_modifier(parsed, mention):
        return
    owner = Owner(mention, preposition)
    phrase.owners.append(owner)
    phrase.last = end or mention.end


def end_with_kind(parsed: ParsedText, mention: TokenMention) -> int:
    """Return the token after the noun for the kind of a name, or 0: "the Brightwater *union*".

    Not for "the Brightwater *union office*", which is something else.
    """
    kinds = KINDS.get(mention.type)
    if kinds is None or mention.demonym:
        return 0
    i = mention.end
    while parsed.tag(i) in KIND_TAGS:
        if parsed.covering(i) is not None or i - mention.end >= KIND_REACH:
            return 0
        # CASE part: "the Greens' *parliamentary* group"
        if parsed.lower[i] in PARTIAL:
            return 0
        i += 1
    is_modifier = parsed.tag(i) == "POS"
    return 0 if is_modifier or parsed.lower[i - 1] not in kinds else i


def is_modifier(parsed: ParsedText, mention: TokenMention) -> bool:
    """Whether a name merely modifies the noun after it: "of *Delmore Bank*'s board".

    The noun may have a capital, unless it begins a name: "to *US* President Dana Roth", but not
    "ambassador to *Borduria* Peter Hallam".
    """
    tag_after = parsed.tag(mention.end)
    # CASE examples: "members of *NATO* such as Norland"
    if end_of_introduction(parsed, mention.end) is not None:
        return False
    # CASE time: "resigned as head of *Delmore Bank* last week"
    if tag_after and begins_time(parsed.doc[mention.end]):
        return False
    # CASE year: "for the *Roth* 2024 campaign"
    if tag_after == "CD":
        tag_after = parsed.tag(mention.end + 1)
    if mention.demonym or tag_after in MODIFIED_TAGS:
        return True
    following = parsed.covering(mention.end)
    # CASE party: "counsel to *Democrat* Dana Roth"
    if mention.subtype == PARTY and following is not None:
        return following.is_person
    begins_name = following is not None
    return tag_after in NAME_TAGS and not begins_name


def _ends_complements(
    parsed: ParsedText, i: int, begins_role: Callable[[int], bool]
) -> bool:
    """Whether complements end at token ``i``: a verb, a comma, or "and" with another role."""
    tag = parsed.tags[i]
    # CASE examples: "aides *such as* Roth"
    if end_of_introduction(parsed, i) is not None:
        return True
    # CASE coordination: "head of the bank *and* adviser to Roth"
    # CASE deputy: "lawyer *and* former deputy head of the bank"
    if tag == "CC":
        is_deputy = parsed.word(i + 2) in DEPUTIES
        reach = range(i + 1, i + 3 + is_deputy)
        return begins_past(parsed, i + 1) or any(map(begins_role, reach))
    # CASE participle: "head of a bank *seeking* help", "advocate of *closing* the bank"
    if tag == "VBG" and parsed.doc[i].dep_ in ("acl", "pcomp"):
        return True
    # CASE verb: "the mother of two *thanked* Roth"
    if tag == "VBN" and has_subject(parsed.doc[i]):
        return True
    return tag not in COMPLEMENT_TAGS


def _preposition_from(parsed: ParsedText, i: int, preposition: str) -> str:
    """Return the preposition in force after token ``i``."""
    if parsed.tags[i] not in PREPOSITION_TAGS:
        return preposition
    word = parsed.lower[i]
    name = parsed.name_at(i - 1)
    follows_person = name is not None and name.is_person
    follows_noun = parsed.tags[i - 1] in COMMON_NOUN_TAGS or follows_person
    # CASE nested: "leader of the miners in the state *of* Borduria", "friend of King Roth *of* …"
    if word in OF_WHOLE and preposition and follows_noun:
        return OwnerMark.NESTED_OF
    return word
