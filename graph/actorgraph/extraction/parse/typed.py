"""What has the type of an actor: a mention, and the entity that it refers to."""

from __future__ import annotations

from actorgraph.model import ActorType


class Typed:
    """Asks for the type of an actor in one word: ``mention.is_person``."""

    __slots__ = ()

    type: ActorType

    @property
    def is_person(self) -> bool:
        """Whether it is a person, or several: “Dana Roth”, “she”."""
        return self.type is ActorType.PERSON

    @property
    def is_place(self) -> bool:
        """Whether it is a place: a country, a town, a river."""
        return self.type is ActorType.PLACE

    @property
    def is_organisation(self) -> bool:
        """Whether it is an organisation: a company, a party, a ministry."""
        return self.type is ActorType.ORGANIZATION

    @property
    def is_group(self) -> bool:
        """Whether it is a group of people: “protesters”, “they”."""
        return self.type is ActorType.GROUP

    @property
    def is_time(self) -> bool:
        """Whether it is a time: “Monday”, “March 2014”."""
        return self.type is ActorType.TIME
