"""What neighbouring roles share: "*Delmore Bank* founder and chairman *Dana Roth*"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from actorgraph.extraction.knowledge.relation_lists import (
    HEADSHIPS,
    NATIONAL_OFFICES,
    SPEAKING_FOR,
)
from actorgraph.extraction.mentions.clauses.clause_starts import begins_further_clause
from actorgraph.extraction.mentions.roles.appositions import CLOSING_MARKS
from actorgraph.extraction.mentions.roles.role_phrases import (
    Owner,
    OwnerMark,
    RolePhrase,
)
from actorgraph.extraction.mentions.roles.shared_countries import share_country
from actorgraph.extraction.parse.closed_classes import (
    DEFINITE,
    LIST_ENDS,
    OF_PURPOSE,
    OF_WHOLE,
)
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import COMMON_NOUN_TAGS
from actorgraph.grammar import grammar_words

#: Between coordinated roles: "a historian *and* adviser to the bank".
COORDINATORS = grammar_words("conjunction between roles")
#: Before the post that someone seeks: "a candidate *for* mayor".
BEFORE_SOUGHT_POST = grammar_words("preposition before a sought post")


#: How a body may precede the roles that it has.
BEFORE_ROLES = (OwnerMark.PREMODIFIER, OwnerMark.POSSESSIVE)


def share_among(parsed: ParsedText, phrases: Sequence[RolePhrase]) -> None:
    """Copy what each role shares with the next, from the last to the first."""
    # CASE body between: "Harbour *Party* chairman and author Dana Roth"
    roles = [phrase for phrase in phrases if phrase.name_in(parsed) is None]
    for first, second in reversed(list(pairwise(roles))):
        share_country(parsed, first, second)
        _share_body_of_title(parsed, first, second)
        if are_coordinated(parsed, first, second):
            _share(parsed, first, second)
            _share_body_before(parsed, first, second)
        if first.has_nested_role:
            _take_nested_holder(parsed, first, second)


def let_stand_for_holder(parsed: ParsedText, phrase: RolePhrase) -> None:
    """Let a role refer to its only holder: "the *head* of the bank, Roth"."""
    if len(phrase.holders) == 1 and not phrase.plural:
        for i in (phrase.head, phrase.root(parsed)):
            parsed.set_stand_in(i, phrase.holders[0].mention)


def are_coordinated(parsed: ParsedText, first: RolePhrase, second: RolePhrase) -> bool:
    """Whether two role phrases are coordinated: "a historian and adviser to the bank"."""
    gap = " ".join(parsed.lower[first.after : second.start])
    is_near = gap in COORDINATORS and parsed.same_sentence(first.head, second.head)
    return is_near and not begins_further_clause(parsed.doc[second.head])


def _share(parsed: ParsedText, first: RolePhrase, second: RolePhrase) -> None:
    """Copy to a role what it shares with the next.

    That is the holder in “chairman and founder Dana Roth” and the owner in “the founder and head
    of Delmore Bank”.
    """
    # CASE several: in "senators and President Roth", she is no senator
    is_number_shared = second.plural or not first.plural
    # CASE new subject: in "said the manager, lawyer Dana Roth left", the manager is another
    is_free = is_number_shared and not first.holders
    is_apart = _is_new_subject(parsed, first, second) or _is_sought(parsed, first)
    if is_free and not is_apart and not _is_listed(parsed, first, second):
        first.holders = second.titled
        let_stand_for_holder(parsed, first)
    # CASE one office: "founder and head of Delmore Bank", unlike "lawyer and head of …"
    is_of_body = _heads(first)
    is_shared = first.determiner in DEFINITE or (is_of_body and not first.determiner)
    if is_shared and not second.determiner and not first.owners:
        shared = OF_WHOLE | OF_PURPOSE if first.determiner in DEFINITE else OF_WHOLE
        first.owners = [owner for owner in second.owners if owner.mark in shared]


def _is_sought(parsed: ParsedText, role: RolePhrase) -> bool:
    """Whether someone only seeks a role: "the candidate *for president*, Governor Roth"."""
    before = parsed.lower[max(0, role.start - 1)]
    return before in BEFORE_SOUGHT_POST and parsed.doc[role.head].dep_ == "pobj"


def _is_new_subject(parsed: ParsedText, first: RolePhrase, second: RolePhrase) -> bool:
    """Whether a comma separates a role from the subject of the next clause."""
    if parsed.lower[first.after : second.start] != [","]:
        return False
    roots = [parsed.head_of(holder.mention) for holder in second.holders]
    return any(root.dep_.startswith("nsubj") for root in roots)


def _is_listed(parsed: ParsedText, first: RolePhrase, second: RolePhrase) -> bool:
    """Whether no comma closes what one opens: "the head of the bank, the painter *Roth* left"."""
    if parsed.lower[first.after : second.start] != [","] or not second.holders:
        return False
    return parsed.word(second.holders[-1].mention.end) not in CLOSING_MARKS


def _share_body_before(
    parsed: ParsedText, first: RolePhrase, second: RolePhrase
) -> None:
    """Copy the body before two offices to the second: "*Delmore Bank*'s founder and chairman"."""
    # CASE word of its own: "Delmore Bank chairman and *former* director Dana Roth"
    is_bare = second.start == second.noun and not second.has_complement
    is_shared = bool(first.holders) and first.holders == second.holders
    if is_bare and is_shared and _heads(first) and not second.owners:
        second.owners = _bodies_before(first) if _heads_any_body(parsed, second) else []


def _share_body_of_title(
    parsed: ParsedText, first: RolePhrase, second: RolePhrase
) -> None:
    """Copy the body of a title to the next: "*Delmore Bank* chairman Hale and founder *Quint*"."""
    if second.owners or not (first.titled and second.titled):
        return
    name = first.titled[-1].mention
    is_next = " ".join(parsed.lower[name.end : second.start]) in LIST_ENDS
    # CASE word of its own: "Delmore Bank chairman Hale and *former* director Quint"
    is_bare = second.start == second.noun and not second.has_complement
    if name.start < first.end or not is_next or not is_bare:
        return
    if _heads_any_body(parsed, second) or not SPEAKING_FOR.isdisjoint(second.relations):
        second.owners = _bodies_before(first)


def _bodies_before(role: RolePhrase) -> list[Owner]:
    return [
        owner
        for owner in role.owners
        if owner.mark in BEFORE_ROLES and owner.mention.is_organisation
    ]


def _heads_any_body(parsed: ParsedText, role: RolePhrase) -> bool:
    """Whether a role is an office of a body that its words leave open: not "party leader"."""
    is_phrase = " " in role.word
    if is_phrase and parsed.tags[role.noun] in COMMON_NOUN_TAGS:
        return False
    # CASE country: "Delmore Bank founder and *president* Dana Roth" may be that of a country
    is_national = not NATIONAL_OFFICES.isdisjoint(role.relations)
    return _heads(role) and not is_national


def _heads(role: RolePhrase) -> bool:
    """Whether a role may be an office at the head of a body."""
    return not HEADSHIPS.isdisjoint(role.relations)


def _take_nested_holder(
    parsed: ParsedText, outer: RolePhrase, inner: RolePhrase
) -> None:
    """Let a role be for the one whom its complement names: "aide to the mayor, *Dana Roth*"."""
    named = [holder.mention for holder in inner.holders]
    served = [holder.mention for holder in outer.holders]
    is_new = len(named) == 1 and named[0] not in served and not outer.owners
    if served and is_new and named[0].start > inner.head:
        outer.owners = [Owner(named[0], parsed.word(inner.start - 1))]
