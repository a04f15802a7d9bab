"""The holders of roles, by title, apposition, copula or appointment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.mentions.roles.apposed_names import by_apposed_name
from actorgraph.extraction.mentions.roles.appositions import (
    by_apposition,
    by_reversed_apposition,
)
from actorgraph.extraction.mentions.roles.joint_names import with_joint_owners
from actorgraph.extraction.mentions.roles.joint_roles import (
    are_coordinated,
    let_stand_for_holder,
    share_among,
)
from actorgraph.extraction.mentions.roles.names_apart import is_apart
from actorgraph.extraction.mentions.roles.office_nouns import office_phrases
from actorgraph.extraction.mentions.roles.opening_roles import by_opening
from actorgraph.extraction.mentions.roles.owners_after_names import (
    owner_after,
    with_owners_after_names,
)
from actorgraph.extraction.mentions.roles.plural_appositions import by_listed_names
from actorgraph.extraction.mentions.roles.role_phrases import (
    Holder,
    HolderPattern,
    RolePhrase,
)
from actorgraph.extraction.mentions.roles.role_predicates import by_predicate
from actorgraph.extraction.mentions.roles.role_series import by_series, by_town_before
from actorgraph.extraction.mentions.roles.successions import (
    with_predecessors,
    with_successors,
)
from actorgraph.extraction.parse.closed_classes import (
    ALTERNATIVE,
    INDEFINITE,
    LIST_ENDS,
)
from actorgraph.extraction.parse.dependents import SUBJECTS, first_of_list
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import PREPOSITION_TAGS
from actorgraph.model import ActorType

#: Dependency labels of roles whose holder does not act: "*without* the head of the bank, Roth",
#: "neither *President* Roth nor Hale".
OF_ACT = (*SUBJECTS, "pobj", "compound")
#: Types of nouns that describe the name after them.
NAMED_AFTER = (ActorType.PERSON, ActorType.ORGANIZATION, ActorType.GROUP)


def find_holders(
    parsed: ParsedText, lexicon: Lexicon, phrases: list[RolePhrase]
) -> list[RolePhrase]:
    """Find the holders of each role.

    Args:
        phrases: All role phrases in text order; their holders are filled in.

    Returns:
        The phrases in text order.  A plural whose holders have owners of their own ("Presidents
        Roth of Sylvania and Marsh of Borduria") becomes one phrase for each holder.
    """
    previous = None
    _mark_nested(parsed, phrases)
    for phrase in phrases:
        _find_holder(parsed, lexicon, phrase, previous)
        let_stand_for_holder(parsed, phrase)
        # CASE body: "head of Delmore *Bank* and until recently a judge"
        if phrase.name_in(parsed) is None:
            previous = phrase
    phrases = sorted(
        [*phrases, *office_phrases(parsed, lexicon)], key=attrgetter("start")
    )
    separate: list[RolePhrase] = []
    successions = with_successors(parsed, with_predecessors(parsed, phrases))
    for phrase in successions:
        for share in with_joint_owners(phrase):
            separate.extend(with_owners_after_names(parsed, share))
    share_among(parsed, separate)
    return separate


def _mark_nested(parsed: ParsedText, phrases: list[RolePhrase]) -> None:
    """Mark the roles whose complement is someone with a role: "*wife* of the head of the bank"."""
    for outer, inner in pairwise(phrases):
        is_inside = outer.end <= inner.start < outer.after == inner.after
        if not is_inside or inner.plural:
            continue
        if parsed.covering(inner.head) is None:
            outer.has_nested_role = _is_of_certain_person(inner)
            inner.may_be_passed = _introduces_somebody(parsed, outer)


def _introduces_somebody(parsed: ParsedText, phrase: RolePhrase) -> bool:
    """Whether a role is somebody new who acts: "*an aide* to the head, Jan Hale, said"."""
    is_subject = parsed.doc[phrase.head].dep_ in SUBJECTS
    return is_subject and phrase.determiner in INDEFINITE


def _is_of_certain_person(phrase: RolePhrase) -> bool:
    """Whether a role is that of a certain person: "the head of the bank", not "of the union"."""
    if not phrase.determiner and not phrase.owners:
        return False
    return phrase.is_of_person


def _is_denied(parsed: ParsedText, lexicon: Lexicon, phrase: RolePhrase) -> bool:
    """Whether a role is denied to somebody: "Roth is *not* the head of the bank"."""
    if parsed.word(phrase.start - 1) not in lexicon.cues[Cue.NEGATION]:
        return False
    # CASE act denied: "*neither* the head of the bank, Roth, nor Hale left", "*without* the head"
    return first_of_list(parsed.doc[phrase.head]).dep_ not in OF_ACT


def _find_holder(
    parsed: ParsedText,
    lexicon: Lexicon,
    phrase: RolePhrase,
    previous: RolePhrase | None,
) -> None:
    phrase.negated = _is_denied(parsed, lexicon, phrase)
    name = phrase.name_in(parsed)
    if name is not None:
        _take_name(phrase, name)
        return
    phrase.holders = (
        _by_naming(parsed, phrase)
        or _by_title(parsed, lexicon, phrase)
        or by_apposed_name(parsed, phrase)
        or by_listed_names(parsed, phrase)
        or by_series(parsed, phrase, previous)
        or by_town_before(parsed, phrase, previous)
        or by_apposition(parsed, phrase)
        or by_reversed_apposition(parsed, phrase)
        or by_predicate(parsed, lexicon, phrase)
        or by_opening(parsed, phrase)
    )
    # CASE possessor: "Roth, the bishop's niece and the *mayor's* cousin"
    if phrase.holders or previous is None or parsed.tag(phrase.end) == "POS":
        return
    # CASE several: in "Quint, the head of the bank, *briefed reporters*" she is not one of them
    is_number_shared = phrase.is_of_several == previous.is_of_several
    if is_number_shared and are_coordinated(parsed, previous, phrase):
        phrase.holders = list(_inherited(previous))
        _take_name_after_both(parsed, previous, phrase)


def _take_name(phrase: RolePhrase, name: TokenMention) -> None:
    """Let the name that ends in the role noun be its holder: "the Harbour *Commission*"."""
    if not any(name.type in sense.subject_types for sense in phrase.senses):
        phrase.senses = []
    # CASE description: "*his old firm*'s chairman", where only the chairman is named
    pattern = HolderPattern.NAME if name.is_name else HolderPattern.DESCRIPTION
    phrase.holders.append(Holder(name, pattern))


def _inherited(previous: RolePhrase) -> Iterator[Holder]:
    """Yield the holders that a coordinated role shares: "Roth is an author and *adviser*".

    Not those that a title or their own name gives the role: “the Green *Party*, the *ministry*”.
    """
    for holder in previous.holders:
        if holder.pattern not in (HolderPattern.TITLE, HolderPattern.NAME):
            yield holder


def _take_name_after_both(
    parsed: ParsedText, first: RolePhrase, second: RolePhrase
) -> None:
    """Let the name after two roles with one article have both: "A lawyer and author, Roth said"."""
    if first.holders or first.plural:
        return
    if second.determiner or not first.determiner:
        return
    with_article = replace(second, determiner=first.determiner)
    holders = by_reversed_apposition(parsed, with_article)
    first.holders = holders
    second.holders = list(holders)


def _by_naming(parsed: ParsedText, phrase: RolePhrase) -> list[Holder]:
    """Return the name that a body is called by: "a subsidiary called *Brightwater*"."""
    name = parsed.stand_in(phrase.head)
    if name is None:
        return []
    return [Holder(name, HolderPattern.APPOSITION)]


# title ----------------------------------------------------------------------------------


def _by_title(parsed: ParsedText, lexicon: Lexicon, phrase: RolePhrase) -> list[Holder]:
    """Return the names right after the role: "Chancellor *Dana Roth*"."""
    holders: list[Holder] = []
    mention = _first_titled(parsed, lexicon, phrase)
    while mention is not None and _may_have_title(parsed, phrase, mention):
        holders.append(Holder(mention, HolderPattern.TITLE))
        mention = _next_titled(parsed, mention) if phrase.plural else None
    if holders and not parsed.same_sentence(holders[0].mention.start, phrase.head):
        return []
    # CASE another actor: "told *reporters* Dana Roth had left"
    is_one_of_several = phrase.plural and len(holders) == 1
    if is_one_of_several and _has_clause(parsed, phrase, holders[0].mention):
        return []
    return holders


def _has_clause(parsed: ParsedText, phrase: RolePhrase, name: TokenMention) -> bool:
    """Whether a name is the subject of a clause that a role before it is not part of."""
    subject = parsed.head_of(name)
    is_told = subject.head.head.i == phrase.start - 1
    is_apart = is_told or parsed.doc[phrase.head] not in subject.subtree
    return subject.dep_ in SUBJECTS and is_apart


def _first_titled(
    parsed: ParsedText, lexicon: Lexicon, phrase: RolePhrase
) -> TokenMention | None:
    mention = parsed.covering(phrase.end)
    # CASE titles: "Foreign Secretary Sir *Peter Hallam*", "spokesman Major Gen. *Peter Hallam*"
    end = phrase.end
    while parsed.word(end) in lexicon.cues[Cue.TITLE]:
        end += 1
    if end > phrase.end:
        return parsed.covering(end) or mention
    # CASE part: "director *of sales* Peter Hallam"
    if mention is None and _ends_with_part(parsed, lexicon, phrase):
        return parsed.covering(phrase.part_end)
    # CASE complement: "ambassador *to* Borduria Peter Hallam", not "team *led by* Peter Hallam"
    after = parsed.tag(phrase.end) if phrase.last > phrase.end else ""
    if mention is None and after in PREPOSITION_TAGS and not phrase.plural:
        name = parsed.covering(phrase.last)
        # CASE further body: "a member of the Norwegian House and US *Senate*"
        return name if name is not None and name.is_person else None
    return mention


def _ends_with_part(parsed: ParsedText, lexicon: Lexicon, phrase: RolePhrase) -> bool:
    """Whether a part of a role precedes a name: "director of *sales* Peter Hallam".

    Only of roles in bodies, which nobody has to a person: "mother of toddler Dana Roth".
    """
    if not phrase.part_end or phrase.plural:
        return False
    part = parsed.word(phrase.part_end - 1)
    # CASE body or person: "manager of *singer* Dana Roth"
    if part in lexicon.roles or lexicon.actor_nouns.get(part) in NAMED_AFTER:
        return False
    return all(ActorType.PERSON not in each.object_types for each in phrase.senses)


def _next_titled(parsed: ParsedText, mention: TokenMention) -> TokenMention | None:
    """Return the next name of a list: "Ministers Roth *and Marsh*", "Roth, *Marsh*, and …"."""
    owner = owner_after(parsed, mention)
    end = mention.end if owner is None else owner.end
    following = end
    if parsed.word(following) == ",":
        following += 1
    if parsed.word(following) in LIST_ENDS | ALTERNATIVE:
        following += 1
    return parsed.covering(following) if following > end else None


def _may_have_title(
    parsed: ParsedText, phrase: RolePhrase, mention: TokenMention
) -> bool:
    if not mention.is_name or mention.demonym:
        return False
    return phrase.admits(mention) and not is_apart(parsed, phrase, mention)
