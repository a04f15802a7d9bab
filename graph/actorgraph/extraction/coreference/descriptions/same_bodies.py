"""Bodies and groups that a text describes in two ways: "Marsh's lawyers" are "his attorneys".

What each description refers to by itself is known by now; here two entities become one if they are
of one kind and nothing distinguishes them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from operator import attrgetter

from actorgraph.extraction.coreference.descriptions.marks import NEUTRAL
from actorgraph.extraction.coreference.descriptions.synonyms import (
    ALIKE,
    SENSES,
    SOLDIERS,
)
from actorgraph.extraction.coreference.descriptions.wordings import (
    is_restricted,
    telling_words,
)
from actorgraph.extraction.knowledge.actor_types import COLLECTIVES
from actorgraph.extraction.mentions.entities import Entities, Entity, only
from actorgraph.extraction.parse.closed_classes import (
    AT_PLACE,
    NEW_DETERMINERS,
    OF_WHOLE,
)
from actorgraph.extraction.parse.dependents import (
    RELATIVE_CLAUSES,
    dependents,
    obliques,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import COMMON_NOUN_TAGS
from actorgraph.grammar import grammar_words

A_GOVERNMENT = "a government"
#: The number for an owner that is no actor: "*a stranger's* forces".
UNKNOWN = -1
#: Nouns for what rules a state: "Marsh's *government*", "the *regime*".
RULERS = grammar_words("noun for who rules")
#: Bodies of one owner that are the same by any noun of one sense: "his *lawyers*".
OF_ONE_OWNER = ALIKE | RULERS | SENSES["lawyers"]
#: Bodies that may be called by the capital of their state: "the *Oslo* government".
GOVERNMENTS = SENSES[A_GOVERNMENT]


@dataclass(frozen=True, slots=True)
class Description:
    """What a description says of a body or group.

    Attributes:
        kind: Its noun, or the sense that it has in common with others: "lawyers", "attorneys".
        words: What else distinguishes it: "*security* forces".
        names: Numbers of the entities named in it, and of the owner of "*her* forces".
        by_noun: Whether a noun is among the words.
    """

    mention: TokenMention
    kind: str
    words: frozenset[str]
    names: frozenset[int]
    by_noun: bool

    @property
    def number(self) -> int:
        """The number of the entity that it refers to."""
        return self.mention.actor


def join_same_bodies(entities: Entities) -> None:
    """Make one entity of two that a text describes in different words."""
    _join_owned(entities)
    _join_of_state(entities)
    _join_governments(entities)


# descriptions -----------------------------------------------------------------------------


def described_bodies(entities: Entities) -> Iterator[Description]:
    """Yield the descriptions of bodies and groups that have no name, in text order.

    They are listed again before each join, since a join changes their owners.
    """
    for mention in entities.parsed.in_order():
        if not mention.is_description or mention.type not in COLLECTIVES:
            continue
        entity = entities.of(mention)
        if entity is None or entity.has_name:
            continue
        if not _is_other(entities.parsed, mention):
            yield _description(entities, mention)


def _is_other(parsed: ParsedText, mention: TokenMention) -> bool:
    """Whether a description may mean others each time: "a court", "two parties"."""
    if parsed.lower[mention.start] in NEW_DETERMINERS:
        return True
    if "CD" in parsed.tags[mention.start : mention.root]:
        return True
    if is_restricted(parsed, mention):
        return True
    return _has_complement(parsed, mention)


def _has_complement(parsed: ParsedText, mention: TokenMention) -> bool:
    """Whether a phrase after a noun distinguishes it: "the court *in Easthaven*"."""
    # CASE army: "Norland's troops *in Borduria*" are its troops
    if parsed.head_word(mention) in SOLDIERS:
        return False
    noun = parsed.head_of(mention)
    before_owner = _before_owner(parsed, mention)
    for child in dependents(noun, "prep", *RELATIVE_CLAUSES):
        if child.i > mention.root and child.lower_ not in before_owner:
            return True
    return False


def _before_owner(parsed: ParsedText, mention: TokenMention) -> frozenset[str]:
    """Return what precedes an owner: "the party *of* Roth", "the government *in* Oslo"."""
    is_government = parsed.head_word(mention) in GOVERNMENTS
    return OF_WHOLE | AT_PLACE if is_government else OF_WHOLE


def _description(entities: Entities, mention: TokenMention) -> Description:
    parsed = entities.parsed
    words: set[str] = set()
    owners = list(_owners(entities, mention))
    for word in telling_words(entities, mention)[:-1]:
        if word.startswith("#"):
            owners.append(int(word[1:]))
        elif word not in NEUTRAL:
            words.add(word)
    if parsed.head_word(mention) in GOVERNMENTS:
        owners = [_state_of(entities, owner) for owner in owners]
    inner = range(mention.start, mention.root)
    nouns = {parsed.lower[i] for i in inner if parsed.tags[i] in COMMON_NOUN_TAGS}
    return Description(
        mention,
        _kind(parsed.head_word(mention)),
        frozenset(words),
        frozenset(owners),
        by_noun=not nouns.isdisjoint(words),
    )


def _owners(entities: Entities, mention: TokenMention) -> Iterator[int]:
    """Yield whose a body is: "*her* party", "*Roth's* party", "the army of *Norland*"."""
    head = entities.parsed.head_of(mention)
    before_owner = _before_owner(entities.parsed, mention)
    for noun in (*dependents(head, "poss"), *obliques(head, before_owner)):
        owner = entities.parsed.actor_at(noun.i)
        yield UNKNOWN if owner is None else owner.actor


def _state_of(entities: Entities, owner: int) -> int:
    """Return the number of the state whose capital owns a body: "the *Oslo* government"."""
    if owner == UNKNOWN:
        return owner
    names = entities.names(entities.all[owner])
    codes = set(map(entities.gazetteer.capitals.get, names)) - {None}
    # Most owners are no capital; a long text has hundreds of entities.
    for entity in entities.all if codes else ():
        if entity.mentions and entity.key in codes:
            return entity.number
    return owner


def only_owner(entities: Entities, numbers: frozenset[int]) -> Entity | None:
    """Return the only entity that owns a body, None if there are several or an unknown one."""
    if UNKNOWN in numbers:
        return None
    return entities.only(numbers)


def _kind(noun: str) -> str:
    if noun not in OF_ONE_OWNER:
        return noun
    for sense, nouns in SENSES.items():
        if noun in nouns:
            return sense
    return noun


def _numbers(same: list[Description]) -> list[int]:
    return list(dict.fromkeys(each.number for each in same))


def _join_all(entities: Entities, same: list[Description]) -> None:
    """Make one entity of those that some descriptions refer to."""
    first, *others = _numbers(same)
    into = entities.all[first]
    for number in others:
        entities.merge(entities.all[number], into)


# what is the same -------------------------------------------------------------------------


def _join_owned(entities: Entities) -> None:
    """Join what has the same words and owner: "its forces", "Norland's troops"."""
    alike: dict[tuple[str, frozenset[str], frozenset[int]], list[Description]]
    alike = defaultdict(list)
    for each in described_bodies(entities):
        if each.names and UNKNOWN not in each.names:
            alike[each.kind, each.words, each.names].append(each)
    for same in alike.values():
        _join_all(entities, same)


def _join_of_state(entities: Entities) -> None:
    """Join those of the only state with those of none: "*security* forces", "Norland's …"."""
    alike: dict[tuple[str, frozenset[str]], list[Description]] = defaultdict(list)
    for each in described_bodies(entities):
        if each.by_noun:
            alike[each.kind, each.words].append(each)
    for same in alike.values():
        owners = {each.names for each in same if each.names}
        owner = only(owners)
        if owner is not None and _is_place(entities, owner):
            _join_all(entities, same)


def _is_place(entities: Entities, numbers: frozenset[int]) -> bool:
    """Whether the only entity of some numbers is a place, or a people."""
    entity = only_owner(entities, numbers)
    if entity is None:
        return False
    if entity.is_place:
        return True
    return any(map(attrgetter("demonym"), entity.mentions))


def _join_governments(entities: Entities) -> None:
    """Join "Marsh's government" with that of her state, or with the only one of the text."""
    by_owner: dict[frozenset[int], list[Description]] = defaultdict(list)
    for each in described_bodies(entities):
        if each.kind == A_GOVERNMENT and not each.words:
            by_owner[each.names].append(each)
    bare = by_owner.pop(frozenset(), [])
    for names, same in by_owner.items():
        owner = only_owner(entities, names)
        if owner is None or not owner.is_person:
            continue
        states = [other for other in by_owner if other <= owner.owners]
        state = only(states)
        if state is not None:
            _join_all(entities, by_owner[state] + same)
        # CASE only: a text that speaks of no other government
        elif len(by_owner) == 1 and _is_only(entities, bare, same):
            _join_all(entities, bare + same)


def _is_only(
    entities: Entities, bare: list[Description], owned: list[Description]
) -> bool:
    """Whether "the government" is one, and none beside Marsh's: "her regime fears the …"."""
    body = entities.only(set(_numbers(bare)))
    if body is None:
        return False
    # CASE of a state: "Norwegian authorities … the government"
    described = [mention for mention in body.mentions if mention.is_description]
    if len(described) > len(bare):
        return False
    return not any(
        entities.parsed.same_sentence(one.mention.root, other.mention.root)
        for one, other in product(bare, owned)
    )
