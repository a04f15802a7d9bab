"""Where someone works, which is no visit: "the president said at the White House"."""

from __future__ import annotations

from actorgraph.extraction.knowledge.relation_lists import NATIONAL_OFFICES, VISIT
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.model import Status

#: Statuses of those who have an office now.
IN_OFFICE = frozenset({Status.CURRENT, Status.ACTING})


def is_visit_to_workplace(
    entities: Entities, relation: str, subject: Entity, object_: Entity
) -> bool:
    """Whether a relation says that someone visits the place or body of their own office."""
    if relation not in VISIT:
        return False
    # CASE own body: "White House spokesman Dana Roth came to the *White House*"
    is_body = object_.is_organisation
    if is_body and object_.number in subject.owners:
        return any(status in IN_OFFICE for _, status in subject.roles)
    # CASE seat of the government: "US President Dana Roth came to the *White House*"
    # CASE capital: "Norwegian President Dana Roth held talks in *Oslo*"
    seats = entities.gazetteer.metonyms if is_body else entities.gazetteer.capitals
    countries = {entities.all[number].key for number in subject.owners}
    names = map(entities.text, object_.mentions)
    return _is_in_government(subject) and not countries.isdisjoint(
        map(seats.get, names)
    )


def _is_in_government(person: Entity) -> bool:
    for office, status in person.offices:
        if office in NATIONAL_OFFICES and status in IN_OFFICE:
            return True
    return False
