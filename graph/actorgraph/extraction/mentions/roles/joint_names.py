"""Several names that modify one plural noun: "*US and Ukrainian* officials"."""

from __future__ import annotations

from dataclasses import replace

from actorgraph.extraction.mentions.roles.role_phrases import RolePhrase
from actorgraph.extraction.parse.dependents import MODIFIERS, first_of_list
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import PLURAL_TAGS
from actorgraph.model import ActorType

#: What a noun after several names belongs to: countries, bodies, and people with a view.
OWNERS = frozenset({ActorType.PLACE, ActorType.ORGANIZATION, ActorType.GROUP})
#: Tags of what joins two names: "*,*", "*and*".
JOINING_TAGS = frozenset({",", "CC"})


def joins_names(parsed: ParsedText, i: int, noun: int) -> bool:
    """Whether token ``i`` joins names that modify a plural noun: "US *and* Ukrainian officials".

    Not in "talks between Russia and Ukrainian officials", where one name is no modifier.
    """
    if parsed.tags[i] not in JOINING_TAGS or parsed.tags[noun] not in PLURAL_TAGS:
        return False
    first, second = _owner_before(parsed, i), _owner_after(parsed, i)
    if first is None or second is None:
        return False
    token = first_of_list(parsed.doc[first.root])
    return token.dep_ in MODIFIERS and token.head.i == noun


def joins_club_and_country(parsed: ParsedText, i: int, noun: int) -> bool:
    """Whether token ``i`` joins the teams of one player: "*Delmore and Norway* striker Dana Roth".

    Both are hers, unlike the countries of "US and Ukrainian officials".
    """
    player = parsed.name_at(noun + 1)
    is_title = player is not None and player.is_person
    if parsed.tags[i] != "CC" or not is_title:
        return False
    club, country = _owner_before(parsed, i), _owner_after(parsed, i)
    if club is None or country is None or country.demonym:
        return False
    return club.is_organisation and country.is_place


def _owner_before(parsed: ParsedText, i: int) -> TokenMention | None:
    before = i - 1
    # CASE comma before "and": "*Syrian*, and Iraqi officials"
    if parsed.tag(before) == ",":
        before -= 1
    return _owner_at(parsed, before)


def _owner_after(parsed: ParsedText, i: int) -> TokenMention | None:
    after = i + 1
    # CASE "and" after the comma: "Syrian, and *Iraqi* officials"
    if parsed.tag(after) == "CC":
        after += 1
    return _owner_at(parsed, after)


def _owner_at(parsed: ParsedText, i: int) -> TokenMention | None:
    mention = parsed.name_at(i)
    if mention is None or mention.type not in OWNERS:
        return None
    return mention


def with_joint_owners(phrase: RolePhrase) -> list[RolePhrase]:
    """Return a phrase for each holder of a role that has joint owners.

    "The French and German ministers Dana Roth and Ilya Marsh" serve one country each, in the order
    of their names.  Where there are more holders than owners, or fewer, it is open who serves
    which country, and the phrase loses its owners.  A phrase without a holder keeps them all.
    """
    # CASE both: "*Delmore and Norway* striker Dana Roth"
    if not phrase.joint or not phrase.holders or not phrase.plural:
        return [phrase]
    if len(phrase.owners) != len(phrase.holders):
        return [replace(phrase, owners=[], joint=False)]
    owners = sorted(phrase.owners, key=lambda owner: owner.mention.start)
    pairs = zip(phrase.holders, owners, strict=True)
    return [
        replace(phrase, holders=[holder], owners=[owner], joint=False)
        for holder, owner in pairs
    ]
