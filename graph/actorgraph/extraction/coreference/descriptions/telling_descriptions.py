"""Descriptions of bodies that say their names: "the *NPA* news agency", "the Defence *Ministry*".

“The NPA news agency” is NPA, and “the Norlandic Defence Ministry” is the Norlandic Ministry of
Defence.
"""

from __future__ import annotations

from collections.abc import Iterable

from actorgraph.extraction.coreference.names.last_words import shortens
from actorgraph.extraction.knowledge.actor_types import ALLIANCE, PARTY
from actorgraph.extraction.mentions.entities import Entities, Entity, only
from actorgraph.extraction.parse.closed_classes import (
    DEFINITE,
    LONGEST_KIND,
    NAMED_BODY_KINDS,
    POSSESSIVE_ENDINGS,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import MODIFIER_TAGS
from actorgraph.grammar import grammar_words
from actorgraph.names import fold_name

#: Bodies that have others of these kinds: "the *Harbour Party* newspaper".
OWNERS = frozenset({PARTY, ALLIANCE, "InternationalOrganization"})

#: Nouns for the departments of a government, and what their names may leave out.
MINISTRIES = grammar_words("noun for a ministry")
LEFT_OUT = grammar_words("word that the name of a ministry may leave out")


def told_body(entities: Entities, mention: TokenMention) -> Entity | None:
    """Return the body whose name, in another form, a definite description has."""
    parsed = entities.parsed
    if not mention.is_organisation:
        return None
    alike = _spelled_alike(entities, mention)
    if alike is not None:
        return alike
    if parsed.head_word(mention) in MINISTRIES:
        return _ministry(entities, mention)
    return _called(entities, mention) or _shortened(entities, mention)


def _called(entities: Entities, mention: TokenMention) -> Entity | None:
    """Return the body that is named before its kind: "the *NPA* news agency"."""
    parsed = entities.parsed
    start = _after_determiner(parsed, mention)
    if start is None:
        return None
    # CASE modifier: "the *state-run* NPA news agency"
    while parsed.tag(start) in MODIFIER_TAGS and parsed.name_at(start) is None:
        start += 1
    name = parsed.name_at(start)
    if name is None or name.start != start or name.end >= mention.end:
        return None
    if not _ends_with_kind(parsed.lower[name.end : mention.end]):
        return None
    body = entities.of(name)
    if body is None or not body.is_organisation:
        return None
    return None if body.subtype in OWNERS else body


def _ends_with_kind(words: list[str]) -> bool:
    """Whether some words end with a kind of named bodies: "news *agency*"."""
    for length in range(1, LONGEST_KIND + 1):
        ending = " ".join(words[-length:])
        if ending in NAMED_BODY_KINDS:
            return True
    return False


def _shortened(entities: Entities, mention: TokenMention) -> Entity | None:
    """Return the only body whose name a description shortens.

    “The *Delmore trust*” is the Delmore Heritage Trust.
    """
    parsed = entities.parsed
    start = parsed.past_article(mention.start)
    first = parsed.name_at(start)
    # CASE country: "the *Danish* trust" need not be the Danish Heritage Trust
    if first is None or first.start != start or first.demonym:
        return None
    words = fold_name(parsed.text(start, mention.end)).split()
    candidates: set[Entity] = set()
    for entity in entities.all:
        is_body = entity.is_organisation and entity.has_name
        if is_body and shortens(words, entity.key.split()):
            candidates.add(entity)
    return only(candidates)


def _after_determiner(parsed: ParsedText, mention: TokenMention) -> int | None:
    """Return where a description goes on after "the" or "Norland's", None if it has neither."""
    for i in range(mention.start, mention.end):
        if parsed.lower[i] in POSSESSIVE_ENDINGS:
            return i + 1
    if parsed.lower[mention.start] in DEFINITE:
        return mention.start + 1
    return None


def _spelled_alike(entities: Entities, mention: TokenMention) -> Entity | None:
    """Return the body or place whose name a description is but for capitals."""
    parsed = entities.parsed
    if parsed.lower[mention.start] not in DEFINITE:
        return None
    words = fold_name(parsed.text(mention.start + 1, mention.end))
    candidates: set[Entity] = set()
    for entity in entities.all:
        if not (entity.is_organisation or entity.is_place):
            continue
        if entity.has_name and entity.key == words:
            candidates.add(entity)
    return only(candidates)


def _ministry(entities: Entities, mention: TokenMention) -> Entity | None:
    """Return the only ministry of the same state and field that the text names."""
    meant = _state_and_field(entities, mention)
    if "" in meant:
        return None
    candidates: set[Entity] = set()
    for name in entities.parsed.in_order():
        if not name.is_name or not name.is_organisation:
            continue
        if MINISTRIES.isdisjoint(_words(entities, name)):
            continue
        entity = entities.of(name)
        if entity is not None and _state_and_field(entities, name) == meant:
            candidates.add(entity)
    return only(candidates)


def _words(entities: Entities, mention: TokenMention) -> Iterable[str]:
    return entities.parsed.lower[mention.start : mention.end]


def _state_and_field(entities: Entities, mention: TokenMention) -> tuple[str, str]:
    """Return the code of the state that a ministry is of, and what it is for; "" for none."""
    parsed = entities.parsed
    state, field = "", list[str]()
    start = mention.start
    # CASE possessive: "*Norland's* Defence Ministry"
    if parsed.word(start - 1) in POSSESSIVE_ENDINGS:
        start = max(0, start - 2)
    left_out = MINISTRIES | LEFT_OUT
    for token in parsed.doc[start : mention.end]:
        territory = entities.gazetteer.territory_in_name(token.text)
        if territory is not None:
            state = territory.code
        elif token.is_alpha and token.lower_ not in left_out:
            field.append(token.lower_)
    return state, " ".join(sorted(field))
