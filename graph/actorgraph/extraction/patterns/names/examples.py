"""Members of a group that a text gives as examples: "countries *such as* Norland and Sylvania"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.actor_types import COLLECTIVES
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.mentions.names.name_lists import names_of_list
from actorgraph.extraction.mentions.roles.complement_ends import end_of_introduction
from actorgraph.extraction.mentions.roles.role_phrases import HolderPattern, RolePhrase
from actorgraph.extraction.parse.closed_classes import (
    BODIES_OF_MEMBERS,
    OF_WHOLE,
)
from actorgraph.extraction.parse.dependents import (
    OWNER_LABELS,
    RELATIVE_CLAUSES,
    SUBJECTS,
    dependents,
    is_complement_of,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import (
    PLURAL_TAGS,
    POSSESSIVE_TAG,
    is_verb_form,
)
from actorgraph.extraction.patterns.candidate import Candidate, construction_candidates
from actorgraph.extraction.patterns.names.peers import PEER_TYPES, alliance_of
from actorgraph.extraction.patterns.roles.role_relations import RoleReader

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Dependency labels of what sets one group apart from others.
RESTRICTING = (*RELATIVE_CLAUSES, "poss")
#: Tags of titles and articles before the name of a member.
TITLE_TAGS = frozenset({"CD", "DT", "HYPH", "JJ", "NN", "NNP", POSSESSIVE_TAG, "VBN"})
#: Maximum number of tokens in such a title.
LONGEST_TITLE = 6


def example_candidates(
    parsed: ParsedText, roles: Iterable[RolePhrase], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield the members of groups that the text names as examples, in text order."""
    phrases = {phrase.head: phrase for phrase in roles}
    for start, end in _introductions(parsed):
        group = _group_before(parsed, start)
        if group is None:
            continue
        phrase = phrases.get(group.root)
        body = _named_body(parsed, group) or alliance_of(parsed, group)
        # CASE kind: "*poets* such as Roth", but not "Norse poets", "members of the League"
        is_owned = body is not None or (phrase is not None and bool(phrase.owners))
        if not is_owned and not _is_told_apart(parsed, group):
            continue
        for member in _listed(parsed, end):
            yield from construction_candidates(
                parsed, Construction.EXAMPLE, member, body or group, knowledge
            )
            if phrase is not None:
                reader = RoleReader(phrase, knowledge)
                # CASE role of each: "*Harbour Party lawmakers* such as Roth"
                yield from reader.relations(member, HolderPattern.APPOSITION)
                yield from reader.nationalities(member, HolderPattern.APPOSITION)


def _introductions(parsed: ParsedText) -> Iterator[tuple[int, int]]:
    """Yield the tokens of "including" and the like."""
    for i in range(1, len(parsed.lower)):
        end = end_of_introduction(parsed, i)
        if end is not None:
            yield i, end


def _group_before(parsed: ParsedText, i: int) -> TokenMention | None:
    """Return the described group that examples at a token are of: "*writers* of prose, such as"."""
    last = i - 2 if parsed.lower[i - 1] == "," else i - 1
    if last < 0:
        return None
    word = parsed.doc[last]
    for noun in (word, *word.ancestors):
        mention = parsed.actor_at(noun.i)
        if noun.i <= last and mention is not None and _has_members(noun, mention):
            return mention
        # CASE other phrase: in "told *reporters* in Oslo, including Roth" none is of Oslo
        if not _belongs_to_noun(noun):
            return None
    return None


def _has_members(noun: Token, mention: TokenMention) -> bool:
    if not mention.is_description:
        return False
    if mention.type in COLLECTIVES:
        return True
    # CASE places: "EU *member states* such as Norland"
    return mention.is_place and noun.tag_ in PLURAL_TAGS


def _is_told_apart(parsed: ParsedText, mention: TokenMention) -> bool:
    """Whether a group is more than a kind: "*Norse* poets", "poets *who write in Norse*"."""
    if mention.is_organisation:
        return True
    for i in range(mention.start, mention.root):
        name = parsed.covering(i)
        if name is not None and name is not mention:
            return True
    return bool(dependents(parsed.head_of(mention), *RESTRICTING))


def _named_body(parsed: ParsedText, group: TokenMention) -> TokenMention | None:
    """Return the body that a group makes up: "the *Norse League*, an alliance of countries"."""
    alliance = parsed.head_of(group)
    if is_complement_of(alliance, OF_WHOLE):
        alliance = alliance.head.head
    if alliance.dep_ != "appos" or alliance.lower_ not in BODIES_OF_MEMBERS:
        return None
    name = parsed.actor_at(alliance.head.i)
    if name is None or not name.is_organisation:
        return None
    return name


def _belongs_to_noun(word: Token) -> bool:
    """Whether what follows a word may belong to the noun above it."""
    if not is_verb_form(word):
        return True
    return word.dep_ in RELATIVE_CLAUSES


def _listed(parsed: ParsedText, i: int) -> list[TokenMention]:
    """Return the names of a list that begins at a token: "Norland, Sylvania and Borduria"."""
    first = _name_from(parsed, i)
    if first is None:
        return []

    def alike_from(j: int) -> TokenMention | None:
        name = _name_from(parsed, j)
        return name if name is not None and name.type is first.type else None

    # CASE no list: "countries such as Norland*, Sylvania* said"
    return [first, *names_of_list(parsed, first.end, alike_from, with_others=True)]


def _name_from(parsed: ParsedText, i: int) -> TokenMention | None:
    """Return the name that begins at a token or after a title there: "the poet *Dana Roth*"."""
    end = min(i + LONGEST_TITLE, len(parsed.doc))
    for j in range(i, end):
        name = parsed.name_at(j)
        if name is not None and not _modifies(parsed, name):
            return name if _is_member(parsed, name) else None
        if parsed.tags[j] not in TITLE_TAGS:
            return None
    return None


def _modifies(parsed: ParsedText, name: TokenMention) -> bool:
    """Whether a name belongs to a title: "the *Norse* poet Dana Roth", "*Ohio* Gov. Roth"."""
    if name.demonym:
        return True
    head = parsed.head_of(name)
    if head.dep_ not in OWNER_LABELS:
        return False
    return bool(head.head.i >= name.end)


def _is_member(parsed: ParsedText, name: TokenMention) -> bool:
    if name.type not in PEER_TYPES or parsed.tag(name.end) == "POS":
        return False
    return parsed.head_of(name).dep_ not in SUBJECTS
