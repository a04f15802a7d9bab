"""The names that say whose a described actor is: "*Kenyan* troops", "the lawyer of *Dana Roth*"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from actorgraph.extraction.coreference.descriptions.wordings import (
    is_named,
    named_owner,
)
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.mentions.roles.role_complements import is_modifier
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words

#: Before a place or body that distinguishes a description from others: "a court *in* Easthaven".
BEFORE_OWNER = grammar_words("preposition before what tells apart")
#: What places are compared by, towns and countries alike.
OF_COUNTRY = "country"

#: Countries by their codes, and other owners by their numbers, by what they are.
Owners = Mapping[str, set[str | int]]


def is_of_another(entities: Entities, mention: TokenMention, entity: Entity) -> bool:
    """Whether a description is said to be of another owner: "Norland's *ban*, *Sweden's* ban".

    Owners of two kinds may be of one thing: "the *German* government", "the government *of Roth*".
    """
    owners = _owners(entities, [mention])
    # Most descriptions say no owner; a long text has thousands of them of one entity.
    if not owners:
        return False
    earlier = _owners(entities, entity.mentions)
    return any(
        owners[kind].isdisjoint(earlier[kind]) for kind in owners if kind in earlier
    )


def name_after(parsed: ParsedText, mention: TokenMention) -> TokenMention | None:
    """Return the name directly after a description and a preposition: "a court in *Easthaven*"."""
    preposition = mention.end
    if parsed.word(preposition) not in BEFORE_OWNER:
        return None
    if parsed.doc[preposition].head.i != mention.root:
        return None
    start = parsed.past_article(preposition + 1)
    name = parsed.covering(start)
    if name is None or name.start != start or name.demonym:
        return None
    return name if is_named(name) else None


def whole_name_after(parsed: ParsedText, mention: TokenMention) -> TokenMention | None:
    """Return the same, but no name that modifies a noun: "a delegation of *US* senators"."""
    name = name_after(parsed, mention)
    return None if name is None or is_modifier(parsed, name) else name


def _owners(entities: Entities, mentions: Iterable[TokenMention]) -> Owners:
    owners: defaultdict[str, set[str | int]] = defaultdict(set)
    for mention in mentions:
        for name in _owner_names(entities, mention):
            country = _country(entities, name)
            if country:
                owners[OF_COUNTRY].add(country)
            else:
                owners[name.type.value].add(name.actor)
    return owners


def _owner_names(entities: Entities, mention: TokenMention) -> Iterator[TokenMention]:
    """Yield the names before a noun, its possessor, and the name after it."""
    before = map(entities.parsed.name_at, range(mention.start, mention.root))
    possessor = named_owner(entities, mention)
    after = name_after(entities.parsed, mention)
    yield from filter(None, (*before, possessor, after))


def _country(entities: Entities, name: TokenMention) -> str:
    """Return the code of the country that a name means or lies in; empty if that is not clear."""
    gazetteer, text = entities.gazetteer, entities.text(name)
    territory = (
        gazetteer.demonym(text)
        or gazetteer.country_of(text)
        or gazetteer.territory(text)
    )
    return territory.code if territory else ""
