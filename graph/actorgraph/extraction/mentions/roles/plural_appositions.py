"""Several people named beside a plural: "the heads of the bank, *Roth and Marsh*,"."""

from __future__ import annotations

from functools import partial

from actorgraph.extraction.mentions.names.name_lists import names_of_list
from actorgraph.extraction.mentions.roles.past_phrases import ASIDE_DASHES
from actorgraph.extraction.mentions.roles.role_phrases import (
    Holder,
    HolderPattern,
    Owner,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import LIST_ENDS
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.repairs.names_in_turn import IN_TURN

#: What sets the names off from the words around them.
MARKS = ASIDE_DASHES | {","}
FULL_STOP = "."
#: Bodies that are named in turn with people, at least.
FEWEST = 2


def by_listed_names(parsed: ParsedText, phrase: RolePhrase) -> list[Holder]:
    """Return the people whose names are beside a plural role, in text order."""
    return (
        _names_after(parsed, phrase)
        or _names_in_turn(parsed, phrase)
        or _names_before(parsed, phrase)
    )


def _names_after(parsed: ParsedText, phrase: RolePhrase) -> list[Holder]:
    """Return the people whose names are set off after a role.

    Where several have the role for several, the owners are marked as joint.  A list that goes on
    to a verb ("Ministers, Roth and Marsh *met*") has the role's holders for members of its own.
    """
    is_open = phrase.is_of_several and parsed.word(phrase.after) in MARKS
    first = _person_at(parsed, phrase.after + 1) if is_open else None
    if first is None:
        return []
    others = names_of_list(parsed, first.end, partial(_person_at, parsed))
    if not others:
        return []
    # CASE end of the sentence: "met the heads of Delmore and Norvale, Roth and Marsh."
    is_one_each = len(phrase.owners) == len(others) + 1
    if parsed.word(others[-1].end) not in MARKS | (
        {FULL_STOP} if is_one_each else set()
    ):
        return []
    phrase.joint = len(phrase.owners) > 1
    return [Holder(name, HolderPattern.APPOSITION) for name in (first, *others)]


def _names_in_turn(parsed: ParsedText, phrase: RolePhrase) -> list[Holder]:
    """Return who is named after each body: "heads of Norvale, *Roth*, and Delmore, *Marsh*,"."""
    if not phrase.is_of_several or len(phrase.owners) != 1:
        return []
    (first,) = phrase.owners
    owners, people = [first], list[TokenMention]()
    owner: TokenMention | None = first.mention
    while owner is not None and parsed.word(owner.end) == ",":
        person = _person_at(parsed, owner.end + 1)
        if person is None:
            return []
        people.append(person)
        owner = _next_owner(parsed, person.end)
        if owner is not None and owner.type is first.mention.type:
            owners.append(Owner(owner, first.mark))
    if len(people) < FEWEST or len(owners) != len(people):
        return []
    phrase.owners, phrase.joint = owners, True
    phrase.last = people[-1].end
    return [Holder(person, HolderPattern.APPOSITION) for person in people]


def _next_owner(parsed: ParsedText, i: int) -> TokenMention | None:
    """Return the name after a comma, "and" or "of" at a token."""
    start = i
    while parsed.word(i) in IN_TURN:
        i += 1
    name = parsed.name_at(i) if i > start else None
    return name if name is not None and name.start == i else None


def _names_before(parsed: ParsedText, phrase: RolePhrase) -> list[Holder]:
    """Return the two people whom a plural role follows: "*Roth and Marsh*, heads of the bank,"."""
    is_closed = parsed.word(phrase.after) in MARKS | {FULL_STOP}
    comma = phrase.start - 1
    is_aside = is_closed and parsed.word(comma) in MARKS
    if not (phrase.is_of_several and is_aside):
        return []
    last = _person_ending(parsed, comma)
    conjunction = -1 if last is None else last.start - 1
    if last is None or parsed.word(conjunction) not in LIST_ENDS:
        return []
    first = _person_ending(parsed, conjunction)
    # CASE longer list: who has the role is open in "Hale, *Roth and Marsh*, heads of the bank,"
    is_pair = first is not None and parsed.word(first.start - 1) != ","
    if first is None or not is_pair or not parsed.same_sentence(first.start, comma):
        return []
    phrase.joint = len(phrase.owners) > 1
    return [Holder(name, HolderPattern.APPOSITION) for name in (first, last)]


def _person_ending(parsed: ParsedText, end: int) -> TokenMention | None:
    """Return the name of a person that ends before a token."""
    name = parsed.name_at(end - 1) if end > 0 else None
    is_person = name is not None and name.is_named_person and name.end == end
    return name if is_person else None


def _person_at(parsed: ParsedText, i: int) -> TokenMention | None:
    """Return the name of a person that begins at a token, or with a title there: "*Sen.* Roth"."""
    word = parsed.doc[i]
    for noun in (word, *word.ancestors):
        if noun.left_edge.i != i:
            return None
        name = parsed.name_at(noun.i)
        if name is not None and name.is_named_person:
            return name
    return None
