"""Which bodies a bare noun may mean: "the army" is no rebel army, "the company" no charity."""

from __future__ import annotations

from actorgraph.extraction.coreference.descriptions.epithets import (
    BUSINESS_NOUNS,
    BUSINESSES,
)
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.mentions.names.spelled_out import is_acronym
from actorgraph.extraction.mentions.roles.states_in_names import ARMIES, OF_REBELS
from actorgraph.grammar import grammar_words

#: Nouns that any organisation may be called by: "the *company*".
ANY_ORGANISATION = grammar_words("noun for any organisation")


def may_be_called(entities: Entities, body: Entity, noun: str) -> bool:
    """Whether "the" and a noun may refer to a body."""
    # CASE army: "the Norlandic *Army*", but not "the Coastal Liberation *Army*"
    if noun in ARMIES:
        names = entities.names(body)
        return any(_is_of_state(entities, name) for name in names)
    # CASE business: a charity or a party is none, though "the group" it may be
    if noun not in ANY_ORGANISATION & BUSINESS_NOUNS:
        return True
    if body.subtype not in BUSINESSES:
        return False
    kinds = {word.split()[-1] for word, _ in body.roles}
    return not kinds or not kinds.isdisjoint(BUSINESS_NOUNS)


def _is_of_state(entities: Entities, name: str) -> bool:
    """Whether a name of an army begins with a state, and has no word of rebels."""
    words = name.lower().split()
    if not OF_REBELS.isdisjoint(words):
        return False
    first, *_ = name.split()
    return entities.gazetteer.territory_in_name(first) is not None


def is_of_unknown_kind(entities: Entities, body: Entity) -> bool:
    """Whether a text calls a body by letters only, which say nothing of its kind: "the *HDU*"."""
    names = map(entities.text, body.mentions)
    return body.subtype is None and all(map(is_acronym, names))
