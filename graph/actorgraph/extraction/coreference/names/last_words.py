"""Bodies that are called by some words of their names: "the *Holm Foundation*", "the *Trust*".

Other words are left out once the text has given them: “the Anders Holm Foundation”, “the Fenland
Heritage Trust”, which may also be “the Fenland trust”.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import partial

from actorgraph.extraction.coreference.names.known_names import known_name
from actorgraph.extraction.coreference.names.name_index import core_words
from actorgraph.extraction.mentions.entities import Entities, Entity, only
from actorgraph.extraction.mentions.names.spelled_out import is_acronym
from actorgraph.extraction.parse.closed_classes import DEFINITE, POSSESSIVE_ENDINGS
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.parse.word_tags import NAME_TAGS, PREPOSITION_TAGS
from actorgraph.names import fold_name


def join_last_words(entities: Entities) -> None:
    """Join each body to the only one before it whose name ends with the words of its own."""
    bodies = [
        entity for entity in entities.all if entity.is_organisation and entity.mentions
    ]
    by_word = _by_word(bodies)
    for body in bodies:
        last = body.key.rpartition(" ")[2]
        admits = partial(_may_be_called, entities, body)
        longer = only(set(filter(admits, by_word[last])))
        if longer is not None and _may_be_any(entities, body):
            entities.merge(body, longer)


def _by_word(bodies: Iterable[Entity]) -> dict[str, list[Entity]]:
    """Return bodies by each word of their names."""
    by_word: dict[str, list[Entity]] = defaultdict(list)
    for body in bodies:
        for word in set(body.key.split()):
            by_word[word].append(body)
    return by_word


def shortens(words: list[str], name: list[str]) -> bool:
    """Whether some words are in a longer name in their order, the last of them at its end.

    >>> shortens(["fenland", "trust"], ["fenland", "heritage", "trust"])
    True
    """
    rest = iter(name)
    is_shorter = name[-1] == words[-1] and len(words) < len(name)
    return is_shorter and all(word in rest for word in words)


def _may_be_called(entities: Entities, short: Entity, body: Entity) -> bool:
    """Whether a later name may be short for that of a body."""
    if not body.mentions or body.start >= short.start:
        return False
    words, name = short.key.split(), body.key.split()
    if not (_ends_with(entities, body, words) or _is_described(entities, short, name)):
        return False
    if any(map(partial(_is_rest, entities), short.mentions)):
        return False
    owners = map(partial(_owner, entities), short.mentions)
    # CASE owner: "*Norland's* Green Party" is the Northern Green Party of Norland
    return all(not owner or owner in name for owner in owners)


def _ends_with(entities: Entities, body: Entity, words: list[str]) -> bool:
    """Whether the name of a body ends with some words, or does before what it is of."""
    name = body.key.split()
    core = core_words(name)
    if words == core[-len(words) :] and len(words) < len(name):
        return True
    # CASE part: "the Danish branch *of the* Harbour Union" is not the union
    first = min(body.mentions, key=lambda mention: mention.start)
    tags = entities.parsed.tags[first.start : first.end]
    is_attached = not PREPOSITION_TAGS.isdisjoint(tags)
    is_end = words == name[-len(words) :] and len(words) < len(name)
    return is_end and not is_attached


def _is_described(entities: Entities, short: Entity, name: list[str]) -> bool:
    """Whether a name with a noun in small letters shortens another: "the *Fenland trust*"."""
    nouns = (entities.parsed.doc[mention.root] for mention in short.mentions)
    words = short.key.split()
    is_described = len(words) > 1 and all(noun.is_lower for noun in nouns)
    return is_described and shortens(words, name)


def _is_rest(entities: Entities, name: TokenMention) -> bool:
    """Whether a name is what is left of a longer one: "Roth & Sons *Funeral Home*"."""
    parsed, before = entities.parsed, name.start - 1
    return parsed.name_at(before) is None and parsed.tag(before) in NAME_TAGS


def _owner(entities: Entities, name: TokenMention) -> str:
    """Return the last word of the name right before a name, folded; empty if there is none."""
    parsed = entities.parsed
    is_possessive = parsed.word(name.start - 1) in POSSESSIVE_ENDINGS
    before = name.start - 1 - is_possessive
    is_owner = is_possessive or parsed.covering(before) is not None
    return fold_name(parsed.doc[before].text) if is_owner else ""


def _may_be_any(entities: Entities, body: Entity) -> bool:
    """Whether a body may be one that has more words in its name.

    One word has to be an acronym, or to have an article: "*the* Trust".
    """
    if known_name(entities, body) is not None:
        return False
    name = entities.text(body.mentions[0])
    if len(body.key.split()) > 1 or is_acronym(name):
        return True
    before = {entities.parsed.word(name.start - 1) for name in body.mentions}
    return before <= DEFINITE
